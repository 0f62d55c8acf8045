import { Temporal } from "temporal-polyfill";
import { HOUR_MS } from "../../clock.ts";
import type { Frame } from "./frame.ts";
import type { Moment } from "./moment.ts";
import { dayOf, type WhichDay } from "./resolveDay.ts";
import { likely, type Minutes, minutesOf } from "./resolveHour.ts";
import { instantsOf } from "./resolveInstant.ts";
import { dayMeant, resolveMoment, settle } from "./resolveMoment.ts";
import { instant, type Meant, open, single } from "./resolveNext.ts";
import type { ClockSaid, OpenBecause } from "./said.ts";

/** Beginning and end of a stretch. */
export type Ends = { readonly from: Meant; readonly until: Meant };

type Day = Temporal.PlainDate;

/** A stretch over midnight without a day at its end is no longer than this; else its hours were mixed up. */
const LONGEST_NIGHT_MS = 16 * HOUR_MS;

/** "Samstag 22:00 bis Sonntag 06:00": the end is read as seen from the beginning. */
export function resolveStretch(saidFrom: Moment, saidUntil: Moment, frame: Frame): Ends {
  const from = settle(saidFrom, frame);
  const until = asHours(settle(saidUntil, frame), saidUntil, from);
  const first = dayMeant(from, frame);
  if (first.type === "past") return { from: null, until: resolveMoment(until, frame, true) };
  if (first.type === "open") return { from: open(first.because), until: open(first.because) };
  if (from.clock === undefined || from.vague !== undefined) return fromDay(from, until, first, frame);
  if (until.clock === undefined) return untilDay(from, until, first, frame);
  return betweenClocks(from, from.clock, until, until.clock, first, frame);
}

/** "sat 22 to sun 6": beside an hour the other number is one, too. */
function asHours(until: Moment, said: Moment, from: Moment): Moment {
  if (said.loose === undefined || said.loose > 24 || from.clock === undefined || until.clock !== undefined)
    return until;
  const { vague: _, dayOfMonth: __, loose: ___, ...rest } = { ...until, loose: said.loose };
  return { ...rest, clock: { hour: said.loose, minute: 0, form: "open" } };
}

/** "From Wednesday until Friday 12:00". */
function fromDay(from: Moment, until: Moment, first: WhichDay, frame: Frame): Ends {
  const start = resolveMoment(from, frame, false);
  const base = first.type === "day" ? first.day : frame.today;
  const last = dayOf(until, frame.today, base);
  if (last.type === "open" || last.type === "past") return { from: start, until: open("day") };
  const day = last.type === "day" ? last.day : base;
  if (start?.type === "instant")
    return after(start, until.clock === undefined ? wholeDay(day) : onDay(until, day, frame), frame);
  const end =
    until.clock === undefined
      ? last.type === "day"
        ? wholeDay(day)
        : resolveMoment(until, frame, true)
      : onDay(until, day, frame);
  return after(start, end, frame);
}

/** "From Wednesday 8:00 until Friday". */
function untilDay(from: Moment, until: Moment, first: WhichDay, frame: Frame): Ends {
  const start = resolveMoment(from, frame, false);
  const last = dayOf(until, frame.today, first.type === "day" ? first.day : frame.today);
  if (last.type !== "day") {
    const end = last.type === "none" ? resolveMoment(until, frame, true) : open("day");
    return after(start, end, frame);
  }
  return after(start, wholeDay(last.day), frame);
}

const wholeDay = (day: Day): Meant => ({ type: "day", day, part: false });

function onDay(moment: Moment, day: Day, frame: Frame): Meant {
  if (moment.clock === undefined) return wholeDay(day);
  if (moment.clock.form === "midnight") return open("day");
  const one = likely(minutesOf(moment.clock, moment, frame.language));
  return one === null ? open("hour") : single(instantsOf(day, one, frame.timeZone, moment.zone), frame);
}

/** Both ends, where the end comes after the beginning; else both are asked for. */
function after(from: Meant, until: Meant, frame: Frame): Ends {
  const start = lastOf(from, frame, "start");
  const end = lastOf(until, frame, "end");
  const isTurned = start !== null && end !== null && end <= start;
  return isTurned ? bothOpen("order") : { from, until };
}

function lastOf(meant: Meant, { timeZone }: Frame, side: "start" | "end"): number | null {
  if (meant?.type === "instant") return meant.at;
  if (meant?.type !== "day") return null;
  const day = side === "start" ? meant.day : meant.day.add({ days: 1 });
  return day.toZonedDateTime(timeZone).epochMilliseconds;
}

function betweenClocks(
  from: Moment,
  fromClock: ClockSaid,
  until: Moment,
  untilClock: ClockSaid,
  first: WhichDay,
  frame: Frame,
): Ends {
  const last = dayOf(until, frame.today, first.type === "day" ? first.day : frame.today);
  if (last.type === "open" || last.type === "past")
    return { from: resolveMoment(from, frame, false), until: open("day") };
  const start = startOf(from, fromClock, until, untilClock, first, last, frame);
  if (start?.type !== "instant")
    return { from: start, until: start === null ? resolveMoment(until, frame, true) : open("hour") };
  if (last.type === "day") return onItsDay(start, until, untilClock, fromClock, last.day, frame);
  return soonAfter(start, from, until, untilClock, frame);
}

/** The beginning, with its hour settled by what the end says. */
function startOf(
  from: Moment,
  clock: ClockSaid,
  until: Moment,
  untilClock: ClockSaid,
  first: WhichDay,
  last: WhichDay,
  frame: Frame,
): Meant {
  const isToday = first.type === "day" && first.day.equals(frame.today);
  const isFirstHour = clock.form === "midnight" && first.type === "day" && !isOfNight(from);
  if (isFirstHour && isToday) return open("day");
  const settled = isFirstHour
    ? { ...from, clock: FIRST_HOUR }
    : { ...from, clock: settledBy(from, clock, until, untilClock, last, frame) };
  if (isToday) return onDayOrRunning(settled, first.day, frame);
  const start = resolveMoment(settled, frame, false);
  return first.type === "none" && isRunning(settled, until, untilClock, frame) ? open("day") : start;
}

const FIRST_HOUR: ClockSaid = { hour: 0, minute: 0, form: "fixed" };

function isOfNight({ part, partOfDay }: Moment): boolean {
  return part === "night" && partOfDay === true;
}

/**
 * Where only the end says which half of the day, the hour nearer before it: "2-4pm". Where neither does, an hour of the
 * morning that is still ahead: "8 to 4".
 */
function settledBy(
  from: Moment,
  clock: ClockSaid,
  until: Moment,
  untilClock: ClockSaid,
  last: WhichDay,
  frame: Frame,
): ClockSaid {
  const starts = minutesOf(clock, from, frame.language);
  if (starts.length < 2) return clock;
  const ends = minutesOf(untilClock, from.part === undefined ? until : {}, frame.language);
  const isByEnd = ends.length === 1 && last.type !== "day";
  const start = isByEnd ? nearestBefore(starts, ends[0] ?? 0) : likely(starts);
  if (start === null || (!isByEnd && start < frame.hour * 60)) return clock;
  return { hour: Math.floor(start / 60), minute: start % 60, form: "fixed" };
}

function nearestBefore(starts: readonly Minutes[], end: Minutes): Minutes {
  const distance = (start: Minutes) => (end - start + 1_440 - 1) % 1_440;
  return [...starts].sort((a, b) => distance(a) - distance(b))[0] ?? 0;
}

/** "Today from 6:00" begins at six, also when it is eight. */
function onDayOrRunning(moment: Moment, day: Day, frame: Frame): Meant {
  const start = resolveMoment(moment, frame, false);
  return start === null ? onDay(moment, day, frame) : start;
}

/** "06:00 to 14:00" said at eight: the rest of today, or tomorrow. */
function isRunning(from: Moment, until: Moment, untilClock: ClockSaid, frame: Frame): boolean {
  const [start, ...others] = from.clock === undefined ? [] : minutesOf(from.clock, from, frame.language);
  const [end] = minutesOf(untilClock, until, frame.language);
  if (start === undefined || end === undefined || others.length > 0 || end <= start) return false;
  const [begins = 0] = instantsOf(frame.today, start, frame.timeZone, from.zone);
  const [ends = 0] = instantsOf(frame.today, end, frame.timeZone, until.zone);
  return begins < frame.now && frame.now < ends;
}

type Instant = Extract<Meant, { readonly type: "instant" }>;

/** The end has a day of its own. Beside an hour like 22 the other is by the clock of 24 hours, too. */
function onItsDay(start: Instant, until: Moment, clock: ClockSaid, fromClock: ClockSaid, day: Day, frame: Frame): Ends {
  const isBy24 = fromClock.form === "written" && clock.form === "open";
  const end = onDay({ ...until, clock: isBy24 ? { ...clock, form: "written" } : clock }, day, frame);
  return after(start, end, frame);
}

/** The end has none: the first such hour after the beginning, on its day or in the night that follows. */
function soonAfter(start: Instant, from: Moment, until: Moment, clock: ClockSaid, frame: Frame): Ends {
  const day = dayAt(start.at, frame);
  const ends = [0, 1]
    .flatMap((days) => minutesOf(clock, until, frame.language).map((each) => [day.add({ days }), each] as const))
    .flatMap(([on, each]) => instantsOf(on, each, frame.timeZone, until.zone ?? from.zone))
    .filter((at) => at > start.at);
  const end = Math.min(...ends);
  const isOverNight = ends.length > 0 && !dayAt(end, frame).equals(day);
  if (ends.length === 0 || (isOverNight && end - start.at > LONGEST_NIGHT_MS)) return bothOpen("order");
  // "22:00 to 06:00 tomorrow": tonight's or tomorrow's.
  if (isOverNight && clock.form !== "midnight" && isDayBehind(from)) return bothOpen("day");
  const [only, ...others] = ends.filter((at) => at - end < 2 * HOUR_MS);
  return { from: start, until: only === undefined || others.length > 0 ? open("hour") : instant(only) };
}

function bothOpen(because: OpenBecause): Ends {
  return { from: open(because), until: open(because) };
}

/** A day stands behind both hours, and no "night" with it. */
function isDayBehind(from: Moment): boolean {
  const isNight = from.part === "night" || from.part === "evening";
  return !isNight && from.clockFirst === true && from.toClock !== undefined && dayIsSaid(from);
}

function dayIsSaid({ weekday, dates, dayOfMonth, days }: Moment): boolean {
  return weekday !== undefined || dates !== undefined || dayOfMonth !== undefined || (days ?? 0) > 0;
}

function dayAt(at: number, { timeZone }: Frame): Day {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
}
