import type { PlantMoment } from "../play/play.ts";
import type { PlantView } from "../wire.ts";

const STEP_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
/** Longer than any plant stands still or keeps something frozen over the turn of a year. */
const FARTHEST_MS = 60 * DAY_MS;
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** What a plant's days are told by. */
export type Days = Pick<PlantView, "timeZone" | "holidays" | "frozen">;

export const NO_PLANT: Days = { timeZone: "UTC", holidays: [], frozen: [] };

/** How far, in ms, the clock has to be wound until it is such a moment in the plant; 0 when it is one now, null when none comes. */
export function windUntil(now: number, plant: Days, moment: PlantMoment): number | null {
  const format = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone: plant.timeZone, weekday: "short", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  });
  const isIt = (at: number) => isWithin(format, at, plant, moment);
  if (isIt(now)) return 0;
  // On the clock's own five minutes, so that the story begins at 08:30 and not at 08:33.
  for (let at = now - (now % STEP_MS) + STEP_MS; at < now + FARTHEST_MS; at += STEP_MS) {
    if (isIt(at)) return at - now;
  }
  return null;
}

function isWithin(
  format: Intl.DateTimeFormat,
  at: number,
  plant: Days,
  { weekdays, from, to, ordinary }: PlantMoment,
): boolean {
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const time = `${parts.hour}:${parts.minute}`;
  if (!weekdays.includes(DAYS.indexOf(parts.weekday ?? "") + 1) || time < from || time >= to) return false;
  return ordinary === undefined || isOrdinary(at, `${parts.year}-${parts.month}-${parts.day}`, plant);
}

/** What is asked on such a day is decided and carried out on it. */
function isOrdinary(at: number, day: string, { holidays, frozen }: Days): boolean {
  return !holidays.includes(day) && frozen.every(({ from, to }) => at + DAY_MS <= from || at >= to);
}
