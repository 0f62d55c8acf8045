import { createHash } from "node:crypto";
import { z } from "zod";
import type { RedisClient } from "../redis/client.ts";
import { isReply } from "./redisErrors.ts";

/** Arguments of a script; numbers are written out in full, since Lua would shorten an instant to 1.7e+12. */
export type ScriptArgs = readonly (string | number | Buffer)[];

/** A Lua script that Redis runs as one step. The reply is a claim: parse it. */
export type Script = (redis: RedisClient, prefix: string, args: ScriptArgs) => Promise<unknown>;

/**
 * Names of everything kept in Redis, and the time. `KEYS[1]` is the installation's prefix: all keys share its hash tag,
 * so one script may build the others from it.
 *
 * | key | type | holds |
 * | --- | --- | --- |
 * | `s:<stream>` | list | events: `<hash> <bytes>`, position = version; see also `shared.ts`. Of what is over, all of it as one element: `packed.ts` |
 * | `packs` | sorted set, plant time | streams that are over: when to look whether they can be packed |
 * | `packs:older` | string | what was over before the record was packed stands in `packs` |
 * | `packed` | sorted set, plant time | streams that are packed: when something last happened to them |
 * | `archived` | hash | of what lies in an archive: `<number of the archive>:<from byte>:<bytes>:<events>`; see `archived.ts` |
 * | `archives` | hash | of each archive, by its number: name, bytes that count, requests, hash over all of it |
 * | `archives:id`, `archives:last` | strings | whose they are; the last number |
 * | `archiving` | string, 10 minutes | the process that archives |
 * | `shared:<name>` | string | a text that many events have, as the rules of a type; see `shared.ts` |
 * | `shares` | string | in which form the record is kept: 1, such texts once; 2, also what is over packed; see `form.ts` |
 * | `p:<stream>` | hash | projection; `_v` is the version it was made from, `_l` the lists the stream stands in, `_h` the hash of a last event that is long |
 * | `c:<command>` | string, 72 h | the answer that command got, or what it is to become; see `commandKey` |
 * | `e:<stream>` | string, 90 days | it ends by itself, or has: a draft that was put away |
 * | `k:<stream>` | hash | the commands that came for it from people, for as long as the stream is there |
 * | `i:<index>` | sorted set | stream by score |
 * | `w:<list>` | sorted set, 7 days from the last that came to watch it | places that watch a list: since when |
 * | `n:<name>` | hash, 70 days from the last that was counted | what was counted, by field: of a plant and a week, say |
 * | `m:<name>` | list, 400 days from the last that came | of the last thirty of something: when it was over, and how long it took, `<instant>:<ms>`, newest first |
 * | `homes` | hash | how often a home that is a message was opened |
 * | `g:<plant>:<day>` | string, 8 days | the digest of that day as it was said |
 * | `guards` | hash | small values compared and set with an append |
 * | `accepted` | list | administrators' words that work goes on with an older record, chained as events are |
 * | `held` | hash, a minute | processes that wait for such a word: what they miss |
 * | `restoring` | string | a restore was begun and not finished: nobody may work |
 * | `counter` | int | +1 with every append |
 * | `clock` | int | what was wound, ms: plant time = Redis TIME + clock; `@<instant>`: it stands there, for stories |
 * | `wakes` | sorted set, plant time | streams to look at |
 * | `wakes:leased` | sorted set, Redis TIME | streams being looked at: end of lease |
 * | `wakes:again` | sorted set, Redis TIME | streams whose wake failed: when to try again, or end of lease |
 * | `wakes:info` | hash | of a leased wake: `<scheduled for>:<lease number>:<failures>` |
 * | `revisits` | sorted set, Redis TIME | streams to look at anew because something they depend on changed: 0, or end of lease |
 * | `revisits:from` | int, Redis TIME | before it no process takes the next of them |
 * | `leases` | int | the last lease number |
 * | `lanes:ready`, `lanes:leased` | sorted sets, Redis TIME | lane: earliest instant it may speak; end of lease |
 * | `lanes:owing` | sorted set, Redis TIME | lane: since when nothing it owes has moved |
 * | `lanes:calling` | set | lanes that owe a call for help which no job has in hand yet; perhaps some that no longer do |
 * | `l:<lane>` | hash | lease number, token, counter its places were read at, pause, failures, open intent; `cardsFrom`, `redrawFrom`: before it no card that waits is tried, nothing is only drawn again; `q`: `call` when its job has the right of way; `u:<effect or edit>`: answers to it that did not come, `s:<effect or edit>`: since when |
 * | `d:<lane>` | sorted set | places with something new, by the append that first made them so and what goes before what; see `ranked` |
 * | `pl:<place>` | hash | stream, lane, spot, cursor, card, shown, blocked, mark, pause, failures; `call`: the append that last called for help there, `spoke`: when something was last said there, `lull`: until when chatter waits; of a home since when it is open and what it watches; `stirs`: as what it owes when a list it watches moves, else as usual |
 * | `beside:<place>` | set, 24 h | messages said there while its card has no name |
 * | `threads` | hash | `<adapter>/<conversation>/<thread>`: place; dropped some minutes after the place ended |
 * | `threads:at`, `threads:swept` | strings | where looking for such threads goes on; set for a minute after one did |
 * | `said:<effect>` | string, 24 h | the message that utterance became, the first one wins; `"unnamed"`: its platform does not say which; empty: given up |
 * | `called:<lane>:<people>` | string, a minute | these people were called there |
 * | `listed:<place>` | string, an hour | a message has called people to its card, which then calls nobody |
 * | `given:<command>` | string, 72 h | whether its answer was given, where that is a message of its own; `begun` for 15 s |
 * | `q:<quota>` | hash, until it is whole again | how much is left of what may come in, as of which plant time |
 * | `b:<bucket>` | hash | tokens left of a budget, as of when, closed until; `turns`, `turns:redraws`: the last turn that was told to a lane that waits |
 * | `locales` | hash | account: the language in which somebody has their platform, `de` |
 * | `platforms` | hash | adapter: when it last took something, Redis TIME |
 * | `x:users`, `x:groups` | hashes | what a directory told by SCIM, by its id; deleted ones too, since they say who left |
 * | `x:<kind>:names`, `x:<kind>:order` | hash, sorted set | id by unique name; those that are listed, oldest first |
 * | `x:<kind>:of:<term>` | set | ids of those that ever had that address or account |
 * | `x:changes` | int | +1 with every change of these |
 * | `deliveries` | stream | what was said where |
 */
const PRELUDE = `
local P = KEYS[1]
-- One instant for the whole script: what is counted from it twice comes to the same, however long the script takes.
local theInstant
local function now()
  if not theInstant then
    local t = redis.call('TIME')
    theInstant = t[1] * 1000 + math.floor(t[2] / 1000)
  end
  return theInstant
end
local function plantClock()
  local clock = redis.call('GET', P .. 'clock') or '0'
  return tonumber(clock), tonumber(string.match(clock, '^@(%d+)$'))
end
local function plantOffset()
  local wound, standsAt = plantClock()
  return wound or standsAt - now()
end
local function written(n) return string.format('%.0f', n) end
-- What calls goes before what is about to, that before the usual, then chatter, then cards that wait for their budget, and last
-- what is only drawn again: so much apart that no counter closes the gap. The usual and chatter are read together.
local GAP = 1e15
local AHEAD = {call = 2, callDraft = 1, usual = 0, chatter = -1, card = -2, redraw = -3}
local function ranked(counter, weight) return written(counter - GAP * AHEAD[weight]) end
local function aheadIn(score) return math.floor(0.5 - tonumber(score) / GAP) end
local function rankOf(score)
  local ahead = aheadIn(score)
  return ahead < 0 and math.max(AHEAD.redraw, ahead) - AHEAD.chatter or ahead
end
local function sinceOf(score) return tonumber(score) + GAP * aheadIn(score) end
local function has(value) return value and value ~= '' end
`;

const DIGITS_ONLY = /^-?\d+(\.\d+)?$/;

/** A list of arguments, preceded by its length. */
export function counted(groups: readonly ScriptArgs[]): ScriptArgs {
  return [groups.length, ...groups.flat()];
}

/** Sends the text only when Redis does not know the script: after a restart, or the first time. */
export function defineScript(lua: string): Script {
  return scriptOf(lua, (redis, command, args) => redis.call(command, ...args));
}

/** A reply of a `defineBytesScript` that need not be text, and one that is. */
export const Bytes = z.instanceof(Buffer);
export const Text = Bytes.transform((bytes) => bytes.toString());

/** As `defineScript`, and its reply has bytes where others have texts, since what it reads need not be text. */
export function defineBytesScript(lua: string): Script {
  return scriptOf(lua, (redis, command, args) => redis.callBuffer(command, ...args));
}

type Run = (redis: RedisClient, command: "eval" | "evalsha", args: (string | Buffer)[]) => Promise<unknown>;

function scriptOf(lua: string, run: Run): Script {
  const text = PRELUDE + lua;
  const sha = createHash("sha1").update(text).digest("hex");
  return async (redis, prefix, args) => {
    const written = ["2", ...keysOf(prefix), ...args.map(writeArg)];
    try {
      return await run(redis, "evalsha", [sha, ...written]);
    } catch (error) {
      if (!isReply(error, /^NOSCRIPT/)) throw error;
      return await run(redis, "eval", [text, ...written]);
    }
  };
}

/**
 * Two keys that are never there. While a slot moves between two servers of a Redis Cluster, each has some of its keys, and a script
 * would take what is still with the other for missing. Of two declared keys that are missing, the one sends it to the other and the
 * other says TRYAGAIN: no script runs before all keys are in one place.
 * Seen with redis-server 7.0.15: test/stories/clusterRecord.test.ts.
 */
function keysOf(prefix: string): readonly [string, string] {
  return [prefix, `${prefix}whole`];
}

function writeArg(arg: ScriptArgs[number]): string | Buffer {
  if (Buffer.isBuffer(arg)) return arg;
  const text = String(arg);
  if (typeof arg === "number" && !DIGITS_ONLY.test(text)) throw new RangeError(`Not a plain number for Redis: ${text}`);
  return text;
}
