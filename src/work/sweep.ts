import { z } from "zod";
import { MINUTE_MS } from "../clock.ts";
import type { Log } from "../log.ts";
import type { RedisClient } from "../redis/client.ts";
import { PACKED } from "../store/packed.ts";
import { onRedis } from "../store/redisErrors.ts";
import { defineScript } from "../store/script.ts";

/** How often some of the threads are looked at, in the whole installation, and about how many. */
const EVERY_MS = MINUTE_MS;
const LOOKED_AT = 500;

/**
 * Drops threads whose place ended by itself, as drafts that nobody sent do. A field of a hash has no end of its own, so all of
 * them are gone through, a few at a time; the next of them is looked at a minute later, by whichever process comes first.
 */
const sweepScript = defineScript(`${PACKED}
local everyMs, count = ARGV[1], ARGV[2]
if not redis.call('SET', P .. 'threads:swept', '', 'NX', 'PX', everyMs) then return -1 end
local scanned = redis.call('HSCAN', P .. 'threads', redis.call('GET', P .. 'threads:at') or '0', 'COUNT', count)
local dropped = 0
for at = 1, #scanned[2], 2 do
  local place = scanned[2][at + 1]
  local stream = string.match(place, '^[^.]*')
  local isKept = redis.call('EXISTS', P .. 'pl:' .. place) == 1 or packedOf(stream) or redis.call('HEXISTS', P .. 'archived', stream) == 1
  if not isKept then
    dropped = dropped + redis.call('HDEL', P .. 'threads', scanned[2][at])
  end
end
if scanned[1] == '0' then redis.call('DEL', P .. 'threads:at') else redis.call('SET', P .. 'threads:at', scanned[1]) end
return dropped`);

/** Looks at some threads. @returns how many were dropped; null when another process looked a short while ago */
export async function sweepThreads(redis: RedisClient, prefix: string, everyMs = EVERY_MS): Promise<number | null> {
  const dropped = z.int().parse(await onRedis(() => sweepScript(redis, prefix, [everyMs, LOOKED_AT])));
  return dropped === -1 ? null : dropped;
}

/** Goes through the threads for as long as a process works. */
export function createSweep(redis: RedisClient, prefix: string, log: Log): { start(): void; stop(): void } {
  let again: NodeJS.Timeout | undefined;
  const sweep = () => {
    sweepThreads(redis, prefix).then(
      (dropped) => (dropped ?? 0) > 0 && log.debug("threads of what ended were dropped", { dropped }),
      (error: unknown) => log.debug("threads of what ended could not be dropped", { error }),
    );
  };
  return {
    start: () => {
      again = setInterval(sweep, EVERY_MS).unref();
    },
    stop: () => clearInterval(again),
  };
}
