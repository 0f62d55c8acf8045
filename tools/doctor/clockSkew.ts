import { type EpochMs, MINUTE_MS, SECOND_MS } from "../../src/clock.ts";
import { bad, type Finding, ok, warn } from "./finding.ts";

/** Slack's signatures count for five minutes, Microsoft's tokens allow five minutes of difference. */
const REFUSED_FROM_MS = 4 * MINUTE_MS;
const WORTH_A_LOOK_MS = 30 * SECOND_MS;

/**
 * How far this machine's clock is from a platform's.
 * @param date the Date header of its answer, exact to a second; null when there was none
 */
export function judgeClock(about: string, date: string | null, now: EpochMs): Finding {
  const theirs = Date.parse(date ?? "");
  if (Number.isNaN(theirs))
    return warn(about, "its answer does not say what time it is", "compare this machine's clock yourself");
  const seconds = Math.round((now - theirs) / SECOND_MS);
  const found = `this machine's clock is ${Math.abs(seconds)} s ${seconds < 0 ? "behind" : "ahead of"} the platform's`;
  const away = Math.abs(seconds) * SECOND_MS;
  if (away >= REFUSED_FROM_MS)
    return bad(about, found, "set it by NTP: what the platform sends would be refused as too old");
  return away >= WORTH_A_LOOK_MS ? warn(about, found, "set it by NTP") : ok(about, found);
}
