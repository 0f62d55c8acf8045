import { createLog } from "../../src/log.ts";
import type { RedisClient } from "../../src/redis/client.ts";
import { openWorkerClient } from "../../src/store/clients.ts";
import { createEventStore, keyPrefix } from "../../src/store/eventStore.ts";
import { createRollbackWatch } from "../../src/store/rollback.ts";
import type { EventStore } from "../../src/store/types.ts";
import { startThrowAwayRedis, type ThrowAwayRedis } from "./throwAwayRedis.ts";

export type Counted = {
  readonly redis: RedisClient;
  readonly prefix: string;
  readonly store: EventStore;
  /** How many commands Redis was asked for meanwhile, those within scripts too. */
  commands(act: () => Promise<unknown>): Promise<number>;
};

/** A record on a Redis that nobody else uses, since a server counts the commands of all. */
export function useCommandCount(): () => Counted {
  let server: ThrowAwayRedis | null = null;
  let opened: Counted | null = null;
  beforeAll(async () => {
    server = await startThrowAwayRedis();
    opened = countedOn(openWorkerClient({ path: server.address }, createLog({ level: "silent" })));
  });
  afterAll(async () => {
    opened?.redis.disconnect();
    await server?.stop();
  });
  return () => {
    if (opened === null) throw new Error("It is opened before the tests");
    return opened;
  };
}

function countedOn(redis: RedisClient): Counted {
  const prefix = keyPrefix("counted");
  const rollback = createRollbackWatch({ anchorFile: null, readCounter: async () => 0, onRollback: () => undefined });
  const soFar = async () => {
    const stats = await redis.info("commandstats");
    return [...stats.matchAll(/cmdstat_(?!info)\S+:calls=(\d+)/g)].reduce((sum, [, calls]) => sum + Number(calls), 0);
  };
  return {
    redis,
    prefix,
    store: createEventStore({ redis, prefix, rollback }),
    commands: async (act) => {
      const before = await soFar();
      await act();
      return (await soFar()) - before;
    },
  };
}
