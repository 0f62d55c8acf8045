import type { Language } from "../../words/reader.ts";
import type { Moment } from "./moment.ts";
import type { ClockSaid, Part } from "./said.ts";

/** Minutes from the beginning of the day that was said; 1440 and more lie on the next day. */
export type Minutes = number;

const DAY = 1_440;
const HALF_DAY = 720;

/**
 * What a clock may mean: one time of day, or morning and afternoon where nothing says which; nothing where the part of
 * the day contradicts it, "tomorrow morning at 14:00".
 */
export function minutesOf(clock: ClockSaid, { part, partOfDay }: Moment, language: Language): readonly Minutes[] {
  const at = clock.hour * 60 + clock.minute;
  if (clock.form === "midnight") return [DAY];
  if (part === undefined) return plainMinutes(clock, at);
  // "Morgen nachts um 2" is before or after tomorrow.
  if (partOfDay === "either" && clock.hour <= 5) return [at, at + DAY];
  const lies = IN_PART[part](clock, partOfDay === true, language);
  return lies === null ? [] : lies.map((shift) => at + shift);
}

function plainMinutes({ hour, form }: ClockSaid, at: Minutes): readonly Minutes[] {
  return form === "open" && hour >= 1 && hour < 12 ? [at, at + HALF_DAY] : [at];
}

type Shifts = readonly Minutes[] | null;
type InPart = (clock: ClockSaid, isOfDay: boolean, language: Language) => Shifts;

const SAME: Shifts = [0];
const PM: Shifts = [HALF_DAY];
const between = (hour: number, from: number, to: number) => from <= hour && hour <= to;
const canShift = ({ form }: ClockSaid) => form !== "fixed";

/** By how much the clock is shifted in each part of the day; null where it cannot lie there. */
const IN_PART: Readonly<Record<Part, InPart>> = {
  dawn: ({ hour }) => (hour === 12 ? [-HALF_DAY] : hour <= 7 ? SAME : null),
  morning: ({ hour }) => (hour < 12 ? SAME : null),
  noon: (clock) => (between(clock.hour, 11, 14) ? SAME : clock.hour <= 2 && canShift(clock) ? PM : null),
  afternoon: (clock) => {
    if (between(clock.hour, 12, 20)) return SAME;
    return between(clock.hour, 1, 8) && canShift(clock) ? PM : null;
  },
  evening: (clock) => {
    if (between(clock.hour, 16, 24)) return SAME;
    if (between(clock.hour, 4, 11) && canShift(clock)) return PM;
    return midnightIn(clock);
  },
  night: (clock, isOfDay, language) => (isOfDay ? inNightOf(clock, language) : atNight(clock)),
};

/** "Friday evening at 12" and "Freitagabend 0:30" are after midnight. */
function midnightIn(clock: ClockSaid): Shifts {
  if (clock.hour === 12 && canShift(clock)) return [HALF_DAY];
  return clock.hour <= 3 ? [DAY] : null;
}

/** "2 Uhr nachts", "8 de la noche": which half of the day. */
function atNight(clock: ClockSaid): Shifts {
  if (clock.hour >= 18) return SAME;
  if (clock.hour === 12) return [HALF_DAY];
  if (clock.hour <= 5) return SAME;
  return between(clock.hour, 6, 11) && canShift(clock) ? PM : null;
}

/**
 * The night of a day lasts until the next morning. At five, six and seven the languages differ: "tonight at 6" is in the
 * evening, "heute Nacht um 6" in the morning.
 */
function inNightOf(clock: ClockSaid, language: Language): Shifts {
  const { hour } = clock;
  if (hour >= 17) return SAME;
  if (hour <= 4) return [DAY];
  if (hour > 12) return null;
  if (hour >= 8) return canShift(clock) ? PM : null;
  return canShift(clock) ? EARLY_IN_NIGHT[language === "de" ? "de" : "other"][hour === 5 ? "five" : "later"] : [DAY];
}

const EARLY_IN_NIGHT = {
  de: { five: [DAY], later: [HALF_DAY, DAY] },
  other: { five: [HALF_DAY, DAY], later: PM },
} as const;

/** Of morning and afternoon the one that a working day suggests; null where people ask back. */
export function likely(minutes: readonly Minutes[]): Minutes | null {
  const [first, ...others] = minutes;
  if (first === undefined || others.length === 0) return first ?? null;
  return between(Math.floor(first / 60), 7, 11) ? first : null;
}
