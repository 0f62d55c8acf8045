import { z } from "zod";
import { EpochMs } from "../clock.ts";
import { RefereeError } from "../errors.ts";
import { type ArchivedHistory, LOCATED, type Located, readLocated } from "./archived.ts";
import { bytesOf, positionOf } from "./chain.ts";
import { commandKey, FORGOTTEN, KNOWN } from "./commandMemory.ts";
import { eventsIn, type Packed, readPacked } from "./packed.ts";
import { Bytes, defineBytesScript, type ScriptArgs, Text } from "./script.ts";
import { WHOLE } from "./shared.ts";
import type { History, Position, StreamId } from "./types.ts";

/** A history, the guards asked for, what is known of a command, and the plant time, all as of one moment. */
export const loadScript = defineBytesScript(`${KNOWN}${WHOLE}${LOCATED}
local stream, command, since, head = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4]
local first = command ~= '' and known(command, stream)
local guards = {}
for i = 5, #ARGV do guards[i - 4] = redis.call('HGET', P .. 'guards', ARGV[i]) or '' end
local list = P .. 's:' .. stream
local length, projected = redis.call('LLEN', list), redis.call('HMGET', P .. 'p:' .. stream, '_v', '_h')
-- Where the last event is long, its hash stands beside it, and whoever knows it is told so without a look at the event.
local isKnown = since > 0 and length == since and projected[1] == ARGV[3] and projected[2] == head
local packed = not isKnown and length == 1 and packedOf(stream)
-- What is asked to follow another history than this one is read from the beginning, and so is what is packed.
if packed then since = 0 end
local at = not isKnown and since > 0 and redis.call('LINDEX', list, since - 1)
if not isKnown and (not at or string.sub(at, 1, 64) ~= head) then since = 0 end
return {
  written(now() + plantOffset()),
  projected[1] or '0',
  guards,
  since < length and wholeEach(redis.call('LRANGE', list, since, -1)) or {},
  first and {first} or {},
  since,
  redis.call('EXISTS', P .. 'e:' .. stream),
  packed and textsIn(packed) or {},
  length == 0 and locatedOf(stream) or {},
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
  z.array(Text),
]);
export type LoadReply = z.infer<typeof Reply>;

export function parseLoadReply(reply: unknown): LoadReply {
  return Reply.parse(reply);
}

/** Where what was asked for lies, where it is in no list. */
export function locatedIn(stream: StreamId, reply: LoadReply): Located | null {
  return reply[3].length > 0 ? null : readLocated(stream, reply[8]);
}

/** A history with what was read beside it: the guards, and the answer the command got before. */
export type Loaded = {
  readonly history: History;
  readonly guards: Readonly<Record<string, string>>;
  /** As it is stored; null for a command that is new. */
  readonly first: string | null;
  /** Whether it ends by itself, or has: then nobody misses what was seen of it. */
  readonly ends: boolean;
};

/**
 * @param archived what lies in an archive, where it does
 * @throws RefereeError `CHAIN_BROKEN` when the list does not have as many events as the projection was made from
 */
export function readLoaded(
  stream: StreamId,
  loading: Loading,
  reply: LoadReply,
  archived: ArchivedHistory | null = null,
): Loaded {
  const [now, seen, values, stored, first, , ends, texts] = reply;
  const guards = Object.fromEntries(loading.guardNames.map((name, index) => [name, values[index] ?? ""]));
  const beside = { guards, first: first[0] ?? null, ends: ends === 1 };
  if (archived !== null) {
    const known = beside.first ?? (isKnown(archived, loading.commandId) ? FORGOTTEN : null);
    return { ...beside, first: known, history: { ...historyOf(archived.packed, archived.texts), now } };
  }
  const packed = readPacked(stream, stored[0]);
  const history = packed === null ? listed(stream, loading, reply) : historyOf(packed, texts);
  if (seen !== history.version) throw missingEvents(stream, history.version, seen);
  return { ...beside, history: { ...history, now } };
}

function historyOf(packed: Packed, texts: readonly string[]): Omit<History, "now"> {
  return { version: packed.version, head: packed.head, from: 0, events: eventsIn(packed, texts) };
}

function listed(stream: StreamId, { since }: Loading, [, , , stored, , from]: LoadReply): Omit<History, "now"> {
  const elements = stored.map((each) => each.toString());
  const isNothingNew = from > 0 && elements.length === 0 && since !== null;
  const { head } = isNothingNew ? since : positionOf(stream, elements);
  return { version: from + elements.length, head, from, events: elements.map(bytesOf) };
}

/** Redis does not know the commands of what lies in an archive. */
function isKnown({ request, packed }: ArchivedHistory, commandId: string | null): boolean {
  return commandId !== null && [...packed.commands, ...request.commands].includes(commandKey(commandId));
}

/** What to say, and do, when a history is shorter than it was. */
export function missingEvents(stream: StreamId, found: number, seen: number): RefereeError {
  return new RefereeError(
    "CHAIN_BROKEN",
    `${stream} has ${found} events, but ${seen} were seen before. Redis lost or changed data: restore it from a backup.`,
  );
}
