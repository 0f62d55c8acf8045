import type { EpochMs } from "../../clock.ts";
import type { PersonId } from "../ids.ts";
import type { Plant } from "../plant.ts";
import { absenceOf } from "./absence.ts";

/**
 * Who may take the risk of what a veto denied at an instant, whoever is asked first in front. The one whom the plant names may
 * also while they are away; while they are, or have left, so may whoever the plant file lets stand in for them. Somebody whom
 * they name in a chat may not: to stand in there gives nobody authority.
 */
export function riskOwnersAt(plant: Plant, at: EpochMs): readonly PersonId[] {
  const { riskOwner: named, riskOwnerStandIn: standIn, people } = plant;
  if (named === null) return [];
  const isThere = people.has(named) && absenceOf(plant, named, at) === null;
  const standsIn = standIn !== null && !isThere && people.has(standIn) && absenceOf(plant, standIn, at) === null;
  return [...(standsIn ? [standIn] : []), ...(people.has(named) ? [named] : [])];
}

/** Whether somebody who took a risk may take that back: whoever stood in, also once the other is there again. */
export function ownsRisks({ riskOwner, riskOwnerStandIn, people }: Plant, person: PersonId): boolean {
  return people.has(person) && (riskOwner === person || (riskOwner !== null && riskOwnerStandIn === person));
}
