import type { TeamId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";

/** The teams that a word stands for: a team's id, a side or a role in capital letters. */
export function teamsCalled({ teams, roles }: Plant, word: string): readonly TeamId[] {
  if (word === "NETWORK") return [roles.network];
  const side = word === "SECURITY" || word === "SAFETY" ? word.toLowerCase() : word;
  return [...teams.values()].filter((team) => team.id === word || team.side === side).map(({ id }) => id);
}
