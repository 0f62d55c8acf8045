import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import type { SayFact, Told } from "../../plant/told/told.ts";
import { THE_RULES } from "../actor.ts";
import type { EventOf, RequestEvent } from "../events.ts";
import { asText } from "../inWords.ts";
import { kept } from "./guards.ts";

/** What Referee says in the thread of a request of its own accord: each reads it in their language. */
export function noteOfReferee(plant: Plant, text: Told, at: EpochMs, facts?: SayFact): EventOf<"NoteAdded"> {
  const said = asText(plant, text, facts);
  return { type: "NoteAdded", ...said, text: kept(said.text), name: "Referee", place: null, by: THE_RULES, at };
}

/** What somebody wrote beside what they did, under their name: Referee's own notes carry nobody's words. */
export function noteOf(words: string, { by, at }: Pick<RequestEvent, "by" | "at">): readonly EventOf<"NoteAdded">[] {
  return words === "" ? [] : [{ type: "NoteAdded", text: kept(words), name: "", place: null, by, at }];
}
