import { Temporal } from "temporal-polyfill";
import { type EpochMs, later } from "../../clock.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { type Day, dayOf, type Interval, instantOn } from "../../plant/time/localTime.ts";
import { workBetween } from "../../plant/time/workingTime.ts";
import type { Presence } from "../../understand/presence/readPresence.ts";
import type { SaidTime } from "../../understand/time/said.ts";
import { sayOpen } from "../../understand/time/when.ts";
import { say } from "../../words/say.ts";

/**
 * When something that was said begins and ends; or what is asked instead. `also`: what else it may mean, as "until Monday"
 * with Monday in it, and "tonight", said after midnight, of the night to come.
 */
export type Period =
  | ({ readonly type: "period"; readonly also: Interval | null } & Interval)
  | { readonly type: "ask"; readonly why: string };

/** Where a day begins. */
export type DayStart = (day: Day) => EpochMs;

/** An hour before which nobody's day begins; what begins earlier is the end of a night shift. */
const EARLIEST = "04:00";
const EVENING = "18:00";
/** Up to here it is still last night to whoever is awake. */
const MORNING = "06:00";

/**
 * Somebody's day begins with their work, or else with the first shift: whoever is away on Wednesday still has the night
 * that leads into it.
 */
export function dayStartOf(plant: Plant, person: PersonId): DayStart {
  const shifts = plant.shifts.map(({ from }) => from).filter((from) => from >= EARLIEST);
  const first = shifts.sort()[0] ?? "00:00";
  return (day) => {
    const [begin, end] = [instantOn(day, "00:00", plant.timeZone), instantOn(day, "24:00", plant.timeZone)];
    const [work] = workBetween(plant, { type: "person", person }, begin, end);
    return work === undefined || work.from === begin ? instantOn(day, first, plant.timeZone) : work.from;
  };
}

/** Where nobody's hours count, a day is a day. */
export function midnightOf({ timeZone }: Plant): DayStart {
  return (day) => instantOn(day, "00:00", timeZone);
}

type Said = Pick<Presence, "times" | "lastsDays" | "isThrough" | "isNight">;

/** The stretch that was said, from now on where no beginning was. */
export function periodOf(said: Said, plant: Plant, startOf: DayStart, now: EpochMs): Period {
  const { timeZone } = plant;
  const { times } = said;
  const open = [times.at, times.from, times.until].map((time) => sayOpen(time, plant)).find((why) => why !== null);
  if (open !== undefined && open !== null) return { type: "ask", why: open };
  const start = times.from ?? times.at;
  const from = beginOf(start, said, timeZone, startOf, now);
  if (from === null) return { type: "ask", why: say(plant, "alone.hoursPlease") };
  const end = endOf(said, start, from, startOf);
  if (end === null) return { type: "ask", why: say(plant, "alone.untilWhen") };
  if (end.to <= now || end.to <= from) return { type: "ask", why: say(plant, "alone.timeOver") };
  const night = said.isNight && isWhole(said) ? restOfNight(start, plant, startOf, now) : null;
  if (night !== null) return { type: "period", ...night, also: { from, to: end.to } };
  return { type: "period", from, to: end.to, also: end.alsoTo === null ? null : { from, to: end.alsoTo } };
}

function isWhole({ times }: Said): boolean {
  return times.until === null && times.durationMs === null;
}

/** What is left of the night in which "tonight" was said, before the day begins; null by day. */
function restOfNight(start: SaidTime | null, plant: Plant, startOf: DayStart, now: EpochMs): Interval | null {
  if (start?.type !== "day" || !isEarlyOn(start.day, plant, now)) return null;
  const begins = startOf(Temporal.PlainDate.from(start.day));
  return { from: now, to: begins > now ? begins : instantOn(dayOf(now, plant.timeZone), MORNING, plant.timeZone) };
}

/** Whether it is still before the morning of a day that was said. */
export function isEarlyOn(said: string, { timeZone }: Plant, now: EpochMs): boolean {
  const day = dayOf(now, timeZone);
  return day.equals(Temporal.PlainDate.from(said)) && now < instantOn(day, MORNING, timeZone);
}

function beginOf(
  start: SaidTime | null,
  { isNight }: Said,
  timeZone: string,
  startOf: DayStart,
  now: EpochMs,
): EpochMs | null {
  if (start === null) return now;
  if (start.type === "instant") return start.at > now ? start.at : now;
  if (start.type === "open") return null;
  const day = Temporal.PlainDate.from(start.day);
  if (start.part) return isNight ? latestOf(instantOn(day, EVENING, timeZone), now) : null;
  return latestOf(startOf(day), now, day.equals(dayOf(now, timeZone)));
}

/** What is said of today begins now. */
function latestOf(at: EpochMs, now: EpochMs, isToday = true): EpochMs {
  return isToday && now > at ? now : at;
}

type End = { readonly to: EpochMs; readonly alsoTo: EpochMs | null };

function endOf({ times, lastsDays, isThrough }: Said, start: SaidTime | null, from: EpochMs, startOf: DayStart) {
  const { until, durationMs } = times;
  if (until?.type === "instant") return only(until.at);
  if (until?.type === "day") {
    if (until.part) return null;
    const day = Temporal.PlainDate.from(until.day);
    // "From Monday to Friday" has Friday in it; "until Friday" may or may not.
    return untilDay(startOf(day), startOf(day.add({ days: 1 })), from, isThrough || start?.type === "day");
  }
  if (durationMs !== null) return only(later(from, durationMs));
  if (start?.type !== "day") return null;
  const day = Temporal.PlainDate.from(start.day);
  if (lastsDays !== null) return only(startOf(day.add({ days: lastsDays })));
  // "From tomorrow on" has no end.
  return times.from === null ? only(startOf(day.add({ days: 1 }))) : null;
}

function untilDay(begins: EpochMs, ends: EpochMs, from: EpochMs, isThrough: boolean): End {
  if (isThrough || begins <= from) return only(ends);
  return { to: begins, alsoTo: ends };
}

function only(to: EpochMs): End {
  return { to, alsoTo: null };
}
