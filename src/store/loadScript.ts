import { z } from "zod";
import { EpochMs } from "../clock.ts";
import { RefereeError } from "../errors.ts";
import { bytesOf, positionOf } from "./chain.ts";
import { commandKey, KNOWN } from "./commandMemory.ts";
import { eventsIn, readPacked } from "./packed.ts";
import { Bytes, defineBytesScript, type ScriptArgs, Text } from "./script.ts";
import { WHOLE } from "./shared.ts";
import type { History, Position, StreamId } from "./types.ts";

/** A history, the guards asked for, what is known of a command, and the plant time, all as of one moment. */
export const loadScript = defineBytesScript(`${KNOWN}${WHOLE}
local stream, command, since, head = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4]
local first = command ~= '' and known(command, stream)
local guards = {}
for i = 5, #ARGV do guards[i - 4] = redis.call('HGET', P .. 'guards', ARGV[i]) or '' end
-- What is asked to follow another history than this one is read from the beginning, and so is what is packed.
local packed = packedOf(stream)
if packed then since = 0 end
local at = since > 0 and redis.call('LINDEX', P .. 's:' .. stream, since - 1)
if not at or string.sub(at, 1, 64) ~= head then since = 0 end
return {
  written(now() + plantOffset()),
  redis.call('HGET', P .. 'p:' .. stream, '_v') or '0',
  guards,
  wholeEach(redis.call('LRANGE', P .. 's:' .. stream, since, -1)),
  first and {first} or {},
  since,
  redis.call('EXISTS', P .. 'e:' .. stream),
  packed and textsIn(packed) or {},
}`);

/** What to read of a history. `commandId` null, to only read; `since` null, to read all. */
export type Loading = {
  readonly commandId: string | null;
  readonly guardNames: readonly string[];
  readonly since: Position | null;
};

export function loadArgs(stream: StreamId, { commandId, guardNames, since }: Loading): ScriptArgs {
  const command = commandId === null ? "" : commandKey(commandId);
  return [stream, command, since?.version ?? 0, since?.head ?? "", ...guardNames];
}

const Reply = z.tuple([
  Text.transform(Number).pipe(EpochMs),
  Text.transform(Number).pipe(z.int()),
  z.array(Text),
  z.array(Bytes),
  z.array(Text).max(1),
  z.int(),
  z.int(),
  z.array(Text),
]);

/** A history with what was read beside it: the guards, and the answer the command got before. */
export type Loaded = {
  readonly history: History;
  readonly guards: Readonly<Record<string, string>>;
  /** As it is stored; null for a command that is new. */
  readonly first: string | null;
  /** Whether it ends by itself, or has: then nobody misses what was seen of it. */
  readonly ends: boolean;
};

/** @throws RefereeError `CHAIN_BROKEN` when the list does not have as many events as the projection was made from */
export function readLoaded(stream: StreamId, { guardNames, since }: Loading, reply: unknown): Loaded {
  const [now, seen, values, stored, first, from, ends, texts] = Reply.parse(reply);
  const packed = readPacked(stream, stored[0]);
  const elements = packed === null ? stored.map((each) => each.toString()) : [];
  const events = packed === null ? elements.map(bytesOf) : eventsIn(packed, texts);
  const found = from + events.length;
  if (seen !== found) throw missingEvents(stream, found, seen);
  const guards = Object.fromEntries(guardNames.map((name, index) => [name, values[index] ?? ""]));
  const isNothingNew = from > 0 && elements.length === 0 && since !== null;
  const { head } = packed ?? (isNothingNew ? since : positionOf(stream, elements));
  return {
    history: { version: found, head, from, events, now },
    guards,
    first: first[0] ?? null,
    ends: ends === 1,
  };
}

/** What to say, and do, when a history is shorter than it was. */
export function missingEvents(stream: StreamId, found: number, seen: number): RefereeError {
  return new RefereeError(
    "CHAIN_BROKEN",
    `${stream} has ${found} events, but ${seen} were seen before. Redis lost or changed data: restore it from a backup.`,
  );
}
