import { z } from "zod";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../clock.ts";

const UNIT_MS: Readonly<Record<string, number>> = { s: SECOND_MS, min: MINUTE_MS, h: HOUR_MS, d: DAY_MS };
const DURATION = /^([1-9]\d{0,3}) ?(s|min|h|d)$/;
/** Nobody waits longer for an answer: a larger number has the wrong unit behind it. */
const LONGEST_MS = 92 * DAY_MS;

/**
 * A duration as administrators write it: `30 min`, `8 h`, `2 d`. A day is 24 hours of the clock that counts it; of how long
 * something may be open, a day of the plant.
 */
export const Duration = z
  .string()
  .regex(DURATION, "a duration is a whole number from 1 to 9999 and s, min, h or d, e.g. 30 min")
  .refine(
    (text) => !DURATION.test(text) || msOf(text) <= LONGEST_MS,
    "a duration is 92 d at most; was another unit meant?",
  )
  .brand<"Duration">();
export type Duration = z.infer<typeof Duration>;

/** The duration in milliseconds. */
export function durationMs(duration: Duration): number {
  return msOf(duration);
}

/** Of any length: requests that were sent keep theirs, whatever the files may say since. */
export const COUNTED = /^(\d+) ?(s|min|h|d)$/;

function msOf(duration: string): number {
  const [, count = "", unit = ""] = COUNTED.exec(duration) ?? [];
  return Number(count) * (UNIT_MS[unit] ?? Number.NaN);
}
