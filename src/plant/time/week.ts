import type { EpochMs } from "../../clock.ts";
import { type Day, dayOf, type Interval, instantOn } from "./localTime.ts";

/** A week of the plant's calendar, from Monday to Sunday, by its ISO name: `2026-W49`. */
export type Week = Interval & { readonly name: string };

export function weekAt(at: EpochMs, timeZone: string): Week {
  return weekOfDay(dayOf(at, timeZone), timeZone);
}

export function weekBefore({ from }: Week, timeZone: string): Week {
  return weekOfDay(dayOf(from, timeZone).subtract({ days: 7 }), timeZone);
}

/** The weeks that a stretch of time touches, the last ones first, and no more than so many. */
export function weeksIn({ from, to }: Interval, timeZone: string, most: number): readonly Week[] {
  const weeks: Week[] = [];
  let week = weekAt(to, timeZone);
  while (weeks.length < most && week.to > from) {
    weeks.push(week);
    week = weekBefore(week, timeZone);
  }
  return weeks;
}

/** The ISO name of a day's week; the first days of January may be of the last week of the year before. */
export function weekName(day: Day): string {
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, "0")}`;
}

function weekOfDay(day: Day, timeZone: string): Week {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return {
    name: weekName(day),
    from: instantOn(monday, "00:00", timeZone),
    to: instantOn(monday.add({ days: 7 }), "00:00", timeZone),
  };
}
