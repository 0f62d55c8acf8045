import type { Spot } from "../adapter.ts";
import { DAY_MS } from "../clock.ts";
import { seal } from "./chain.ts";
import { COMMAND_MEMORY_MS, commandKey, KNOWN } from "./commandMemory.ts";
import { LOOSE, type RecordForm } from "./form.ts";
import { writeSample } from "./samples.ts";
import { counted, defineScript, type ScriptArgs } from "./script.ts";
import { sharedText, withoutShared } from "./shared.ts";
import type { Append, Touch } from "./types.ts";

/** How long after it was opened a home follows the record, ms; opened again, it begins anew. */
export const FOLLOWED_MS = 7 * DAY_MS;
/** How long it is known of a history that it ended by itself, ms: longer than any process goes on. */
const ENDED_KNOWN_MS = 60 * DAY_MS;
/** How long counts are kept after the last that came, ms: longer than anybody compares one week with another. */
const COUNTED_MS = 70 * DAY_MS;
/** How many samples of a name are there. */
export const MOST_SAMPLES = 30;
/** How long they are kept after the last that came, ms: what comes once a year is still compared with the year before. */
const SAMPLED_MS = 400 * DAY_MS;
/** A last event that is longer, bytes, has its hash beside it as well: a plant has its whole file in one. */
const LONG_BYTES = 2_000;
/** So many places that watch one list are told of a change: more than people look at one list in a week. */
const MOST_WATCHERS = 500;

/**
 * Everything one command changes, in one step. All checks come before the first write, since a script that fails
 * half-way keeps what it wrote. Replies: `known`, `broken`, `conflict`, `packed` and `archived` (unpack it, or
 * bring it back, first), `appended`.
 */
export const appendScript = defineScript(`${KNOWN}
local i = 0
local function take() i = i + 1 return ARGV[i] end
local function many() local n = tonumber(take()) return function() n = n - 1 if n >= 0 then return take() end end end

local command, stream, expectedVersion, expectedHead, answer, memory, lasting, wakeAt, packsAt, adds =
  take(), take(), tonumber(take()), take(), take(), take(), take(), take(), take(), take()
local first = known(command, stream)
if first then return {'known', first} end

local list, projection = P .. 's:' .. stream, P .. 'p:' .. stream
if redis.call('EXISTS', list) == 0 and redis.call('HEXISTS', P .. 'archived', stream) == 1 then
  if adds == '1' then return {'archived'} end
  redis.call('SET', P .. 'c:' .. command, answer, 'PX', memory)
  return {'appended', expectedVersion, tonumber(redis.call('GET', P .. 'counter') or '0')}
end
local version = lengthOf(stream)
local seen = tonumber(redis.call('HGET', projection, '_v') or '0')
if seen ~= version then return {'broken', version, seen} end
local last = redis.call('LINDEX', list, -1)
local head = last and string.sub(last, 1, 64) or stream
if version ~= expectedVersion or head ~= expectedHead then return {'conflict'} end
local packed = packedOf(stream)
if packed and adds == '1' then return {'packed'} end
local guards = {}
for name in many() do
  local expected, nextValue = take(), take()
  if (redis.call('HGET', P .. 'guards', name) or '') ~= expected then return {'conflict'} end
  guards[#guards + 1] = {name, nextValue}
end

redis.call('SET', P .. 'c:' .. command, answer, 'PX', memory)
local counter = redis.call('INCR', P .. 'counter')
for _, guard in ipairs(guards) do redis.call('HSET', P .. 'guards', guard[1], guard[2]) end
for name in many() do redis.call('SET', P .. 'shared:' .. name, take(), 'NX') end
for element in many() do version, last = redis.call('RPUSH', list, element), element end
if version == 0 then return {'appended', version, counter} end
if lasting == '1' then stays(command, stream) end

local before = redis.call('HGET', projection, '_l') or '[]'
local fields = {'_v', version}
if last and #last > ${LONG_BYTES} then fields = {'_v', version, '_h', string.sub(last, 1, 64)} end
for field in many() do
  fields[#fields + 1] = field
  fields[#fields + 1] = take()
end
redis.call('DEL', projection)
redis.call('HSET', projection, unpack(fields))
for name in many() do
  local score = take()
  if score == '' then redis.call('ZREM', P .. 'i:' .. name, stream)
  else redis.call('ZADD', P .. 'i:' .. name, score, stream) end
end

-- What it is listed in: it leaves what it is not named for any more. Where nothing happened, only a list in which it moved is
-- another one than it was.
local stirred = {}
if take() == '1' then
  local listed = {}
  for name in many() do
    local moved = redis.call('ZADD', P .. 'i:' .. name, 'CH', take(), stream) == 1
    listed[name] = true
    if moved or version ~= expectedVersion then stirred[name] = true end
  end
  for _, name in ipairs(cjson.decode(before)) do
    if not listed[name] then
      redis.call('ZREM', P .. 'i:' .. name, stream)
      stirred[name] = true
    end
  end
  before = '[]'
  local names = {}
  for name in pairs(listed) do names[#names + 1] = name end
  if #names > 0 then before = cjson.encode(names) end
end
if before ~= '[]' then redis.call('HSET', projection, '_l', before) end
for name in many() do stirred[name] = true end
for name in many() do
  local count = P .. 'n:' .. name
  redis.call('HINCRBY', count, take(), take())
  redis.call('PEXPIRE', count, ${COUNTED_MS})
end
for name in many() do
  local samples = P .. 'm:' .. name
  redis.call('LPUSH', samples, take())
  redis.call('LTRIM', samples, 0, ${MOST_SAMPLES - 1})
  redis.call('PEXPIRE', samples, ${SAMPLED_MS})
end

if not packed then
  if packsAt == '' then redis.call('ZREM', P .. 'packs', stream) else redis.call('ZADD', P .. 'packs', packsAt, stream) end
end

-- A wake that is being handled and stays where it was keeps its lease: the handler will conflict and decide again.
local leased = redis.call('HGET', P .. 'wakes:info', stream)
local keepsLease = leased and string.match(leased, '^%d+') == wakeAt
if leased and not keepsLease then
  redis.call('ZREM', P .. 'wakes:leased', stream)
  redis.call('ZREM', P .. 'wakes:again', stream)
  redis.call('HDEL', P .. 'wakes:info', stream)
end
if not keepsLease then
  if wakeAt == '' then redis.call('ZREM', P .. 'wakes', stream)
  else redis.call('ZADD', P .. 'wakes', wakeAt, stream) end
end

local t = now()
local function owe(key, place, lane, weight, blocked)
  if AHEAD[weight] >= 0 then redis.call('HDEL', key, 'lull') end
  if blocked then return end
  redis.call('ZADD', P .. 'd:' .. lane, 'LT', ranked(counter, weight), place)
  if AHEAD[weight] > 0 then
    redis.call('HSET', key, 'call', counter)
    redis.call('SADD', P .. 'lanes:calling', lane)
  end
  redis.call('ZADD', P .. 'lanes:owing', 'NX', t, lane)
  if not redis.call('ZSCORE', P .. 'lanes:leased', lane) then
    local l = redis.call('HMGET', P .. 'l:' .. lane, 'pause', 'redrawFrom', 'cardsFrom')
    local from = math.max(t, tonumber(l[1] or '0'))
    if weight == 'redraw' then from = math.max(from, tonumber(l[2] or '0'), tonumber(l[3] or '0')) end
    redis.call('ZADD', P .. 'lanes:ready', 'LT', written(from), lane)
  end
end
local placed = {}
for place in many() do
  placed[#placed + 1] = P .. 'pl:' .. place
  local lane, spot, thread, tryAgain, weight = take(), take(), take(), take(), take()
  local key = P .. 'pl:' .. place
  local was = redis.call('HMGET', key, 'lane', 'spot', 'blocked')
  local blocked = was[3]
  if was[1] and was[1] ~= lane then
    redis.call('ZREM', P .. 'd:' .. was[1], place)
    redis.call('HDEL', key, 'card', 'shown', 'blocked', 'pause', 'failures')
    blocked = false
  end
  if tryAgain == '1' then
    redis.call('HDEL', key, 'blocked', 'pause', 'failures')
    blocked = false
  end
  if was[2] ~= spot and thread ~= '' then redis.call('HSET', P .. 'threads', thread, place) end
  redis.call('HSET', key, 'stream', stream, 'lane', lane, 'spot', spot, 'mark', counter)
  owe(key, place, lane, weight, blocked)
end
-- All of it at once, or none of it. That it ended is known for longer, so that nobody misses what was seen.
local ends = tonumber(take())
if ends > 0 or redis.call('PTTL', list) > 0 then
  for _, key in ipairs({list, projection, P .. 'k:' .. stream, unpack(placed)}) do
    if ends > 0 then redis.call('PEXPIRE', key, ends) else redis.call('PERSIST', key) end
  end
  if ends > 0 then redis.call('SET', P .. 'e:' .. stream, '', 'PX', ends + ${ENDED_KNOWN_MS}) else redis.call('DEL', P .. 'e:' .. stream) end
end
-- Due since ever: whoever looks at one of them leases it, and what is leased meanwhile is looked at once more.
for name in many() do
  redis.call('ZUNIONSTORE', P .. 'revisits', 2, P .. 'revisits', P .. 'i:' .. name, 'WEIGHTS', 1, 0, 'AGGREGATE', 'MIN')
end
-- Each watcher owes once, however many of its lists moved; who has not been there for long is not told any more.
local owes, lists = {}, {}
for name in pairs(stirred) do lists[#lists + 1] = P .. 'w:' .. name end
-- Mostly nobody watches any of them.
if #lists > 0 and redis.call('EXISTS', unpack(lists)) == 0 then lists = {} end
for _, watchers in ipairs(lists) do
  local watching = redis.call('ZREVRANGE', watchers, 0, ${MOST_WATCHERS - 1}, 'WITHSCORES')
  for n = 1, #watching, 2 do
    if tonumber(watching[n + 1]) >= t - ${FOLLOWED_MS} then owes[watching[n]] = true end
  end
  if #watching > 0 then redis.call('ZREMRANGEBYSCORE', watchers, '-inf', '(' .. written(t - ${FOLLOWED_MS})) end
end
for place in pairs(owes) do
  local key = P .. 'pl:' .. place
  local w = redis.call('HMGET', key, 'lane', 'stirs', 'blocked')
  if w[1] then
    redis.call('HSET', key, 'mark', counter)
    owe(key, place, w[1], w[2] or 'usual', w[3])
  end
end
return {'appended', version, counter}`);

/** The arguments of `appendScript`; lists are preceded by their length. */
export function appendArgs(append: Append, { keepsOnce }: RecordForm = LOOSE): ScriptArgs {
  const { commandId, stream, expected, answer, lasting = false, wakeAt } = append;
  const shared = keepsOnce ? (append.shared ?? []).map(sharedText) : [];
  const sealed = seal(expected.head, append.events);
  return [
    ...[commandKey(commandId), stream, expected.version, expected.head],
    ...[answer, COMMAND_MEMORY_MS, lasting ? 1 : 0, wakeAt ?? "", ...packing(append)],
    ...counted(append.guards.map((guard) => [guard.name, guard.expected, guard.next])),
    ...counted(shared.map(({ name, text }) => [name, text])),
    ...counted(sealed.elements.map((element) => [withoutShared(element, shared)])),
    ...counted(Object.entries(append.projection)),
    ...counted(append.indexes.map((index) => [index.name, index.score ?? ""])),
    ...(append.lists === undefined ? [0] : [1, ...counted(append.lists.map(({ name, score }) => [name, score]))]),
    ...counted((append.stirs ?? []).map((name) => [name])),
    ...counted((append.counts ?? []).map(({ name, field, by }) => [name, field, by])),
    ...counted((append.samples ?? []).map(writeSample)),
    ...counted(append.touches.map(writeTouch)),
    append.endsAfterMs ?? 0,
    ...counted(append.revisits.map((name) => [name])),
  ];
}

/**
 * From when on it may be packed, and whether it has to be unpacked for this: an answer alone changes nothing that is packed. It is
 * told in every form: another process may pack already, and what waits in a record that nobody packs is in nobody's way.
 */
function packing({ events, touches, packsAt }: Append): ScriptArgs {
  return [packsAt ?? "", events.length > 0 || touches.length > 0 ? 1 : 0];
}

/** Under this name `threads` knows the thread a spot stands in; "" when it stands in none. */
export function threadKey({ adapter, conversation, thread }: Spot): string {
  return thread === null ? "" : `${adapter}/${conversation}/${thread}`;
}

function writeTouch({ place, lane, spot, tryAgain, weight = "usual" }: Touch): ScriptArgs {
  return [place, lane, JSON.stringify(spot), threadKey(spot), tryAgain ? 1 : 0, weight];
}
