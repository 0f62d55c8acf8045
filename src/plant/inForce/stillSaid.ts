import type { EpochMs } from "../../clock.ts";
import type { AbsenceSet, PlantEvent } from "../events.ts";
import type { PersonId } from "../ids.ts";
import { covers, overlaps } from "../time/localTime.ts";

/**
 * What people said without what was over by an instant: a plant lives for years, and every change of it goes through all of
 * them. An absence that took the place of one that goes on stays, since without it that one would be so again.
 */
export function stillSaid(said: readonly PlantEvent[], by: EpochMs): readonly PlantEvent[] {
  const lastBack = new Map<PersonId, PlantEvent>();
  for (const event of said) if (event.type === "AbsenceEnded") lastBack.set(event.person, event);
  const absences = new Map<PersonId, readonly AbsenceSet[]>();
  const of = (person: PersonId) => absences.get(person) ?? [];
  return said.filter((event) => {
    switch (event.type) {
      case "AbsenceSet": {
        const before = of(event.person);
        const isKept = event.to > by || before.some((each) => overlaps(each, event));
        if (isKept) absences.set(event.person, [...before, event]);
        return isKept;
      }
      case "AbsenceEnded":
        return lastBack.get(event.person) === event || of(event.person).some((each) => covers(each, event.at));
      case "StandInSet":
      case "StandInEnded":
      case "OverrideSet":
      case "FreezeSet":
        return event.to > by;
      default:
        return true;
    }
  });
}
