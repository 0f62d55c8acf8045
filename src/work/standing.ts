import { z } from "zod";
import { EpochMs } from "../clock.ts";
import type { RedisClient } from "../redis/client.ts";
import { onRedis } from "../store/redisErrors.ts";
import { defineScript } from "../store/script.ts";

/** How the whole installation stands: what is due, and how late it is. */
export type Standing = {
  /** Lanes and wakes that are due, and what is to be looked at anew, leased, or waiting for a budget or a platform. */
  readonly open: number;
  readonly oldestDirtyMs: number | null;
  readonly oldestWakeMs: number | null;
  /** Lanes that owe something, whether or not they may speak now. */
  readonly lanesOwing: number;
  /** Wakes that are due or being handled. */
  readonly wakesDue: number;
  /** What is to be looked at anew because something it depends on changed. */
  readonly revisits: number;
};

/** Wakes being handled that are looked at for the oldest; more than are ever leased at once by a few processes. */
const SAMPLE = 500;

const standingScript = defineScript(`
local t = now()
local plant = t + plantOffset()
local owing, revisits = redis.call('ZCARD', P .. 'lanes:owing'), redis.call('ZCARD', P .. 'revisits')
local wakes = redis.call('ZCARD', P .. 'wakes:leased') + redis.call('ZCARD', P .. 'wakes:again') + redis.call('ZCOUNT', P .. 'wakes', '-inf', plant)
local open = owing + redis.call('ZCARD', P .. 'lanes:leased') + revisits + wakes
local lane = tonumber(redis.call('ZRANGE', P .. 'lanes:owing', 0, 0, 'WITHSCORES')[2])
local wake = tonumber(redis.call('ZRANGE', P .. 'wakes', 0, 0, 'WITHSCORES')[2])
for _, zset in ipairs({'wakes:leased', 'wakes:again'}) do
  for _, stream in ipairs(redis.call('ZRANGE', P .. zset, 0, ${SAMPLE - 1})) do
    local instant = tonumber(string.match(redis.call('HGET', P .. 'wakes:info', stream) or '', '^%d+'))
    if instant and (not wake or instant < wake) then wake = instant end
  end
end
local function late(since, instant) return since and since <= instant and instant - since or -1 end
return {open, late(lane, t), late(wake, plant), owing, wakes, revisits}`);

const StandingReply = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int(), z.int()]);

export async function readStanding(redis: RedisClient, prefix: string): Promise<Standing> {
  const reply = StandingReply.parse(await onRedis(() => standingScript(redis, prefix, [])));
  const [open, lane, wake, lanesOwing, wakesDue, revisits] = reply;
  const oldest = { oldestDirtyMs: lane < 0 ? null : lane, oldestWakeMs: wake < 0 ? null : wake };
  return { open, ...oldest, lanesOwing, wakesDue, revisits };
}

/**
 * Moves plant time forward, to the next wake at most, and not at all while a wake is due or being handled. Never back.
 * `toNext` moves to the next wake however far it is; without one, time stays.
 */
const advanceScript = defineScript(`
local target, toNext = tonumber(ARGV[1]), ARGV[2] == '1'
local t, offset = now(), plantOffset()
local plant = t + offset
local wake = tonumber(redis.call('ZRANGE', P .. 'wakes', 0, 0, 'WITHSCORES')[2])
if toNext then target = wake or plant end
local moved, busy = 0, redis.call('ZCARD', P .. 'revisits') + redis.call('ZCARD', P .. 'wakes:leased') + redis.call('ZCARD', P .. 'wakes:again') > 0 or (wake and wake <= plant)
if not busy then
  local halt = math.min(target, wake or target)
  if halt > plant then
    redis.call('SET', P .. 'clock', plantClock() and written(halt - t) or '@' .. written(halt))
    plant, moved = halt, 1
  end
end
return {written(plant), (plant >= target and 1 or 0), moved, written(target)}`);

const AdvanceReply = z.tuple([z.coerce.number().pipe(EpochMs), z.int(), z.int(), z.coerce.number().pipe(EpochMs)]);

/** One step of winding: the plant time now, and whether it is where it was to go. */
export type Advanced = {
  readonly now: EpochMs;
  readonly target: EpochMs;
  readonly arrived: boolean;
  /** False also when something due or being handled holds the time. */
  readonly moved: boolean;
};

/** @param target plant time to go to; null: the next wake */
export async function advance(redis: RedisClient, prefix: string, target: EpochMs | null): Promise<Advanced> {
  const args = target === null ? [0, "1"] : [target, "0"];
  const [now, arrived, moved, to] = AdvanceReply.parse(await onRedis(() => advanceScript(redis, prefix, args)));
  return { now, target: to, arrived: arrived === 1, moved: moved === 1 };
}
