import type { EpochMs } from "../../src/clock.ts";
import type { AbsenceSet, OverrideSet, OwnerRuled } from "../../src/plant/events.ts";
import { asset, monday, person, team } from "./cast.ts";

/** What people told Referee on Monday at 08:00. */
const told = { by: person("karin"), at: monday("08:00") };

export function away(who: string, from: EpochMs, to: EpochMs): AbsenceSet {
  return { type: "AbsenceSet", person: person(who), from, to, uncovered: [], ...told };
}

export function standIn(forTeam: string, who: string, from: EpochMs, to: EpochMs): OverrideSet {
  return { type: "OverrideSet", team: team(forTeam).team, person: person(who), from, to, ...told };
}

export function ruled(thing: string, owner: string, reason: string): OwnerRuled {
  return { type: "OwnerRuled", asset: asset(thing), team: team(owner).team, reason, by: person("paula"), at: told.at };
}
