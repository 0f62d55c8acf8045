import type { PersonId } from "../ids.ts";
import type { Plant } from "../plant.ts";

/** Whether the plant lets somebody take the risk of what a veto denied. Whoever has left is named by the file still, and takes none. */
export function takesRisks({ riskOwner, people }: Pick<Plant, "riskOwner" | "people">, person: PersonId): boolean {
  return riskOwner === person && people.has(person);
}
