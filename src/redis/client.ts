import type { Cluster, Redis } from "ioredis";
import { RefereeError } from "../errors.ts";

/** One Redis, or the Redis Cluster that has the installation's keys. What names no key is asked of `serverOf`. */
export type RedisClient = Redis | Cluster;

export function isCluster(client: RedisClient): client is Cluster {
  return client.isCluster;
}

/**
 * The server that has the installation's keys. A cluster would answer what names no key (INFO, PING, CONFIG, SCAN) from any of its
 * servers.
 * @throws RefereeError `STORE_AWAY` while the cluster has none
 */
export async function serverOf(client: RedisClient, prefix: string): Promise<Redis> {
  if (!isCluster(client)) return client;
  const slot = await client.cluster("KEYSLOT", prefix);
  const address = client.slots[slot]?.[0];
  const found = client.nodes("master").find(({ options }) => `${options.host}:${options.port}` === address);
  if (found !== undefined) return found;
  throw new RefereeError("STORE_AWAY", `No server of the Redis Cluster has slot ${slot} just now.`);
}
