import type { Language } from "../../words/reader.ts";
import type { DateOrder } from "./dateOrder.ts";
import type { ClockSaid, DateSaid, Kind, OpenBecause, Part, SenseOf, Which } from "./said.ts";
import { means, type Token } from "./tokens.ts";

/** What the grammar looks at: the tokens, and how dates and half words are meant here. */
export type Text = {
  readonly tokens: readonly Token[];
  readonly language: Language;
  /** English as it is spoken in Britain: "half nine" is 9:30. */
  readonly isBritish: boolean;
  /** People count twelve hours: "5:30" may be in the afternoon. */
  readonly isTwelveHours: boolean;
  readonly order: (sign: "." | "/" | "-") => DateOrder;
};

/** The parts of one moment as they were said, in any order; what was not said is left out. */
export type Moment = {
  readonly weekday?: number;
  readonly which?: Which;
  /** Days from today. */
  readonly days?: number;
  /** Further days, "in einer Woche". */
  readonly plusDays?: number;
  /** One date, or the two it may be; none for a day that does not exist. */
  readonly dates?: readonly DateSaid[];
  readonly dayOfMonth?: number;
  /** Weeks from this one. */
  readonly weeks?: number;
  /** ISO week of the year. */
  readonly calendarWeek?: number;
  readonly weekend?: true;
  readonly endOf?: {
    readonly period: "week" | "month" | "year";
    readonly later: number;
    readonly month: number | null;
  };
  readonly part?: Part;
  /** The part belongs to a day ("Saturday night"), not to the hour ("2 at night"), or to either ("morgen nachts um 2"). */
  readonly partOfDay?: true | "either";
  /** The night that leads into the day said. */
  readonly into?: true;
  readonly clock?: ClockSaid;
  readonly toClock?: ClockSaid;
  /** The clock stands before the day. */
  readonly clockFirst?: true;
  /** A number beside a day, which may be its date or an hour. */
  readonly loose?: number;
  readonly inMs?: number;
  readonly within?: true;
  readonly shift?: SenseOf<"shift"> | "current";
  readonly shiftEnds?: true;
  readonly zone?: { readonly name: string } | { readonly minutes: number };
  /** Said so that nobody can know: "early next month". */
  readonly vague?: OpenBecause;
  /** A word that makes it the beginning of something: "tomorrow from 8". */
  readonly begins?: true;
};

/** What a reader found: parts of a moment, and the token after them. */
export type Step = { readonly parts: Moment; readonly next: number };

export type Reader = (text: Text, at: number, so: Moment) => Step | null;

export function tokenAt({ tokens }: Text, at: number): Token | undefined {
  return tokens[at];
}

/** The text of a token; empty where none stands. */
export function wordAt(text: Text, at: number): string {
  return tokenAt(text, at)?.text ?? "";
}

/** Does a number, an hour or a date in digits stand there? */
export function isDigits(text: Text, at: number): boolean {
  return (tokenAt(text, at)?.said ?? null) !== null;
}

/** The place after a dot, where one stands. */
export function afterDot(text: Text, at: number): number {
  return wordAt(text, at) === "." ? at + 1 : at;
}

/** The first place, at most a few words on, where none of these kinds stands. */
export function skip(text: Text, at: number, most: number, ...kinds: readonly Kind[]): number {
  let place = at;
  while (place < at + most && means(tokenAt(text, place), ...kinds)) place += 1;
  return place;
}

/** Does the moment already say which day? */
export function hasDay(so: Moment): boolean {
  const { weekday, days, plusDays, dates, dayOfMonth, weeks, calendarWeek, weekend, endOf } = so;
  return [weekday, days, plusDays, dates, dayOfMonth, weeks, calendarWeek, weekend, endOf].some(
    (each) => each !== undefined,
  );
}

/** A weekend or a week without one of its days. */
export function isManyDays({ weekday, weekend, weeks, calendarWeek }: Moment): boolean {
  return weekday === undefined && (weekend === true || weeks !== undefined || calendarWeek !== undefined);
}

export function hasHour({ clock, loose, inMs, shift }: Moment): boolean {
  return [clock, loose, inMs, shift].some((each) => each !== undefined);
}

/** The place after words that may stand between the parts of a moment, at most four of them. */
export function isBetweenParts(text: Text, at: number): boolean {
  const token = tokenAt(text, at);
  if (token === undefined) return false;
  if (token.text === ".") return endsShort(tokenAt(text, at - 1), token);
  return means(token, "filler", "atHour", "onDay", "in", "nearly") || /^_+$/.test(token.text);
}

/** A dot after a number or a shortened word, which does not end the sentence. */
function endsShort(before: Token | undefined, dot: Token): boolean {
  if (before === undefined || before.end !== dot.start) return false;
  return before.said !== null || (before.senses.length > 0 && before.end - before.start <= 4);
}

const FUNCTION_WORDS = new Set(
  `a an the for to in on at with by and or but so if because since please pls plz thanks thx thank is are can could will would
  we i you it they he she my our your that this then when where from of no not yes ok okay only also still if as there here
  der die das den dem des ein eine einen und oder aber bitte danke fur mit auf an bei zu zum zur wir ich ihr sie er es ist sind
  kann konnen wird werden weil damit dass wenn nicht noch nur auch dann so los geht gehts ginge passt fertig offen frei gern
  bis ab von vom im am um
  el la los las un una y o u pero por para con en de del al si gracias porque que es son esta se nos me no solo tambien
  need needs needed do does go start starts open available latest max ca circa fine works would rum herum`.split(/\s+/),
);

/** Does a bare number end here, or is it the number of something: "at 4 stations"? */
export function endsCleanly(text: Text, at: number): boolean {
  const token = tokenAt(text, at);
  if (token === undefined || token.senses.some(({ is }) => is !== "unit" && is !== "count")) return true;
  if (token.said !== null) return true;
  return FUNCTION_WORDS.has(token.text) || /^[^\p{L}\d_%/:#]$/u.test(token.text);
}

/** Every reader in turn. */
export function firstOf(readers: readonly Reader[]): Reader {
  return (text, at, so) => {
    for (const reader of readers) {
      const step = reader(text, at, so);
      if (step !== null) return step;
    }
    return null;
  };
}
