import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import { importedPeople, importedSpans } from "../calendar/importedCalendar.ts";
import type { PersonId, ShiftId } from "../ids.ts";
import type { DaySpan, ImportedRota, Plant, Rota, RotatingRota } from "../plant.ts";
import { perPlant } from "../remember.ts";
import {
  covers,
  type Day,
  dayFrom,
  dayOf,
  daysBetween,
  type Interval,
  instantOn,
  spanOn,
  weekdayOf,
} from "../time/localTime.ts";
import { type Told, told } from "../told/told.ts";

/** Somebody's stretch on call, with the reason a person reads: `crew B, night shift, 22:00 to 06:00`. */
export type Turn = Interval & { readonly people: readonly PersonId[]; readonly because: Told };

/** The turns of a rota that run at an instant, in the order of the file. A list has no hours and so no turns. */
export function turnsAt(plant: Plant, rota: Rota, at: EpochMs): readonly Turn[] {
  const today = dayOf(at, plant.timeZone);
  return turnsOn(plant, rota, today.subtract({ days: 1 }), today).filter((turn) => covers(turn, at));
}

/** The turns that begin on the days from `first` to `last`, and imported turns that touch them. */
export function turnsOn(plant: Plant, rota: Rota, first: Day, last: Day): readonly Turn[] {
  if (rota.type === "ical")
    return remembered(plant, rota, `${first} ${last}`, () => importedTurns(plant, rota, first, last));
  return daysThrough(plant, first, last).flatMap((day) => turnsOf(plant, rota, day));
}

/** Everybody a rota names, on whatever day. */
export function peopleOf(plant: Plant, rota: Rota): readonly PersonId[] {
  switch (rota.type) {
    case "ical":
      return importedPeople(plant, rota);
    case "weekly":
      return [...new Set(rota.turns.map(({ person }) => person))];
    case "rotating":
      return [...new Set(rota.crews.flatMap(({ people }) => people))];
    case "byShift":
      return [...new Set([...rota.people.values()].flat())];
    case "list":
      return rota.people;
    default:
      return assertNever(rota, "rota");
  }
}

type DailyRota = Exclude<Rota, ImportedRota>;

/** A day, and how it is written: a calendar's arithmetic is dear, and thousands of rotas are looked through on the same days. */
type NamedDay = { readonly day: Day; readonly name: string };

const days = perPlant(() => new Map<string, readonly NamedDay[]>());

function daysThrough(plant: Plant, first: Day, last: Day): readonly NamedDay[] {
  const key = `${first} ${last}`;
  const before = days(plant).get(key);
  if (before !== undefined) return before;
  const through = Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, n) => {
    const day = first.add({ days: n });
    return { day, name: day.toString() };
  });
  days(plant).set(key, through);
  return through;
}

function turnsOf(plant: Plant, rota: DailyRota, day: NamedDay): readonly Turn[] {
  return remembered(plant, rota, day.name, () => computeTurnsOf(plant, rota, day));
}

type Hours = Omit<Turn, "people">;

const hours = perPlant(() => new Map<string, Hours>());

/** The same hours of the same day are those of many people. */
function hoursOnce(plant: Plant, key: string, compute: () => Hours): Hours {
  const known = hours(plant).get(key) ?? compute();
  hours(plant).set(key, known);
  return known;
}

const known = perPlant(() => new Map<Rota, Map<string, readonly Turn[]>>());

function remembered(plant: Plant, rota: Rota, days: string, compute: () => readonly Turn[]): readonly Turn[] {
  const ofRota = known(plant).get(rota) ?? new Map<string, readonly Turn[]>();
  known(plant).set(rota, ofRota);
  const turns = ofRota.get(days) ?? compute();
  ofRota.set(days, turns);
  return turns;
}

function computeTurnsOf(plant: Plant, rota: DailyRota, named: NamedDay): readonly Turn[] {
  const { day } = named;
  switch (rota.type) {
    case "weekly":
      return rota.turns
        .filter(({ days: on }) => on.includes(weekdayOf(day)))
        .map(({ from, to, person }) => ({ ...weeklyHours(plant, { from, to }, named), people: [person] }));
    case "rotating":
      return rota.crews.flatMap((crew) => {
        const entry = entryOn(rota, crew.startsAt, day);
        return entry === "off" ? [] : shiftTurn(plant, entry, named, crew.people, crew.name);
      });
    case "byShift":
      return [...rota.people].flatMap(([shift, people]) => shiftTurn(plant, shift, named, people, null));
    case "list":
      return [];
    default:
      return assertNever(rota, "rota");
  }
}

/** What the pattern says for a crew that is `startsAt` days ahead; also for days before the anchor. */
function entryOn(rota: RotatingRota, startsAt: number, day: Day): ShiftId | "off" {
  const length = rota.pattern.length;
  const position = (daysBetween(dayFrom(rota.anchor), day) + startsAt) % length;
  return rota.pattern[(position + length) % length] ?? "off";
}

function weeklyHours(plant: Plant, between: DaySpan, { day, name }: NamedDay): Hours {
  return hoursOnce(plant, `${name} ${between.from} ${between.to}`, () => {
    const span = spanOn(day, between, plant.timeZone);
    return { ...span, because: told("duty.weekly", { when: turnOf(span) }) };
  });
}

function shiftTurn(
  plant: Plant,
  id: ShiftId,
  { day, name }: NamedDay,
  people: readonly PersonId[],
  crew: string | null,
): readonly Turn[] {
  const shift = plant.shifts.find((each) => each.id === id);
  if (shift === undefined) return [];
  const turn = hoursOnce(plant, `${name} ${id} ${crew ?? ""}`, () => {
    const said = { shift: { shift: id }, from: shift.from, to: shift.to };
    const because = crew === null ? told("duty.shift", said) : told("duty.crewShift", { ...said, crew });
    return { ...spanOn(day, shift, plant.timeZone), because };
  });
  return [{ ...turn, people }];
}

function importedTurns(plant: Plant, rota: ImportedRota, first: Day, last: Day): readonly Turn[] {
  const from = instantOn(first, "00:00", plant.timeZone);
  const to = instantOn(last, "24:00", plant.timeZone);
  return importedSpans(plant, rota, { from, to }).map(({ person, ...span }) => ({
    ...span,
    people: [person],
    because: told("duty.calendar", { file: rota.file, when: turnOf(span) }),
  }));
}

/** With the weekday of the start also for a turn of today: the sentence may be read on another day. */
function turnOf({ from, to }: Interval): Told {
  return { from, to, seen: later(from, -2 * DAY_MS) };
}
