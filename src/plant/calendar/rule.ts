import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { EpochMs } from "../../clock.ts";
import type { Property } from "./jcal.ts";
import type { Moment } from "./moment.ts";

/** When a series comes again, by its wall clock, as far as it touches a stretch of it. Steps are bounded. */
export type Rule = (from: Temporal.PlainDateTime, to: Temporal.PlainDateTime) => readonly Temporal.PlainDateTime[];

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
  return (from, to) =>
    rule
      .between(from.toZonedDateTime("UTC"), to.toZonedDateTime("UTC"), true)
      .map((at) => Temporal.PlainDateTime.from(at.toPlainDateTime().toString()));
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
