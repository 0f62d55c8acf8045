import type { Chrono, ParsedComponents, ParsedResult } from "chrono-node";
import { casual as german } from "chrono-node/de";
import { GB } from "chrono-node/en";
import { casual as spanish } from "chrono-node/es";
import { Temporal } from "temporal-polyfill";
import type { EpochMs } from "../clock.ts";
import { zoned } from "../plant/localTime.ts";

/** A date or time in the text: what day, and what time of day if one was said. */
export type SaidPoint = {
  readonly start: number;
  readonly end: number;
  readonly day: Temporal.PlainDate;
  readonly time: Temporal.PlainTime | null;
  /** Was the day said, or only a time? */
  readonly daySaid: boolean;
  /** "until 4": could be in the morning or in the afternoon. */
  readonly halfOfDayOpen: boolean;
  readonly to: Omit<SaidPoint, "start" | "end" | "to"> | null;
};

type Locale = {
  readonly hints: RegExp;
  readonly reader: Pick<Chrono, "parse">;
  readonly spelled: readonly (readonly [RegExp, string])[];
};

const LOCALES: readonly Locale[] = [
  {
    hints:
      /(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?<![a-z])(?:mon|tue|wed|thu|fri|sat|sun|today|tonight|tomorrow|noon|midnight|morning|afternoon|evening|next|week|weekend|month|year|am|pm|at \d|\d(?:am|pm)|january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec|in \S+ (?:min|hour|day|week|h))|\d:\d\d|\d[./-]\d/,
    reader: GB,
    spelled: [],
  },
  {
    hints:
      /(?<![a-z])(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|heute|morgen|ubermorgen|abend|mittag|woche|monat|januar|februar|marz|mai|juni|juli|oktober|dezember|uhr|bis|ab|nacht|jahr)/,
    reader: german,
    spelled: [
      [/ubermorgen/g, "übermorgen"],
      [/marz/g, "märz"],
      [/nachste/g, "nächste"],
    ],
  },
  {
    hints:
      /(?<![a-z])(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|manana|noche|tarde|semana|mes|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|hasta|las \d)/,
    reader: spanish,
    spelled: [
      [/manana/g, "mañana"],
      [/sabado/g, "sábado"],
      [/miercoles/g, "miércoles"],
    ],
  },
];

// Words by which the library implies a time of day it does not call certain.
const PART_OF_DAY =
  /tonight|night|evening|morning|noon|midnight|afternoon|abend|mittag|nacht|noche|tarde|now|jetzt|ahora/;
// The library takes these for dates: "fr" of "früh", "second" of a shift, a month's name alone, "may".
const NO_DATE =
  /^(?:fr|do|mi|so|mar|may|march|mai|sec|second|h|min|m|de|dom|lun|vie|mie|jue|now|jetzt|ahora|this|next|last)$/;

/** Dates and times in rewritten text, in order; later than `now` wherever the words leave it open. */
export function findPoints(text: string, now: EpochMs, timeZone: string): readonly SaidPoint[] {
  const points: SaidPoint[] = [];
  const local = zoned(now, timeZone);
  const reference = { instant: new Date(now), timezone: local.offsetNanoseconds / 60_000_000_000 };
  for (const { hints, reader, spelled } of LOCALES) {
    if (!hints.test(text)) continue;
    const written = spelled.reduce((line, [form, as]) => line.replace(form, as), text);
    for (const result of reader.parse(written, reference, { forwardDate: true })) {
      const point = pointOf(result, written);
      if (point !== null) points.push(point);
    }
  }
  return longestOf(points);
}

function pointOf(result: ParsedResult, text: string): SaidPoint | null {
  const said = result.text.toLowerCase();
  const end = result.index + result.text.length;
  if (
    NO_DATE.test(said) ||
    isInsideWord(text, result.index, end) ||
    /^\d{1,4}$/.test(said) ||
    / ago|vor |hace /.test(said)
  ) {
    return null;
  }
  if (/^(?:sat|sun)$/.test(said) && /(?:he|she|it|i|we|they|the|that|who) $/.test(text.slice(0, result.index)))
    return null;
  const start = partsOf(result.start, said);
  if (start === null) return null;
  return { start: result.index, end, ...start, to: result.end == null ? null : partsOf(result.end, said) };
}

function isInsideWord(text: string, start: number, end: number): boolean {
  return /[\p{L}\d]/u.test(text.charAt(start - 1)) || /[\p{L}\d]/u.test(text.charAt(end));
}

function partsOf(components: ParsedComponents, said: string): Omit<SaidPoint, "start" | "end" | "to"> | null {
  const [year, month, day] = [components.get("year"), components.get("month"), components.get("day")];
  if (year === null || month === null || day === null || year > 2100) return null;
  const daySaid =
    components.isCertain("day") ||
    components.isCertain("weekday") ||
    /week|month|year|woche|monat|semana|mes/.test(said);
  const hasTime = components.isCertain("hour") || PART_OF_DAY.test(said);
  if (!daySaid && !hasTime) return null;
  const hour = components.get("hour") ?? 12;
  const time = hasTime ? Temporal.PlainTime.from({ hour, minute: components.get("minute") ?? 0 }) : null;
  const halfOfDayOpen =
    hasTime &&
    components.isCertain("hour") &&
    !components.isCertain("meridiem") &&
    hour <= 12 &&
    !/\d:\d\d|uhr/.test(said);
  return { day: Temporal.PlainDate.from({ year, month, day }), time, daySaid, halfOfDayOpen };
}

/** Where two languages read the same words, the longer reading: "morgen 18:00", not "18:00". */
function longestOf(points: readonly SaidPoint[]): readonly SaidPoint[] {
  const kept: SaidPoint[] = [];
  const bySize = [...points].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const point of bySize) if (!kept.some((other) => overlaps(other, point))) kept.push(point);
  return kept.sort((a, b) => a.start - b.start);
}

function overlaps(a: SaidPoint, b: SaidPoint): boolean {
  return a.start < b.end && b.start < a.end;
}
