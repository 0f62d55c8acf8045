import { z } from "zod";
import { EpochMs } from "../clock.ts";
import { RefereeError } from "../errors.ts";
import { bytesOf, positionOf } from "./chain.ts";
import { defineScript } from "./script.ts";
import type { History, StreamId } from "./types.ts";

/** A history, the guards asked for, and the plant time, all as of one moment. */
export const loadScript = defineScript(`
local stream = ARGV[1]
local guards = {}
for i = 2, #ARGV do guards[i - 1] = redis.call('HGET', P .. 'guards', ARGV[i]) or '' end
return {
  written(now() + plantOffset()),
  redis.call('HGET', P .. 'p:' .. stream, '_v') or '0',
  guards,
  redis.call('LRANGE', P .. 's:' .. stream, 0, -1),
}`);

const Reply = z.tuple([
  z.coerce.number().pipe(EpochMs),
  z.coerce.number().int(),
  z.array(z.string()),
  z.array(z.string()),
]);

/** A history with the guards that were read beside it. */
export type Loaded = { readonly history: History; readonly guards: Readonly<Record<string, string>> };

/** @throws RefereeError `CHAIN_BROKEN` when the list does not have as many events as the projection was made from */
export function readLoaded(stream: StreamId, guardNames: readonly string[], reply: unknown): Loaded {
  const [now, seen, values, elements] = Reply.parse(reply);
  if (seen !== elements.length) throw missingEvents(stream, elements.length, seen);
  const guards = Object.fromEntries(guardNames.map((name, index) => [name, values[index] ?? ""]));
  return { history: { ...positionOf(stream, elements), events: elements.map(bytesOf), now }, guards };
}

/** What to say, and do, when a history is shorter than it was. */
export function missingEvents(stream: StreamId, found: number, seen: number): RefereeError {
  return new RefereeError(
    "CHAIN_BROKEN",
    `${stream} has ${found} events, but ${seen} were seen before. Redis lost or changed data: restore it from a backup.`,
  );
}
