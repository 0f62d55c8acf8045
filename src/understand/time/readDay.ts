import { datesFrom, isDate } from "./dateOrder.ts";
import {
  endsCleanly,
  firstOf,
  hasDay,
  isDigits,
  type Moment,
  type Reader,
  type Step,
  type Text,
  tokenAt,
  wordAt,
} from "./moment.ts";
import { means, numberOf, senseOf, type Token } from "./tokens.ts";

const YEAR_FROM = 2020;
const YEAR_TO = 2099;

/** "5.12.2026", "12/5", "2026-12-05", "8.10" with an hour behind it. */
const readNumericDate: Reader = (text, at, so) => {
  const token = tokenAt(text, at);
  if (so.dates !== undefined) return null;
  const iso = numberOf(token, "date");
  if (iso !== null) {
    const { year, month, day } = iso.date;
    return { parts: { dates: isDate(day, month, year) ? [iso.date] : [] }, next: at + 1 };
  }
  if (numberOf(token, "noDate") !== null) return { parts: { dates: [] }, next: at + 1 };
  const numeric = numberOf(token, "numericDate");
  if (numeric !== null) return numericDate(text, at, so, numeric);
  const dotted = numberOf(token, "dotted");
  return dotted === null ? null : dottedDate(text, at, so, dotted.first, dotted.second);
};

type Numeric = NonNullable<ReturnType<typeof numberOf<"numericDate">>>;

function numericDate(text: Text, at: number, so: Moment, { first, second, year, sign }: Numeric): Step | null {
  if (sign === "/" && year === null && !isDateHere(text, at, so)) return null;
  const dates = datesFrom(first, second, year, text.order(sign));
  if (dates.length === 0 && !isDateHere(text, at, so)) return null;
  return { parts: { dates }, next: at + 1 };
}

/** "24/7" and "1/12" are dates only where a day is due: after "until", beside a weekday or an hour, or alone. */
function isDateHere(text: Text, at: number, so: Moment): boolean {
  if (tokenAt(text, at)?.text === "24/7") return false;
  const before = tokenAt(text, at - 1);
  const after = tokenAt(text, at + 1);
  if (hasDay(so) || means(before, "until", "from", "before", "after", "onDay", "of", "desde", "to")) return true;
  const across = means(after, "to", "until") ? tokenAt(text, at + 2) : after;
  if (before === undefined && (across === undefined || across.said !== null)) return true;
  return numberOf(after, "clock") !== null || (means(after, "atHour") && isDigits(text, at + 2));
}

/** "24.12 12 Uhr", "am 5.12": without its last dot a date only beside a word for a day, or where it cannot be an hour. */
function dottedDate(text: Text, at: number, so: Moment, day: number, month: number): Step | null {
  if (means(tokenAt(text, at - 1), "atHour") || means(tokenAt(text, at + 1), "hourSign", "meridiem")) return null;
  const vague: Step = { parts: { vague: "day" }, next: at + 1 };
  if (!isDate(day, month, null)) return numberOf(tokenAt(text, at + 1), "clock") === null ? null : vague;
  if (isDottedDay(text, at, so, day))
    return { parts: { dates: datesFrom(day, month, null, text.order(".")) }, next: at + 1 };
  return isDayDue(text, at) ? vague : null;
}

/** After "until" and its like, or all that was written. */
function isDayDue(text: Text, at: number): boolean {
  const before = tokenAt(text, at - 1);
  return means(before, "until", "from", "before", "after") || (before === undefined && !tokenAt(text, at + 1));
}

function isDottedDay(text: Text, at: number, so: Moment, day: number): boolean {
  const before = tokenAt(text, at - 1);
  if (hasDay(so) || means(before, "onDay")) return true;
  const hasHour = isDigits(text, at + 1);
  return (isDayDue(text, at) && (hasHour || day > 24)) || (before === undefined && hasHour);
}

/** "4 December 2026", "4. Dez.", "5 de diciembre de 2026", "the 4th of December". */
const readDayMonth: Reader = (text, at, so) => {
  if (so.dates !== undefined) return null;
  const day = dayNumber(tokenAt(text, at));
  if (day === null) return null;
  let next = at + 1;
  while (next <= at + 3 && isInDate(text, next)) next += 1;
  const month = senseOf(tokenAt(text, next), "month");
  if (month === null || !isMonth(text, next, tokenAt(text, at - 1))) return null;
  return withYear(text, next + 1, day, month.month);
};

/** Between the parts of a date: "4. Dez.", "5 de diciembre", "1-dic-2026". */
function isInDate(text: Text, at: number): boolean {
  const token = tokenAt(text, at);
  if (means(token, "of", "filler") || token?.text === ".") return true;
  return (
    token?.text === "-" && token.start === tokenAt(text, at - 1)?.end && token.end === tokenAt(text, at + 1)?.start
  );
}

function dayNumber(token: Token | undefined): number | null {
  const number = numberOf(token, "number");
  if (number !== null) return number.digits <= 2 && Number.isInteger(number.value) ? number.value : null;
  if (["first", "ersten", "erster", "primero"].includes(token?.text ?? "")) return 1;
  const count = senseOf(token, "count")?.count ?? 0;
  const isSpanish = token?.languages.every((language) => language === "es") ?? false;
  return Number.isInteger(count) && count > 0 && isSpanish ? count : null;
}

/** Names of months that are other words, too: "line 4 may start". */
function isMonth(text: Text, at: number, beforeDay: Token | undefined): boolean {
  const token = tokenAt(text, at);
  if (token === undefined || !["may", "march", "mar", "ago", "set", "sep", "dec"].includes(token.text)) return true;
  const isAfterName = beforeDay !== undefined && beforeDay.senses.length === 0 && /\p{L}/u.test(beforeDay.text);
  return !isAfterName && endsCleanly(text, at + 1);
}

/** "December 4, 2026", "Dec 4th", "Jan 8". */
const readMonthDay: Reader = (text, at, so) => {
  const token = tokenAt(text, at);
  const month = senseOf(token, "month");
  if (so.dates !== undefined || month === null) return null;
  if (senseOf(token, "weekday") !== null && text.language === "es") return null;
  const at2 = tokenAt(text, at + 1)?.text === "." || means(tokenAt(text, at + 1), "onDay") ? at + 2 : at + 1;
  const day = numberOf(tokenAt(text, at2), "number");
  if (day === null || day.digits > 2 || means(tokenAt(text, at2 + 1), "hourSign", "meridiem", "oclock")) return null;
  return endsCleanly(text, at2 + 1) ? withYear(text, at2 + 1, day.value, month.month) : null;
};

function withYear(text: Text, at: number, day: number, month: number): Step {
  let next = at;
  while (next < at + 2 && isInDate(text, next)) next += 1;
  const number = numberOf(tokenAt(text, next), "number");
  const isYear = number !== null && number.digits === 4 && number.value >= YEAR_FROM && number.value <= YEAR_TO;
  const year = isYear && !means(tokenAt(text, next + 1), "hourSign") ? number.value : null;
  const dates = isDate(day, month, year) ? [{ year, month, day }] : [];
  return { parts: { dates }, next: year === null ? at : next + 1 };
}

/** "the 4th", "am 4.", "el día 4", "Friday 4th": a day of the month alone, tried after dates. "Am 8 Uhr" is an hour. */
export const readOrdinal: Reader = (text, at, so) => {
  const number = numberOf(tokenAt(text, at), "number");
  if (number === null || so.dayOfMonth !== undefined || so.dates !== undefined) return null;
  const { value, digits } = number;
  if (digits > 2 || value < 1 || value > 31 || !Number.isInteger(value)) return null;
  const hasDot = wordAt(text, at + 1) === "." && tokenAt(text, at + 1)?.start === tokenAt(text, at)?.end;
  const next = hasDot ? at + 2 : at + 1;
  if (!isOrdinalHere(text, at, so, number.ordinal, hasDot)) return null;
  if (means(tokenAt(text, next), "hourSign", "meridiem", "unit") || !endsCleanly(text, next)) return null;
  return { parts: { dayOfMonth: value }, next };
};

function isOrdinalHere(text: Text, at: number, so: Moment, ordinal: boolean, hasDot: boolean): boolean {
  const before = tokenAt(text, at - 1);
  const word = wordAt(text, at - 1);
  if (means(before, "onDay") && word !== "the" && word !== "on") return true;
  const isDotted = hasDot && (so.weekday !== undefined || (means(before, "onDay", "of") && word !== "the"));
  const isPlaced = hasDay(so) || means(before, "onDay", "until", "of", "from");
  return isPlaced && (ordinal || isDotted);
}

/** All dates that are written with a number. */
export const readDate: Reader = firstOf([readNumericDate, readDayMonth, readMonthDay]);

/** "friday 4": a date or an hour; which of both is decided when the rest is known. */
export const readLoose: Reader = (text, at, so) => {
  const number = numberOf(tokenAt(text, at), "number");
  if (number === null || so.loose !== undefined || !hasDay(so) || so.dates !== undefined) return null;
  const after = tokenAt(text, at + 1);
  if (number.digits > 2 || number.value > 31 || number.ordinal || means(after, "unit") || !endsCleanly(text, at + 1))
    return null;
  return { parts: { loose: number.value }, next: at + 1 };
};
