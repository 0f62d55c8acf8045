import { type Length, lengthAt } from "./duration.ts";
import {
  endsCleanly,
  firstOf,
  hasDay,
  isBetweenParts,
  isDigits,
  type Moment,
  type Reader,
  type Step,
  type Text,
  tokenAt,
  wordAt,
} from "./moment.ts";
import { readPart } from "./readPart.ts";
import { means, numberOf, senseOf } from "./tokens.ts";
import { ZONE_MINUTES } from "./zoneWords.ts";

const DAY_MS = 86_400_000;

/** "today", "tomorrow". */
const readDayWord: Reader = (text, at, so) => {
  const day = senseOf(tokenAt(text, at), "day");
  return day === null || so.days !== undefined ? null : { parts: { days: day.days }, next: at + 1 };
};

/** "in 2 h", "in drei Tagen", "2 hours from now", "within 2 hours", "a week from tomorrow". */
const readIn: Reader = (text, at, so) => {
  if (so.inMs !== undefined || so.plusDays !== undefined) return null;
  if (means(tokenAt(text, at), "in", "within")) {
    const isWithin = means(tokenAt(text, at), "within");
    return (
      vagueLength(text, at + 1) ??
      lengthAhead(text, at + 1, isWithin) ??
      lengthAhead(text, after(text, at + 1), isWithin)
    );
  }
  const length = lengthAt(text, at);
  if (length === null) return null;
  const isHence = means(tokenAt(text, length.next), "hence");
  const isFromDay = /^(?:from|on)$/.test(wordAt(text, length.next)) && length.inDays;
  const isAhead = isHence || (isFromDay && means(tokenAt(text, length.next + 1), "day", "weekday"));
  return isAhead ? { parts: inParts(length), next: length.next + 1 } : null;
};

/** Past words like "about" and "ca.". */
function after(text: Text, at: number): number {
  let place = at;
  while (place < at + 2 && isBetweenParts(text, place)) place += 1;
  return place;
}

function lengthAhead(text: Text, at: number, isWithin: boolean): Step | null {
  const length = lengthAt(text, at);
  if (length === null) return null;
  return { parts: isWithin ? { inMs: length.ms, within: true } : inParts(length), next: length.next };
}

/** "In a few hours", "in 2-3 Tagen", "in a month": nobody can know when that is. */
function vagueLength(text: Text, at: number): Step | null {
  const isFew = means(tokenAt(text, at), "few");
  const isRange = !isFew && means(tokenAt(text, at + 1), "to") && lengthAt(text, at + 2) !== null;
  const place = isRange ? at + 3 : at + 1;
  const unit = senseOf(tokenAt(text, place), "unit");
  if (unit !== null && (isFew || isRange))
    return { parts: { vague: unit.ms >= DAY_MS ? "day" : "hour" }, next: place + 1 };
  const isCount = means(tokenAt(text, at), "count") || isDigits(text, at);
  const isMonths = isCount && senseOf(tokenAt(text, at + 1), "period")?.period === "month";
  return isMonths ? { parts: { vague: "day" }, next: at + 2 } : null;
}

/** Days and weeks name a day; hours and minutes an instant. */
function inParts({ ms, inDays }: Length): Moment {
  return inDays ? { plusDays: ms / DAY_MS } : { inMs: ms };
}

/** "end of the day", with or without its day: when a working day ends. */
const readWorkdayEnd: Reader = (text, at, so) =>
  means(tokenAt(text, at), "workdayEnd") && so.clock === undefined
    ? {
        parts: { clock: { hour: 18, minute: 0, form: "fixed" }, ...(hasDay(so) ? {} : { clockFirst: true }) },
        next: at + 1,
      }
    : null;

/** "late shift", "when second shift ends". */
const readShift: Reader = (text, at, so) => {
  const shift = senseOf(tokenAt(text, at), "shift");
  if (shift === null || so.shift !== undefined || so.clock !== undefined) return null;
  const ends = means(tokenAt(text, at + 1), "over");
  return { parts: { shift, ...(ends ? { shiftEnds: true } : {}) }, next: ends ? at + 2 : at + 1 };
};

/** "CET", "GMT+5:30", "Z" behind an hour. */
const readZone: Reader = (text, at, so) => {
  const token = tokenAt(text, at);
  if (so.clock === undefined || so.zone !== undefined) return null;
  const offset = numberOf(token, "offset");
  if (offset !== null) return { parts: { zone: { minutes: offset.minutes } }, next: at + 1 };
  const zone = senseOf(token, "zone");
  // "8:00 west gate" names no zone.
  if (zone === null || (/^we/.test(zone.name) && !endsCleanly(text, at + 1))) return null;
  const minutes = offsetAfter(text, at, zone.name);
  if (minutes !== null) return { parts: { zone: { minutes } }, next: at + 3 };
  return { parts: { zone: { name: zone.name } }, next: at + 1 };
};

/** The "+5:30" of "GMT+5:30", in minutes. */
function offsetAfter(text: Text, at: number, name: string): number | null {
  const sign = wordAt(text, at + 1);
  const touches = tokenAt(text, at + 1)?.start === tokenAt(text, at)?.end;
  if (ZONE_MINUTES[name] !== 0 || !touches || !/^[+-]$/.test(sign)) return null;
  const distance = minutesAt(text, at + 2);
  return distance === null ? null : (sign === "-" ? -1 : 1) * distance;
}

function minutesAt(text: Text, at: number): number | null {
  const token = tokenAt(text, at);
  const clock = numberOf(token, "clock")?.clock;
  if (clock !== undefined) return clock.hour * 60 + clock.minute;
  const hours = numberOf(token, "number");
  return hours !== null && hours.value <= 14 ? hours.value * 60 : null;
}

export const readWords: Reader = firstOf([readPart, readDayWord, readIn, readWorkdayEnd, readShift, readZone]);
