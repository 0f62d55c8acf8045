import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { createLog } from "../../src/log.ts";
import { checkRedis } from "../../src/store/checkRedis.ts";
import { openWorkerClient } from "../../src/store/clients.ts";
import { startRedis } from "../faults/redisProcess.ts";
import { testRedisAddress } from "../support/useStore.ts";

const log = createLog({ level: "silent" });

async function withRedis<T>(settings: readonly string[], work: (redis: Redis) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), "ref-check-"));
  const server = await startRedis(dir, settings);
  const redis = openWorkerClient({ path: server.path }, log);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
    await server.kill();
    await rm(dir, { recursive: true });
  }
}

describe("the Redis an installation is given", () => {
  test("is accepted when it keeps what it was told", async () => {
    const redis = openWorkerClient(testRedisAddress(), log);
    await expect(checkRedis(redis, { acceptLoss: false })).resolves.toEqual([]);
    redis.disconnect();
  });

  test("is refused when it would lose requests, with everything to change said at once", async () => {
    const unsafe = ["--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "allkeys-lru"];
    const check = withRedis(unsafe, (redis) => checkRedis(redis, { acceptLoss: false }));
    await expect(check).rejects.toMatchObject({
      code: "STORE_UNSAFE",
      message: expect.stringMatching(
        /maxmemory-policy is allkeys-lru.*appendfsync is everysec.*REDIS_UNSAFE_ACCEPT_LOSS/s,
      ),
    });
  });

  test("is used nevertheless when somebody accepts the loss, and says what can be lost", async () => {
    const losses = await withRedis(["--appendonly", "no"], (redis) => checkRedis(redis, { acceptLoss: true }));
    expect(losses).toContain(
      "appendonly is no, set it to yes. A restart of Redis loses everything since the last snapshot.",
    );
  });

  test("is refused when it does not tell its settings", async () => {
    const mute = ["--rename-command", "CONFIG", ""];
    const check = withRedis(mute, (redis) => checkRedis(redis, { acceptLoss: false }));
    await expect(check).rejects.toMatchObject({ code: "STORE_UNSAFE", message: expect.stringContaining("CONFIG GET") });
  });
});
