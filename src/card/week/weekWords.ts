import { DAY_MS, HOUR_MS, later, MINUTE_MS } from "../../clock.ts";
import { partyName } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayDay } from "../../plant/time/sayTime.ts";
import type { Holder } from "../../request/rules/holding.ts";
import type { Compared, WeekFigures } from "./weekFigures.ts";

// All that the picture of a week says, and the text that stands for it where it is not seen.

export const WEEK_WORDS = {
  held: "Hours held, in working time",
  ages: "Age of what is open",
  decided: "Time to a decision (median)",
  thisWeek: "this week",
  weekBefore: "the week before",
  others: "others",
} as const;

export function sayHolder(plant: Plant, holder: Holder): string {
  if (holder.type === "requester") return "Requesters";
  if (holder.type === "others") return WEEK_WORDS.others;
  const name = partyName(plant, holder);
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** "The week 23 Nov to 29 Nov". */
export function sayWeek({ from, to }: Pick<WeekFigures, "from" | "to">, plant: Plant): string {
  return `The week ${sayDay(from, plant)} to ${sayDay(later(to, -1), plant)}`;
}

/** "40 min", "6.5 h", "31 h", "4 d": what is read at a glance. */
export function sayShort(ms: number): string {
  if (ms < HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`;
  if (ms < 10 * HOUR_MS) return `${Math.round((ms / HOUR_MS) * 10) / 10} h`;
  return ms < 4 * DAY_MS ? `${Math.round(ms / HOUR_MS)} h` : `${Math.round(ms / DAY_MS)} d`;
}

/** Hours that were held are never days: a day has as many of them as its office. */
export function sayHours(ms: number): string {
  return ms < 10 * HOUR_MS ? sayShort(ms) : `${Math.round(ms / HOUR_MS)} h`;
}

/** "under a day", "over 14 days". */
export function sayAge({ ages }: Pick<WeekFigures, "ages">, index: number): string {
  const days = (ms: number) => Math.round(ms / DAY_MS);
  const [to, from] = [ages[index]?.upToMs ?? null, ages[index - 1]?.upToMs ?? null];
  if (to === null) return `over ${days(from ?? 0)} days`;
  return from === null ? "under a day" : `${days(from)} to ${days(to)} days`;
}

/** Everything the picture says, for whoever hears it read or gets no picture. */
export function sayFigures(figures: WeekFigures, plant: Plant): string {
  const { held, ages, decided } = figures;
  const open = ages.flatMap(({ count }, index) => (count === 0 ? [] : [`${sayAge(figures, index)} ${count}`]));
  const parts = [
    ...(held.length === 0 ? [] : [`${WEEK_WORDS.held}: ${held.map((one) => sayCompared(one, sayHours)).join("; ")}`]),
    open.length === 0 ? "Nothing is open" : `${WEEK_WORDS.ages}: ${open.join("; ")}`,
    ...(decided.length === 0
      ? []
      : [`${WEEK_WORDS.decided}: ${decided.map((one) => sayCompared(one, sayShort)).join("; ")}`]),
  ];
  return `${sayWeek(figures, plant)}. ${parts.join(". ")}.`;
}

function sayCompared({ name, ms, beforeMs }: Compared, say: (ms: number) => string): string {
  const before = beforeMs === null ? "" : ` (${say(beforeMs)} the week before)`;
  return `${name} ${ms === null ? "none" : say(ms)}${before}`;
}
