import type { PlantMoment } from "../play/play.ts";

const STEP_MS = 5 * 60_000;
const WEEK_MS = 8 * 86_400_000;
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** How far, in ms, the clock has to be wound until it is such a moment in the plant; 0 when it is one now. */
export function windUntil(now: number, timeZone: string, moment: PlantMoment): number {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  if (isWithin(format, now, moment)) return 0;
  // On the clock's own five minutes, so that the story begins at 08:30 and not at 08:33.
  for (let at = now - (now % STEP_MS) + STEP_MS; at < now + WEEK_MS; at += STEP_MS) {
    if (isWithin(format, at, moment)) return at - now;
  }
  throw new Error("There is no such moment within a week.");
}

function isWithin(format: Intl.DateTimeFormat, at: number, { weekdays, from, to }: PlantMoment): boolean {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const time = `${parts.get("hour")}:${parts.get("minute")}`;
  return weekdays.includes(DAYS.indexOf(parts.get("weekday") ?? "") + 1) && time >= from && time < to;
}
