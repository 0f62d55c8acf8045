import type { TeamId } from "../ids.ts";
import type { Plant, Team } from "../plant.ts";

/**
 * A team and those that stand in for it, in order. Each comes once: a circle of fallbacks, which a plant file should
 * not have, ends where it began. Empty for a team the plant does not know.
 */
export function withFallbacks(plant: Plant, id: TeamId): readonly Team[] {
  const teams = new Map<TeamId, Team>();
  for (let team = plant.teams.get(id); team !== undefined && !teams.has(team.id); ) {
    teams.set(team.id, team);
    team = team.fallback === undefined ? undefined : plant.teams.get(team.fallback);
  }
  return [...teams.values()];
}
