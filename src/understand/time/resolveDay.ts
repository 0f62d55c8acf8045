import { Temporal } from "temporal-polyfill";
import type { Moment } from "./moment.ts";
import type { DateSaid, OpenBecause } from "./said.ts";

type Day = Temporal.PlainDate;

/** Which day a moment means: none was said, one, one that was, or one that must be asked for. */
export type WhichDay =
  | { readonly type: "none" | "past" }
  | { readonly type: "day"; readonly day: Day }
  /** A weekday said on that weekday: today, or a week from now. */
  | { readonly type: "todayOrNext"; readonly day: Day }
  | { readonly type: "open"; readonly because: OpenBecause };

const NONE: WhichDay = { type: "none" };
const PAST: WhichDay = { type: "past" };
const OPEN: WhichDay = { type: "open", because: "day" };
const is = (day: Day): WhichDay => ({ type: "day", day });

/** A date without a year that would be further ahead than this has more likely just passed. */
const CLEARLY_AHEAD_DAYS = 300;

/**
 * The day of a moment. All that was said of it must agree: "Friday 28 November" is no day where the 28th is a Saturday.
 * @param from the first day it can be: today, or the day on which a stretch begins
 */
export function dayOf(moment: Moment, today: Day, from: Day): WhichDay {
  if (moment.vague !== undefined) return { type: "open", because: moment.vague };
  if (moment.which === "every") return { type: "open", because: "several" };
  if (moment.which === "last" || (moment.days ?? 0) < 0 || (moment.weeks ?? 0) < 0) return PAST;
  const found = findDay(moment, today, from);
  if (found.type !== "day") return found;
  const { weekday, days } = moment;
  const isOther = weekday !== undefined && moment.into === undefined && found.day.dayOfWeek !== weekday;
  const isElsewhere = days !== undefined && moment.plusDays === undefined && !today.add({ days }).equals(found.day);
  if (isOther || isElsewhere) return OPEN;
  return moment.into === true ? is(found.day.subtract({ days: 1 })) : found;
}

function findDay(moment: Moment, today: Day, from: Day): WhichDay {
  if (moment.dates !== undefined) return dated(moment.dates, moment.weekday, from);
  if (moment.dayOfMonth !== undefined) return numbered(moment.dayOfMonth, from);
  if (moment.endOf !== undefined) return ended(moment.endOf, today);
  if (moment.weekend === true) return weekendOf(moment, today);
  if (moment.calendarWeek !== undefined) return inCalendarWeek(moment.calendarWeek, moment.weekday, today);
  if (moment.weeks !== undefined) return inWeek(moment.weeks, moment.weekday, today);
  if (moment.plusDays !== undefined) return ahead(moment, moment.plusDays, today);
  if (moment.days !== undefined) return is(today.add({ days: moment.days }));
  return moment.weekday === undefined ? NONE : onWeekday(moment.weekday, moment, today, from);
}

/** One date; of two readings the one on the weekday that was said. */
function dated(dates: readonly DateSaid[], weekday: number | undefined, from: Day): WhichDay {
  if (dates.length > 1 && weekday === undefined) return OPEN;
  const most = weekday === undefined ? CLEARLY_AHEAD_DAYS : Number.POSITIVE_INFINITY;
  const days = dates.flatMap((date) => dateFrom(date, from, most) ?? []);
  const [only, ...others] = weekday === undefined ? days : days.filter((day) => day.dayOfWeek === weekday);
  return only === undefined || others.length > 0 ? OPEN : is(only);
}

/** The next such date; null for one that has just passed, since it could be meant or mistyped. */
function dateFrom({ year, month, day }: DateSaid, from: Day, mostDays: number): Day | null {
  if (year !== null) return dateOf(year, month, day);
  const next = [0, 1, 2, 3, 4]
    .flatMap((years) => dateOf(from.year + years, month, day) ?? [])
    .find((date) => Temporal.PlainDate.compare(date, from) >= 0);
  return next === undefined || from.until(next).days > mostDays ? null : next;
}

function dateOf(year: number, month: number, day: number): Day | null {
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: "constrain" });
  return date.day === day ? date : null;
}

/** "the 4th": of this month, or of the next that has one. */
function numbered(day: number, from: Day): WhichDay {
  for (let months = 0; months <= 2; months += 1) {
    const month = from.with({ day: 1 }).add({ months });
    const date = dateOf(month.year, month.month, day);
    if (date !== null && Temporal.PlainDate.compare(date, from) >= 0) return is(date);
  }
  return OPEN;
}

function mondayOf(day: Day): Day {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** A week ends with its working days, a month and a year with their last day. */
function ended({ period, later, month }: NonNullable<Moment["endOf"]>, today: Day): WhichDay {
  if (period === "week") {
    const friday = mondayOf(today).add({ days: 7 * later + 4 });
    return Temporal.PlainDate.compare(friday, today) < 0 ? OPEN : is(friday);
  }
  if (period === "year") return is(Temporal.PlainDate.from({ year: today.year + later, month: 12, day: 31 }));
  if (month === null) return is(lastOf(today.with({ day: 1 }).add({ months: later })));
  return is(lastOf(Temporal.PlainDate.from({ year: today.year + (month < today.month ? 1 : 0), month, day: 1 })));
}

function lastOf(month: Day): Day {
  return month.with({ day: month.daysInMonth });
}

/** The weekend begins on Saturday; on a weekend it is this one. */
function weekendOf({ which, weekday }: Moment, today: Day): WhichDay {
  const isNow = today.dayOfWeek >= 6;
  if (which === "afterNext" || (which === "next" && !isNow)) return OPEN;
  const saturday = mondayOf(today).add({ days: which === "next" ? 12 : 5 });
  if (weekday !== undefined) return weekday < 6 ? OPEN : is(saturday.add({ days: weekday - 6 }));
  return is(isNow && which !== "next" ? today : saturday);
}

function inCalendarWeek(week: number, weekday: number | undefined, today: Day): WhichDay {
  for (const year of [today.yearOfWeek ?? today.year, (today.yearOfWeek ?? today.year) + 1]) {
    const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 }); // always in week 1
    const monday = mondayOf(fourth).add({ weeks: week - 1 });
    const day = monday.add({ days: (weekday ?? 1) - 1 });
    if (Temporal.PlainDate.compare(monday.add({ days: 6 }), today) >= 0) return is(day);
  }
  return OPEN;
}

function inWeek(weeks: number, weekday: number | undefined, today: Day): WhichDay {
  if (weekday === undefined) return weeks === 0 ? NONE : is(mondayOf(today).add({ weeks }));
  const day = mondayOf(today).add({ days: 7 * weeks + weekday - 1 });
  return Temporal.PlainDate.compare(day, today) < 0 ? PAST : is(day);
}

/** "Wednesday in two weeks": counted from the coming Wednesday or from this week, where both are the same. */
function ahead({ weekday, days }: Moment, plusDays: number, today: Day): WhichDay {
  if (weekday === undefined) return is(today.add({ days: (days ?? 0) + plusDays }));
  const byWeek = mondayOf(today).add({ days: plusDays + weekday - 1 });
  const byDay = comingOn(weekday, today).add({ days: plusDays });
  return byWeek.equals(byDay) ? is(byDay) : OPEN;
}

/** The next such weekday after today. */
function comingOn(weekday: number, today: Day): Day {
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });
}

function onWeekday(weekday: number, { which }: Moment, today: Day, from: Day): WhichDay {
  if (!from.equals(today) && which === undefined) return is(from.add({ days: (weekday - from.dayOfWeek + 7) % 7 }));
  const coming = comingOn(weekday, today);
  if (which === "this" && weekday === today.dayOfWeek) return is(today);
  if (which === "afterNext") return OPEN;
  if (which === "next")
    return mondayOf(today)
      .add({ days: 6 + weekday })
      .equals(coming)
      ? is(coming)
      : OPEN;
  return which === undefined && weekday === today.dayOfWeek ? { type: "todayOrNext", day: today } : is(coming);
}
