import { z } from "zod";
import { EpochMs } from "../clock.ts";
import type { RedisClient } from "../redis/client.ts";
import { onRedis } from "../store/redisErrors.ts";
import { defineScript } from "../store/script.ts";
import { LaneId, StreamId } from "../store/types.ts";

/** A lane somebody is to speak in, a wake somebody is to handle. `lease` is a number never used before. */
export type LaneLease = {
  readonly lane: LaneId;
  readonly lease: number;
  /** Something there calls for help. */
  readonly calls: boolean;
};
export type WakeLease = { readonly stream: StreamId; readonly scheduledFor: EpochMs; readonly lease: number };

/** What one look came to. */
export type Look = {
  readonly lanes: readonly LaneLease[];
  readonly wakes: readonly WakeLease[];
  readonly counter: number;
  /** Until the next known instant; null when there is none. 0 or less is never given: there is no room, so wait. */
  readonly nextInMs: number | null;
};

/**
 * Leases what is due: lanes by Redis TIME, wakes by plant time. What was leased and never finished is leased again under
 * a new number. A wake moves out of `wakes` while it is handled, so that ten thousand due at once do not hide each other.
 * One that failed waits in `wakes:again`, where it takes no room from those that were not tried yet.
 */
const lookScript = defineScript(`
local t, lease, room = now(), tonumber(ARGV[1]), tonumber(ARGV[2])
local plant, next = t + plantOffset(), nil
local function sooner(ms) if ms > 0 and (not next or ms < next) then next = ms end end
local function first(zset) return tonumber(redis.call('ZRANGE', zset, 0, 0, 'WITHSCORES')[2]) end

local lanes, leasedLanes, ready, calling = {}, P .. 'lanes:leased', P .. 'lanes:ready', P .. 'lanes:calling'
local function leaseLane(lane)
  local n = redis.call('INCR', P .. 'leases')
  redis.call('HDEL', P .. 'l:' .. lane, 'token')
  local owes = redis.call('ZRANGE', P .. 'd:' .. lane, 0, 0, 'WITHSCORES')[2]
  local calls = owes and rankOf(owes) > 0 and 1 or 0
  redis.call('HSET', P .. 'l:' .. lane, 'n', n, 'q', calls == 1 and 'call' or '')
  redis.call('ZADD', leasedLanes, written(t + lease), lane)
  lanes[#lanes + 1] = {lane, n, calls}
end
-- A call waits neither for room nor behind other lanes; nor for a job of its lane that nobody has begun. Who has it in hand says
-- it first and is looked at no more: a look must not grow with the calls that are being said.
for _, lane in ipairs(redis.call('SMEMBERS', calling)) do
  local owes = redis.call('ZRANGE', P .. 'd:' .. lane, 0, 0, 'WITHSCORES')[2]
  local from = redis.call('ZSCORE', ready, lane)
  if not owes or rankOf(owes) <= 0 then
    redis.call('SREM', calling, lane)
  elseif not from then
    redis.call('SREM', calling, lane)
    local l = redis.call('HMGET', P .. 'l:' .. lane, 'token', 'q')
    if not l[1] and l[2] == '' then leaseLane(lane) end
  elseif tonumber(from) <= t then
    redis.call('SREM', calling, lane)
    redis.call('ZREM', ready, lane)
    leaseLane(lane)
  end
end
for _, lane in ipairs(redis.call('ZRANGEBYSCORE', leasedLanes, '-inf', t)) do leaseLane(lane) end
local free = room - redis.call('ZCARD', leasedLanes)
if free > 0 then
  for _, lane in ipairs(redis.call('ZRANGEBYSCORE', ready, '-inf', t, 'LIMIT', 0, free)) do
    redis.call('ZREM', ready, lane)
    leaseLane(lane)
  end
end
sooner((first(ready) or 0) - t)
sooner((first(leasedLanes) or 0) - t)

local wakes, leasedWakes, again, scheduled = {}, P .. 'wakes:leased', P .. 'wakes:again', P .. 'wakes'
local function leaseWake(zset, stream, instant, failures)
  local n = redis.call('INCR', P .. 'leases')
  redis.call('HSET', P .. 'wakes:info', stream, instant .. ':' .. n .. ':' .. failures)
  redis.call('ZADD', zset, written(t + lease), stream)
  wakes[#wakes + 1] = {stream, instant, n}
end
local function leaseOnceMore(zset, most)
  for _, stream in ipairs(redis.call('ZRANGEBYSCORE', zset, '-inf', t, 'LIMIT', 0, most)) do
    local instant, failures = string.match(redis.call('HGET', P .. 'wakes:info', stream) or '0:0:0', '^(%d+):%d+:(%d+)')
    leaseWake(zset, stream, instant, failures)
  end
end
leaseOnceMore(leasedWakes, -1)
leaseOnceMore(again, math.max(1, math.floor(room / 8)))
free = room - redis.call('ZCARD', leasedWakes)
if free > 0 then
  local due = redis.call('ZRANGEBYSCORE', scheduled, '-inf', plant, 'WITHSCORES', 'LIMIT', 0, free)
  for i = 1, #due, 2 do
    redis.call('ZREM', scheduled, due[i])
    leaseWake(leasedWakes, due[i], due[i + 1], '0')
  end
end
sooner((first(scheduled) or 0) - plant)
sooner((first(leasedWakes) or 0) - t)
sooner((first(again) or 0) - t)
return {lanes, wakes, tonumber(redis.call('GET', P .. 'counter') or '0'), next or -1}`);

const LookReply = z.tuple([
  z.array(z.tuple([LaneId, z.int(), z.int()])),
  z.array(z.tuple([StreamId, z.coerce.number().pipe(EpochMs), z.int()])),
  z.int(),
  z.number(),
]);

/** @param room how many lanes, and how many wakes, may be leased at once in the whole installation */
export async function lookForWork(redis: RedisClient, prefix: string, leaseMs: number, room: number): Promise<Look> {
  const reply = LookReply.parse(await onRedis(() => lookScript(redis, prefix, [leaseMs, room])));
  const [lanes, wakes, counter, next] = reply;
  return {
    lanes: lanes.map(([lane, lease, calls]) => ({ lane, lease, calls: calls === 1 })),
    wakes: wakes.map(([stream, scheduledFor, lease]) => ({ stream, scheduledFor, lease })),
    counter,
    nextInMs: next < 0 ? null : next,
  };
}
