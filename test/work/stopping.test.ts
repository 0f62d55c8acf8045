import { createLog } from "../../src/log.ts";
import { createRollbackWatch } from "../../src/store/rollback.ts";
import type { WorkOptions } from "../../src/work/types.ts";
import { createWork } from "../../src/work/work.ts";
import { chatAdapter, createChat } from "../support/chat.ts";
import { aStream, ask } from "../support/errand.ts";
import { errandPlan } from "../support/errandPlan.ts";
import { useStore } from "../support/useStore.ts";
import { QUICK } from "../support/useWork.ts";

const { store, redis, prefix } = useStore();

/** A process of its own, with a platform that answers when it is told to. */
async function aProcess(overrides: Partial<WorkOptions> = {}) {
  const chat = createChat();
  const plain = chatAdapter(chat);
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const posting = new Set<string>();
  const adapter: typeof plain = {
    ...plain,
    post: async (spot, message, effect) => {
      posting.add(effect);
      chat.look();
      await answered;
      return plain.post(spot, message, effect);
    },
  };
  const rollback = createRollbackWatch({ anchorFile: null, readCounter: async () => 0, onRollback: () => undefined });
  const work = createWork({
    ...{
      redis,
      prefix,
      rollback,
      adapters: [adapter],
      plan: errandPlan(store),
      timings: { ...QUICK, sendTimeoutMs: 5_000, leaseMs: 8_000 },
    },
    onRevisit: async () => undefined,
    onWake: async () => undefined,
    onUnreachable: async () => undefined,
    log: createLog({ level: "silent" }),
    ...overrides,
  });
  await work.start();
  return { chat, work, posting, answer };
}

describe("a process that is told to stop", () => {
  test("finishes and records what it is saying", async () => {
    const stream = aStream();
    const { chat, work, posting, answer } = await aProcess();
    await store.handle(ask(stream, [`OT-${stream}`]));
    work.kick();
    await chat.until(() => posting.size === 2);
    const stopped = work.stop(5_000);
    answer();
    await stopped;
    expect(chat.seen(`OT-${stream}`)).toEqual([`your turn: ${stream}`]);
    expect(await redis.hget(`${prefix}pl:${stream}.owner-0`, "cursor")).toBe("1");
  });

  test("leaves to the others what takes too long", async () => {
    const stream = aStream();
    const { chat, work, posting, answer } = await aProcess();
    await store.handle(ask(stream, [`OT-${stream}`]));
    work.kick();
    await chat.until(() => posting.size === 2);
    await work.stop(20);
    expect(chat.seen(`OT-${stream}`)).toEqual([]);
    expect(await redis.hget(`${prefix}l:web:OT-${stream}`, "intent")).toContain(stream);
    answer();
  });
});
