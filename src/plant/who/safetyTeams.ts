import type { Plant, Team } from "../plant.ts";

/** The teams that answer for what protects people: by their side, or by the role that the plant gives them. */
export function safetyTeams({ teams, roles }: Pick<Plant, "teams" | "roles">): readonly Team[] {
  return [...teams.values()].filter(({ id, side }) => side === "safety" || id === roles.safety);
}
