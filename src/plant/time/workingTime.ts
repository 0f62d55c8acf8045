import { type EpochMs, later } from "../../clock.ts";
import { RefereeError } from "../../errors.ts";
import type { Party } from "../party.ts";
import { homeTeamOf } from "../person.ts";
import type { Calendar, Plant } from "../plant.ts";
import { perPlant } from "../remember.ts";
import { type Day, dayOf, daysBetween, type Interval, weeklySpanOn } from "./localTime.ts";
import { holidayOn } from "./publicHolidays.ts";

/** How far ahead a calendar is searched before it counts as empty. */
const HORIZON_DAYS = 366;

/** Time of somebody who has no calendar: it always runs. */
const ALWAYS = { type: "always" } as const;
type Hours = Calendar | typeof ALWAYS;

/**
 * When a step falls due, counting only the party's working time.
 *
 * @param durationMs allowed holding time, ms of working time; with `always`, of plain time (line-down)
 * @returns the first instant by which that much working time has passed, never before `since`
 * @throws RefereeError `CALENDAR_EMPTY` if the calendar offers too few hours in the next 366 days
 */
export function dueAt(
  plant: Plant,
  party: Party,
  since: EpochMs,
  durationMs: number,
  { always = false }: { readonly always?: boolean } = {},
): EpochMs {
  const hours = always ? ALWAYS : hoursOf(plant, party);
  if (hours.type === "always" || durationMs <= 0) return later(since, Math.max(0, durationMs));
  let leftMs = durationMs;
  for (const { from, to } of workFrom(plant, hours, since)) {
    if (to - from >= leftMs) return later(from, leftMs);
    leftMs -= to - from;
  }
  throw emptyCalendar(hours);
}

/** Whether the party's clock runs at that instant. */
export function isWorking(plant: Plant, party: Party, at: EpochMs): boolean {
  const hours = hoursOf(plant, party);
  if (hours.type === "always") return true;
  const next = workFrom(plant, hours, at).next();
  return !next.done && next.value.from === at;
}

/**
 * The first instant from `at` on at which the party's clock runs: `at` itself when it runs now.
 *
 * @throws RefereeError `CALENDAR_EMPTY` if that is not within 366 days
 */
export function nextWorking(plant: Plant, party: Party, at: EpochMs): EpochMs {
  const hours = hoursOf(plant, party);
  if (hours.type === "always") return at;
  const next = workFrom(plant, hours, at).next();
  if (next.done) throw emptyCalendar(hours);
  return next.value.from;
}

/** The party's working time between two instants, ms; 0 when `to` is not after `from`. */
export function workedBetween(plant: Plant, party: Party, from: EpochMs, to: EpochMs): number {
  return workBetween(plant, party, from, to).reduce((ms, work) => ms + work.to - work.from, 0);
}

/** The stretches between two instants in which the party's clock runs, in order and disjoint. */
export function workBetween(plant: Plant, party: Party, from: EpochMs, to: EpochMs): readonly Interval[] {
  if (to <= from) return [];
  const hours = hoursOf(plant, party);
  if (hours.type === "always") return [{ from, to }];
  const work = [...workFrom(plant, hours, from, dayOf(to, plant.timeZone))].filter((each) => each.from < to);
  return work.map((each) => (each.to > to ? { from: each.from, to } : each));
}

/** Whose hours count for a party. A requester the plant does not know has no office hours. */
function hoursOf(plant: Plant, party: Party): Hours {
  const id = calendarIdOf(plant, party);
  return (id && plant.calendars.get(id)) ?? ALWAYS;
}

function calendarIdOf(plant: Plant, party: Party) {
  switch (party.type) {
    case "team":
      return plant.teams.get(party.team)?.calendar;
    case "person":
      return homeTeamOf(plant, party.person)?.calendar;
    case "ops":
      return plant.ops.calendar;
    default:
      return null; // shift leads and the manager answer for every hour, a stranger for any
  }
}

/** Disjoint working intervals that end after `at`, in order, the first one clipped to begin no earlier than `at`. */
function* workFrom(plant: Plant, hours: Calendar, at: EpochMs, lastDay?: Day): Generator<Interval, undefined> {
  const today = dayOf(at, plant.timeZone);
  const last = lastDay ?? today.add({ days: HORIZON_DAYS });
  let reached = at;
  // From the day before, because its night shift may still run.
  for (let day = today.subtract({ days: 1 }); daysBetween(day, last) >= 0; day = day.add({ days: 1 })) {
    for (const { from, to } of workOn(plant, hours, day)) {
      if (to <= reached) continue;
      yield { from: later(reached, Math.max(0, from - reached)), to };
      reached = to;
    }
  }
}

const workByDay = perPlant(() => new Map<string, readonly Interval[]>());

function workOn(plant: Plant, hours: Calendar, day: Day): readonly Interval[] {
  const known = workByDay(plant);
  const key = `${hours.id} ${day}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const work = computeWorkOn(plant, hours, day);
  known.set(key, work);
  return work;
}

function computeWorkOn(plant: Plant, hours: Calendar, day: Day): readonly Interval[] {
  if (hours.type === "always" || (!hours.worksOnHolidays && holidayOn(plant, day) !== null)) return [];
  return hours.spans
    .flatMap((span) => weeklySpanOn(day, span, plant.timeZone))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}

function emptyCalendar(hours: Hours): RefereeError {
  const name = hours.type === "always" ? "always" : hours.name;
  return new RefereeError(
    "CALENDAR_EMPTY",
    `Calendar "${name}" has too few working hours in the next ${HORIZON_DAYS} days.`,
  );
}
