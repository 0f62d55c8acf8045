import type { Plant } from "../plant/plant.ts";
import { type SayFact, type Told, tell } from "../plant/told/told.ts";

/** What is kept of what Referee says, where somebody's own words say it all. */
type Kept<Name extends string> = Readonly<Record<Name, string>> & { readonly told?: Told };

/** Why, for an event: in the plant's words, as every release has kept it, and so that it can be said again in others. */
export function inWords(plant: Plant, because: Told, facts?: SayFact): Kept<"because"> {
  return { because: tell(plant, because, facts), ...keptAs(because) };
}

/** The same where an event calls it a reason. */
export function asReason(plant: Plant, reason: Told, facts?: SayFact): Kept<"reason"> {
  return { reason: tell(plant, reason, facts), ...keptAs(reason) };
}

/** The same for a note. */
export function asText(plant: Plant, text: Told, facts?: SayFact): Kept<"text"> {
  return { text: tell(plant, text, facts), ...keptAs(text) };
}

function keptAs(what: Told): { readonly told?: Told } {
  return typeof what === "string" ? {} : { told: what };
}
