import type { Moment, Text } from "./moment.ts";
import { endsCleanly, tokenAt } from "./moment.ts";
import { readDate } from "./readDay.ts";
import type { DateSaid } from "./said.ts";
import { means, numberOf, senseOf } from "./tokens.ts";

type DayRange = { readonly stretch: { readonly from: Moment; readonly until: Moment }; readonly next: number };

/** "5 to 7 December", "vom 5. bis 7.12.", "December 5-7": the month is said once for both days. */
export function dayRangeAt(text: Text, at: number): DayRange | null {
  return monthLast(text, at) ?? monthFirst(text, at) ?? daysOnly(text, at);
}

function monthLast(text: Text, at: number): DayRange | null {
  const first = dayAt(text, at);
  const second = first === null ? null : afterConnector(text, first.next);
  const date = second === null ? null : readDate(text, second, {});
  const [until, ...others] = date?.parts.dates ?? [];
  if (first === null || date === null || until === undefined || others.length > 0) return null;
  if (first.day >= until.day || means(tokenAt(text, at - 1), "atHour")) return null;
  return { stretch: stretch(until, first.day, until.day), next: date.next };
}

function monthFirst(text: Text, at: number): DayRange | null {
  if (senseOf(tokenAt(text, at), "month") === null) return null;
  const date = readDate(text, at, {});
  const place = date === null ? null : afterConnector(text, date.next);
  const second = place === null ? null : dayAt(text, place);
  const [from] = date?.parts.dates ?? [];
  if (from === undefined || second === null || second.day <= from.day || !endsCleanly(text, second.next)) return null;
  if (means(tokenAt(text, second.next), "hourSign", "meridiem", "month")) return null;
  return { stretch: stretch(from, from.day, second.day), next: second.next };
}

/** "del 27 al 29", "vom 27. bis 29.": days of the month alone. */
function daysOnly(text: Text, at: number): DayRange | null {
  if (!means(tokenAt(text, at - 1), "of", "from", "onDay")) return null;
  const first = dayAt(text, at);
  const second = first === null ? null : dayAt(text, afterConnector(text, first.next) ?? -1);
  if (first === null || second === null || second.day === first.day) return null;
  const isSaid = tokenAt(text, first.next)?.text === "al" || (first.hasDot && second.hasDot);
  if (!isSaid || !endsCleanly(text, second.next) || means(tokenAt(text, second.next), "hourSign", "month")) return null;
  return { stretch: { from: { dayOfMonth: first.day }, until: { dayOfMonth: second.day } }, next: second.next };
}

function stretch(date: DateSaid, from: number, until: number): DayRange["stretch"] {
  return { from: { dates: [{ ...date, day: from }] }, until: { dates: [{ ...date, day: until }] } };
}

function dayAt(
  text: Text,
  at: number,
): { readonly day: number; readonly hasDot: boolean; readonly next: number } | null {
  const number = numberOf(tokenAt(text, at), "number");
  if (number === null || number.digits > 2 || number.value < 1 || number.value > 31) return null;
  const hasDot = tokenAt(text, at + 1)?.text === ".";
  return { day: number.value, hasDot, next: hasDot ? at + 2 : at + 1 };
}

function afterConnector(text: Text, at: number): number | null {
  if (!means(tokenAt(text, at), "to", "until", "and") && tokenAt(text, at)?.text !== "/") return null;
  return means(tokenAt(text, at + 1), "onDay", "filler") ? at + 2 : at + 1;
}
