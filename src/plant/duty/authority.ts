import type { EpochMs } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import type { LineId, PersonId, TeamId } from "../ids.ts";
import type { Party } from "../party.ts";
import { homeTeamOf } from "../person.ts";
import type { Plant, Team } from "../plant.ts";
import { covers } from "../time/localTime.ts";
import { withFallbacks } from "./fallback.ts";
import { peopleOf } from "./rota.ts";

export type AuthorityOptions = {
  /** When the button was pressed. Needed for an override to count: it gives authority only while it runs. */
  readonly at?: EpochMs;
  /** Also the people of the team's fallbacks, once the chain has reached them. */
  readonly fallback?: boolean;
};

/**
 * Whether a person may decide for a party: its members, rota, lead and backup. On duty or not does not matter, absent
 * neither: who is on holiday and answers anyway is still one of them. Anybody the plant does not know may not.
 */
export function mayActFor(plant: Plant, party: Party, person: PersonId, options: AuthorityOptions = {}): boolean {
  if (!plant.people.has(person)) return false;
  switch (party.type) {
    case "team":
      return mayActForTeam(plant, party.team, person, options);
    case "person":
      return party.person === person || answersForMember(homeTeamOf(plant, party.person), person);
    case "account":
      return plant.people.get(person)?.accounts.includes(party.account) ?? false;
    case "shiftLead":
      return mayLeadShift(plant, party.line, person);
    case "ops":
      return plant.ops.leads.includes(person) || plant.ops.manager === person;
    case "manager":
      return plant.ops.manager === person;
    default:
      return assertNever(party, "party");
  }
}

function mayActForTeam(
  plant: Plant,
  id: TeamId,
  person: PersonId,
  { at, fallback = false }: AuthorityOptions,
): boolean {
  const teams = withFallbacks(plant, id);
  return (fallback ? teams : teams.slice(0, 1)).some(
    (team) => belongsTo(plant, team, person) || (at !== undefined && isOverride(plant, team.id, person, at)),
  );
}

function belongsTo(plant: Plant, team: Team, person: PersonId): boolean {
  return (
    team.members.includes(person) || answersForMember(team, person) || peopleOf(plant, team.onCall).includes(person)
  );
}

function answersForMember(team: Team | null, person: PersonId): boolean {
  return team !== null && (team.lead === person || team.backup === person);
}

function isOverride(plant: Plant, team: TeamId, person: PersonId, at: EpochMs): boolean {
  return plant.overrides.some((each) => each.team === team && each.person === person && covers(each, at));
}

function mayLeadShift(plant: Plant, id: LineId, person: PersonId): boolean {
  const line = plant.lines.get(id);
  if (line === undefined) return false;
  const leads = line.shiftLeads === null ? [] : peopleOf(plant, line.shiftLeads);
  return leads.includes(person) || answersForMember(plant.teams.get(line.team) ?? null, person);
}
