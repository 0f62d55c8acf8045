import { HOUR_MS, MINUTE_MS } from "../../clock.ts";
import { type Text, tokenAt, wordAt } from "./moment.ts";
import { means, numberOf, senseOf } from "./tokens.ts";

const DAY_MS = 86_400_000;

/** A length of time and the token after it. `inDays`: counted in days or weeks, not in hours. */
export type Length = { readonly ms: number; readonly inDays: boolean; readonly next: number };

/** "2 h", "zwei Tage", "half an hour", "1 h 30 min". */
export function lengthAt(text: Text, at: number): Length | null {
  const first = oneLength(text, at);
  if (first === null) return null;
  const and = means(tokenAt(text, first.next), "and") ? first.next + 1 : first.next;
  const second = oneLength(text, and);
  if (second === null || second.ms >= first.ms) return first;
  return { ms: first.ms + second.ms, inDays: second.inDays, next: second.next };
}

function oneLength(text: Text, at: number): Length | null {
  const clock = clockLength(text, at);
  if (clock !== null) return clock;
  const count = countAt(text, at);
  if (count === null) return null;
  const more = /^(?:more|weitere|mas)$/.test(tokenAt(text, count.next)?.text ?? "") ? count.next + 1 : count.next;
  const unit = senseOf(tokenAt(text, more), "unit");
  const ms = unit === null ? 0 : Math.round(count.count * unit.ms);
  if (unit === null || ms <= 0) return null;
  if (means(tokenAt(text, more + 1), "andHalf")) return { ms: ms + unit.ms / 2, inDays: false, next: more + 2 };
  return { ms, inDays: unit.ms >= DAY_MS && ms % DAY_MS === 0, next: more + 1 };
}

/** "1h30", "1:30 h". */
function clockLength(text: Text, at: number): Length | null {
  const clock = numberOf(tokenAt(text, at), "clock")?.clock ?? null;
  const hasUnit = senseOf(tokenAt(text, at + 1), "unit")?.ms === HOUR_MS;
  const isLength = clock !== null && (hasUnit || wordAt(text, at).includes("h"));
  return isLength
    ? { ms: (clock.hour * 60 + clock.minute) * MINUTE_MS, inDays: false, next: hasUnit ? at + 2 : at + 1 }
    : null;
}

/** How many. */
function countAt(text: Text, at: number): { readonly count: number; readonly next: number } | null {
  const token = tokenAt(text, at);
  const number = numberOf(token, "number");
  if (number !== null) return number.ordinal || number.digits > 3 ? null : { count: number.value, next: at + 1 };
  const dotted = numberOf(token, "dotted");
  if (dotted !== null && dotted.secondDigits === 1) return { count: dotted.first + dotted.second / 10, next: at + 1 };
  const count = senseOf(token, "count");
  return count === null ? null : { count: count.count, next: at + 1 };
}

/** How long something shall last: "for 2 h", "30 min", "zwei Tage lang". "In two hours" and "2 h ago" are not. */
export function durationAt(text: Text, at: number): Length | null {
  const token = tokenAt(text, at);
  const fors = means(token, "for") ? lengthAt(text, at + 1) : null;
  if (fors !== null) return isPast(text, fors.next) ? null : skipLasting(text, fors);
  // "2-3 h" does not say how long.
  const isRange = means(tokenAt(text, at - 1), "to") && (tokenAt(text, at - 2)?.said ?? null) !== null;
  const length = isRange ? null : lengthAt(text, at);
  return length === null || isPast(text, length.next) ? null : skipLasting(text, length);
}

function skipLasting(text: Text, { next, ...length }: Length): Length {
  return { ...length, next: means(tokenAt(text, next), "lasting") ? next + 1 : next };
}

function isPast(text: Text, at: number): boolean {
  return means(tokenAt(text, at), "ago");
}

/** A length that is how long ago or how often something is: "since 10 min", "every 5 min", "vor 2 Stunden". */
export function otherLengthAt(text: Text, at: number): Length | null {
  const token = tokenAt(text, at);
  const which = senseOf(token, "which")?.which;
  const isOther = means(token, "since", "before", "after") || which === "every" || which === "last";
  const place = isOther ? at + 1 : at;
  const length = lengthAt(text, place);
  if (length === null || (isOther && numberOf(tokenAt(text, place), "clock") !== null)) return null;
  if (isOther) return length;
  return isPast(text, length.next) ? { ...length, next: length.next + 1 } : null;
}
