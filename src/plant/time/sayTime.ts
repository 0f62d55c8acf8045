import type { Temporal } from "temporal-polyfill";
import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../clock.ts";
import { type Language, LOCALES, type Reader } from "../../words/reader.ts";
import { say } from "../../words/say.ts";
import { zoned } from "./localTime.ts";

/** Where an instant is read: a time zone, or a plant (or anything with its time zone and language). */
export type Whereabouts = string | (Reader & { readonly timeZone: string });

export type SayInstantOptions = {
  /** The reader's now. Without it the date is always said. */
  readonly reference?: EpochMs;
  /** Adds the zone, e.g. `CET`, for readers who may sit elsewhere. */
  readonly zone?: boolean;
  readonly language?: Language;
};

/** Within so many days of the reference a weekday names one day only. */
const WEEKDAY_IS_CLEAR_DAYS = 6;

/**
 * An instant as people say it: `13:05` on the same day, `Tue 10:00` within six days, `Fri 28 Nov 18:00` beyond, with
 * the year when it is another one. In the hour that comes twice when summer time ends, the zone says which: `02:30 CEST`.
 */
export function sayInstant(at: EpochMs, where: Whereabouts, options: SayInstantOptions = {}): string {
  const { timeZone, language } = placeOf(where, options.language);
  const local = partsOf(at, timeZone, language);
  const reference = options.reference === undefined ? null : partsOf(options.reference, timeZone, language);
  const apartDays = reference && Math.abs(reference.dayNumber - local.dayNumber);
  const date = sayDate(local, reference?.year === local.year ? "" : ` ${local.year}`, language);
  const day = apartDays === 0 ? "" : apartDays !== null && apartDays <= WEEKDAY_IS_CLEAR_DAYS ? local.weekday : date;
  const zone = options.zone === true || local.comesTwice ? local.zone : "";
  return [day, local.time, zone].filter((part) => part !== "").join(" ");
}

/** The day of an instant: `Mon 23 Nov`. */
export function sayDay(at: EpochMs, where: Whereabouts): string {
  const { timeZone, language } = placeOf(where);
  return sayDate(partsOf(at, timeZone, language), "", language);
}

/** From which day to which: `Mon 23 Nov to Fri 27 Nov`, or the one day; with the year where it is not the reference's. */
export function sayDays(from: EpochMs, to: EpochMs, where: Whereabouts, reference: EpochMs): string {
  const { timeZone, language } = placeOf(where);
  const { year } = partsOf(reference, timeZone, language);
  const [first, last] = [from, to].map((at) => {
    const day = partsOf(at, timeZone, language);
    return sayDate(day, day.year === year ? "" : ` ${day.year}`, language);
  });
  if (first === undefined || last === undefined || first === last) return first ?? "";
  return say(typeof where === "string" ? {} : where, "list.period", { from: first, to: last });
}

/** A stretch of time: `Sat 22:00 to Sun 06:00`, `06:00 to 14:00` when all of it is on the reference's day. */
export function sayPeriod(from: EpochMs, to: EpochMs, where: Whereabouts, options: SayInstantOptions = {}): string {
  const reader = typeof where === "string" ? {} : where;
  const said = { from: sayInstant(from, where, options), to: sayInstant(to, where, { ...options, reference: from }) };
  return say(options.language === undefined ? reader : { ...reader, language: options.language }, "list.period", said);
}

/** A duration in its two largest units: `1 d 2 h`, `4 h`, `1 h 30 min`, `45 s`. A day is 24 hours. */
export function sayDuration(ms: number): string {
  const wholeMs = Math.max(0, ms);
  const first = UNITS.findIndex(({ unitMs }) => wholeMs >= unitMs);
  if (first === -1) return "0 s";
  const parts = UNITS.slice(first, first + 2).map(({ unitMs, name }, index) => {
    const amount = Math.floor((index === 0 ? wholeMs : wholeMs % (UNITS[first]?.unitMs ?? 1)) / unitMs);
    return amount === 0 ? "" : `${amount} ${name}`;
  });
  return parts.filter((part) => part !== "").join(" ");
}

const UNITS = [
  { unitMs: DAY_MS, name: "d" },
  { unitMs: HOUR_MS, name: "h" },
  { unitMs: MINUTE_MS, name: "min" },
  { unitMs: SECOND_MS, name: "s" },
] as const;

function placeOf(where: Whereabouts, language?: Language) {
  if (typeof where === "string") return { timeZone: where, language: language ?? "en" };
  return { timeZone: where.timeZone, language: language ?? where.language ?? "en" };
}

/** `dayNumber`: days since 1 January 1970 on the wall calendar. `time`: `13:05`. */
type Parts = {
  readonly dayNumber: number;
  readonly year: number;
  readonly day: number;
  readonly time: string;
  readonly weekday: string;
  readonly month: string;
  readonly zone: string;
  /** Whether the clock shows this time of this day twice, as it does when summer time ends. */
  readonly comesTwice: boolean;
};

function sayDate({ weekday, day, month }: Parts, year: string, language: Language): string {
  return `${weekday} ${day}${language === "de" ? "." : ""} ${month}${year}`;
}

const KEPT_PARTS = 5_000;
const kept = new Map<string, Parts>();

/** The same few instants stand on all cards of a request, and zones change at full minutes: each is read once. */
function partsOf(at: EpochMs, timeZone: string, language: Language): Parts {
  const key = `${Math.floor(at / MINUTE_MS)} ${language} ${timeZone}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const parts = readParts(at, timeZone, language);
  if (kept.size >= KEPT_PARTS) kept.clear();
  kept.set(key, parts);
  return parts;
}

function readParts(at: EpochMs, timeZone: string, language: Language): Parts {
  const local = zoned(at, timeZone);
  const { year, month, day, hour, minute } = local;
  const parts = formatFor(timeZone, LOCALES[language]).formatToParts(at);
  const named = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return {
    dayNumber: Date.UTC(year, month - 1, day) / DAY_MS,
    year,
    day,
    time: `${twoDigits(hour)}:${twoDigits(minute)}`,
    weekday: named("weekday").replace(/\.$/, ""),
    month: named("month"),
    zone: zoneName(named("timeZoneName"), at, timeZone),
    comesTwice: comesTwice(local),
  };
}

/**
 * In Chicago people say CST, in whatever language: only American English has a name for it, others say how far it is off. Names
 * that are not read back when somebody answers with them are left alone.
 */
function zoneName(named: string, at: EpochMs, timeZone: string): string {
  if (!/^GMT[+-]/.test(named)) return named;
  const parts = formatFor(timeZone, "en-US").formatToParts(at);
  const american = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return /^[ECMP][SD]T$/.test(american) ? american : named;
}

function comesTwice(local: Temporal.ZonedDateTime): boolean {
  const shown = local.toPlainDateTime();
  const read = (disambiguation: "earlier" | "later") => shown.toZonedDateTime(local.timeZoneId, { disambiguation });
  return read("earlier").epochMilliseconds !== read("later").epochMilliseconds;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than all the rest of saying a time, so each is made once. */
function formatFor(timeZone: string, locale: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZoneName: "short",
  });
  formats.set(key, made);
  return made;
}
