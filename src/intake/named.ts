import { PersonId, TeamId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { findNames } from "../plant/who/naming.ts";
import { vocabularyOf } from "../understand/text/vocabulary.ts";

/** The people a text names, in its order; by a first name where only one has it. */
export function peopleNamed(text: string, plant: Plant): readonly PersonId[] {
  return findNames(vocabularyOf(plant).people, text).map(({ id }) => PersonId.parse(id));
}

/** The teams a text names, in its order. */
export function teamsNamed(text: string, plant: Plant): readonly TeamId[] {
  return findNames(vocabularyOf(plant).teams, text).map(({ id }) => TeamId.parse(id));
}
