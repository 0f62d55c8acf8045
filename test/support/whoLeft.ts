import type { PersonId } from "../../src/plant/ids.ts";
import { evolvePlant, NEW_PLANT, type PlantState, plantIn } from "../../src/plant/inForce/state.ts";
import { homeTeamOf } from "../../src/plant/person.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { readPlantEvent } from "../../src/plant/stored.ts";
import { servedBy } from "../../src/plant/who/served.ts";

/** The plant after the directory said of these people that they have left; the file goes on naming them. */
export function afterLeaving(file: Plant, ...people: readonly PersonId[]): Plant {
  const left = (before: PlantState, person: PersonId) => {
    const whose = { name: file.people.get(person)?.name, team: homeTeamOf(file, person)?.id ?? null };
    const event = { type: "PersonLeft", person, ...whose, user: `u-${person}`, by: "referee:directory", at: 1 };
    return evolvePlant(before, readPlantEvent(JSON.stringify(event)));
  };
  return servedBy(plantIn(people.reduce(left, NEW_PLANT), file), ["web", "office"]);
}
