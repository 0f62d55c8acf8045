import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { EpochMs } from "../../clock.ts";
import type { Property } from "./jcal.ts";
import type { Moment } from "./moment.ts";

export type Rule = {
  /**
   * When a series comes again, by its wall clock, as far as it touches a stretch of it.
   * @throws Error where it takes more steps to get there than anybody's series
   */
  readonly between: (from: Temporal.PlainDateTime, to: Temporal.PlainDateTime) => readonly Temporal.PlainDateTime[];
  /** How many moments of a day are looked at, and how many more at each question, whatever it asks. */
  readonly perDay: number;
  readonly perQuestion: number;
};

/** What jCal says of a rule: parts in small letters, each one value or several. */
const Parts = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]));

/**
 * The rules of an RRULE property. They are followed on the wall clock, as if it were Greenwich's, so that a series keeps
 * its hour through a change of the clocks; an UNTIL in Greenwich time is first read by the series' own clock.
 * @throws Error for a rule that nobody can follow
 */
export function rulesOf([, , , ...values]: Property, start: Moment): readonly Rule[] {
  return values.map((value) => ruleOf(Parts.parse(value), start));
}

/** Nobody's turns begin every minute; such a rule would only cost time. */
const TOO_OFTEN = ["MINUTELY", "SECONDLY"];

function ruleOf(parts: z.infer<typeof Parts>, start: Moment): Rule {
  if (TOO_OFTEN.includes(String(parts.freq))) throw new Error(`nobody's turns come ${parts.freq}`);
  const text = Object.entries(parts).map(([name, value]) => {
    return `${name.toUpperCase()}=${partText(name, value, start)}`;
  });
  const dtstart = start.wall.toZonedDateTime("UTC");
  requirePossible(parts);
  const rule = new RRuleTemporal({ rruleString: `RRULE:${text.join(";")}`, dtstart, cache: false });
  return {
    between: (from, to) =>
      rule
        .between(from.toZonedDateTime("UTC"), to.toZonedDateTime("UTC"), true)
        .map(({ epochMilliseconds }) => wallAt(epochMilliseconds)),
    ...stepsOf(parts),
  };
}

/** The library brings a Temporal of its own; to read its times by what they are written as took most of the time. */
function wallAt(utc: number): Temporal.PlainDateTime {
  const at = new Date(utc);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  return new Temporal.PlainDateTime(year, month, day, at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds());
}

const HOURS_A_DAY = 24;
const DAYS_AT_ONCE: Readonly<Record<string, number>> = { HOURLY: 1, DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 };
/** What leaves out days of a series: to count how often it has come, all of them are looked at. */
const LEAVING_OUT = ["byhour", "bymonth", "bymonthday", "byyearday", "byweekno"];
const LEAVES_OUT: Readonly<Record<string, readonly string[]>> = {
  HOURLY: LEAVING_OUT,
  DAILY: LEAVING_OUT.slice(1),
  WEEKLY: LEAVING_OUT.slice(1),
};
const LEFT_OUT_A_TIME = 12;
/** After so many the library gives up. */
const MOST_COUNTED = 10_000;

function stepsOf(parts: z.infer<typeof Parts>): Pick<Rule, "perDay" | "perQuestion"> {
  const has = (name: string) => parts[name] !== undefined;
  const lengthOf = (name: string) => Math.max(1, [parts[name] ?? []].flat().length);
  const freq = String(parts.freq);
  const hours = freq === "HOURLY" && !has("byhour") ? HOURS_A_DAY / intervalOf(parts) : lengthOf("byhour");
  const times = hours * lengthOf("byminute") * lengthOf("bysecond");
  // Which of several times of a month or a year is meant can only be said when all of them are known.
  const atOnce = has("bysetpos") ? (times - 1) * (DAYS_AT_ONCE[freq] ?? 1) : 0;
  const passed = LEAVES_OUT[freq]?.some(has) === true ? LEFT_OUT_A_TIME : has("bysetpos") ? 1 : 0;
  const counted = passed === 0 || !has("count") ? 0 : Math.min(MOST_COUNTED, Number(parts.count) * passed);
  return { perDay: times * daysOf(parts, freq), perQuestion: Math.max(0, atOnce) + counted };
}

function intervalOf(parts: z.infer<typeof Parts>): number {
  return Math.max(1, Number(parts.interval ?? 1) || 1);
}

/** On how many of its days a series comes, at most. */
function daysOf(parts: z.infer<typeof Parts>, freq: string): number {
  if (freq === "DAILY") return 1 / intervalOf(parts);
  if (freq === "WEEKLY") return [parts.byday ?? "one"].flat().length / 7;
  const isListed = ["byday", "bymonthday", "byyearday", "byweekno"].some((name) => parts[name] !== undefined);
  return freq === "HOURLY" || isListed ? 1 : 1 / 28;
}

/** The library that reads calendars counts a week's first day from Sunday, as 1; the rule names it. */
const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

function partText(name: string, value: z.infer<typeof Parts>[string], start: Moment): string {
  if (name === "until") return lastWall(String(value), start);
  if (name === "wkst" && typeof value === "number") return WEEKDAYS[value - 1] ?? String(value);
  return String(value);
}

/** More times of one day than anybody has turns: each is looked at for each day. */
const MOST_COMBINED = 400;
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** @throws Error for a day that none of its months has, and for lists that together name more moments than anybody has turns */
function requirePossible(parts: z.infer<typeof Parts>): void {
  const listOf = (name: string) => [parts[name] ?? []].flat().map(Number);
  const [months, days] = [listOf("bymonth"), listOf("bymonthday")];
  const hasDay = (month: number, day: number) => Math.abs(day) <= (LONGEST_MONTHS[month - 1] ?? 0);
  if (days.length > 0 && months.length > 0 && !months.some((month) => days.some((day) => hasDay(month, day))))
    throw new Error("its days are in none of its months, so it never comes");
  const times = ["byhour", "byminute", "bysecond"].map((name) => Math.max(1, listOf(name).length));
  if (times.reduce((product, count) => product * count, 1) > MOST_COMBINED)
    throw new Error(`it comes at more than ${MOST_COMBINED} times of a day`);
}

/** `20261126T080000Z`: the last moment at which the series may begin again. A day alone counts to its end. */
function lastWall(until: string, { zone }: Moment): string {
  const written = /^\d{4}-\d\d-\d\d$/.test(until) ? `${until}T23:59:59` : until;
  const wall = written.endsWith("Z")
    ? zone.wallOf(EpochMs.parse(Temporal.Instant.from(written).epochMilliseconds))
    : Temporal.PlainDateTime.from(written);
  return `${wall.toString({ smallestUnit: "second" }).replace(/[-:]/g, "")}Z`;
}
