import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import { importedPeople, importedSpans } from "../calendar/importedCalendar.ts";
import type { PersonId, ShiftId } from "../ids.ts";
import type { ImportedRota, Plant, Rota, RotatingRota } from "../plant.ts";
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
  weeklySpanOn,
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
  const turns: Turn[] = [];
  for (let day = first; daysBetween(day, last) >= 0; day = day.add({ days: 1 }))
    turns.push(...turnsOf(plant, rota, day));
  return turns;
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

function turnsOf(plant: Plant, rota: DailyRota, day: Day): readonly Turn[] {
  return remembered(plant, rota, day.toString(), () => computeTurnsOf(plant, rota, day));
}

const known = perPlant(() => new Map<Rota, Map<string, readonly Turn[]>>());

function remembered(plant: Plant, rota: Rota, days: string, compute: () => readonly Turn[]): readonly Turn[] {
  const ofRota = known(plant).get(rota) ?? new Map<string, readonly Turn[]>();
  known(plant).set(rota, ofRota);
  const turns = ofRota.get(days) ?? compute();
  ofRota.set(days, turns);
  return turns;
}

function computeTurnsOf(plant: Plant, rota: DailyRota, day: Day): readonly Turn[] {
  switch (rota.type) {
    case "weekly":
      return rota.turns.flatMap((turn) =>
        weeklySpanOn(day, turn, plant.timeZone).map((span) => ({
          ...span,
          people: [turn.person],
          because: told("duty.weekly", { when: turnOf(span) }),
        })),
      );
    case "rotating":
      return rota.crews.flatMap((crew) => {
        const entry = entryOn(rota, crew.startsAt, day);
        return entry === "off" ? [] : shiftTurn(plant, entry, day, crew.people, crew.name);
      });
    case "byShift":
      return [...rota.people].flatMap(([shift, people]) => shiftTurn(plant, shift, day, people, null));
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

function shiftTurn(
  plant: Plant,
  id: ShiftId,
  day: Day,
  people: readonly PersonId[],
  crew: string | null,
): readonly Turn[] {
  const shift = plant.shifts.find((each) => each.id === id);
  if (shift === undefined) return [];
  const span = spanOn(day, shift, plant.timeZone);
  const said = { shift: { shift: id }, from: shift.from, to: shift.to };
  const because = crew === null ? told("duty.shift", said) : told("duty.crewShift", { ...said, crew });
  return [{ ...span, people, because }];
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
