import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { createLog } from "../../src/log.ts";
import { type OwnRedis, startOwnRedis } from "../../src/redis/ownRedis.ts";
import { installedServer } from "./throwAwayRedis.ts";

/** A Redis of one suite alone, of which everything can be read that it holds and has written down. */
export type ReadableRedis = {
  /** The socket it listens on. */
  readonly socket: () => string;
  /** Every key with all its values, the commands it found slow, and every file: one long text. */
  everything(): Promise<string>;
};

/** Starts the server before the tests of a file, and stops it after them. */
export function useOwnRedis(): ReadableRedis {
  let dataDir = "";
  let own: OwnRedis | null = null;
  const socket = () => own?.connection.path ?? "";
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "referee-test-"));
    own = await startOwnRedis({ dataDir, log: createLog({ level: "silent" }), ...installedServer() });
  });
  afterAll(async () => {
    await own?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    socket,
    everything: async () => {
      const redis = new Redis({ path: socket() });
      try {
        return [await held(redis), ...(await files(dataDir))].join("\n");
      } finally {
        await redis.quit();
      }
    },
  };
}

async function held(redis: Redis): Promise<string> {
  const all: unknown[] = [await redis.call("SLOWLOG", "GET", "1000")];
  for await (const keys of redis.scanStream({ count: 1_000 }))
    for (const key of keys) all.push(key, await valuesOf(redis, key));
  return JSON.stringify(all);
}

async function valuesOf(redis: Redis, key: string): Promise<unknown> {
  const type = await redis.type(key);
  switch (type) {
    case "string":
      return redis.get(key);
    case "hash":
      return redis.hgetall(key);
    case "list":
      return redis.lrange(key, 0, -1);
    case "set":
      return redis.smembers(key);
    case "zset":
      return redis.call("ZRANGE", key, "0", "-1", "WITHSCORES");
    case "stream":
      return redis.xrange(key, "-", "+");
    case "none":
      return null; // gone meanwhile
    default:
      throw new Error(`A key of type ${type} cannot be read`);
  }
}

/** Redis's append-only file is what was typed word for word, long after the keys are gone. */
async function files(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    found.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), "latin1")),
  );
}
