import type { EpochMs } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import type { LineId, PersonId, TeamId } from "../ids.ts";
import type { Party } from "../party.ts";
import { homeTeamOf } from "../person.ts";
import type { Plant, Team } from "../plant.ts";
import { isWorking } from "../time/workingTime.ts";
import { type Told, told, toldTogether } from "../told/told.ts";
import { standInFor, tellAway, tellStandIn } from "./absence.ts";
import { withFallbacks } from "./fallback.ts";
import { onCallByRota, onCallOf } from "./onCall.ts";

/** One hop of a chain: whom to ping, and why them. */
export type Link = {
  readonly rank: "onCall" | "backup" | "lead" | "fallback";
  readonly people: readonly PersonId[];
  /** `weekly rota, Mon 06:00 to 14:00`. */
  readonly because: Told;
  /** Whether they are at work or on call at that instant, as far as the plant file knows. */
  readonly onDuty: boolean;
};

export type ChainOptions = {
  /** Whom to ask first if they are on duty in the party just then: the person who asked, when their line confirms. */
  readonly first?: PersonId;
};

/**
 * Who is pinged for a party at an instant, in order: on call, then backup, then lead, then the fallback team.
 * Nobody comes twice, nobody absent comes at all, and a link left without people is left out; its reason moves on to
 * the next link. An account the plant does not know has no chain: nobody else may answer for a stranger.
 */
export function chainOf(plant: Plant, party: Party, at: EpochMs, { first }: ChainOptions = {}): readonly Link[] {
  const links = tidy(plant, candidatesOf(plant, party, at), at);
  const [head, ...rest] = links;
  if (head === undefined || first === undefined || !head.people.includes(first)) return links;
  return [{ ...head, people: [first, ...head.people.filter((person) => person !== first)] }, ...rest];
}

/** Those who are asked first at an instant. */
export function askedFirst(plant: Plant, party: Party, at: EpochMs): readonly PersonId[] {
  return chainOf(plant, party, at)[0]?.people ?? [];
}

function candidatesOf(plant: Plant, party: Party, at: EpochMs): readonly Link[] {
  switch (party.type) {
    case "team":
      return teamChain(plant, party.team, at);
    case "person":
      return personChain(plant, party.person, at);
    case "account":
      return [];
    case "shiftLead":
      return shiftLeadChain(plant, party.line, at);
    case "ops":
      return opsChain(plant, at);
    case "manager":
      return [link("onCall", [plant.ops.manager], told("duty.manager"), true), ...opsChain(plant, at)];
    default:
      return assertNever(party, "party");
  }
}

function teamChain(plant: Plant, id: TeamId, at: EpochMs): readonly Link[] {
  const [own, ...standIns] = withFallbacks(plant, id);
  if (own === undefined) return [];
  const chain = [...ownLinks(plant, own, at)];
  for (const team of standIns) chain.push(...fallbackLink(plant, own, team, at, chain));
  return chain;
}

function ownLinks(plant: Plant, team: Team, at: EpochMs): readonly Link[] {
  const onCall = onCallOf(plant, team.id, at);
  const atWork = isWorking(plant, { type: "team", team: team.id }, at);
  // A list names somebody at every hour; only the calendar knows whether they are there.
  const onDuty = team.onCall.type !== "list" || onCall.until !== null || atWork;
  const named = (rank: Link["rank"], people: readonly PersonId[], because: Told) =>
    orStandIns(plant, link(rank, people, because, atWork), { type: "team", team: team.id }, at);
  const backup =
    team.backup === undefined ? [] : [named("backup", [team.backup], told("duty.backup", { team: nameOfTeam(team) }))];
  const lead = named("lead", [team.lead], told("duty.lead", { team: nameOfTeam(team) }));
  const because = onCall.people.length === 0 ? onCall.because : told("duty.onCall", { why: onCall.because });
  return [link("onCall", onCall.people, because, onDuty), ...backup, lead];
}

/** The first link of a team that stands in which brings somebody who was not asked before; none when nobody is left. */
function fallbackLink(plant: Plant, of: Team, team: Team, at: EpochMs, before: readonly Link[]): readonly Link[] {
  const asked = new Set(before.flatMap(({ people }) => people));
  const [first] = tidy(plant, ownLinks(plant, team, at), at, asked);
  if (first === undefined) return [];
  const because = told("duty.fallback", {
    ...{ team: nameOfTeam(team), other: nameOfTeam(of), why: first.because },
  });
  return [link("fallback", first.people, because, first.onDuty)];
}

function personChain(plant: Plant, person: PersonId, at: EpochMs): readonly Link[] {
  const home = homeTeamOf(plant, person);
  const party: Party = { type: "person", person };
  const self = orStandIns(plant, link("onCall", [person], told("duty.byName"), isWorking(plant, party, at)), party, at);
  return home === null ? [self] : [self, ...ownLinks(plant, home, at).filter(({ rank }) => rank !== "onCall")];
}

function shiftLeadChain(plant: Plant, id: LineId, at: EpochMs): readonly Link[] {
  const line = plant.lines.get(id);
  if (line === undefined) return opsChain(plant, at);
  const onCall = line.shiftLeads && onCallByRota(plant, line.shiftLeads, at, { type: "shiftLead", line: id });
  const lead = onCall
    ? [link("onCall", onCall.people, told("duty.shiftLead", { line: { line: id }, why: onCall.because }), true)]
    : [];
  const team = plant.teams.get(line.team);
  return team === undefined ? lead : [...lead, ...ownLinks(plant, team, at).filter(({ rank }) => rank !== "onCall")];
}

function opsChain(plant: Plant, at: EpochMs): readonly Link[] {
  const [first, ...others] = plant.ops.leads;
  const ops: Party = { type: "ops" };
  const onDuty = isWorking(plant, ops, at);
  if (first === undefined) return [];
  const links = [
    link("onCall", [first], told("duty.opsLead"), onDuty),
    link("backup", others, told("duty.alsoOps"), onDuty),
    ...(isLed(plant) ? [] : [link("lead", [plant.ops.manager], told("duty.manager"), onDuty)]),
  ];
  return links.map((each) => orStandIns(plant, each, ops, at));
}

/** Whether anybody who leads Ops is there still, on duty or not. */
function isLed({ ops, people }: Plant): boolean {
  return ops.leads.some((person) => people.has(person));
}

function nameOfTeam({ id }: Team): Told {
  return { party: { type: "team", team: id } };
}

function link(rank: Link["rank"], people: readonly PersonId[], because: Told, onDuty: boolean): Link {
  return { rank, people, because, onDuty };
}

/** Whoever stands in for those of a link is asked in their place; what a rota names was looked at there. */
function orStandIns(plant: Plant, each: Link, party: Party, at: EpochMs): Link {
  const standIns = each.people.map((person) => standInFor(plant, person, party, at));
  const remarks = standIns.flatMap((standIn) => (standIn === null ? [] : [tellStandIn(plant, standIn, at)]));
  const people = each.people.map((person, index) => standIns[index]?.standIn ?? person);
  return { ...each, people: [...new Set(people)], because: toldTogether([each.because, ...remarks]) };
}

/** Drops who is absent, who came before and links left empty, and tells the next link why it comes so early. */
function tidy(
  plant: Plant,
  links: readonly Link[],
  at: EpochMs,
  asked: ReadonlySet<PersonId> = new Set(),
): readonly Link[] {
  const seen = new Set(asked);
  const kept: Link[] = [];
  let passedOver: readonly Told[] = [];
  for (const each of links) {
    const fresh = each.people.filter((person) => !seen.has(person));
    const away = tellAway(plant, fresh, at);
    const people = away.length === 0 ? fresh : fresh.filter((person) => tellAway(plant, [person], at).length === 0);
    for (const person of fresh) seen.add(person);
    if (people.length === 0) {
      passedOver = [...passedOver, ...(each.people.length === 0 ? [each.because] : away)];
      continue;
    }
    kept.push({ ...each, people, because: toldTogether([each.because, ...passedOver, ...away]) });
    passedOver = [];
  }
  return kept;
}
