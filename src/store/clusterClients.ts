import { setTimeout as pause } from "node:timers/promises";
import { Cluster, type ClusterOptions, type Redis } from "ioredis";
import type { RedisAddress } from "../config/redisAddress.ts";
import { RefereeError } from "../errors.ts";
import type { Log } from "../log.ts";
import { hearLater, openWorkerClient, retryStrategy, WEB_TIMEOUT_MS } from "./clients.ts";
import { type FoundCluster, findCluster, sayOwner } from "./findCluster.ts";

const FOR_PEOPLE = {
  enableOfflineQueue: false,
  maxRedirections: 16,
  redisOptions: { commandTimeout: WEB_TIMEOUT_MS },
} as const;
export const FOR_WORK = {
  maxRedirections: Number.MAX_SAFE_INTEGER,
  redisOptions: { maxRetriesPerRequest: null },
} as const;

/** A cluster that was just started takes nothing for two seconds. */
const READY_WITHIN_MS = 5_000;
const GLANCE_MS = 20;

/**
 * The two clients of `openWebClient` and `openWorkerClient`, for a Redis Cluster. ioredis counts the detours of a command (a slot that
 * moves, a server that is away) and waits a tenth of a second at most of them: so people are told to try again after about as long
 * as with one Redis, and work waits until it was done.
 * @throws RefereeError `STORE_AWAY` when the cluster takes nothing within five seconds
 */
export async function openClusterClients(found: FoundCluster, log: Log) {
  const web = openCluster(found, FOR_PEOPLE, log);
  const worker = openCluster(found, FOR_WORK, log);
  await allReady([web, worker], found);
  return { web, worker };
}

/** Of a cluster the server that has the record, as an address of its own: for tools, which run while no slot moves. */
export function ownerAddress({ owner, reach }: FoundCluster): RedisAddress {
  return { ...owner, ...reach };
}

/**
 * For a tool: the Redis at an address, or the server of its cluster that has the record. Waits for a Redis that is away.
 * @throws RefereeError as `findCluster`
 */
export async function openToolClient(address: RedisAddress, prefix: string, log: Log): Promise<Redis> {
  const asked = openWorkerClient(address, log);
  try {
    const found = await findCluster(asked, prefix);
    if (found === null) return asked;
    asked.disconnect();
    return openWorkerClient(ownerAddress(found), log);
  } catch (error) {
    asked.disconnect();
    throw error;
  }
}

/** `replyMapping` is left at its default, as in `ClientOptions`. */
type ClusterWay = Omit<ClusterOptions, "redisOptions"> & {
  readonly redisOptions: Omit<NonNullable<ClusterOptions["redisOptions"]>, "replyMapping">;
};

/** One client; a command waits until it is connected, unless `enableOfflineQueue` is false. */
export function openCluster(
  { servers, reach }: Pick<FoundCluster, "servers" | "reach">,
  { redisOptions, ...more }: ClusterWay,
  log: Log,
): Cluster {
  const cluster = new Cluster([...servers], {
    ...more,
    clusterRetryStrategy: retryStrategy,
    // A certificate is for a server's name, and not for what that resolves to.
    dnsLookup: (name, done) => done(null, name),
    redisOptions: { ...reach, ...redisOptions },
  });
  const away = new Set<string>();
  cluster.on("+node", (server: Redis) => {
    server.on("error", () => hearLater(server));
    server.on("ready", () => {
      const name = `${server.options.host}:${server.options.port}`;
      if (away.delete(name)) log.info("a server of the Redis Cluster is back", { server: name });
    });
  });
  cluster.on("node error", (error: unknown, server: string) => {
    if (!away.has(server)) log.warn("a server of the Redis Cluster is away", { server, error });
    away.add(server);
  });
  cluster.on("error", (error: unknown) => log.debug("no server of the Redis Cluster answers", { error }));
  return cluster;
}

async function allReady(clients: readonly Cluster[], found: FoundCluster): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  while (!clients.every(({ status }) => status === "ready")) {
    if (performance.now() > until) {
      for (const client of clients) client.disconnect();
      const todo =
        "See what redis-cli --cluster check says, and whether each server can be reached from here by its address.";
      throw new RefereeError("STORE_AWAY", `The Redis Cluster takes nothing; ${sayOwner(found)}. ${todo}`);
    }
    await pause(GLANCE_MS);
  }
}
