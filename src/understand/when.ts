import { Temporal } from "temporal-polyfill";
import { DAY_MS, EpochMs, later } from "../clock.ts";
import { zoned } from "../plant/localTime.ts";
import { findPoints, type SaidPoint } from "./dates.ts";
import { fold } from "./fold.ts";
import { findShiftPoint } from "./shiftTime.ts";
import { findDuration, rewriteTimes } from "./timeForms.ts";
import type { ShiftSpan } from "./vocabulary.ts";

/** What a time is read by: the plant's zone and shifts, and the instant at which the text was written. */
export type TimeContext = {
  readonly plant: { readonly timeZone: string; readonly shifts: readonly ShiftSpan[] };
  readonly now: EpochMs;
};

/** Times of a message. Each is null where nothing was said, or nothing that can be read without guessing. */
export type SaidTimes = {
  /** The words, for showing: "tonight after second shift". */
  readonly said: string | null;
  readonly from: EpochMs | null;
  readonly until: EpochMs | null;
  /** The day alone, where no time of day was said, e.g. "2026-11-29". */
  readonly day: string | null;
  readonly durationMs: number | null;
};

/** "Until Friday" ends when a day's work ends, so that somebody is there to close what was opened. */
export const END_OF_WORKDAY = "18:00";

const UNTIL =
  /(?:until|till|til|bis|hasta|by|before|through|expires?|ends?|vor|antes de[l]?|spatestens)(?: (?:the|zum|el|la|las|end of|ende|fin de|so|about|um|next|this|coming|einschliesslich|including|etwa|ca|at))* ?$/;

/** What has been since then, or happened then, is no time at which something is wanted. */
const SINCE =
  /(?:since|seit|crashed|froze|hung|stopped|died|failed|tripped|ausgefallen|abgesturzt)(?: (?:at|the|about|around|ca|etwa|um|kurz nach|last))* ?$/;
const SINCE_ES = /desde(?: (?:el|la|las|hace))* ?$/;

/** The times a message names, e.g. "for 2 h", "tonight after second shift", "until friday noon", "bis 18 Uhr". */
export function findTimes(folded: string, context: TimeContext): SaidTimes {
  const duration = findDuration(folded);
  const rest = duration === null ? folded : blank(folded, duration.start, duration.end);
  const text = rewriteTimes(withWeekEnds(rest), zoned(context.now, context.plant.timeZone));
  const points = findPoints(text, context.now, context.plant.timeZone);
  const shift = findShiftPoint(text, context.plant.shifts);
  const read = points.reduce((times, point) => addPoint(times, point, text, context), NOTHING);
  const times =
    shift === null
      ? read
      : addShift(read, shift.timeOfDay, UNTIL.test(before(text, text.indexOf(shift.said))), points[0], context);
  const words = [
    ...points.map(({ start, end }) => text.slice(start, end)),
    shift?.said,
    duration === null ? undefined : folded.slice(duration.start, duration.end),
  ];
  const said = words.filter((word) => word !== undefined).join(" ");
  return { ...times, said: said === "" ? null : said.trim(), durationMs: duration?.ms ?? null };
}

/** The one instant that an answer such as "Fri 18:00", "in 2 h" or "until tomorrow noon" means; null if none is clear. */
export function readWhen(raw: string, context: TimeContext): EpochMs | null {
  const folded = fold(raw).trim();
  const times = findTimes(folded, context);
  const instant = times.until ?? times.from;
  if (instant !== null) return instant;
  if (times.day !== null)
    return instantOf(Temporal.PlainDate.from(times.day), Temporal.PlainTime.from(END_OF_WORKDAY), context);
  return times.durationMs === null ? null : later(context.now, times.durationMs);
}

const NOTHING: SaidTimes = { said: null, from: null, until: null, day: null, durationMs: null };

function addPoint(times: SaidTimes, point: SaidPoint, text: string, context: TimeContext): SaidTimes {
  const ahead = before(text, point.start);
  // "Desde las 8 hasta las 10" is from eight to ten; without an end it is since eight.
  if (SINCE.test(ahead) || (SINCE_ES.test(ahead) && !/hasta|(?<!\p{L})a las/u.test(text))) return times;
  const endsThere = UNTIL.test(ahead);
  if (endsThere) return { ...times, until: times.until ?? instantAt(point, END_OF_WORKDAY, context) };
  const from = point.time === null ? null : instantAt(point, END_OF_WORKDAY, context);
  const until = point.to === null ? null : endAfter(from, instantAt(point.to, END_OF_WORKDAY, context));
  const day = point.daySaid && from === null ? point.day.toString() : null;
  return { ...times, from: times.from ?? from, until: times.until ?? until, day: times.day ?? day };
}

type Point = Omit<SaidPoint, "start" | "end" | "to">;

/** The instant of a point; when only a time was said, the next one after now. */
function instantAt(point: Point, otherwise: string, context: TimeContext): EpochMs | null {
  const time = point.time ?? Temporal.PlainTime.from(otherwise);
  const today = zoned(context.now, context.plant.timeZone).toPlainDate();
  const day = point.halfOfDayOpen && !point.daySaid ? today : point.day;
  const hours = point.halfOfDayOpen && time.hour < 12 && time.hour > 0 ? [0, 12] : [0];
  const days = point.daySaid ? [0] : [0, 1];
  const possible = days.flatMap((later) =>
    hours.map((add) => instantOf(day.add({ days: later }), time.add({ hours: add }), context)),
  );
  return possible.find((at) => at > context.now) ?? null;
}

/** "Sat 22 to 02" ends on Sunday. */
function endAfter(from: EpochMs | null, until: EpochMs | null): EpochMs | null {
  return from === null || until === null || until > from ? until : later(until, DAY_MS);
}

function addShift(
  times: SaidTimes,
  timeOfDay: string,
  ends: boolean,
  point: SaidPoint | undefined,
  context: TimeContext,
): SaidTimes {
  const today = zoned(context.now, context.plant.timeZone).toPlainDate();
  const day = point?.daySaid === true || point !== undefined ? point.day : today;
  const time = Temporal.PlainTime.from(timeOfDay === "24:00" ? "00:00" : timeOfDay);
  const same = instantOf(day, time, context);
  const at = same > context.now ? same : instantOf(day.add({ days: 1 }), time, context);
  return ends ? { ...times, until: at, day: null } : { ...times, from: at, day: null };
}

function instantOf(day: Temporal.PlainDate, time: Temporal.PlainTime, { plant }: TimeContext): EpochMs {
  const at = day.toZonedDateTime({ timeZone: plant.timeZone, plainTime: time });
  return EpochMs.parse(Math.max(0, at.epochMilliseconds));
}

function withWeekEnds(folded: string): string {
  return folded
    .replace(/(?<![a-z])(?:end of (?:the |this )?week|eow|ende der woche|wochenende|fin de semana)(?![a-z])/g, "friday")
    .replace(/(?<![a-z])(?:eod|end of (?:the )?day|ende des tages)(?![a-z])/g, "today 18:00");
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
}

function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - 40), at);
}
