import type { EpochMs } from "../../clock.ts";
import type { PersonId } from "../../plant/ids.ts";
import { nameOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { ownPersonIn } from "../../plant/who/vendors.ts";
import { meaningOf } from "../../workflow/meaning.ts";
import type { RequestType } from "../../workflow/requestType.ts";
import type { Values } from "../../workflow/value.ts";
import { THE_RULES } from "../actor.ts";
import type { RequestEvent } from "../events.ts";
import type { Open } from "../state.ts";
import { directSpot, freshName } from "./places.ts";
import { speaksAsRequester } from "./requester.ts";

/** What was told of who looks after a visitor; null where nothing was, or nobody is asked for it. */
export function sponsorSaid({ fields }: Pick<RequestType, "fields">, values: Values): string | null {
  const field = fields.find((each) => meaningOf(each) === "sponsor");
  return field === undefined ? null : (values[field.id] ?? null);
}

/**
 * Whoever looks after a visitor reads in their own chat what they are named for, and when it begins and ends. Nothing where
 * they asked for it themselves, know of it already, or are nobody of the plant's own.
 */
export function sponsorHears(state: Open, plant: Plant, at: EpochMs): readonly RequestEvent[] {
  if (state.grant.status === "ended") return [];
  const person = namedIn(state, plant);
  if (person === null || speaksAsRequester(state, person) || hears(state, person)) return [];
  const spot = directSpot(plant, person, state.asked.spot.adapter);
  if (spot === null) return [];
  const place = freshName(state, "sponsor");
  const name = nameOf(plant, person);
  return [{ type: "RequestJoined", place, name, spot, sponsor: person, by: THE_RULES, at }];
}

function namedIn({ rules, values }: Open, plant: Plant): PersonId | null {
  const said = sponsorSaid(rules, values);
  return said === null ? null : ownPersonIn(plant, said);
}

function hears({ places }: Open, person: PersonId): boolean {
  return [...places.values()].some(({ role }) => role.type === "joined" && role.by === person);
}
