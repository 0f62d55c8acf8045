import { DAY_MS, type EpochMs } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import { say } from "../../words/say.ts";
import { standInsWithin } from "../duty/absence.ts";
import { mayActFor } from "../duty/authority.ts";
import { peopleOf } from "../duty/rota.ts";
import type { LineId, PersonId, TeamId } from "../ids.ts";
import type { Party } from "../party.ts";
import { nameOf } from "../person.ts";
import type { Plant } from "../plant.ts";
import { freezeAt } from "../time/freeze.ts";
import type { Interval } from "../time/localTime.ts";
import { type Arrangement, type Frozen, nextAbsence } from "./arrangement.ts";
import { frozenNames, isLifted } from "./saidFreezes.ts";

/**
 * Why somebody may not arrange something, or why it would change nothing, in words for them; null when they may. People
 * speak for themselves; leads for those of their teams and for what these own; Ops for everybody. Nobody is put in
 * anybody's place who could not decide there anyway.
 */
export function whyNotArrange(plant: Plant, by: PersonId, arrangement: Arrangement, at: EpochMs): string | null {
  return ("to" in arrangement ? whyNoTime(plant, arrangement, at) : null) ?? whyNot(plant, by, arrangement, at);
}

/** A button can carry anything: what ends before it begins would be told, and be nothing. */
function whyNoTime(plant: Plant, { from, to }: Interval, at: EpochMs): string | null {
  if (from >= to) return say(plant, "presence.endsBefore");
  return to <= at ? say(plant, "presence.over") : null;
}

function whyNot(plant: Plant, by: PersonId, arrangement: Arrangement, at: EpochMs): string | null {
  switch (arrangement.type) {
    case "away":
      return (
        mustSpeakFor(plant, by, arrangement.person) ?? whyNotStandIn(plant, arrangement.person, arrangement.standIn)
      );
    case "back":
      return mustSpeakFor(plant, by, arrangement.person) ?? whyNotBack(plant, by, arrangement.person, at);
    case "standIn":
      return whyNotSetStandIn(plant, by, arrangement);
    case "standInEnd":
      return whyNotEndStandIn(plant, by, arrangement, at);
    case "duty":
      return whyNotDuty(plant, by, arrangement.team, arrangement.person);
    case "freeze":
      return mayFreeze(plant, by, arrangement, at) ? null : notToFreeze(plant, arrangement);
    case "thaw":
      return mayFreeze(plant, by, arrangement, at)
        ? whyNotThaw(plant, arrangement, at)
        : notToFreeze(plant, arrangement);
    default:
      return assertNever(arrangement, "arrangement");
  }
}

/** What somebody is asked for: teams, lines whose shift they lead, Ops. */
export function askedAs(plant: Plant, person: PersonId): readonly Party[] {
  const teams = [...plant.teams.values()].filter(
    ({ onCall, backup, lead }) => peopleOf(plant, onCall).includes(person) || backup === person || lead === person,
  );
  const lines = [...plant.lines.values()].filter(
    ({ shiftLeads }) => shiftLeads !== null && peopleOf(plant, shiftLeads).includes(person),
  );
  return [
    ...teams.map(({ id }): Party => ({ type: "team", team: id })),
    ...lines.map(({ id }): Party => ({ type: "shiftLead", line: id })),
    ...(plant.ops.leads.includes(person) ? [{ type: "ops" } as const] : []),
  ];
}

function mustSpeakFor(plant: Plant, by: PersonId, person: PersonId): string | null {
  if (by === person || isOps(plant, by) || leads(plant, by, person)) return null;
  return say(plant, "presence.onlyThey", { who: nameOf(plant, person) });
}

function leads({ teams }: Plant, by: PersonId, person: PersonId): boolean {
  return [...teams.values()].some(({ lead, members }) => lead === by && members.includes(person));
}

function isOps(plant: Plant, person: PersonId): boolean {
  return mayActFor(plant, { type: "ops" }, person);
}

function whyNotStandIn(plant: Plant, person: PersonId, standIn: PersonId | null): string | null {
  if (standIn === null) return null;
  if (standIn === person) return say(plant, "presence.notThemselves", { who: nameOf(plant, person) });
  const parties = askedAs(plant, person);
  if (parties.length === 0) return say(plant, "presence.noRota", { who: nameOf(plant, person) });
  if (parties.some((party) => mayActFor(plant, party, standIn))) return null;
  return say(plant, "presence.mayNotStandIn", { who: nameOf(plant, standIn), other: nameOf(plant, person) });
}

function whyNotSetStandIn(plant: Plant, by: PersonId, arrangement: Arrangement & { type: "standIn" }): string | null {
  const { person, standIn } = arrangement;
  const mustNot = mustSpeakFor(plant, by, person);
  const why = mustNot !== null && by === standIn ? whyNotOfOneself(plant, arrangement) : mustNot;
  return why ?? whyNotStandIn(plant, person, standIn);
}

function whyNotEndStandIn(
  plant: Plant,
  by: PersonId,
  arrangement: Arrangement & { type: "standInEnd" },
  at: EpochMs,
): string | null {
  const ends = standInsWithin(plant, arrangement, at);
  // What somebody took on by their own word alone, they may give back.
  const isOwn = ends.length > 0 && ends.every(({ standIn, saidBy }) => standIn === by && saidBy === by);
  const mustNot = isOwn ? null : mustSpeakFor(plant, by, arrangement.person);
  return mustNot ?? (ends.length > 0 ? null : noStandIn(plant, arrangement.person));
}

/** Without a word of the other, nobody is asked in their place for longer. */
const LONGEST_OF_ONESELF_MS = 7 * DAY_MS;

function whyNotOfOneself(plant: Plant, { person, from, to }: Interval & { readonly person: PersonId }): string | null {
  return to - from <= LONGEST_OF_ONESELF_MS
    ? null
    : say(plant, "presence.standInTooLong", { who: nameOf(plant, person) });
}

/** Nobody stands in for somebody, in words. */
export function noStandIn(plant: Plant, person: PersonId): string {
  return say(plant, "presence.noStandIn", { who: nameOf(plant, person) });
}

function whyNotBack(plant: Plant, by: PersonId, person: PersonId, at: EpochMs): string | null {
  if (nextAbsence(plant, person, at) !== null) return null;
  return by === person
    ? say(plant, "presence.youNotAway")
    : say(plant, "presence.notAway", { who: nameOf(plant, person) });
}

function whyNotDuty(plant: Plant, by: PersonId, team: TeamId, person: PersonId): string | null {
  const name = plant.teams.get(team)?.name ?? team;
  if (!isOps(plant, by) && plant.teams.get(team)?.lead !== by) return say(plant, "presence.onlyLead", { team: name });
  if (mayActFor(plant, { type: "team", team }, person)) return null;
  return say(plant, "presence.mayNotDuty", { who: nameOf(plant, person), team: name });
}

/** Ops, and whoever leads a team that owns or runs all of it, or a shift on its lines. */
function mayFreeze(plant: Plant, by: PersonId, { assets, lines }: Frozen, at: EpochMs): boolean {
  if (isOps(plant, by)) return true;
  if (assets.length + lines.length === 0) return false;
  const ofLine = (line: LineId) =>
    mayActFor(plant, { type: "shiftLead", line }, by, { at }) || isLead(plant, plant.lines.get(line)?.owner, by);
  const ofAsset = (id: Frozen["assets"][number]) => {
    const asset = plant.assets.get(id);
    return isLead(plant, asset?.owner, by) || (asset?.line !== undefined && ofLine(asset.line));
  };
  return lines.every(ofLine) && assets.every(ofAsset);
}

function isLead({ teams }: Plant, team: TeamId | undefined, person: PersonId): boolean {
  return team !== undefined && teams.get(team)?.lead === person;
}

function notToFreeze(plant: Plant, frozen: Frozen): string {
  return say(plant, "presence.onlyFreeze", { what: frozenNames(plant, frozen) });
}

function whyNotThaw(plant: Plant, thawed: Frozen, at: EpochMs): string | null {
  if (plant.freezes.some((freeze) => isLifted(freeze, thawed))) return null;
  const active = freezeAt(plant, thawed, at);
  return active === null
    ? say(plant, "presence.notFrozen", { what: frozenNames(plant, thawed) })
    : say(plant, "presence.fileFreeze", { name: active.freeze.name });
}
