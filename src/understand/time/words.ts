import type { Mark, Part, Period, Sense, Which } from "./said.ts";

/** Words of a language, by what they mean: the senses of one form, and its forms, divided by bars. */
export type WordTable = readonly (readonly [senses: Sense | readonly Sense[], forms: string])[];

export const weekday = (n: number): Sense => ({ is: "weekday", weekday: n });
export const shortWeekday = (n: number): Sense => ({ is: "weekday", weekday: n, short: true });
export const day = (days: number): Sense => ({ is: "day", days });
export const month = (n: number): Sense => ({ is: "month", month: n });
export const part = (name: Part): Sense => ({ is: "part", part: name });
export const partOfClock = (name: Part): Sense => ({ is: "part", part: name, ofClock: true });
export const which = (name: Which): Sense => ({ is: "which", which: name });
export const period = (name: Period): Sense => ({ is: "period", period: name });
export const shift = (fromHour: number, toHour: number): Sense => ({ is: "shift", fromHour, toHour });
export const unit = (ms: number): Sense => ({ is: "unit", ms });
export const count = (n: number): Sense => ({ is: "count", count: n });
export const zone = (name: string): Sense => ({ is: "zone", name });
export const AM: Sense = { is: "meridiem", half: "am" };
export const PM: Sense = { is: "meridiem", half: "pm" };

export const mark = (is: Mark): Sense => ({ is });

const MINUTE = 60_000;
export const UNIT = {
  minute: unit(MINUTE),
  quarter: unit(15 * MINUTE),
  threeQuarters: unit(45 * MINUTE),
  hour: unit(60 * MINUTE),
  day: unit(24 * 60 * MINUTE),
  week: unit(7 * 24 * 60 * MINUTE),
  fortnight: unit(14 * 24 * 60 * MINUTE),
} as const;
