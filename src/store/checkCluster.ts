import type { Redis } from "ioredis";
import { z } from "zod";
import { RefereeError } from "../errors.ts";
import { onRedis } from "./redisErrors.ts";

/** First and last slot, and the node that has them: host, port, id. */
const Range = z.tuple([z.int(), z.int(), z.tuple([z.string(), z.int(), z.string()], z.unknown())], z.unknown());

/**
 * On a Redis Cluster, Referee speaks to the one node that has the slot of its keys: the hash tag puts all of them into one.
 * @throws RefereeError `STORE_UNSAFE` when this node is another, or no node has the slot, with what to do
 */
export async function checkCluster(redis: Redis, prefix: string): Promise<void> {
  const info = await onRedis(() => redis.info("cluster"));
  if (!/^cluster_enabled:1/m.test(info)) return;
  const slot = await onRedis(() => redis.cluster("KEYSLOT", prefix));
  const ranges = z.array(Range).parse(await onRedis(() => redis.cluster("SLOTS")));
  const owner = ranges.find(([first, last]) => first <= slot && slot <= last)?.[2];
  if (owner === undefined)
    throw unsafe(`no node of it has slot ${slot}, in which everything of ${prefix} is. Mend the cluster.`);
  const [host, port, id] = owner;
  if (id === (await onRedis(() => redis.cluster("MYID")))) return;
  throw unsafe(
    `everything of ${prefix} is in slot ${slot}, which ${host}:${port} has. Put that address into REDIS_URL.`,
  );
}

const unsafe = (why: string) => new RefereeError("STORE_UNSAFE", `This Redis is a node of a Redis Cluster, and ${why}`);
