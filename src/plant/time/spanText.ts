import { z } from "zod";
import type { DaySpan, Weekday } from "../plant.ts";

const DAYS: readonly string[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const ISO_WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const day = `(?:${DAYS.join("|")})`;
const time = "(?:[01]\\d|2[0-3]):[0-5]\\d";

/** Weekdays as an administrator writes them: `mon-fri`, `sat,sun`, `fri-mon`, `daily`. */
export const DaysText = z
  .string()
  .regex(
    new RegExp(`^(?:daily|${day}(?:-${day})?(?:,${day}(?:-${day})?)*)$`),
    "days are written mon-fri, sat,sun or daily",
  );

/** A time of day, in quotes: `"06:00"`. */
export const TimeText = z.string().regex(new RegExp(`^${time}$`), 'a time is written "06:00", in quotes');

/** Working hours or a turn: `"06:00-18:00"`; `"22:00-06:00"` ends the next morning, `"00:00-24:00"` is a whole day. */
export const HoursText = z
  .string()
  .regex(new RegExp(`^${time}-(?:${time}|24:00)$`), 'hours are written "06:00-18:00", in quotes');

/** The weekdays of a `DaysText`, Monday first. A range may pass the weekend: `fri-mon` is four days. */
export function readDays(text: z.infer<typeof DaysText>): readonly Weekday[] {
  if (text === "daily") return ISO_WEEKDAYS;
  const wanted = new Set(text.split(",").flatMap(readRange));
  return ISO_WEEKDAYS.filter((weekday) => wanted.has(weekday));
}

function readRange(range: string): readonly Weekday[] {
  const [first = "", last = first] = range.split("-");
  const [from, to] = [DAYS.indexOf(first), DAYS.indexOf(last)];
  const length = ((to - from + DAYS.length) % DAYS.length) + 1;
  return [...ISO_WEEKDAYS, ...ISO_WEEKDAYS].slice(from, from + length);
}

/** The two times of an `HoursText`. */
export function readHours(text: z.infer<typeof HoursText>): DaySpan {
  const [from = "00:00", to = "24:00"] = text.split("-");
  return { from, to };
}
