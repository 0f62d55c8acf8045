import { DAY_MS, type EpochMs, earliest, later } from "../../clock.ts";
import type { Party } from "../party.ts";
import type { Plant } from "../plant.ts";
import { nobodyOnCall, onCallByRota, onCallOf } from "./onCall.ts";

/** So far ahead somebody is looked for where nobody is on call now. */
const LOOKS_AHEAD_MS = 2 * DAY_MS;

/**
 * When others come on call for a party: at the end of the present turn, or when the next begins. Null where nothing says
 * who is on call when, such as for a list, or for one person.
 */
export function dutyChangesAt(plant: Plant, party: Party, at: EpochMs): EpochMs | null {
  switch (party.type) {
    case "team": {
      const { people, until } = onCallOf(plant, party.team, at);
      if (people.length > 0) return until;
      const gap = nobodyOnCall(plant, party.team, at, later(at, LOOKS_AHEAD_MS))[0];
      return gap === undefined || gap.to >= later(at, LOOKS_AHEAD_MS) ? null : earliest([gap.to]);
    }
    case "shiftLead": {
      const rota = plant.lines.get(party.line)?.shiftLeads ?? null;
      return rota === null ? null : onCallByRota(plant, rota, at, party).until;
    }
    default:
      return null;
  }
}
