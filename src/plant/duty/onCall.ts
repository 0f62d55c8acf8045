import { type EpochMs, earliest } from "../../clock.ts";
import { tellAge } from "../calendar/byAddress.ts";
import type { LineId, PersonId, TeamId } from "../ids.ts";
import type { Party } from "../party.ts";
import type { Plant, Rota } from "../plant.ts";
import { covers, dayOf, type Interval, overlaps, without } from "../time/localTime.ts";
import { type Told, told, toldTogether } from "../told/told.ts";
import { absenceOf, presentIn, standInFor, tellAway, tellStandIn } from "./absence.ts";
import { type Turn, turnsAt, turnsOn } from "./rota.ts";

/** Who is on call and why; `people` is empty when nobody is, and `because` then says that. */
export type OnCall = {
  readonly people: readonly PersonId[];
  /** `crew B, night shift, 22:00 to 06:00`, `override until 18:00`. */
  readonly because: Told;
  /** When the turn or the override ends; null when nobody is on call and for a list, which has no turns. */
  readonly until: EpochMs | null;
};

/** Who is on call for a team: an override of chat first, else the rota; whoever is absent is left out, and that is said. */
export function onCallOf(plant: Plant, team: TeamId, at: EpochMs): OnCall {
  const override = plant.overrides.findLast((each) => each.team === team && covers(each, at));
  const rota = plant.teams.get(team)?.onCall;
  if (override && !absenceOf(plant, override.person, at)) {
    const because = told("duty.override", { when: { at: override.to, seen: at } });
    return { people: [override.person], because, until: override.to };
  }
  return rota === undefined ? NOBODY : onCallByRota(plant, rota, at, { type: "team", team });
}

/** Who leads the shift on a line, and why; null when nobody does or the only one is away. */
export function shiftLeadOf(plant: Plant, line: LineId, at: EpochMs): { person: PersonId; because: Told } | null {
  const rota = plant.lines.get(line)?.shiftLeads;
  const { people, because } = rota ? onCallByRota(plant, rota, at, { type: "shiftLead", line }) : NOBODY;
  const [person] = people;
  return person === undefined ? null : { person, because };
}

/**
 * The same for any rota, e.g. the shift leads of a line.
 *
 * @param party whose rota it is: who may not act for it stands in for nobody there
 */
export function onCallByRota(plant: Plant, rota: Rota, at: EpochMs, party: Party): OnCall {
  if (rota.type === "list") return firstPresent(plant, rota.people, at, party);
  const turns = turnsAt(plant, rota, at);
  const named = [...new Set(turns.flatMap(({ people }) => people))];
  const asked = named.map((person) => askedFor(plant, person, at, party));
  const people = [...new Set(asked.flatMap(({ person }) => person ?? []))];
  const age = rota.type === "ical" ? tellAge(plant, rota, at) : null;
  const remarks = asked.flatMap(({ remark }) => remark);
  const said = (why: readonly Told[]) => toldTogether([...why, ...(age === null ? [] : [age])]);
  if (people.length === 0) return { ...NOBODY, because: said(remarks.length > 0 ? remarks : [NOBODY.because]) };
  const because = said([...turns.map((turn) => turn.because), ...remarks]);
  const ends = [...turns.map(({ to }) => to), ...asked.flatMap(({ until }) => until ?? [])];
  return { people, because, until: earliest(ends) };
}

/** Whom to ask where a rota names somebody: them, whoever stands in for them, or nobody. `until`: when that ends. */
type Asked = { readonly person: PersonId | null; readonly remark: readonly Told[]; readonly until: EpochMs | null };

function askedFor(plant: Plant, person: PersonId, at: EpochMs, party: Party): Asked {
  const standIn = standInFor(plant, person, party, at);
  if (standIn !== null)
    return { person: standIn.standIn, remark: [tellStandIn(plant, standIn, at)], until: standIn.to };
  const away = tellAway(plant, [person], at);
  return { person: away.length === 0 ? person : null, remark: away, until: null };
}

/** The stretches between two instants in which nobody is on call for a team, absences and overrides counted. */
export function nobodyOnCall(plant: Plant, team: TeamId, from: EpochMs, to: EpochMs): readonly Interval[] {
  const rota = plant.teams.get(team)?.onCall ?? null;
  const overrides = plant.overrides.filter((each) => each.team === team);
  const said = overrides.map(({ person, ...span }) => ({ people: [person], ...span }));
  return nobodyBy(plant, rota, said, { type: "team", team }, { from, to });
}

/** The stretches between two instants in which nobody leads the shift on a line, absences counted. */
export function nobodyLeads(plant: Plant, line: LineId, from: EpochMs, to: EpochMs): readonly Interval[] {
  const rota = plant.lines.get(line)?.shiftLeads ?? null;
  return nobodyBy(plant, rota, [], { type: "shiftLead", line }, { from, to });
}

function nobodyBy(
  plant: Plant,
  rota: Rota | null,
  said: readonly Stretch[],
  party: Party,
  within: Interval,
): readonly Interval[] {
  const scheduled = rota === null ? [] : stretches(plant, rota, within);
  return without(
    within,
    [...scheduled, ...said].flatMap(({ people, ...span }) =>
      people.flatMap((person) => presentIn(plant, person, span, party)),
    ),
  );
}

/**
 * The turns of a team that touch an interval, in order and whole, as its rota has them; a list is one turn of its first.
 * Absences and overrides said in chat are not looked at: this is what file and calendar say.
 */
export function turnsWithin(plant: Plant, team: TeamId, within: Interval): readonly Turn[] {
  const rota = plant.teams.get(team)?.onCall;
  if (rota === undefined) return [];
  if (rota.type === "list") return [{ ...within, people: rota.people.slice(0, 1), because: told("duty.firstOnList") }];
  return rotaTurns(plant, rota, within);
}

function rotaTurns(plant: Plant, rota: Rota, within: Interval): readonly Turn[] {
  const first = dayOf(within.from, plant.timeZone).subtract({ days: 1 });
  return turnsOn(plant, rota, first, dayOf(within.to, plant.timeZone)).filter((turn) => overlaps(turn, within));
}

type Stretch = Interval & { readonly people: readonly PersonId[] };

function stretches(plant: Plant, rota: Rota, { from, to }: Interval): readonly Stretch[] {
  return rota.type === "list" ? [{ people: rota.people, from, to }] : rotaTurns(plant, rota, { from, to });
}

const NOBODY: OnCall = { people: [], because: told("duty.nobody"), until: null };

function firstPresent(plant: Plant, people: readonly PersonId[], at: EpochMs, party: Party): OnCall {
  const asked = people.map((person) => askedFor(plant, person, at, party));
  const found = asked.findIndex(({ person }) => person !== null);
  const remarks = asked.slice(0, found === -1 ? asked.length : found + 1).flatMap(({ remark }) => remark);
  const person = asked[found]?.person ?? null;
  if (person === null) return { ...NOBODY, ...(remarks.length > 0 && { because: toldTogether(remarks) }) };
  const place = told(found === 0 ? "duty.firstOnList" : "duty.nextOnList");
  return { people: [person], because: toldTogether([place, ...remarks]), until: null };
}
