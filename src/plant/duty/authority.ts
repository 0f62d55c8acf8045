import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import type { LineId, PersonId, TeamId } from "../ids.ts";
import type { Party } from "../party.ts";
import { homeTeamOf } from "../person.ts";
import type { Plant, Rota, Team } from "../plant.ts";
import { covers, dayOf, type Interval } from "../time/localTime.ts";
import { withFallbacks } from "./fallback.ts";
import { peopleOf, turnsOn } from "./rota.ts";

export type AuthorityOptions = {
  /** When the button was pressed. Overrides and calendars give authority only then; without it a calendar counts for whomever it names. */
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
      return mayLeadShift(plant, party.line, person, options.at);
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
    (team) => belongsTo(plant, team, person, at) || (at !== undefined && isOverride(plant, team.id, person, at)),
  );
}

function belongsTo(plant: Plant, team: Team, person: PersonId, at: EpochMs | undefined): boolean {
  return (
    team.members.includes(person) ||
    answersForMember(team, person) ||
    servingBy(plant, team.onCall, at).includes(person)
  );
}

/** So long after a turn somebody answers what was asked of them in it, and takes back what they said. */
const AFTER_TURN_DAYS = 7;

/**
 * Whom a rota gives authority: everybody the plant file names in it. A calendar is written elsewhere, and says who is asked, not who
 * belongs to a team: it gives authority while a turn runs, and for a week after. So it does to whom it names as well and who stands in
 * for one of those.
 */
function servingBy(plant: Plant, rota: Rota, at: EpochMs | undefined): readonly PersonId[] {
  if (rota.type !== "ical" || at === undefined) return peopleOf(plant, rota);
  const serves = ({ from, to }: Interval) => from <= at && at < later(to, AFTER_TURN_DAYS * DAY_MS);
  const today = dayOf(at, plant.timeZone);
  // Where the clocks went forward so many days of 24 hours begin one day earlier.
  const first = today.subtract({ days: AFTER_TURN_DAYS + 1 });
  const served = turnsOn(plant, rota, first, today).filter(serves);
  const people = served.flatMap((turn) => turn.people);
  const named = peopleOf(plant, rota);
  const standIns = plant.standIns.filter((each) => serves(each) && people.includes(each.person));
  return [...people, ...standIns.map(({ standIn }) => standIn).filter((id) => named.includes(id))];
}

function answersForMember(team: Team | null, person: PersonId): boolean {
  return team !== null && (team.lead === person || team.backup === person);
}

function isOverride(plant: Plant, team: TeamId, person: PersonId, at: EpochMs): boolean {
  return plant.overrides.some((each) => each.team === team && each.person === person && covers(each, at));
}

function mayLeadShift(plant: Plant, id: LineId, person: PersonId, at: EpochMs | undefined): boolean {
  const line = plant.lines.get(id);
  if (line === undefined) return false;
  const leads = line.shiftLeads === null ? [] : servingBy(plant, line.shiftLeads, at);
  return leads.includes(person) || answersForMember(plant.teams.get(line.team) ?? null, person);
}
