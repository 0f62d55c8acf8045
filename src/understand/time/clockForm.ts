import { endsCleanly, type Text, tokenAt, wordAt } from "./moment.ts";
import type { ClockSaid } from "./said.ts";
import { means, numberOf, senseOf, type Token } from "./tokens.ts";

/**
 * An hour and the token after it. `isSure`: its form alone says that it is one ("8:00", "8 Uhr", "noon"); a bare number is
 * one only in the right company.
 */
export type Clock = { readonly clock: ClockSaid; readonly next: number; readonly isSure: boolean };

/** The hour at a place, whether or not it is meant as one. */
export function clockAt(text: Text, at: number): Clock | null {
  return spokenClock(text, at) ?? withMinutes(text, plainClock(text, at));
}

/** An hour's word stands before it: "at", "um", "a las". */
export function isCued(text: Text, at: number): boolean {
  return means(tokenAt(text, at - 1), "atHour");
}

/** "Mittag um 12", "noon at 12:30": then noon is only a part of the day. */
export function isHourAhead(text: Text, at: number): boolean {
  let place = at;
  while (place <= at + 2 && means(tokenAt(text, place), "atHour")) place += 1;
  const said = tokenAt(text, place)?.said?.is ?? null;
  return said === "clock" || (place > at && said === "number");
}

/** "8 y media", "9 menos cuarto". */
function withMinutes(text: Text, found: Clock | null): Clock | null {
  if (found === null) return null;
  const minutes = minutesAfter(tokenAt(text, found.next));
  return minutes === 0 ? found : { clock: shifted(found.clock, minutes), next: found.next + 1, isSure: true };
}

function minutesAfter(token: Token | undefined): number {
  if (means(token, "andHalf")) return 30;
  if (means(token, "andQuarter")) return 15;
  return means(token, "lessQuarter") ? -15 : 0;
}

function plainClock(text: Text, at: number): Clock | null {
  const token = tokenAt(text, at);
  if (means(token, "noon") && !isHourAhead(text, at + 1)) return namedClock(12, "fixed", at);
  if (means(token, "midnight")) return namedClock(24, "midnight", at);
  const said = token?.said ?? null;
  if (said === null) return wordClock(text, at);
  if (said.is === "clock") return isHour(said.clock) ? withSign(text, at, inHalves(text, at, said.clock), true) : null;
  if (said.is === "dotted") return dottedClock(text, at, said.first, said.second, said.secondDigits);
  return said.is === "number" ? numberClock(text, at, said.value, said.digits, said.ordinal) : null;
}

function namedClock(hour: number, form: ClockSaid["form"], at: number): Clock {
  return { clock: { hour, minute: 0, form }, next: at + 1, isSure: true };
}

/** Where people count twelve hours, "5:30" is open; "05:30" and "10:30" are as Referee writes them. */
function inHalves(text: Text, at: number, clock: ClockSaid): ClockSaid {
  const isOpen = text.isTwelveHours && /^[1-9]\D/.test(tokenAt(text, at)?.text ?? "");
  return isOpen ? { ...clock, form: "open" } : clock;
}

function dottedClock(text: Text, at: number, hour: number, minute: number, digits: number): Clock | null {
  const clock = { hour, minute, form: "written" } as const;
  return digits === 2 && isHour(clock) ? withSign(text, at, clock, false) : null;
}

function numberClock(text: Text, at: number, value: number, digits: number, ordinal: boolean): Clock | null {
  if (ordinal || !Number.isInteger(value)) return null;
  if (digits === 4) return joinedClock(text, at, value);
  if (digits > 2 || value > 24) return null;
  const form = value > 12 || value === 0 ? "written" : "open";
  const minutes = hasMinutesApart(text, at) ? numberOf(tokenAt(text, at + 1), "number") : null;
  if (minutes !== null) return { clock: { hour: value, minute: minutes.value, form }, next: at + 2, isSure: false };
  return withSign(text, at, { hour: value, minute: 0, form }, false);
}

/** "1430", "0900 hrs". */
function joinedClock(text: Text, at: number, value: number): Clock | null {
  const clock: ClockSaid = { hour: Math.floor(value / 100), minute: value % 100, form: "written" };
  return isHour(clock) && clock.minute % 5 === 0 ? withSign(text, at, clock, false) : null;
}

/** "until 15 30": the minutes stand apart. */
function hasMinutesApart(text: Text, at: number): boolean {
  const minutes = numberOf(tokenAt(text, at + 1), "number");
  if (minutes === null || minutes.digits !== 2 || minutes.value >= 60 || minutes.value % 5 !== 0) return false;
  const isClose = tokenAt(text, at)?.end === (tokenAt(text, at + 1)?.start ?? 0) - 1;
  const after = tokenAt(text, at + 2);
  return isClose && !means(after, "hourSign", "meridiem", "unit", "month", "to") && endsCleanly(text, at + 2);
}

function wordClock(text: Text, at: number): Clock | null {
  const count = senseOf(tokenAt(text, at), "count")?.count ?? null;
  const isWhole = count !== null && Number.isInteger(count);
  return isWhole ? withSign(text, at, { hour: count, minute: 0, form: "open" }, false) : null;
}

function isHour({ hour, minute }: ClockSaid): boolean {
  return minute < 60 && (hour < 24 || (hour === 24 && minute === 0));
}

/** With the sign behind it: "8 Uhr", "18 Uhr 30", "8 pm", "8 o'clock", "18h", "8-ish". */
function withSign(text: Text, at: number, clock: ClockSaid, isSure: boolean): Clock | null {
  const token = tokenAt(text, at + 1);
  const half = senseOf(token, "meridiem");
  if (half !== null && isMeridiem(text, at + 1)) return inHalf(clock, half.half, at);
  if (means(token, "oclock")) return { clock, next: at + 2, isSure: true };
  if (wordAt(text, at + 1) === "-" && wordAt(text, at + 2) === "ish") return { clock, next: at + 3, isSure: true };
  if (means(token, "hourSign") && isHourSign(text, at)) return withUhr(text, at, clock);
  return means(token, "unit") && !isSure ? null : { clock, next: at + 1, isSure };
}

function inHalf(clock: ClockSaid, half: "am" | "pm", at: number): Clock {
  const hour = clock.hour <= 12 ? (clock.hour % 12) + (half === "pm" ? 12 : 0) : clock.hour;
  return { clock: { ...clock, hour, form: "fixed" }, next: at + 2, isSure: true };
}

/** "18 Uhr 30" has its minutes behind the sign. */
function withUhr(text: Text, at: number, clock: ClockSaid): Clock {
  const minutes = numberOf(tokenAt(text, at + 2), "number");
  const isMinutes =
    minutes !== null && minutes.digits === 2 && minutes.value < 60 && tokenAt(text, at + 1)?.text === "uhr";
  const minute = isMinutes && clock.minute === 0 ? minutes.value : clock.minute;
  return { clock: { ...clock, minute, form: "written" }, next: at + (isMinutes ? 3 : 2), isSure: true };
}

/** "8a" only where they touch; the German "am" before a day is none. */
function isMeridiem(text: Text, at: number): boolean {
  const token = tokenAt(text, at);
  if (token === undefined) return false;
  if (token.text.length === 1) return token.start === tokenAt(text, at - 1)?.end;
  const after = tokenAt(text, at + 1);
  const isDay = means(after, "weekday", "day") || (after?.said ?? null) !== null;
  if (token.text !== "am" || !isDay || after === undefined) return true;
  return after.languages.length === 0 ? text.language !== "de" : after.languages.includes("en");
}

/** "2 h" is how long something lasts, unless an hour's word or a day stands before it. "Uhr" always is an hour. */
function isHourSign(text: Text, at: number): boolean {
  const token = tokenAt(text, at);
  const sign = tokenAt(text, at + 1);
  if (sign === undefined || token === undefined || sign.text === "uhr" || isCued(text, at)) return true;
  if (sign.text.length > 3) return false;
  if (means(tokenAt(text, at + 2), "part")) return true;
  const before = tokenAt(text, at - 1);
  if (means(before, "until", "from", "of", "to", "desde", "between", "and", "before", "after")) return true;
  const isAfterDay = means(before, "weekday", "day", "part", "month") || /date/i.test(before?.said?.is ?? "");
  return isAfterDay && (sign.start === token.end || Number(token.text) > 5);
}

/** "Half past nine", "halb neun", "viertel vor 10", "quarter to ten", "10 nach 8". */
function spokenClock(text: Text, at: number): Clock | null {
  const token = tokenAt(text, at);
  if (wordAt(text, at) === "halb") return atQuarter(text, at + 1, -30);
  if (means(token, "halfPast") || (wordAt(text, at) === "half" && text.isBritish)) return atQuarter(text, at + 1, 30);
  if (means(token, "threeQuarters")) return atQuarter(text, at + 1, -15);
  const minutes = means(token, "quarter") ? 15 : minutesBeside(text, at);
  return minutes === null ? null : besideHour(text, at + 1, minutes);
}

/** "quarter past nine", "10 vor 9". */
function besideHour(text: Text, at: number, minutes: number): Clock | null {
  const side = tokenAt(text, at);
  if (means(side, "past")) return atQuarter(text, at + 1, minutes);
  return means(side, "before") || wordAt(text, at) === "to" ? atQuarter(text, at + 1, -minutes) : null;
}

function minutesBeside(text: Text, at: number): number | null {
  const isSpoken = isCued(text, at) || /^(?:vor|nach)$/.test(wordAt(text, at + 1));
  return isSpoken ? fewMinutes(tokenAt(text, at)) : null;
}

function fewMinutes(token: Token | undefined): number | null {
  const value = numberOf(token, "number")?.value ?? senseOf(token, "count")?.count ?? 0;
  return [5, 10, 20, 25].includes(value) ? value : null;
}

function atQuarter(text: Text, at: number, minutes: number): Clock | null {
  if (tokenAt(text, at)?.text === "halb") return atQuarter(text, at + 1, minutes - 30);
  const hour = plainClock(text, at);
  return hour === null ? null : { clock: shifted(hour.clock, minutes), next: hour.next, isSure: true };
}

function shifted(clock: ClockSaid, minutes: number): ClockSaid {
  const all = clock.hour * 60 + clock.minute + minutes + (clock.hour === 0 ? 1_440 : 0);
  const hour = Math.floor(all / 60) % 24;
  return { ...clock, hour: clock.form === "open" && hour === 0 ? 12 : hour, minute: all % 60 };
}
