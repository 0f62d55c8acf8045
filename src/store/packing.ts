import { z } from "zod";
import { DAY_MS, type EpochMs, HOUR_MS } from "../clock.ts";
import type { RedisClient } from "../redis/client.ts";
import { locate, NO_ARCHIVES, readArchived } from "./archived.ts";
import { verifyElements } from "./chain.ts";
import {
  broken,
  elementsIn,
  isCommandName,
  PACKED,
  type PackedPlace,
  pack,
  placesIn,
  readPacked,
  verifyPacked,
} from "./packed.ts";
import { onRedis } from "./redisErrors.ts";
import { Bytes, counted, defineBytesScript, defineScript, type ScriptArgs, Text } from "./script.ts";
import { gapOf, type Shared, sharedText, WHOLE, withoutShared } from "./shared.ts";
import { KNOW_THREADS, threadArgs } from "./threads.ts";
import { type ChainReport, type PlaceId, StreamId } from "./types.ts";

/** What is over rests for so long before it is packed, plant time: whoever comes back to it mostly does so within a day. */
export const RESTS_MS = DAY_MS;
/** Whoever takes one to pack it has so long for it; one that cannot be packed yet is looked at again after it. */
const TAKEN_MS = HOUR_MS;

/** What there is to know of a stream that is over, so that it can be packed. */
export type Packable = {
  /** All places that ever showed it. */
  readonly places: readonly PlaceId[];
  /** Texts that its events share with others. */
  readonly shared: readonly string[];
  /** When something last happened to it. */
  readonly at: EpochMs;
};

/** `waits`: something of it is due or being said, or somebody was at it meanwhile; it is looked at again later. */
export type PackOutcome = "packed" | "waits" | "gone";

/** Packs what is over. Every function may throw RefereeError `STORE_AWAY`. */
export type Packing = {
  /** Some streams to look at now; nobody else is given them for an hour. */
  take(most: number): Promise<readonly StreamId[]>;
  /** @throws RefereeError `CHAIN_BROKEN` for a history that is not what was written: it is left as it is */
  pack(stream: StreamId, packable: Packable): Promise<PackOutcome>;
  /** It is not over: looked at no more until it is. */
  leave(stream: StreamId): Promise<void>;
  /** These are to be looked at, where they are not packed yet: what was over before records were packed. */
  queue(streams: readonly StreamId[]): Promise<void>;
  /** Whether all of those were. */
  isQueued(): Promise<boolean>;
  allQueued(): Promise<void>;
};

/** @param checkpoint tests stop the world here, between looking at a stream and packing it */
export function createPacking(redis: RedisClient, prefix: string, checkpoint?: () => Promise<void>): Packing {
  return {
    take: async (most) => z.array(StreamId).parse(await onRedis(() => takeScript(redis, prefix, [most, TAKEN_MS]))),
    pack: async (stream, packable) => {
      const look = await lookAt(redis, prefix, stream, packable);
      await checkpoint?.();
      return typeof look === "string" ? look : packAs(redis, prefix, look);
    },
    leave: async (stream) => {
      await onRedis(() => redis.zrem(`${prefix}packs`, stream));
    },
    queue: async (streams) => {
      await onRedis(() => queueScript(redis, prefix, streams));
    },
    isQueued: async () => (await onRedis(() => redis.exists(`${prefix}packs:older`))) === 1,
    allQueued: async () => {
      await onRedis(() => redis.set(`${prefix}packs:older`, "1"));
    },
  };
}

const takeScript = defineScript(`
local plant = now() + plantOffset()
local due = redis.call('ZRANGEBYSCORE', P .. 'packs', '-inf', written(plant), 'LIMIT', 0, ARGV[1])
for _, stream in ipairs(due) do redis.call('ZADD', P .. 'packs', written(plant + tonumber(ARGV[2])), stream) end
return due`);

const queueScript = defineScript(`${PACKED}
local plant = written(now() + plantOffset())
for _, stream in ipairs(ARGV) do
  if not redis.call('ZSCORE', P .. 'wakes', stream) and not packedOf(stream) then redis.call('ZADD', P .. 'packs', 'NX', plant, stream) end
end
return 1`);

/** Lua: whether nothing of a stream is due, being looked at or to be said; and all that its places and commands have, as one hash. */
export const RESTING = `
local function rests(stream, places)
  if redis.call('PTTL', P .. 's:' .. stream) ~= -1 then return false end
  for _, zset in ipairs({'wakes', 'wakes:leased', 'wakes:again', 'revisits'}) do
    if redis.call('ZSCORE', P .. zset, stream) then return false end
  end
  for _, place in ipairs(places) do
    local lane = redis.call('HGET', P .. 'pl:' .. place, 'lane')
    if lane and redis.call('ZSCORE', P .. 'd:' .. lane, place) then return false end
  end
  return true
end
-- In one order: Redis gives the fields of a hash that grows in another each time.
local function hashAsText(key)
  local all, fields = redis.call('HGETALL', key), {}
  for n = 1, #all, 2 do fields[#fields + 1] = cjson.encode({all[n], all[n + 1]}) end
  table.sort(fields)
  return table.concat(fields, ',')
end
local function besides(stream, places)
  local all = {}
  for n, place in ipairs(places) do all[n] = hashAsText(P .. 'pl:' .. place) end
  all[#all + 1] = hashAsText(P .. 'k:' .. stream)
  return redis.sha1hex(table.concat(all, ';'))
end
`;

const lookScript = defineBytesScript(`${PACKED}${WHOLE}${RESTING}
local stream, places, fields = ARGV[1], {}, {}
for n = 2, #ARGV do places[n - 1] = ARGV[n] end
if redis.call('EXISTS', P .. 's:' .. stream) == 0 or packedOf(stream) then return {'gone'} end
if not rests(stream, places) then return {'waits'} end
for n, place in ipairs(places) do fields[n] = redis.call('HGETALL', P .. 'pl:' .. place) end
local function events() return redis.call('LRANGE', P .. 's:' .. stream, 0, -1) end
return {'rests', besides(stream, places), redis.call('HKEYS', P .. 'k:' .. stream), fields, events(), wholeEach(events())}`);

const Look = z.union([
  z.tuple([Text.pipe(z.enum(["gone", "waits"]))]),
  z.tuple([Text.pipe(z.literal("rests")), Text, z.array(Text), z.array(z.array(Text)), z.array(Text), z.array(Text)]),
]);

const packScript = defineScript(`${PACKED}${RESTING}
local i = 0
local function take() i = i + 1 return ARGV[i] end
local stream, version, head, known, at, element = take(), tonumber(take()), take(), take(), take(), take()
local list = P .. 's:' .. stream
local shared, commands, places = {}, {}, {}
for n = 1, tonumber(take()) do shared[n] = {take(), take()} end
for n = 1, tonumber(take()) do commands[n] = take() end
for n = 1, tonumber(take()) do places[n] = take() end
if redis.call('LLEN', list) ~= version or packedOf(stream) or string.sub(redis.call('LINDEX', list, -1), 1, 64) ~= head then return 'waits' end
if not rests(stream, places) or besides(stream, places) ~= known then return 'waits' end
for _, text in ipairs(shared) do redis.call('SET', P .. 'shared:' .. text[1], text[2], 'NX') end
redis.call('DEL', list)
redis.call('RPUSH', list, element)
for _, place in ipairs(places) do redis.call('DEL', P .. 'pl:' .. place) end
for _, command in ipairs(commands) do redis.call('HDEL', P .. 'k:' .. stream, command) end
redis.call('ZREM', P .. 'packs', stream)
redis.call('ZADD', P .. 'packed', at, stream)
return 'packed'`);

/** What the script that packs is told: as what it was seen, what it becomes, and what was named. */
type Seen = {
  readonly args: ScriptArgs;
  readonly texts: readonly Shared[];
  readonly commands: readonly string[];
  readonly places: readonly PlaceId[];
};

/** @throws RefereeError `CHAIN_BROKEN` */
async function lookAt(
  redis: RedisClient,
  prefix: string,
  stream: StreamId,
  { places, shared, at }: Packable,
): Promise<Seen | Exclude<PackOutcome, "packed">> {
  const look = Look.parse(await onRedis(() => lookScript(redis, prefix, [stream, ...places])));
  if (look[0] !== "rests") return look[0];
  const [, known, names, fields, stored, whole] = look;
  const report = verifyElements(stream, whole);
  if (report.type === "broken") throw broken(stream, `its chain is broken at event ${report.brokenAt}`);
  const texts = shared.map(sharedText);
  const elements = stored.map((element) => (gapOf(element) === null ? withoutShared(element, texts) : element));
  const isNew = ({ name }: Shared) => elements.some((each, n) => each !== stored[n] && gapOf(each)?.name === name);
  const kept = places.map((place, n) => ({ place, fields: keptOf(fields[n] ?? []) }));
  const commands = names.filter(isCommandName);
  const packed = pack({ elements, commands, places: kept.filter((each) => Object.keys(each.fields).length > 0) });
  const args = [stream, report.version, report.head, known, at, packed];
  return { args, texts: texts.filter(isNew), commands, places };
}

async function packAs(
  redis: RedisClient,
  prefix: string,
  { args, texts, commands, places }: Seen,
): Promise<PackOutcome> {
  const named = [
    ...counted(texts.map(({ name, text }) => [name, text])),
    ...counted(commands.map((command) => [command])),
    ...counted(places.map((place) => [place])),
  ];
  return z.enum(["packed", "waits"]).parse(await onRedis(() => packScript(redis, prefix, [...args, ...named])));
}

/** What only matters while something is being said there, or follows from the rest. */
const PASSING = new Set(["stream", "mark", "call", "spoke", "lull", "pause", "failures"]);

function keptOf(flat: readonly string[]): PackedPlace["fields"] {
  const fields: Record<string, string> = {};
  for (let n = 0; n + 1 < flat.length; n += 2) {
    const name = flat[n] ?? "";
    if (!PASSING.has(name)) fields[name] = flat[n + 1] ?? "";
  }
  return fields;
}

const unpackScript = defineScript(`
local i = 0
local function take() i = i + 1 return ARGV[i] end
local stream, element, again = take(), take(), tonumber(take())
local list = P .. 's:' .. stream
if redis.call('LLEN', list) ~= 1 or redis.call('LINDEX', list, 0) ~= element then return 0 end
redis.call('DEL', list)
for _ = 1, tonumber(take()) do redis.call('RPUSH', list, take()) end
for _ = 1, tonumber(take()) do redis.call('HSET', P .. 'k:' .. stream, take(), '') end
for _ = 1, tonumber(take()) do
  local place = P .. 'pl:' .. take()
  redis.call('DEL', place)
  redis.call('HSET', place, 'stream', stream)
  for _ = 1, tonumber(take()) do redis.call('HSET', place, take(), take()) end
end
${KNOW_THREADS}
redis.call('ZREM', P .. 'packed', stream)
redis.call('ZADD', P .. 'packs', written(now() + plantOffset() + again), stream)
return 1`);

const packedScript = defineBytesScript(`${PACKED}
local packed = packedOf(ARGV[1])
return packed and {packed.element, textsIn(packed)} or {}`);

const PackedReply = z.union([z.tuple([Bytes, z.array(Text)]), z.tuple([])]);

/** A packed history as it is kept, with the texts it shares; null for one that is not packed. */
export async function readPackedOf(redis: RedisClient, prefix: string, stream: StreamId) {
  const [element, texts = []] = PackedReply.parse(await onRedis(() => packedScript(redis, prefix, [stream])));
  const packed = readPacked(stream, element);
  return packed === null || element === undefined ? null : { packed, texts, element };
}

const wholeHistory = defineBytesScript(`${PACKED}${WHOLE}
local packed = packedOf(ARGV[1])
return {wholeEach(redis.call('LRANGE', P .. 's:' .. ARGV[1], 0, -1)), packed and textsIn(packed) or {}}`);

const lengthScript = defineScript(`${PACKED}
return lengthOf(ARGV[1])`);

/** How many events a history has, packed or not. */
export async function lengthOf(redis: RedisClient, prefix: string, stream: string): Promise<number> {
  return z.int().parse(await onRedis(() => lengthScript(redis, prefix, [stream])));
}

const HistoryReply = z.tuple([z.array(Bytes), z.array(Text)]);

/** Computes every hash of a history again, packed, archived or neither. @throws RefereeError `ARCHIVE_UNREADABLE` */
export async function verifyStream(
  redis: RedisClient,
  prefix: string,
  stream: StreamId,
  archives = NO_ARCHIVES,
): Promise<ChainReport> {
  const [elements, texts] = HistoryReply.parse(await onRedis(() => wholeHistory(redis, prefix, [stream])));
  const located = elements.length === 0 ? await locate(redis, prefix, stream) : null;
  if (located !== null) {
    const lying = await readArchived(redis, prefix, archives, { stream, located });
    return verifyPacked(lying.packed, lying.texts);
  }
  const packed = readPacked(stream, elements[0]);
  const whole = () =>
    verifyElements(
      stream,
      elements.map((element) => element.toString()),
    );
  return packed === null ? whole() : verifyPacked(packed, texts);
}

/**
 * Has a history as it was before it was packed, so that something can be appended; nothing where it is not packed, or somebody
 * else was quicker.
 * @throws RefereeError `CHAIN_BROKEN` where it is not what was written
 */
export async function unpack(redis: RedisClient, prefix: string, stream: StreamId): Promise<void> {
  const found = await readPackedOf(redis, prefix, stream);
  if (found === null) return;
  const { packed, texts, element } = found;
  const kept = placesIn(packed);
  const places = kept.map(({ place, fields }) => {
    const flat = Object.entries(fields).flat();
    return [place, flat.length / 2, ...flat];
  });
  const args = [
    ...[stream, element, RESTS_MS],
    ...counted(elementsIn(packed, texts).map((each) => [each])),
    ...counted(packed.commands.map((command) => [command])),
    ...counted(places),
    ...threadArgs(kept),
  ];
  await onRedis(() => unpackScript(redis, prefix, args));
}
