import { createHash } from "node:crypto";
import { z } from "zod";
import { DAY_MS } from "../clock.ts";
import type { RedisClient } from "../redis/client.ts";
import { PACKED } from "./packed.ts";
import { onRedis } from "./redisErrors.ts";
import { defineScript } from "./script.ts";
import type { CommandMemory, Handled, Json, StreamId } from "./types.ts";

/**
 * How long the answer to a command is kept. Longer than any platform delivers again: Slack within minutes, and what was
 * missed for a day.
 * @source https://docs.slack.dev/apis/events-api, read 2026-11-29 in a stored copy: at once, after one minute, after five; the
 *   day ("Delayed Events"): Slack's announcement, from memory
 * @source https://learn.microsoft.com/microsoftteams/platform/bots/bot-basics, read 2026-11-29 in a stored copy: Teams sends
 *   an activity again that was not answered within 15 s
 */
export const COMMAND_MEMORY_MS = 3 * DAY_MS;

const KEY_CHARS = 16;

/** Under this name Redis knows a command: 96 bits of its id's hash, since platforms' ids are up to hundreds of characters. */
export function commandKey(commandId: string): string {
  return createHash("sha256").update(commandId).digest("base64url").slice(0, KEY_CHARS);
}

/** A command that its stream still knows and whose answer was forgotten. */
export const FORGOTTEN = "";

const Remembered = z.discriminatedUnion("type", [
  z.object({ type: z.literal("accepted"), answer: z.json() }),
  z.object({ type: z.literal("refused"), code: z.string(), message: z.string() }),
  z.object({ type: z.literal("planned"), plan: z.json() }),
]);

/** What is kept of an answer. */
export type Kept =
  | { readonly type: "accepted"; readonly answer: Json }
  | { readonly type: "refused"; readonly code: string; readonly message: string }
  | { readonly type: "planned"; readonly plan: Json };

export function writeKept(kept: Kept): string {
  return JSON.stringify(kept);
}

export function readRepeated(stored: string): Handled {
  if (stored === FORGOTTEN) return { type: "forgotten", repeated: true };
  return { ...Remembered.parse(JSON.parse(stored)), repeated: true };
}

/** Lua: what is known of a command for a stream; false when nothing is. */
export const KNOWN = `${PACKED}
local function known(command, stream)
  local found = redis.call('GET', P .. 'c:' .. command) or redis.call('HGET', P .. 'k:' .. stream, command)
  local packed = not found and packedOf(stream)
  for _, name in ipairs(packed and commandsIn(packed) or {}) do
    if name == command then return '' end
  end
  return found
end
local function stays(command, stream)
  local left = redis.call('PTTL', P .. 's:' .. stream)
  if left == -2 then return end
  redis.call('HSET', P .. 'k:' .. stream, command, '')
  if left > 0 then redis.call('PEXPIRE', P .. 'k:' .. stream, left) end
end
`;

const recallScript = defineScript(`${KNOWN}
local command, begun, within = ARGV[1], ARGV[2], ARGV[3]
local found = known(command, within)
if found then return {found} end
local isThere = redis.call('EXISTS', P .. 's:' .. begun) == 1 or redis.call('HEXISTS', P .. 'archived', begun) == 1
return isThere and {''} or {}`);

const rememberScript = defineScript(`${KNOWN}
local command, stream, answer, memory, lasting = unpack(ARGV)
local found = known(command, stream)
if found then return {found} end
redis.call('SET', P .. 'c:' .. command, answer, 'PX', memory)
if lasting == '1' then stays(command, stream) end
return {}`);

const settleScript = defineScript(`
local key, answer, memory = P .. 'c:' .. ARGV[1], ARGV[2], ARGV[3]
local found = redis.call('GET', key)
if found and not string.find(found, '{"type":"planned"', 1, true) then return {found} end
redis.call('SET', key, answer, 'PX', memory)
return {}`);

const Reply = z.union([z.tuple([z.string()]).transform(([stored]) => stored), z.tuple([]).transform(() => null)]);

/** Remembers an answer that changes nothing else; gives back the one that was there before, as it is stored. */
export type Remember = (command: RememberedCommand, answer: string) => Promise<string | null>;
type RememberedCommand = { readonly stream: StreamId; readonly commandId: string; readonly lasting?: boolean };

export function createRemember(redis: RedisClient, prefix: string): Remember {
  return async ({ stream, commandId, lasting = false }, answer) => {
    const args = [commandKey(commandId), stream, answer, COMMAND_MEMORY_MS, lasting ? 1 : 0];
    return Reply.parse(await onRedis(() => rememberScript(redis, prefix, args)));
  };
}

export function createCommandMemory(redis: RedisClient, prefix: string): CommandMemory {
  const key = (commandId: string) => `${prefix}c:${commandKey(commandId)}`;
  return {
    recall: async (commandId, { begun = null, within = null }) => {
      const args = [commandKey(commandId), begun ?? "", within ?? ""];
      const stored = Reply.parse(await onRedis(() => recallScript(redis, prefix, args)));
      return stored === null ? null : readRepeated(stored);
    },
    plan: async (commandId, plan) => {
      const kept = writeKept({ type: "planned", plan });
      const first = await onRedis(() => redis.set(key(commandId), kept, "PX", COMMAND_MEMORY_MS, "NX", "GET"));
      return first === null ? { type: "planned", plan, repeated: false } : readRepeated(first);
    },
    settle: async (commandId, answer) => {
      const kept = writeKept({ type: "accepted", answer });
      const args = [commandKey(commandId), kept, COMMAND_MEMORY_MS];
      const first = Reply.parse(await onRedis(() => settleScript(redis, prefix, args)));
      return first === null ? { type: "accepted", answer, repeated: false } : readRepeated(first);
    },
  };
}
