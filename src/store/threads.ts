import { Spot, Utterance } from "../adapter.ts";
import { threadKey } from "./appendScript.ts";
import { type PackedPlace, placesIn, readPacked } from "./packed.ts";
import { counted, type ScriptArgs } from "./script.ts";
import type { StreamId } from "./types.ts";

/** Lua: has these threads known again, as `threadArgs` gives them; one that is another place's by now stays so. */
export const KNOW_THREADS = `
for _ = 1, tonumber(take()) do redis.call('HSETNX', P .. 'threads', take(), take()) end
`;

/**
 * The threads of packed places, for `KNOW_THREADS`: those they stand in, and those that their cards begin. A release from before
 * records were packed drops them, since it finds no such place.
 */
export function threadArgs(places: readonly PackedPlace[]): ScriptArgs {
  return counted(places.flatMap(({ place, fields }) => threadsOf(fields).map((thread) => [thread, place])));
}

/** The same, of an element that may be a packed one. */
export function threadArgsOf(stream: StreamId, element: Buffer): ScriptArgs {
  const packed = readPacked(stream, element);
  return threadArgs(packed === null ? [] : placesIn(packed));
}

function threadsOf({ spot, card }: PackedPlace["fields"]): readonly string[] {
  if (spot === undefined) return [];
  const stands = Spot.parse(JSON.parse(spot));
  const said = card === undefined ? "unnamed" : Utterance.parse(JSON.parse(card));
  const threads = [threadKey(stands)];
  if (said !== "unnamed" && said.thread === null) {
    // A direct message may have an id of its own, while those who reply in it are heard in the conversation of the person.
    for (const conversation of [said.conversation, stands.conversation])
      threads.push(threadKey({ adapter: said.adapter, conversation, thread: said.message }));
  }
  return [...new Set(threads)].filter((thread) => thread !== "");
}
