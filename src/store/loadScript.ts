import { z } from "zod";
import { EpochMs } from "../clock.ts";
import { RefereeError } from "../errors.ts";
import { bytesOf, positionOf } from "./chain.ts";
import { commandKey, KNOWN } from "./commandMemory.ts";
import { defineScript, type ScriptArgs } from "./script.ts";
import type { History, StreamId } from "./types.ts";

/** A history, the guards asked for, what is known of a command, and the plant time, all as of one moment. */
export const loadScript = defineScript(`${KNOWN}
local stream, command = ARGV[1], ARGV[2]
local first = command ~= '' and known(command, stream)
local guards = {}
for i = 3, #ARGV do guards[i - 2] = redis.call('HGET', P .. 'guards', ARGV[i]) or '' end
return {
  written(now() + plantOffset()),
  redis.call('HGET', P .. 'p:' .. stream, '_v') or '0',
  guards,
  redis.call('LRANGE', P .. 's:' .. stream, 0, -1),
  first and {first} or {},
}`);

/** @param commandId null, to only read */
export function loadArgs(stream: StreamId, commandId: string | null, guardNames: readonly string[]): ScriptArgs {
  return [stream, commandId === null ? "" : commandKey(commandId), ...guardNames];
}

const Reply = z.tuple([
  z.coerce.number().pipe(EpochMs),
  z.coerce.number().int(),
  z.array(z.string()),
  z.array(z.string()),
  z.array(z.string()).max(1),
]);

/** A history with what was read beside it: the guards, and the answer the command got before. */
export type Loaded = {
  readonly history: History;
  readonly guards: Readonly<Record<string, string>>;
  /** As it is stored; null for a command that is new. */
  readonly first: string | null;
};

/** @throws RefereeError `CHAIN_BROKEN` when the list does not have as many events as the projection was made from */
export function readLoaded(stream: StreamId, guardNames: readonly string[], reply: unknown): Loaded {
  const [now, seen, values, elements, first] = Reply.parse(reply);
  if (seen !== elements.length) throw missingEvents(stream, elements.length, seen);
  const guards = Object.fromEntries(guardNames.map((name, index) => [name, values[index] ?? ""]));
  return {
    history: { ...positionOf(stream, elements), events: elements.map(bytesOf), now },
    guards,
    first: first[0] ?? null,
  };
}

/** What to say, and do, when a history is shorter than it was. */
export function missingEvents(stream: StreamId, found: number, seen: number): RefereeError {
  return new RefereeError(
    "CHAIN_BROKEN",
    `${stream} has ${found} events, but ${seen} were seen before. Redis lost or changed data: restore it from a backup.`,
  );
}
