import { type EpochMs, earliest } from "../../clock.ts";
import type { LineId, PersonId, TeamId } from "../ids.ts";
import { nameOf } from "../person.ts";
import type { Absence, Plant, Rota } from "../plant.ts";
import { covers, dayOf, type Interval, overlaps, without } from "../time/localTime.ts";
import { sayInstant } from "../time/sayTime.ts";
import { type Turn, turnsAt, turnsOn } from "./rota.ts";

/** Who is on call and why; `people` is empty when nobody is, and `because` then says that. */
export type OnCall = {
  readonly people: readonly PersonId[];
  /** `crew B, night shift, 22:00 to 06:00`, `override until 18:00`. */
  readonly because: string;
  /** When the turn or the override ends; null when nobody is on call and for a list, which has no turns. */
  readonly until: EpochMs | null;
};

/** Who is on call for a team: an override of chat first, else the rota; whoever is absent is left out, and that is said. */
export function onCallOf(plant: Plant, team: TeamId, at: EpochMs): OnCall {
  const override = plant.overrides.findLast((each) => each.team === team && covers(each, at));
  const rota = plant.teams.get(team)?.onCall;
  if (override && !absenceOf(plant, override.person, at)) {
    return { people: [override.person], because: `override until ${say(plant, override.to, at)}`, until: override.to };
  }
  return rota === undefined ? NOBODY : onCallByRota(plant, rota, at);
}

/** Who leads the shift on a line, and why; null when nobody does or the only one is away. */
export function shiftLeadOf(plant: Plant, line: LineId, at: EpochMs): { person: PersonId; because: string } | null {
  const rota = plant.lines.get(line)?.shiftLeads;
  const { people, because } = rota ? onCallByRota(plant, rota, at) : NOBODY;
  const [person] = people;
  return person === undefined ? null : { person, because };
}

/** The same for any rota, e.g. the shift leads of a line. */
export function onCallByRota(plant: Plant, rota: Rota, at: EpochMs): OnCall {
  if (rota.type === "list") return firstPresent(plant, rota.people, at);
  const turns = turnsAt(plant, rota, at);
  const named = [...new Set(turns.flatMap(({ people }) => people))];
  const people = named.filter((person) => !absenceOf(plant, person, at));
  const away = sayAway(plant, named, at);
  if (people.length === 0) return { ...NOBODY, because: away || NOBODY.because };
  const because = [...new Set(turns.map((turn) => turn.because)), away].filter((reason) => reason !== "").join("; ");
  return { people, because, until: earliest(turns.map(({ to }) => to)) };
}

/** The absence that keeps a person away at an instant, or null. */
export function absenceOf(plant: Plant, person: PersonId, at: EpochMs): Absence | null {
  return plant.absences.find((absence) => absence.person === person && covers(absence, at)) ?? null;
}

/** `Otto Brandt is away until Mon 06:00` for each of them who is away; empty when all are there. */
export function sayAway(plant: Plant, people: readonly PersonId[], at: EpochMs): string {
  return people
    .flatMap((person) => {
      const absence = absenceOf(plant, person, at);
      return absence ? [`${nameOf(plant, person)} is away until ${say(plant, absence.to, at)}`] : [];
    })
    .join("; ");
}

/** The stretches between two instants in which nobody is on call for a team, absences and overrides counted. */
export function nobodyOnCall(plant: Plant, team: TeamId, from: EpochMs, to: EpochMs): readonly Interval[] {
  const rota = plant.teams.get(team)?.onCall;
  const overrides = plant.overrides.filter((each) => each.team === team);
  const scheduled = rota === undefined ? [] : stretches(plant, rota, { from, to });
  const present = [...scheduled, ...overrides.map(({ person, ...span }) => ({ people: [person], ...span }))];
  return without(
    { from, to },
    present.flatMap(({ people, ...span }) => people.flatMap((person) => without(span, absencesOf(plant, person)))),
  );
}

/**
 * The turns of a team that touch an interval, in order and whole, as its rota has them; a list is one turn of its first.
 * Absences and overrides said in chat are not looked at: this is what file and calendar say.
 */
export function turnsWithin(plant: Plant, team: TeamId, within: Interval): readonly Turn[] {
  const rota = plant.teams.get(team)?.onCall;
  if (rota === undefined) return [];
  if (rota.type === "list") return [{ ...within, people: rota.people.slice(0, 1), because: "first on the list" }];
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

function absencesOf(plant: Plant, person: PersonId): readonly Interval[] {
  return plant.absences.filter((absence) => absence.person === person);
}

const NOBODY: OnCall = { people: [], because: "nobody is on call", until: null };

function firstPresent(plant: Plant, people: readonly PersonId[], at: EpochMs): OnCall {
  const person = people.find((each) => !absenceOf(plant, each, at));
  if (person === undefined) return { ...NOBODY, because: sayAway(plant, people, at) || NOBODY.because };
  const away = sayAway(plant, people.slice(0, people.indexOf(person)), at);
  return { people: [person], because: away === "" ? "first on the list" : `next on the list; ${away}`, until: null };
}

function say(plant: Plant, until: EpochMs, at: EpochMs): string {
  return sayInstant(until, plant.timeZone, { reference: at });
}
