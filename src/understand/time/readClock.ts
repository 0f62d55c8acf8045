import { classesOf } from "../text/wordClasses.ts";
import { type Clock, clockAt, isCued } from "./clockForm.ts";
import { isDate } from "./dateOrder.ts";
import { endsCleanly, hasDay, type Moment, type Reader, type Text, tokenAt } from "./moment.ts";
import type { ClockSaid } from "./said.ts";
import { means, numberOf, senseOf, type Token } from "./tokens.ts";

/** "at 8", "8:00", "8 to 10", "half past nine". */
export const readClock: Reader = (text, at, so) => {
  if (so.clock !== undefined) return null;
  return readClockRange(text, at, so) ?? readOneClock(text, at, so);
};

function readOneClock(text: Text, at: number, so: Moment): ReturnType<Reader> {
  if (isHalfOpen(text, at)) return { parts: { vague: "hour" }, next: at + 2 };
  const found = clockAt(text, at);
  if (found !== null && means(tokenAt(text, at - 1), "nearly")) return { parts: { vague: "hour" }, next: found.next };
  if (found === null) return isNoHour(text, at, so) ? { parts: { vague: "hour" }, next: at + 1 } : null;
  const { clock, next, isSure } = found;
  if (!isSure && !isInCompany(text, at, next, so)) return null;
  if (!isSure && isYear(tokenAt(text, at))) return { parts: { vague: "hour" }, next };
  return { parts: { clock, ...(hasDay(so) ? {} : { clockFirst: true }) }, next };
}

/** "Half nine" is 9:30 in Britain, and 8:30 to a German who translates. */
function isHalfOpen(text: Text, at: number): boolean {
  const next = tokenAt(text, at + 1);
  const isHour = numberOf(next, "number") !== null || senseOf(next, "count") !== null;
  return tokenAt(text, at)?.text === "half" && !text.isBritish && isHour && !means(tokenAt(text, at + 2), "unit");
}

/** "8 to 10", "22:00-02:00", "from noon until 4pm": both hours before any other day. */
function readClockRange(text: Text, at: number, so: Moment): ReturnType<Reader> {
  const from = clockAt(text, at);
  if (from === null || isDayNumber(text, at)) return null;
  const connected = afterConnector(text, at, from.next);
  const to = connected === null ? null : clockAt(text, connected);
  if (connected === null || to === null || isDayNumber(text, connected) || isDateAndHour(text, at, from)) return null;
  const isSaid = from.isSure || to.isSure || isCued(text, at) || isFramed(text, at, to.next);
  const isSure = isSaid || (hasDay(so) && endsCleanly(text, to.next));
  if (!isSure && !isAlone(text, at, to.next)) return null;
  const clock = { ...from.clock, ...writtenLike(from.clock, to.clock) };
  return { parts: { clock, toClock: to.clock, ...(hasDay(so) ? {} : { clockFirst: true }) }, next: to.next };
}

/**
 * "From 10 to 12 remote access", "zwischen 14 und 16 öffnen": whoever says both ends means hours, whatever follows, but
 * for numbers of something, "from 10 to 12 stations".
 */
function isFramed(text: Text, at: number, next: number): boolean {
  const before = tokenAt(text, at - 1);
  const begins =
    means(before, "between", "from", "desde") || (means(before, "of") && /^(?:von|de)$/.test(before?.text ?? ""));
  return begins && !isNumberedThing(tokenAt(text, at - 2)) && !isCounted(tokenAt(text, next));
}

function isNumberedThing(token: Token | undefined): boolean {
  return /^(?:vlans?|ports?|puertos?|ips?|adress\p{L}*|address\p{L}*|registers?|tags?|lines?|linien?|lineas?|zellen?|cells?)$/u.test(
    token?.text ?? "",
  );
}

function isCounted(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (MEASURES.test(token.text) || means(token, "unit")) return true;
  const things = [token.text.replace(/e?s$/, ""), token.text.replace(/(?:e?n|e)$/, "")];
  return (
    /(?:s|n|e)$/.test(token.text) &&
    [token.text, ...things].some((word) => classesOf(word).some((name) => THINGS.has(name)))
  );
}
const MEASURES =
  /^(?:bars?|psi|mbar|mm|cm|m|km|kg|g|t|l|liter|litres?|grad|degrees?|grados|c|k|v|volt|volts|kw|a|amp|amps|hz|khz|mhz|stuck|stk|pcs|pieces?|piezas|units?|einheiten|unidades|prozent|percent|por|meter|metros|euro|people|personen|personas|leute|of|stations?|stationen|estaciones|files|dateien|archivos|items|tags)$/;
const THINGS: ReadonlySet<string> = new Set(["machine", "system", "field_device", "network"]);

/** In "8-10 Uhr" and "22 bis 2 Uhr" both are by the clock of 24 hours. */
function writtenLike(from: ClockSaid, to: ClockSaid): Partial<ClockSaid> {
  return from.form === "open" && to.form === "written" ? { form: "written" } : {};
}

/** "viernes 4 a las 17:00" is a date and an hour; "de 4 a las 17:00" is from one to the other. */
function isDateAndHour(text: Text, at: number, from: Clock): boolean {
  const begins = means(tokenAt(text, at - 1), "of", "desde", "between", "atHour", "from");
  return !from.isSure && !begins && /^a las?$/.test(tokenAt(text, from.next)?.text ?? "");
}

function afterConnector(text: Text, at: number, next: number): number | null {
  const isBetween = means(tokenAt(text, at - 1), "between") || means(tokenAt(text, at - 2), "between");
  const connector = tokenAt(text, next);
  if (!means(connector, "to", "until") && !(isBetween && means(connector, "and"))) return null;
  let after = tokenAt(text, next + 1)?.text === "." ? next + 2 : next + 1;
  while (after <= next + 3 && means(tokenAt(text, after), "atHour", "filler")) after += 1;
  return after;
}

/** A number with a month or a date's dot behind it is no hour: "22:00 to 6 Dec". */
function isDayNumber(text: Text, at: number): boolean {
  const number = numberOf(tokenAt(text, at), "number");
  if (number === null) return false;
  if (number.ordinal) return true;
  const after = tokenAt(text, at + 1)?.text === "." ? at + 2 : at + 1;
  const month = means(tokenAt(text, after), "of", "filler") ? after + 1 : after;
  if (senseOf(tokenAt(text, month), "month") === null) return false;
  return senseOf(tokenAt(text, month), "weekday") === null || text.language !== "es";
}

/** Nothing else is said: the answer to "when?". */
function isAlone(text: Text, at: number, next: number): boolean {
  const before = tokenAt(text, at - 1);
  const opens = before === undefined || means(before, "between", "from", "of", "desde");
  const ends = tokenAt(text, next) === undefined || (before !== undefined && endsCleanly(text, next));
  return opens && (ends || isDayAhead(text, next));
}

/** "8 to 10 tomorrow", "8-10 on Friday". */
function isDayAhead(text: Text, at: number): boolean {
  let place = at;
  while (place <= at + 1 && (means(tokenAt(text, place), "filler", "onDay") || tokenAt(text, place)?.text === ","))
    place += 1;
  const token = tokenAt(text, place);
  return means(token, "day", "weekday") || /date/i.test(token?.said?.is ?? "");
}

/** Whether a bare number may be an hour here. */
function isInCompany(text: Text, at: number, next: number, so: Moment): boolean {
  const before = tokenAt(text, at - 1);
  const token = tokenAt(text, at);
  const dotted = numberOf(token, "dotted");
  if (dotted !== null)
    return isCued(text, at) || (!isDate(dotted.first, dotted.second, null) && isDotDue(text, at, next, so));
  if (isCued(text, at)) return isSpokenAlike(token, before) && (hasDay(so) || endsCleanly(text, next));
  if (isOfPart(tokenAt(text, next))) return true;
  if (means(token, "count")) return false;
  if (means(before, "until", "from", "before", "after", "desde", "latest")) return endsCleanly(text, next);
  return hasDay(so) && numberOf(token, "number")?.digits === 4;
}

/** "8.30" is an hour beside a day and where an end or a beginning is due. */
function isDotDue(text: Text, at: number, next: number, so: Moment): boolean {
  const before = tokenAt(text, at - 1);
  return (
    hasDay(so) || isDayAhead(text, next) || means(before, "until", "from", "before", "after", "desde", "of", "latest")
  );
}

/** "5 in the afternoon", "2 de la tarde", "6 morgens". */
function isOfPart(token: Token | undefined): boolean {
  return means(token, "part") && token !== undefined && (/ /.test(token.text) || token.text.endsWith("s"));
}

/** "Once" is eleven after "las" and no hour after "at". */
function isSpokenAlike(token: Token | undefined, before: Token | undefined): boolean {
  if (!means(token, "count")) return true;
  return token?.languages.some((language) => before?.languages.includes(language)) ?? false;
}

/** "until 2030": an hour or a year. */
function isYear(token: Token | undefined): boolean {
  const number = numberOf(token, "number");
  return number !== null && number.digits === 4 && number.value >= 2024 && number.value <= 2059;
}

/** "until 1433", "bis 2026": an hour, a port or a year. */
function isLikeHour(digits: number, value: number): boolean {
  return digits === 4 && value <= 2_400 && value % 100 < 60;
}

/** "until 25:00", "um 25 Uhr", "until 1433". */
function isNoHour(text: Text, at: number, so: Moment): boolean {
  const token = tokenAt(text, at);
  const after = tokenAt(text, at + 1);
  if (numberOf(token, "number")?.digits === 2 && after?.text === "uhr") return true;
  const before = tokenAt(text, at - 1);
  const isDue = means(before, "until", "from", "before", "after");
  if (isDue && isLikeHour(numberOf(token, "number")?.digits ?? 0, numberOf(token, "number")?.value ?? 0)) return true;
  return (isDue || hasDay(so) || means(before, "atHour")) && numberOf(token, "clock") !== null;
}
