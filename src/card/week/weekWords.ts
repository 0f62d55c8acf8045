import { DAY_MS, HOUR_MS, later, MINUTE_MS } from "../../clock.ts";
import { partyName } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayDay } from "../../plant/time/sayTime.ts";
import type { Holder } from "../../request/rules/holding.ts";
import { LOCALES } from "../../words/reader.ts";
import { say } from "../../words/say.ts";
import { capital } from "../words.ts";
import type { Compared, WeekFigures } from "./weekFigures.ts";

// What the picture of a week says, and the text that stands for it where it is not seen.

export function sayHolder(plant: Plant, holder: Holder): string {
  if (holder.type === "requester") return say(plant, "week.requesters");
  return holder.type === "others" ? say(plant, "week.others") : capital(partyName(plant, holder));
}

/** "The week Mon 23 Nov to Sun 29 Nov". */
export function sayWeek({ from, to }: Pick<WeekFigures, "from" | "to">, plant: Plant): string {
  return say(plant, "week.title", { from: sayDay(from, plant), to: sayDay(later(to, -1), plant) });
}

/** "40 min", "6.5 h", "31 h", "4 d": what is read at a glance. */
export function sayShort(ms: number, plant: Plant): string {
  return ms < 4 * DAY_MS ? sayHours(ms, plant) : say(plant, "week.days", { days: Math.round(ms / DAY_MS) });
}

/** Hours that were held are never days: a day has as many of them as its office. */
export function sayHours(ms: number, { language }: Plant): string {
  if (ms < HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`;
  const maximumFractionDigits = ms < 10 * HOUR_MS ? 1 : 0;
  return `${(ms / HOUR_MS).toLocaleString(LOCALES[language], { maximumFractionDigits, useGrouping: false })} h`;
}

/** "under a day", "over 14 days". */
export function sayAge({ ages }: Pick<WeekFigures, "ages">, index: number, plant: Plant): string {
  const days = (ms: number) => Math.round(ms / DAY_MS);
  const [to, from] = [ages[index]?.upToMs ?? null, ages[index - 1]?.upToMs ?? null];
  if (to === null) return say(plant, "week.olderThan", { days: days(from ?? 0) });
  return from === null ? say(plant, "week.underADay") : say(plant, "week.daysOld", { from: days(from), to: days(to) });
}

/** Everything the picture says, for whoever hears it read or gets no picture. */
export function sayFigures(figures: WeekFigures, plant: Plant): string {
  const { held, ages, decided } = figures;
  const open = ages.flatMap(({ count }, index) =>
    count === 0 ? [] : [say(plant, "week.bar", { name: sayAge(figures, index, plant), now: String(count) })],
  );
  const bars = (all: readonly Compared[], sayMs: typeof sayHours) => all.map((one) => sayBar(one, plant, sayMs));
  return [
    `${sayWeek(figures, plant)}.`,
    ...chart(say(plant, "week.held"), bars(held, sayHours), plant),
    ...(open.length === 0 ? [`${say(plant, "week.nothingOpen")}.`] : chart(say(plant, "week.ages"), open, plant)),
    ...chart(say(plant, "week.decided"), bars(decided, sayShort), plant),
  ].join(" ");
}

function chart(title: string, bars: readonly string[], plant: Plant): readonly string[] {
  return bars.length === 0 ? [] : [say(plant, "week.chart", { title, bars: bars.join("; ") })];
}

function sayBar({ name, ms, beforeMs }: Compared, plant: Plant, sayMs: typeof sayHours): string {
  const now = ms === null ? say(plant, "week.none") : sayMs(ms, plant);
  if (beforeMs === null) return say(plant, "week.bar", { name, now });
  return say(plant, "week.barCompared", { name, now, before: sayMs(beforeMs, plant) });
}
