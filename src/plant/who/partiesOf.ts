import type { EpochMs } from "../../clock.ts";
import { mayActFor } from "../duty/authority.ts";
import type { PersonId } from "../ids.ts";
import type { Party } from "../party.ts";
import type { Plant } from "../plant.ts";

/** Every party that a person may act for at an instant, themselves first: whose balls could be theirs. */
export function partiesOf(plant: Plant, person: PersonId, at: EpochMs): readonly Party[] {
  const all: readonly Party[] = [
    ...[...plant.teams.keys()].map((team) => ({ type: "team", team }) as const),
    ...[...plant.lines.keys()].map((line) => ({ type: "shiftLead", line }) as const),
    { type: "ops" },
    { type: "manager" },
  ];
  return [{ type: "person", person }, ...all.filter((party) => mayActFor(plant, party, person, { at }))];
}

/** A party in one word, for an index: `team-ot-controls`, `person-otto`. */
export function partyKey(party: Party): string {
  switch (party.type) {
    case "team":
      return `team-${party.team}`;
    case "person":
      return `person-${party.person}`;
    case "account":
      return `account-${party.account}`;
    case "shiftLead":
      return `shift-lead-${party.line}`;
    default:
      return party.type;
  }
}
