import type { Redis, RedisOptions } from "ioredis";
import { z } from "zod";
import { failsOver, type RedisAddress } from "../config/redisAddress.ts";
import { RefereeError } from "../errors.ts";
import type { FailsOver } from "./checkRedis.ts";
import { onRedis } from "./redisErrors.ts";

/** Where one of its servers is, for whoever asks from outside. */
type Address = { readonly host: string; readonly port: number };

/** A Redis Cluster, as one of its servers knows it. */
export type FoundCluster = {
  /** The slot of everything that the installation keeps: the hash tag puts all of it into one. */
  readonly slot: number;
  /** Who has that slot now. */
  readonly owner: Address;
  /** Whether another server takes its place when it dies. */
  readonly failsOver: boolean;
  /** All servers that have slots, the one that was asked first. */
  readonly servers: readonly Address[];
  /** How each of them is spoken to: as the one that was asked. */
  readonly reach: Pick<RedisOptions, "username" | "password" | "tls">;
};

/** Who would put a replica in the place of the server that has the record. */
export function whoFailsOver(address: RedisAddress, found: FoundCluster | null): FailsOver {
  if (found !== null) return found.failsOver ? "cluster" : null;
  return failsOver(address) ? "sentinel" : null;
}

export function sayOwner({ slot, owner }: FoundCluster): string {
  return `slot ${slot}, in which everything is, is at ${owner.host}:${owner.port}`;
}

/** Host, port, id; a server that does not know its own address has none. */
const Server = z.tuple([z.string().nullable(), z.int(), z.string()], z.unknown());
/** First and last slot, who has them, and its replicas. */
const Range = z.tuple([z.int(), z.int(), Server], Server);

/**
 * Asks a server whether it is one of a Redis Cluster, and which of them has the installation's keys.
 * @returns null for a Redis that stands alone
 * @throws RefereeError `STORE_UNSAFE` when nobody has their slot, or whoever has it cannot be found, with what to do
 */
export async function findCluster(redis: Redis, prefix: string): Promise<FoundCluster | null> {
  const info = await onRedis(() => redis.info("cluster"));
  if (!/^cluster_enabled:1/m.test(info)) return null;
  if ((redis.options.db ?? 0) !== 0)
    throw unsafe(`a cluster has database 0 alone. Leave out the /${redis.options.db} of REDIS_URL.`);
  const slot = await onRedis(() => redis.cluster("KEYSLOT", prefix));
  const ranges = z.array(Range).parse(await onRedis(() => redis.cluster("SLOTS")));
  const range = ranges.find(([first, last]) => first <= slot && slot <= last);
  if (range === undefined)
    throw unsafe(`no server of it has slot ${slot}, in which everything of ${prefix} is. Mend the cluster.`);
  const [, , owner, ...replicas] = range;
  const { host, port, path, username, password, tls } = redis.options;
  const asked = path === undefined && host !== undefined && port !== undefined ? [{ host, port }] : [];
  return {
    slot,
    owner: addressOf(owner),
    failsOver: replicas.length > 0,
    servers: [...asked, ...ranges.map(([, , master]) => addressOf(master))],
    reach: {
      ...(username !== undefined && { username }),
      ...(password !== undefined && { password }),
      ...(tls !== undefined && { tls }),
    },
  };
}

function addressOf([host, port]: z.infer<typeof Server>): Address {
  if (host !== null && host !== "" && host !== "?") return { host, port };
  throw unsafe("one of its servers does not say where it is. Set cluster-announce-ip or cluster-announce-hostname.");
}

const unsafe = (why: string) =>
  new RefereeError("STORE_UNSAFE", `This Redis is a server of a Redis Cluster, and ${why}`);
