import type { RedisClient } from "../redis/client.ts";
import { onRedis } from "../store/redisErrors.ts";
import { defineScript } from "../store/script.ts";
import { renewingLease } from "./heartbeat.ts";
import type { WakeLease } from "./leaseScript.ts";
import type { Timings, WorkOptions } from "./types.ts";

export type WakeHandlerOptions = Pick<WorkOptions, "onWake" | "log" | "checkpoint"> & {
  readonly redis: RedisClient;
  readonly prefix: string;
  readonly timings: Timings;
};

/**
 * Has a due wake handled. The command that handles it moves the wake in its append; a wake that stands where it stood
 * was not understood by anybody, and is tried again ever more rarely instead of at once.
 */
export function createWakeHandler(options: WakeHandlerOptions): (wake: WakeLease) => Promise<void> {
  const { redis, prefix, timings, onWake, log, checkpoint } = options;
  const { first, longest } = timings.backoffMs;
  const run = (script: typeof currentScript, { stream, lease }: WakeLease) =>
    onRedis(() => script(redis, prefix, [stream, lease, first, longest, timings.leaseMs]));
  return async (wake) => {
    if ((await run(currentScript, wake)) !== 1) return;
    await checkpoint?.("wakeClaimed");
    const { stream, scheduledFor, lease } = wake;
    try {
      const commandId = `wake:${stream}:${scheduledFor}:${lease}`;
      const renew = () => run(currentScript, wake);
      await renewingLease(timings.leaseMs, renew, () => onWake({ stream, scheduledFor, commandId }));
    } catch (error) {
      log.error("wake failed", { stream, scheduledFor, error });
    }
    await checkpoint?.("wakeHandled");
    if ((await run(unmovedScript, wake)) === 1) log.warn("wake stays due, will try again", { stream, scheduledFor });
  };
}

const CURRENT = `
local stream, n, first, longest, lease = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local info = redis.call('HGET', P .. 'wakes:info', stream) or ''
local instant, current, failures = string.match(info, '^(%d+):(%d+):(%d+)$')
if current ~= n then return 0 end
`;

/** Only the newest lease is worth the work; an older job would decide the same again. */
const currentScript = defineScript(`${CURRENT}
redis.call('ZADD', P .. (failures == '0' and 'wakes:leased' or 'wakes:again'), written(now() + lease), stream)
return 1`);

const unmovedScript = defineScript(`${CURRENT}
local again = now() + math.min(longest, first * 2 ^ math.min(tonumber(failures), 20))
redis.call('HSET', P .. 'wakes:info', stream, instant .. ':' .. n .. ':' .. (failures + 1))
redis.call('ZREM', P .. 'wakes:leased', stream)
redis.call('ZADD', P .. 'wakes:again', written(again), stream)
return 1`);
