import { defineScript } from "../store/script.ts";

/** How many places of one lane are looked at in one round; the rest has its turn in the next. */
const PLACES_PER_ROUND = 200;
/** How many of those that only owe a change of their card, or may: what people wait for comes in between. */
const CARDS_PER_ROUND = 5;
/** About how many deliveries the log keeps; the oldest go first. */
const DELIVERIES_KEPT = 100_000;

/** Every script of a worker begins with the lane and its token: whoever lost the lease no longer holds the token. */
const FENCE = `
local lane, token = ARGV[1], ARGV[2]
local key, owed, t = P .. 'l:' .. lane, P .. 'd:' .. lane, now()
local platform = string.match(lane, '^[^:]+')
local i = 2
local function take() i = i + 1 return ARGV[i] end
local function mine() return redis.call('HGET', key, 'token') == token end
local function renew(lease) redis.call('ZADD', P .. 'lanes:leased', written(t + lease), lane) end

-- Before when none of those is looked at of which only the card is owed, by rank; nil for the other ranks. Where cards that
-- changed have to wait, those that are only drawn again do.
local function cardsFrom()
  local from = redis.call('HMGET', key, 'cardsFrom', 'redrawFrom')
  local cards = math.max(t, tonumber(from[1] or '0'))
  return {[-1] = cards, [-2] = math.max(cards, tonumber(from[2] or '0'))}
end

-- Until when nothing is said in a place: it is in trouble, or what it owes waits for more of its kind.
local function quietUntil(pause, lull) return math.max(tonumber(pause or '0'), tonumber(lull or '0')) end

-- What calls for help is read alone: the rest has its turn when that is said. So are cards that wait, then those that are only
-- drawn again, and few of them: where the first may not be changed yet, none behind it may.
local function places()
  local found, most, from = {}, -2, cardsFrom()
  redis.call('HSET', key, 'asOf', redis.call('GET', P .. 'counter') or '0')
  local first = redis.call('ZRANGE', owed, 0, ${PLACES_PER_ROUND - 1}, 'WITHSCORES')
  for at = 1, #first, 2 do
    local place, rank = first[at], rankOf(first[at + 1])
    if rank < most or rank < 0 and (#found >= ${CARDS_PER_ROUND} or from[rank] > t) then break end
    local p = redis.call('HMGET', P .. 'pl:' .. place, 'stream', 'spot', 'cursor', 'card', 'shown', 'mark', 'pause', 'lull', 'asking')
    if not p[1] then
      redis.call('ZREM', owed, place) -- it ended by itself
    elseif quietUntil(p[7], p[8]) <= t then
      most = rank
      found[#found + 1] = {place, p[1], p[2], p[3] or '0', p[4], p[5], p[6], rank, p[9]}
    end
  end
  return found
end

-- Whether something that goes before this came meanwhile.
local function isPassed(rank)
  local first = redis.call('ZRANGE', owed, 0, ${PLACES_PER_ROUND - 1}, 'WITHSCORES')
  for at = 1, #first, 2 do
    if rankOf(first[at + 1]) <= rank then return false end
    local p = redis.call('HMGET', P .. 'pl:' .. first[at], 'pause', 'lull')
    if quietUntil(p[1], p[2]) <= t then return true end
  end
  return false
end

-- It was said up to the mark it was planned with. What came since is still owed, at its own rank.
local function clear(place, mark)
  local at = P .. 'pl:' .. place
  local p = redis.call('HMGET', at, 'mark', 'call')
  if p[1] == mark then
    redis.call('ZREM', owed, place)
    return true
  end
  local score = redis.call('ZSCORE', owed, place)
  if score and rankOf(score) > 0 and tonumber(p[2] or '0') <= tonumber(mark) then redis.call('ZADD', owed, 'XX', p[1], place) end
  return false
end

-- Only its card is still to be changed, and has to wait: from now on it goes behind what else is owed, until something new comes.
local function waitsWithCards(place)
  local score = redis.call('ZSCORE', owed, place)
  if score and rankOf(score) == 0 then redis.call('ZADD', owed, 'XX', ranked(sinceOf(score), 'card'), place) end
end

local function paused() return tonumber(redis.call('HGET', key, 'pause') or '0') end

-- The earliest instant at which something may be said; nil when nothing is owed. What came after the places were read
-- need not wait for what was read: a ping does not wait for the budget of updates.
local function earliest(notBefore)
  if redis.call('HEXISTS', key, 'intent') == 1 then return math.max(t, notBefore) end
  local asOf, from, first = tonumber(redis.call('HGET', key, 'asOf') or '0'), cardsFrom(), nil
  local some = redis.call('ZRANGE', owed, 0, ${PLACES_PER_ROUND - 1}, 'WITHSCORES')
  for at = 1, #some, 2 do
    -- Of cards that wait one tells for all: hundreds of them are not looked at each time.
    local cards = from[rankOf(some[at + 1])]
    local soonest = cards and math.max(cards, notBefore) or t
    if not first or soonest < first then
      local p = redis.call('HMGET', P .. 'pl:' .. some[at], 'pause', 'mark', 'lull')
      local after = cards and soonest or tonumber(p[2]) > asOf and t or notBefore
      local when = math.max(t, quietUntil(p[1], p[3]), after)
      if when == t then return t end
      if not first or when < first then first = when end
    end
  end
  return first
end

-- Says whether a look for work may find some: this lane has its turn again, or another one waits for room.
local function release(notBefore)
  redis.call('ZREM', P .. 'lanes:leased', lane)
  local first = earliest(notBefore)
  redis.call('HDEL', key, 'token', 'n', 'asOf', 'q')
  if first then
    redis.call('ZADD', P .. 'lanes:ready', written(math.max(first, paused())), lane)
    local most = redis.call('ZRANGE', owed, 0, 0, 'WITHSCORES')[2]
    if most and rankOf(most) > 0 then redis.call('SADD', P .. 'lanes:calling', lane) end
    -- Whose cards alone wait, for the turn they were told, is not late before that; what a platform refuses is.
    local told = most and tonumber(cardsFrom()[rankOf(most)])
    if told and told > t then redis.call('ZADD', P .. 'lanes:owing', 'XX', 'GT', written(told), lane) end
  else
    redis.call('ZREM', P .. 'lanes:owing', lane)
    if paused() <= t then redis.call('DEL', key) end
  end
  local ready = redis.call('ZRANGE', P .. 'lanes:ready', 0, 0, 'WITHSCORES')[2]
  return (first or ready and tonumber(ready) <= t) and 1 or 0
end

-- These were said: what they owe is settled, and the lane is given back where nothing is owed any more.
local function settle(lease)
  for _ = 1, tonumber(take()) do
    local place, mark = take(), take()
    clear(place, mark)
  end
  local found = places()
  if #found > 0 then
    renew(lease)
    return 'more', found
  end
  return 'released', release(0)
end

local UNNAMED = '"unnamed"'
-- The message, if its platform told its id.
local function named(utterance) return utterance ~= '' and utterance ~= UNNAMED and cjson.decode(utterance) end

-- What was said beside the card of a place and has buttons: without the message of that effect, and with another.
local function keepAsking(at, without, more)
  local kept, all = {}, redis.call('HGET', at, 'asking')
  for _, one in ipairs(all and cjson.decode(all) or {}) do
    if one.effect ~= without then kept[#kept + 1] = one end
  end
  if more then kept[#kept + 1] = more end
  if #kept == 0 then redis.call('HDEL', at, 'asking') else redis.call('HSET', at, 'asking', cjson.encode(kept)) end
end

-- Replies to a message that begins a thread belong to its place.
local function rememberThread(message, place)
  if message.thread ~= cjson.null then return end
  -- A direct message may have an id of its own, while those who reply in it are heard in the lane of the person.
  local own = string.sub(lane, #message.adapter + 2)
  local function thread(conversation) return message.adapter .. '/' .. conversation .. '/' .. message.message end
  redis.call('HSET', P .. 'threads', thread(message.conversation), place, thread(own), place)
end

-- The place owes something new: give it its turn as an append would.
local function owe(place)
  redis.call('HSET', P .. 'pl:' .. place, 'mark', redis.call('INCR', P .. 'counter'))
  redis.call('ZADD', owed, 'LT', redis.call('GET', P .. 'counter'), place)
  redis.call('ZADD', P .. 'lanes:owing', 'NX', t, lane)
  if not redis.call('ZSCORE', P .. 'lanes:leased', lane) then
    redis.call('ZADD', P .. 'lanes:ready', 'LT', written(math.max(t, paused())), lane)
  end
end
`;

/** Only the job of the newest lease may speak, and only one worker of it: BullMQ may run a job twice. */
export const claimScript = defineScript(`${FENCE}
local n, lease = take(), tonumber(take())
if redis.call('HGET', key, 'n') ~= n or redis.call('HEXISTS', key, 'token') == 1 then return {'stale'} end
redis.call('HSET', key, 'token', token)
renew(lease)
return {'claimed', redis.call('HGET', key, 'intent'), places()}`);

/** What the budgets allow, without taking it. Where several lanes wait for one budget, each is told a turn of its own. */
const BUDGETS = `
local wait, buckets, turns = 0, {}, {}
local function readBudgets(kind)
  for _ = 1, tonumber(take()) do
    local name, capacity, perSecond, leave = P .. 'b:' .. take(), tonumber(take()), tonumber(take()), tonumber(take())
    local b = redis.call('HMGET', name, 'tokens', 'at', 'closed', 'turns', 'turns:redraws')
    local tokens = math.min(capacity, tonumber(b[1] or capacity) + (t - tonumber(b[2] or t)) * perSecond / 1000)
    local missing = leave + 1 - tokens
    local mine = math.max(tonumber(b[3] or '0') - t, missing > 0 and math.ceil(missing * 1000 / perSecond) or 0)
    local promised = {cards = tonumber(b[4] or '0'), redraws = tonumber(b[5] or '0')}
    local whole = math.max(math.ceil(capacity * 1000 / perSecond), promised.cards - t, promised.redraws - t)
    buckets[#buckets + 1] = {name, tokens - 1, written(whole)}
    if mine > 0 and kind ~= '' then
      local turn = math.max(t + mine, promised[kind] + math.ceil(1000 / perSecond))
      turns[#turns + 1] = {name, turn}
      mine = turn - t
    end
    wait = math.max(wait, mine)
  end
end
-- One turn for each lane, however often it asks: it keeps the one that it was told.
local function waitsFor(kind)
  if kind == '' then return wait end
  local told = cardsFrom()[kind == 'cards' and -1 or -2]
  if told > t then return told - t end
  for _, turn in ipairs(turns) do
    redis.call('HSET', turn[1], kind == 'cards' and 'turns' or 'turns:redraws', written(turn[2]))
    redis.call('PEXPIRE', turn[1], written(math.max(redis.call('PTTL', turn[1]), turn[2] - t)))
  end
  return wait
end
`;

/**
 * Takes what the budgets allow, leaves the intent behind, renews the lease: after this the message may be sent. Nothing is taken
 * for a look at whether there is something left. `kind`: of cards, and redraws, that wait for their turn; empty for all else.
 */
export const beginScript = defineScript(`${FENCE}${BUDGETS}
if not mine() then return {'lost'} end
local lease, rank, intent, kind, takes = tonumber(take()), tonumber(take()), take(), take(), take()
if isPassed(rank) then return {'again'} end
readBudgets(kind)
if wait > 0 then return {'wait', waitsFor(kind)} end
for _, bucket in ipairs(takes == '1' and buckets or {}) do
  redis.call('HSET', bucket[1], 'tokens', bucket[2], 'at', t)
  redis.call('PEXPIRE', bucket[1], bucket[3])
end
if intent ~= '' then redis.call('HSET', key, 'intent', intent) end
renew(lease)
return {'go'}`);

/** Keeps the lane for a worker that is still at it. */
export const renewScript = defineScript(`${FENCE}
if not mine() then return 0 end
renew(tonumber(take()))
return 1`);

/** Nothing may use this budget until the platform's Retry-After is over. */
export const closeBucketScript = defineScript(`
local name, ms = P .. 'b:' .. ARGV[1], tonumber(ARGV[2])
local t = now()
redis.call('HSET', name, 'closed', t + ms, 'tokens', 1, 'at', t + ms)
redis.call('PEXPIRE', name, ms + 60000)
return 1`);

/**
 * What was said, and what that settles. The first message of an effect wins, whoever holds the lane by now: a second
 * copy is recognised by whoever made it. So is one that comes after its intent was dropped, marked by an empty text.
 * An update that was overtaken makes its places owe their card again, since the older picture may now be the one that
 * is seen. The last of a round settles it in the same step.
 */
export const recordScript = defineScript(`${FENCE}
local lease, effect, posted, memory, entry, lull = tonumber(take()), take(), take(), take(), take(), tonumber(take())
local asks, ends, settles = take(), take(), take() == '1'
local held = mine()
local before = effect ~= '' and redis.call('SET', P .. 'said:' .. effect, posted, 'NX', 'GET', 'PX', memory)
if before == '' and held then
  redis.call('SET', P .. 'said:' .. effect, posted, 'PX', memory)
  before = false
end
local winner = before or posted
if entry ~= '' and not before and (held or effect ~= '') then
  redis.call('XADD', P .. 'deliveries', 'MAXLEN', '~', ${DELIVERIES_KEPT}, '*', 'lane', lane, 'said', entry)
end
local covers = tonumber(take())
for _ = 1, covers do
  local place, cursor, shown, card, mark = take(), tonumber(take()), take(), take(), take()
  local at = P .. 'pl:' .. place
  if held then
    local was, fields = redis.call('HMGET', at, 'cursor', 'spoke'), {}
    local function keep(field, value)
      fields[#fields + 1] = field
      fields[#fields + 1] = value
    end
    local spoke = tonumber(was[2] or '0')
    if effect ~= '' and lull > 0 then
      spoke = t
      keep('spoke', written(t))
    end
    if mark ~= '' and clear(place, mark) and lull > 0 then keep('lull', written(spoke + lull)) end
    if cursor > tonumber(was[1] or '0') then keep('cursor', written(cursor)) end
    if shown ~= '' then keep('shown', string.sub(shown, 2)) end
    if card == '1' then
      keep('card', winner)
      keep('effect', effect)
    end
    if #fields > 0 then redis.call('HSET', at, unpack(fields)) end
    redis.call('HDEL', at, 'pause', 'failures')
    local message = effect ~= '' and named(winner)
    if message and (card == '1' or covers == 1) then rememberThread(message, place) end
    if message and asks ~= '' then keepAsking(at, effect, {effect = effect, posted = winner, values = asks}) end
    if ends ~= '' then keepAsking(at, ends) end
    if message and card ~= '1' and redis.call('HGET', at, 'card') == UNNAMED then
      redis.call('SADD', P .. 'beside:' .. place, message.message)
      redis.call('PEXPIRE', P .. 'beside:' .. place, memory)
    end
  elseif effect == '' and entry ~= '' then
    redis.call('HDEL', at, 'shown')
    owe(place)
  end
end
if not held then return {'lost', winner} end
local edited = effect == '' and named(posted)
local name = edited and 'edit:' .. edited.message or effect
redis.call('HDEL', key, 'intent', 'failures', 'u:find', 's:find', 'o:find', 'u:' .. name, 's:' .. name, 'o:' .. name)
if posted ~= '' then redis.call('HSET', P .. 'platforms', platform, t) end
redis.call('ZADD', P .. 'lanes:owing', 'XX', t, lane)
if settles then return {'recorded', winner, settle(lease)} end
renew(lease)
return {'recorded', winner}`);

/** Clears the places whose mark is the one that was planned with; the others have got something new meanwhile. */
export const settleScript = defineScript(`${FENCE}
if not mine() then return {'lost'} end
return {settle(tonumber(take()))}`);

/** Gives the lane back before everything was said: out of budget, told to wait, or in trouble. */
export const stopScript = defineScript(`${FENCE}
if not mine() then return 0 end
local why, ms, longest, keepIntent, kind = take(), tonumber(take()), tonumber(take()), take(), take()
if keepIntent ~= '1' then redis.call('HDEL', key, 'intent') end
if why == 'pause' then
  redis.call('HSET', key, 'pause', t + ms)
  redis.call('ZADD', P .. 'lanes:owing', 'XX', t + ms, lane)
elseif why == 'backoff' then
  local failures = redis.call('HINCRBY', key, 'failures', 1)
  redis.call('HSET', key, 'pause', t + math.min(longest, ms * 2 ^ math.min(failures - 1, 20)))
end
-- Cards that wait for their budget are not looked at before, however many more there come to be.
if kind ~= '' then redis.call('HSET', key, kind == 'cards' and 'cardsFrom' or 'redrawFrom', written(t + ms)) end
for _ = 1, tonumber(take()) do
  local place, mark = take(), take()
  if redis.call('HGET', P .. 'pl:' .. place, 'mark') == mark then waitsWithCards(place) end
end
release(kind == '' and why == 'wait' and t + ms or 0)
return 1`);

/**
 * How often a message is tried again after the platform was seen to take others: when it is back after an outage, those that
 * were tried for hours are not given up for the one try that came too early.
 */
const TRIED_BESIDE = 3;

/**
 * No answer came, or none of use: the lane pauses, longer each time, until it was tried often enough. It stays as late as it
 * is. Sooner where the platform took something else meanwhile: then it is not the platform that is in trouble.
 */
export const unsureScript = defineScript(`${FENCE}
if not mine() then return {'lost'} end
local name, beside, always, keepIntent = take(), tonumber(take()), tonumber(take()), take()
local first, longest, growth = tonumber(take()), tonumber(take()), tonumber(take())
local tries = redis.call('HINCRBY', key, 'u:' .. name, 1)
redis.call('HSETNX', key, 's:' .. name, t)
local tookOthers = tonumber(redis.call('HGET', P .. 'platforms', platform) or '0') > tonumber(redis.call('HGET', key, 's:' .. name))
if tookOthers then redis.call('HSETNX', key, 'o:' .. name, tries) end
local triedBeside = tries - tonumber(redis.call('HGET', key, 'o:' .. name) or tries)
if (always > 0 and tries >= always) or (tries >= beside and triedBeside >= ${TRIED_BESIDE}) then
  redis.call('HDEL', key, 'u:' .. name, 's:' .. name, 'o:' .. name)
  return {'enough', tries}
end
if keepIntent ~= '1' then redis.call('HDEL', key, 'intent') end
redis.call('HSET', key, 'pause', t + math.min(longest, first * growth ^ math.min(tries - 1, 20)))
release(0)
return {'paused', tries}`);

/**
 * A message without a name turned up: it is the card of the first of these places that has one without, unless it was said
 * beside the card. What changed meanwhile is owed.
 */
export const nameCardScript = defineScript(`${FENCE}
local posted, memory = take(), take()
local message = cjson.decode(posted)
for _ = i + 1, #ARGV do
  local place = take()
  local at = P .. 'pl:' .. place
  local kept = redis.call('HMGET', at, 'lane', 'card', 'effect')
  local beside = redis.call('SISMEMBER', P .. 'beside:' .. place, message.message) == 1
  if kept[1] == lane and kept[2] == UNNAMED and not beside then
    redis.call('HSET', at, 'card', posted)
    if kept[3] then redis.call('SET', P .. 'said:' .. kept[3], posted, 'PX', memory) end
    rememberThread(message, place)
    redis.call('DEL', P .. 'beside:' .. place)
    owe(place)
    return 1
  end
end
return 0`);

/** The places themselves are the trouble: the rest of the lane goes on without them. */
export const holdScript = defineScript(`${FENCE}
if not mine() then return 0 end
local first, longest = tonumber(take()), tonumber(take())
for _ = 1, tonumber(take()) do
  local place = P .. 'pl:' .. take()
  local failures = redis.call('HINCRBY', place, 'failures', 1)
  redis.call('HSET', place, 'pause', t + math.min(longest, first * 2 ^ math.min(failures - 1, 20)))
end
return 1`);

/**
 * Whether what calls these people may be said. `wait`: they were called in this lane a short while ago, and its places wait
 * until that is over; they still owe it, and what calls for help there goes on. `listed`: a message has listed all of them.
 */
export const gatherScript = defineScript(`${FENCE}
if not mine() then return 'go' end
local left, waits, listed = redis.call('PTTL', P .. 'called:' .. lane .. ':' .. take()), {}, true
for _ = 1, tonumber(take()) do
  local place = take()
  waits[#waits + 1] = place
  listed = listed and redis.call('EXISTS', P .. 'listed:' .. place) == 1
end
if listed and #waits > 0 then return 'listed' end
if left <= 0 then return 'go' end
for _, place in ipairs(waits) do redis.call('HSET', P .. 'pl:' .. place, 'lull', t + left) end
return 'wait'`);

/** These people were called there, for so long; and these cards were listed: what calls for help goes before them by now. */
export const calledScript = defineScript(`
redis.call('SET', P .. 'called:' .. ARGV[1] .. ':' .. ARGV[2], '', 'PX', ARGV[3])
local owed = P .. 'd:' .. ARGV[1]
for i = 5, #ARGV do
  redis.call('SET', P .. 'listed:' .. ARGV[i], '', 'PX', ARGV[4])
  local score, mark = redis.call('ZSCORE', owed, ARGV[i]), redis.call('HGET', P .. 'pl:' .. ARGV[i], 'mark')
  if score and mark and rankOf(score) > 0 then redis.call('ZADD', owed, 'XX', mark, ARGV[i]) end
end
return 1`);

/** Nothing more is said in these places until they are opened once more. */
export const blockScript = defineScript(`${FENCE}
if not mine() then return 0 end
local why = take()
redis.call('HDEL', key, 'intent')
for _ = 1, tonumber(take()) do
  local place = take()
  redis.call('HSET', P .. 'pl:' .. place, 'blocked', why)
  redis.call('ZREM', owed, place)
end
return 1`);

/** The card can no longer be changed, so the place has none. Its utterance may be made again. */
export const forgetCardScript = defineScript(`${FENCE}
if not mine() then return 0 end
for _ = 1, tonumber(take()) do
  local place = P .. 'pl:' .. take()
  local effect = redis.call('HGET', place, 'effect')
  if effect then redis.call('DEL', P .. 'said:' .. effect) end
  redis.call('HDEL', place, 'card', 'shown', 'effect')
end
return 1`);

/**
 * It was not found, so it may be planned anew, perhaps in other words. Whoever says it after all, late, will find it
 * void and take it back. Unless they were quicker: then that message is the reply.
 */
export const dropIntentScript = defineScript(`${FENCE}
if not mine() then return {'lost'} end
local effect, memory = take(), take()
local said = redis.call('SET', P .. 'said:' .. effect, '', 'NX', 'GET', 'PX', memory)
if said and said ~= '' then return {'said', said} end
redis.call('HDEL', key, 'intent')
return {'dropped'}`);
