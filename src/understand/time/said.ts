import type { EpochMs } from "../../clock.ts";
import type { Language } from "../../words/reader.ts";
import type { ShiftSpan } from "../text/vocabulary.ts";

/** What a time is read by: the plant's zone, shifts and language, and the instant at which the text was written. */
export type TimeContext = {
  readonly plant: {
    readonly timeZone: string;
    readonly shifts: readonly ShiftSpan[];
    /** English where it is not known. */
    readonly language?: Language;
  };
  readonly now: EpochMs;
  /** An answer is taken at its word, also when it names a date with its year that has passed: that is refused later. */
  readonly isAnswer?: true;
};

/** Why a time that was said is left open. */
export type OpenBecause =
  /** The day has two readings, does not exist, has passed, or is another weekday. */
  | "day"
  /** The hour has two readings. */
  | "hour"
  /** It would end before it begins. */
  | "order"
  /** A day in one place and an hour in another, or several times. */
  | "several";

/** One time of a text: an instant, a day alone ("2026-11-28"), or one that must be asked for. */
export type SaidTime =
  | { readonly type: "instant"; readonly at: EpochMs }
  /** `part`: it was said vaguely when on that day, as in "tomorrow morning". */
  | { readonly type: "day"; readonly day: string; readonly part: boolean }
  | { readonly type: "open"; readonly because: OpenBecause; readonly said: string };

/** The times of a text; null where nothing was said. */
export type SaidTimes = {
  /** The words, for showing: "tonight after second shift". */
  readonly said: string | null;
  /** A point in time with neither "from" nor an end: "tomorrow at 8". */
  readonly at: SaidTime | null;
  readonly from: SaidTime | null;
  readonly until: SaidTime | null;
  readonly durationMs: number | null;
};

/** The instant of a time; null for a day alone, and for one that is open. */
export function instantIn(time: SaidTime | null): EpochMs | null {
  return time?.type === "instant" ? time.at : null;
}

export const NOTHING_SAID: SaidTimes = { said: null, at: null, from: null, until: null, durationMs: null };

/** What a day is divided into. `dawn` is the time after midnight, on the date of its morning: "2 de la madrugada". */
export type Part = "dawn" | "morning" | "noon" | "afternoon" | "evening" | "night";
export type Which = "this" | "next" | "coming" | "afterNext" | "last" | "every";
export type Period = "week" | "month" | "year" | "day" | "shift";

/** Meanings without a value of their own. */
export type Mark =
  | "noon"
  | "midnight"
  | "weekend"
  | "calendarWeek"
  | "end"
  | "begin"
  | "workdayEnd"
  /** After an hour: "Uhr", "h". */
  | "hourSign"
  | "oclock"
  | "half"
  | "halfPast"
  | "andHalf"
  | "andQuarter"
  | "lessQuarter"
  | "quarter"
  | "threeQuarters"
  | "past"
  | "to"
  | "and"
  | "or"
  | "between"
  | "until"
  | "from"
  /** Begins a range only where an end follows: "de 8 a 10", "vom 5. bis 7.". */
  | "of"
  /** Leads from one day into the next: "Nacht von Samstag auf Sonntag". */
  | "into"
  /** Since or from: Spanish has one word for both. */
  | "desde"
  | "since"
  | "not"
  | "before"
  | "after"
  | "ago"
  /** "At the latest", before or after its time. */
  | "latest"
  /** How many is not said: "a few". */
  | "few"
  /** Says that it comes again and again: "daily". */
  | "recurring"
  /** "Shortly before": near an hour, and not at it. */
  | "nearly"
  /** "From now": what stands before it is how long. */
  | "hence"
  | "in"
  | "within"
  | "for"
  | "lasting"
  | "over"
  /** Tells of something that was: "crashed", "ausgefallen". */
  | "happened"
  /** Before an hour: "at", "um", "a las". */
  | "atHour"
  /** Before a day: "on", "am", "el". */
  | "onDay"
  | "filler";

/** What a word may mean. A word may mean several things; the grammar decides by its neighbours. */
export type Sense =
  /** `short`: also a common word, "do" or "so": a weekday only where a time follows. */
  | { readonly is: "weekday"; readonly weekday: number; readonly short?: true }
  | { readonly is: "day"; readonly days: number }
  | { readonly is: "month"; readonly month: number }
  /** `ofClock`: tells which half of the day a clock means, "2 Uhr nachts". */
  | { readonly is: "part"; readonly part: Part; readonly ofClock?: true }
  | { readonly is: "which"; readonly which: Which }
  | { readonly is: "period"; readonly period: Period }
  /** `fromHour`, `toHour`: between which hours such a shift begins. */
  | { readonly is: "shift"; readonly fromHour: number; readonly toHour: number }
  | { readonly is: "unit"; readonly ms: number }
  | { readonly is: "count"; readonly count: number }
  | { readonly is: "meridiem"; readonly half: "am" | "pm" }
  | { readonly is: "zone"; readonly name: string }
  | { readonly is: Mark };

export type Kind = Sense["is"];
export type SenseOf<K extends Exclude<Kind, Mark>> = Extract<Sense, { readonly is: K }>;

/** A date as it was written; what is not said is null. */
export type DateSaid = { readonly year: number | null; readonly month: number; readonly day: number };

/**
 * An hour as it was written. `open`: "at 4", morning or afternoon. `written`: "4:00" or "4 Uhr", by the clock of 24 hours
 * unless a part of the day says otherwise. `fixed`: "4 pm", beyond doubt. Hour 24 is the end of the day.
 */
export type ClockSaid = {
  readonly hour: number;
  readonly minute: number;
  readonly form: "open" | "written" | "fixed" | "midnight";
};
