import { Redis } from "ioredis";
import { notReady } from "../../host/readiness.ts";
import { createRollbackWatch } from "../../src/store/rollback.ts";
import type { Health } from "../../src/work/types.ts";
import { chatAdapter, createChat } from "../support/chat.ts";
import { testRedisAddress, useStore } from "../support/useStore.ts";

const { redis, prefix } = useStore();
const adapter = chatAdapter(createChat());
const watch = () => createRollbackWatch({ anchorFile: null, readCounter: async () => 0, onRollback: () => undefined });
const onTime: Health = { oldestDirtyMs: 4_000, oldestWakeMs: null, loopAgeMs: 20 };
const work = (health: Partial<Health> = {}) => ({ health: async () => ({ ...onTime, ...health }) });

describe("Referee is ready", () => {
  test("while it can record, hear, and is on time", async () => {
    expect(await notReady({ web: redis, prefix, rollback: watch() }, [adapter], work())).toEqual([]);
  });

  test("not while Redis answers but takes nothing", async () => {
    await redis.acl("SETUSER", "reader", "on", "nopass", "~*", "+@read", "+ping", "+info");
    const reader = new Redis(testRedisAddress(), { username: "reader", password: "any" });
    expect(await notReady({ web: reader, prefix, rollback: watch() }, [adapter], work())).toEqual([
      "Redis takes nothing (NOPERM)",
    ]);
    await reader.quit();
    await redis.acl("DELUSER", "reader");
  });

  test("not after events were found missing", async () => {
    const rollback = watch();
    rollback.sawCounter(50, 0);
    rollback.sawCounter(20, rollback.counterSeen());
    const [reason] = await notReady({ web: redis, prefix, rollback }, [adapter], work());
    expect(reason).toContain("Redis holds 20 appends, but 50 were seen before");
  });

  test.each([
    { late: { oldestWakeMs: 61_000 }, says: "a request to look at is overdue" },
    { late: { oldestDirtyMs: 61_000 }, says: "something to say is overdue" },
    { late: { loopAgeMs: 61_000 }, says: "nothing is being looked for: the lease loop is silent" },
  ])("not when $says by more than a minute", async ({ late, says }) => {
    expect(await notReady({ web: redis, prefix, rollback: watch() }, [adapter], work(late))).toEqual([says]);
  });
});
