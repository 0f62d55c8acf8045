import {
  afterDot,
  endsCleanly,
  firstOf,
  hasDay,
  isDigits,
  type Moment,
  type Reader,
  type Step,
  skip,
  type Text,
  tokenAt,
  wordAt,
} from "./moment.ts";
import type { Period, SenseOf, Which } from "./said.ts";
import { means, numberOf, senseOf, type Token } from "./tokens.ts";

const LATER: Readonly<Record<Which, number | null>> = {
  this: 0,
  next: 1,
  coming: 1,
  afterNext: 2,
  last: -1,
  every: null,
};

/** "Friday", "next Friday", "el viernes que viene", "every Monday", "Tuesday week". */
const readWeekday: Reader = (text, at, so) => {
  if (so.weekday !== undefined) return null;
  const before = whichAt(text, at);
  const place = before === null ? at : at + 1;
  const sense = senseOf(tokenAt(text, place), "weekday");
  if (sense === null || (sense.short === true && before === null && !isWeekdayHere(text, place, so))) return null;
  const { weekday } = sense;
  if (wordAt(text, place + 1) === "week") return { parts: { weekday, plusDays: 7 }, next: place + 2 };
  const after = whichAfter(text, place + 1);
  const which = before ?? after;
  const parts = { weekday, ...(which === null ? {} : { which: sayWhich(text, which, place) }) };
  return { parts, next: after === null ? place + 1 : place + 2 };
};

function whichAt(text: Text, at: number): Which | null {
  return senseOf(tokenAt(text, at), "which")?.which ?? null;
}

/** "viernes próximo"; in "Freitag nächster Woche" the word belongs to the week. */
function whichAfter(text: Text, at: number): Which | null {
  const which = whichAt(text, at);
  const isFree = which !== "this" && which !== "every" && !means(tokenAt(text, at + 1), "period", "weekend", "weekday");
  return isFree ? which : null;
}

/** In Spanish the "next" Friday is the coming one; in English and German it may be the one after. */
function sayWhich(text: Text, which: Which, at: number): Which {
  const isSpanish = tokenAt(text, at)?.languages.every((language) => language === "es") ?? false;
  return which === "next" && isSpanish ? "coming" : which;
}

/** "so", "do", "sat" are weekdays only where a time, another weekday or a word for days stands beside them. */
function isWeekdayHere(text: Text, at: number, so: Moment): boolean {
  // "So bis 10 Uhr" is until about ten.
  if (wordAt(text, at) === "so" && /^(?:bis|ab|um|von|gegen)$/.test(wordAt(text, at + 1))) return false;
  if (isPlainTime(text, /^[.,]$/.test(wordAt(text, at + 1)) ? at + 2 : at + 1)) return true;
  const after = tokenAt(text, at + 1);
  const ends = after === undefined || isEndSign(after);
  if (ends && (hasDay(so) || isBound(text, at - 1))) return wordAt(text, at - 1) !== "the";
  return isAcross(text, at - 1, at - 2) || isAcross(text, afterDot(text, at + 1), afterDot(text, at + 1) + 1);
}

/** "Mo bis Fr", "Sa./So.": another weekday on the other side. */
function isAcross(text: Text, at: number, other: number): boolean {
  const isJoint = means(tokenAt(text, at), "to", "until", "into", "or", "and") || /^[/+]$/.test(wordAt(text, at));
  return (
    isJoint && (means(tokenAt(text, other), "weekday") || (other < at && means(tokenAt(text, other - 1), "weekday")))
  );
}

/** A word or sign before which a weekday may stand. */
function isBound(text: Text, at: number): boolean {
  if (/^[/+]$/.test(wordAt(text, at))) return true;
  const token = tokenAt(text, at);
  return means(token, "until", "from", "onDay", "before", "after", "of", "to", "into", "or", "and", "which");
}

function isEndSign(token: Token): boolean {
  return /^[.,;:!?)\n]$/.test(token.text);
}

/** What can only be a time: "22:00", "8 Uhr", "22-02", "27.11.", "morning", "4th", a number at the very end. */
function isPlainTime(text: Text, at: number): boolean {
  const token = tokenAt(text, at);
  if (means(token, "atHour", "from", "of", "between", "until")) return isDigits(text, at + 1);
  if (means(token, "part", "noon", "midnight", "which")) return true;
  if (!isDigits(text, at)) return false;
  const number = numberOf(token, "number");
  return number === null || number.ordinal || isPlainNumber(text, at);
}

function isPlainNumber(text: Text, at: number): boolean {
  const after = tokenAt(text, at + 1);
  if (after === undefined || means(after, "hourSign", "meridiem", "oclock", "month")) return true;
  const across = tokenAt(text, at + 2);
  if (after.text === ".") return means(across, "month");
  return means(after, "to") && (means(across, "weekday") || isDigits(text, at + 2));
}

/** "next week", "la semana que viene", "diese Woche", "the week after next", "KW 49". */
const readWeek: Reader = (text, at, so) => {
  const token = tokenAt(text, at);
  if (so.weeks !== undefined || so.calendarWeek !== undefined) return null;
  if (means(token, "calendarWeek")) return calendarWeek(text, at + 1);
  const which = senseOf(token, "which");
  if (which !== null) {
    const place = afterDot(text, at + 1);
    const period = senseOf(tokenAt(text, place), "period");
    return period === null ? null : periodStep(which.which, period.period, place + 1);
  }
  if (senseOf(token, "period")?.period !== "week") return null;
  const after = senseOf(tokenAt(text, at + 1), "which");
  if (after !== null && after.which !== "this") return periodStep(after.which, "week", at + 2);
  return calendarWeek(text, at + 1);
};

function calendarWeek(text: Text, at: number): Step | null {
  const place = afterDot(text, at);
  const number = numberOf(tokenAt(text, place), "number");
  if (number === null || number.digits > 2 || number.value < 1 || number.value > 53) return null;
  return { parts: { calendarWeek: number.value }, next: place + 1 };
}

function periodStep(which: Which, period: Period, next: number): Step | null {
  const later = LATER[which];
  if (period === "shift") return null;
  if (later === null) return { parts: { vague: "several" }, next };
  if (period === "week") return { parts: { weeks: later }, next };
  if (later < 0) return { parts: { weeks: -1 }, next };
  return later === 0 ? null : { parts: { vague: "day" }, next };
}

/** "this weekend", "el fin de semana". */
const readWeekend: Reader = (text, at, so) => {
  const which = senseOf(tokenAt(text, at), "which");
  const place = which === null ? at : at + 1;
  if (so.weekend !== undefined || !means(tokenAt(text, place), "weekend")) return null;
  const after = which === null ? senseOf(tokenAt(text, place + 1), "which") : null;
  const said = which ?? after;
  return {
    parts: { weekend: true, ...(said === null ? {} : { which: sayWhich(text, said.which, place) }) },
    next: after === null ? place + 1 : place + 2,
  };
};

/** "end of next week", "bis Ende Dezember", "fin de mes", "Monatsende". */
const readEndOf: Reader = (text, at) => {
  const token = tokenAt(text, at);
  if (means(token, "begin")) return beginOf(text, at);
  if (!means(token, "end")) return null;
  const next = skip(text, at + 1, 3, "of", "filler", "onDay");
  const which = whichAt(text, next);
  const place = which === null ? next : next + 1;
  const shift = shiftAt(text, place);
  if (shift !== null) return { parts: { shift, shiftEnds: true }, next: place + 1 };
  const month = senseOf(tokenAt(text, place), "month");
  if (month !== null) return { parts: { endOf: { period: "month", later: 0, month: month.month } }, next: place + 1 };
  return endOfPeriod(text, place, which);
};

function shiftAt(text: Text, at: number): SenseOf<"shift"> | "current" | null {
  const isCurrent = senseOf(tokenAt(text, at), "period")?.period === "shift";
  return isCurrent ? "current" : senseOf(tokenAt(text, at), "shift");
}

function endOfPeriod(text: Text, at: number, which: Which | null): Step | null {
  const period = senseOf(tokenAt(text, at), "period")?.period ?? null;
  const after = which === null ? whichAt(text, at + 1) : null;
  const later = LATER[which ?? after ?? "this"];
  if (period === null || period === "day" || period === "shift" || later === null) return null;
  return { parts: { endOf: { period, later, month: null } }, next: after === null ? at + 1 : at + 2 };
}

/** "Anfang nächster Woche", "a mediados de mes": nobody can know which day that is. */
function beginOf(text: Text, at: number): Step | null {
  const next = skip(text, at + 1, 4, "of", "filler", "onDay", "which");
  const period = senseOf(tokenAt(text, next), "period")?.period ?? "day";
  const isPeriod = (period !== "day" && period !== "shift") || means(tokenAt(text, next), "month");
  return isPeriod && endsCleanly(text, next + 1) ? { parts: { vague: "day" }, next: next + 1 } : null;
}

/** A month alone after "until", "in" and their like: which day of it is not said. */
const readMonthAlone: Reader = (text, at, so) => {
  const token = tokenAt(text, at);
  if (hasDay(so) || token === undefined || token.text.length < 5 || token.text === "march") return null;
  const before = tokenAt(text, at - 1);
  const isDue = means(before, "until", "from", "before") && senseOf(token, "month") !== null;
  return isDue ? { parts: { vague: "day" }, next: at + 1 } : null;
};

/** "daily", "werktags", "todos los días": not one time. */
const readRecurring: Reader = (text, at) =>
  means(tokenAt(text, at), "recurring") ? { parts: { vague: "several" }, next: at + 1 } : null;

export const readWeeks: Reader = firstOf([
  readRecurring,
  readWeekend,
  readWeek,
  readWeekday,
  readEndOf,
  readMonthAlone,
]);
