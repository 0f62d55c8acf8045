import { Temporal } from "temporal-polyfill";
import { EpochMs } from "../../clock.ts";
import type { DaySpan, TimeOfDay, Weekday, WeeklySpan } from "../plant.ts";

/** A day of the plant's calendar, without a time. */
export type Day = Temporal.PlainDate;

/** From an instant to another, which is excluded. */
export type Interval = { readonly from: EpochMs; readonly to: EpochMs };

/** Whether the machine knows a time zone by this name. Offsets such as `+01:00` have no summer time and are refused. */
export function isTimeZone(name: string): boolean {
  const known = zones.get(name) ?? (/^[A-Za-z]/.test(name) && isKnownToIntl(name));
  zones.set(name, known);
  return known;
}

const zones = new Map<string, boolean>();

function isKnownToIntl(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }) !== null;
  } catch {
    return false; // Intl has no other way to say that it does not know a zone
  }
}

/** The plant's day at an instant. */
export function dayOf(at: EpochMs, timeZone: string): Day {
  return zoned(at, timeZone).toPlainDate();
}

/** The instant with all its local parts. */
export function zoned(at: EpochMs, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

export function dayFrom(text: string): Day {
  return Temporal.PlainDate.from(text);
}

/** Days from one day to a later one; negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return from.until(to, { largestUnit: "days" }).days;
}

/** ISO weekday, 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): Weekday {
  const isWeekday = (n: number): n is Weekday => n >= 1 && n <= 7;
  const n = day.dayOfWeek;
  return isWeekday(n) ? n : 7;
}

/**
 * The instant of a time of day. A time that summer time skips is read an hour later, a time that happens twice is the
 * first of both; so two spans that meet at such a time still meet, and neither overlap nor leave a gap.
 */
export function instantOn(day: Day, time: TimeOfDay, timeZone: string): EpochMs {
  const key = `${day} ${time} ${timeZone}`;
  const before = instants.get(key);
  if (before !== undefined) return before;
  const at = computeInstantOn(day, time, timeZone);
  if (instants.size >= MOST_INSTANTS) instants.clear();
  instants.set(key, at);
  return at;
}

/** A plant has few hours at which turns begin, and thousands of turns. */
const instants = new Map<string, EpochMs>();
const MOST_INSTANTS = 5_000;

function computeInstantOn(day: Day, time: TimeOfDay, timeZone: string): EpochMs {
  if (time === "24:00") return instantOn(day.add({ days: 1 }), "00:00", timeZone);
  const local = day.toPlainDateTime(Temporal.PlainTime.from(time));
  return EpochMs.parse(Math.max(0, local.toZonedDateTime(timeZone).epochMilliseconds));
}

/** The same local time whole days later, whatever summer time does between. */
export function daysLater(since: EpochMs, days: number, timeZone: string): EpochMs {
  return EpochMs.parse(zoned(since, timeZone).add({ days }).epochMilliseconds);
}

/** The instant that is as far behind another as one end is behind its beginning: whole days of the calendar, and hours. */
export function asLongFrom(from: EpochMs, { from: began, to: ended }: Interval, timeZone: string): EpochMs {
  const lasts = zoned(began, timeZone).until(zoned(ended, timeZone), { largestUnit: "days" });
  return EpochMs.parse(Math.max(0, zoned(from, timeZone).add(lasts).epochMilliseconds));
}

/** A local date and time such as `2026-12-24T14:00`. */
export function instantFrom(local: string, timeZone: string): EpochMs {
  return EpochMs.parse(Math.max(0, Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds));
}

/** The span as it falls on one day, overnight when `to` is not after `from`. */
export function spanOn(day: Day, { from, to }: DaySpan, timeZone: string): Interval {
  const lastDay = to > from ? day : day.add({ days: 1 });
  return { from: instantOn(day, from, timeZone), to: instantOn(lastDay, to, timeZone) };
}

/** The span on one day, or nothing if it does not begin on that weekday. */
export function weeklySpanOn(day: Day, span: WeeklySpan, timeZone: string): readonly Interval[] {
  return span.days.includes(weekdayOf(day)) ? [spanOn(day, span, timeZone)] : [];
}

export function covers(interval: Interval, at: EpochMs): boolean {
  return interval.from <= at && at < interval.to;
}

export function overlaps(one: Interval, other: Interval): boolean {
  return one.from < other.to && other.from < one.to;
}

/** The time that is in both; only of those that overlap. */
export function commonPart(one: Interval, other: Interval): Interval {
  return { from: one.from > other.from ? one.from : other.from, to: one.to < other.to ? one.to : other.to };
}

/** What is left of `whole` when `taken` is cut out of it; `taken` may overlap and be in any order. */
export function without(whole: Interval, taken: readonly Interval[]): readonly Interval[] {
  const sorted = taken.filter((interval) => overlaps(interval, whole)).sort((a, b) => a.from - b.from);
  const left: Interval[] = [];
  let from = whole.from;
  for (const interval of sorted) {
    if (interval.from > from) left.push({ from, to: interval.from });
    if (interval.to > from) from = interval.to;
  }
  return from < whole.to ? [...left, { from, to: whole.to }] : left;
}
