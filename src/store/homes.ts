import { z } from "zod";
import type { Spot } from "../adapter.ts";
import type { RedisClient } from "../redis/client.ts";
import { FOLLOWED_MS } from "./appendScript.ts";
import { onRedis } from "./redisErrors.ts";
import { defineScript } from "./script.ts";
import { laneOf, PlaceId, type PlantStreamId, placeId } from "./types.ts";

/** One person's home on one platform: the plant it belongs to, whose it is, and where it is shown. */
export type HomeOpening = {
  readonly stream: PlantStreamId;
  /** Unique to the account among the places of the plant. */
  readonly name: string;
  readonly spot: Spot;
  /** Shown as a new message, below which the one before is history; else it stays where it is. */
  readonly anew: boolean;
};

/**
 * Homes that were opened. Each is a place that follows lists of the record instead of the events of one stream. Homes that
 * nobody opened for a week follow nothing, and nobody has one who never opened it. May throw RefereeError `STORE_AWAY`.
 */
export type Homes = {
  /** It owes what it shows, from now on and for a week. */
  open(opening: HomeOpening): Promise<void>;
  /** The lists by which it is drawn: watched before they are read, so that nothing falls in between. */
  watch(place: PlaceId, lists: readonly string[]): Promise<void>;
  /** False once a newer message stands in its place. */
  isCurrent(place: PlaceId): Promise<boolean>;
};

/**
 * A home that is a message has two places which take turns: the new one, and the one before, which owes its last words.
 * `n` counts how often it was opened, and is the cursor: a message that is posted anew is another effect.
 */
const openScript = defineScript(`
local first, second, stream, lane, spot, anew = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local t, place = now(), first
local function owe(place)
  local key = P .. 'pl:' .. place
  local of = redis.call('HGET', key, 'lane')
  if not of then return end
  local counter = redis.call('INCR', P .. 'counter')
  redis.call('HSET', key, 'mark', counter)
  redis.call('HDEL', key, 'blocked', 'pause', 'failures')
  redis.call('ZADD', P .. 'd:' .. of, 'NX', counter, place)
  redis.call('ZADD', P .. 'lanes:owing', 'NX', t, of)
  if not redis.call('ZSCORE', P .. 'lanes:leased', of) then
    local pause = tonumber(redis.call('HGET', P .. 'l:' .. of, 'pause') or '0')
    redis.call('ZADD', P .. 'lanes:ready', 'LT', written(math.max(t, pause)), of)
  end
end
local function unwatch(place)
  for _, name in ipairs(cjson.decode(redis.call('HGET', P .. 'pl:' .. place, 'watches') or '[]')) do
    redis.call('ZREM', P .. 'w:' .. name, place)
  end
  redis.call('HDEL', P .. 'pl:' .. place, 'watches')
end
if anew == '1' then
  local n = redis.call('HINCRBY', P .. 'homes', first, 1)
  local old = second
  if n % 2 == 0 then place, old = second, first end
  unwatch(old)
  owe(old)
  redis.call('HDEL', P .. 'pl:' .. place, 'card', 'shown', 'effect')
  redis.call('HSET', P .. 'pl:' .. place, 'cursor', n)
end
redis.call('HSET', P .. 'pl:' .. place, 'stream', stream, 'lane', lane, 'spot', spot, 'openedAt', t)
for _, name in ipairs(cjson.decode(redis.call('HGET', P .. 'pl:' .. place, 'watches') or '[]')) do
  redis.call('ZADD', P .. 'w:' .. name, written(t), place)
  redis.call('PEXPIRE', P .. 'w:' .. name, ${FOLLOWED_MS})
end
owe(place)
return 1`);

const watchScript = defineScript(`
local place, key = ARGV[1], P .. 'pl:' .. ARGV[1]
local openedAt = tonumber(redis.call('HGET', key, 'openedAt') or '0')
if openedAt < now() - ${FOLLOWED_MS} then return 0 end
local wanted, names = {}, {}
for i = 2, #ARGV do wanted[ARGV[i]], names[i - 1] = true, ARGV[i] end
for _, name in ipairs(cjson.decode(redis.call('HGET', key, 'watches') or '[]')) do
  if not wanted[name] then redis.call('ZREM', P .. 'w:' .. name, place) end
end
for _, name in ipairs(names) do
  redis.call('ZADD', P .. 'w:' .. name, written(openedAt), place)
  redis.call('PEXPIRE', P .. 'w:' .. name, ${FOLLOWED_MS})
end
redis.call('HSET', key, 'watches', #names == 0 and '[]' or cjson.encode(names))
return 1`);

const Turn = z.coerce.number().int();
const NAME = /^(.*)-([12])$/;

export function createHomes(redis: RedisClient, prefix: string): Homes {
  return {
    open: async ({ stream, name, spot, anew }) => {
      const places = [placeId(stream, `${name}-1`), placeId(stream, `${name}-2`)];
      const args = [...places, stream, laneOf(spot), JSON.stringify(spot), anew ? 1 : 0];
      await onRedis(() => openScript(redis, prefix, args));
    },
    watch: async (place, lists) => {
      await onRedis(() => watchScript(redis, prefix, [place, ...lists]));
    },
    isCurrent: async (place) => {
      const [, name, slot] = NAME.exec(place) ?? [];
      if (name === undefined) return false;
      const n = Turn.parse((await onRedis(() => redis.hget(`${prefix}homes`, PlaceId.parse(`${name}-1`)))) ?? 0);
      // A home that is a tab was never shown anew, and has its first place only.
      return n === 0 ? slot === "1" : slot === (n % 2 === 0 ? "2" : "1");
    },
  };
}
