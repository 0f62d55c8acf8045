import { randomUUID } from "node:crypto";
import type { RefereeError } from "../../src/errors.ts";
import { createLog } from "../../src/log.ts";
import { type RedisClient, serverOf } from "../../src/redis/client.ts";
import { openWorkerClient } from "../../src/store/clients.ts";
import { FOR_WORK, openCluster } from "../../src/store/clusterClients.ts";
import { createEventStore, type EventStoreOptions, keyPrefix } from "../../src/store/eventStore.ts";
import { createRollbackWatch } from "../../src/store/rollback.ts";
import type { EventStore } from "../../src/store/types.ts";

/** A record on the real Redis, under a tag no other suite uses. Closes, and clears up, with the suite. */
export type StoreCorner = {
  readonly redis: RedisClient;
  readonly prefix: string;
  readonly store: EventStore;
  /** Names of everything kept under the tag. */
  keys(): Promise<readonly string[]>;
  /** What the rollback watch reported. */
  readonly rollbacks: RefereeError[];
  /** Another process's record on the same data. */
  another(overrides?: Partial<EventStoreOptions>): EventStore;
};

export function testRedisAddress(): string {
  const address = process.env.REFEREE_TEST_REDIS;
  if (address === undefined) throw new Error("jest's globalSetup did not start a Redis");
  return address;
}

/** As Referee would, with everything the suites share; `npm run test:cluster` gives them a Redis Cluster. */
function openTestRedis(): RedisClient {
  const log = createLog({ level: "silent" });
  const servers = process.env.REFEREE_TEST_CLUSTER?.split(",").map((port) => ({
    host: "127.0.0.1",
    port: Number(port),
  }));
  return servers === undefined
    ? openWorkerClient(testRedisAddress(), log)
    : openCluster({ servers, reach: {} }, FOR_WORK, log);
}

export function useStore(): StoreCorner {
  const redis = openTestRedis();
  const prefix = keyPrefix(`test-${randomUUID()}`);
  const rollbacks: RefereeError[] = [];
  const another = (overrides: Partial<EventStoreOptions> = {}) => {
    const rollback = createRollbackWatch({
      anchorFile: null,
      readCounter: async () => Number(await redis.get(`${prefix}counter`)),
      onRollback: (error) => rollbacks.push(error),
    });
    return createEventStore({ redis, prefix, rollback, ...overrides });
  };
  const keys = async () => {
    const found = new Set<string>();
    const server = await serverOf(redis, prefix);
    for await (const batch of server.scanStream({ match: `${prefix}*`, count: 1_000 }))
      for (const key of batch) found.add(key);
    return [...found].toSorted();
  };
  afterAll(async () => {
    for (const key of await keys()) await redis.unlink(key);
    await redis.quit();
  });
  return { redis, prefix, rollbacks, another, keys, store: another() };
}
