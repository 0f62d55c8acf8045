import type { Plant } from "../../../src/plant/plant.ts";
import { movedToTeams } from "../../support/onTeams.ts";

/** IT lives on Teams, OT, Ops and the floor in Slack; one who asks is on Teams as well. */
const ON_TEAMS = {
  teams: ["it-security", "it-network", "it-servers"],
  people: ["sina", "deniz", "nils", "vera", "mira", "jonas"],
} as const;

export function isOnTeams(who: string): boolean {
  return (ON_TEAMS.people as readonly string[]).includes(who);
}

/** The demo plant as the story has it. */
export function onBothPlatforms(plant: Plant): Plant {
  return movedToTeams(plant, ON_TEAMS);
}
