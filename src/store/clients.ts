import { Redis } from "ioredis";
import type { ClientOptions, RedisAddress } from "../config/redisAddress.ts";
import type { Log } from "../log.ts";

export type { RedisAddress } from "../config/redisAddress.ts";

export const WEB_TIMEOUT_MS = 1_500;

/**
 * For people who wait for an answer: gives up at once when Redis is away, so that the platform is told to send again.
 * A command that timed out may still be done later; that is what command ids are for.
 */
export function openWebClient(address: RedisAddress, log: Log): Redis {
  return open(address, { maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: WEB_TIMEOUT_MS }, log);
}

/** For work that nobody waits for: waits until Redis is back, and then goes on. */
export function openWorkerClient(address: RedisAddress, log: Log): Redis {
  return open(address, { maxRetriesPerRequest: null }, log);
}

function open(address: RedisAddress, more: ClientOptions, log: Log): Redis {
  const options = { ...more, retryStrategy, sentinelRetryStrategy: retryStrategy };
  const redis = typeof address === "string" ? new Redis(address, options) : new Redis({ ...address, ...options });
  let away = false;
  redis.on("ready", () => {
    if (away) log.info("Redis is back");
    away = false;
  });
  redis.on("error", (error: unknown) => {
    hearLater(redis);
    if (!away) log.warn("Redis is away", { error });
    away = true;
  });
  return redis;
}

/**
 * ioredis hears one error of a socket. One of TLS may have a second, as when its server answers what came of the first, and
 * what nobody hears ends the process.
 */
export function hearLater({ stream }: { readonly stream?: Redis["stream"] }): void {
  // Before the first connection there is none, whatever its type says.
  if (stream?.listeners("error").includes(heard) === false) stream.on("error", heard);
}

const heard = () => undefined;

/** Milliseconds until the next try: doubled from 100, one second at most, for a restart takes about that long. */
export function retryStrategy(tries: number): number {
  return Math.min(50 * 2 ** tries, 1_000);
}
