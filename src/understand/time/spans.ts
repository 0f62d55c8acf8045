import { dayRangeAt } from "./dayRange.ts";
import { durationAt, otherLengthAt } from "./duration.ts";
import { hasDay, hasHour, isBetweenParts, type Moment, type Step, type Text, tokenAt, wordAt } from "./moment.ts";
import { readMoment } from "./readMoment.ts";
import { type Role, roleAt } from "./role.ts";
import { isTimely, means, numberOf, senseOf, type Token } from "./tokens.ts";

type Slot = "at" | "from" | "until";

/** What a stretch of a text says: a moment, from one moment to another, how long, or several of which none is chosen. */
export type Saying =
  | { readonly type: Slot | "desde"; readonly moment: Moment }
  | { readonly type: "stretch"; readonly from: Moment; readonly until: Moment }
  | { readonly type: "duration"; readonly ms: number }
  | { readonly type: "several"; readonly slots: readonly Slot[] };

/** A saying with its place in the text. */
export type Span = { readonly start: number; readonly end: number; readonly says: Saying };

/** `says` is null for what was read and means no time that is wanted: "since 8:00", "2 hours ago". */
type Found = { readonly says: Saying | null; readonly next: number };

/** A request is a sentence; what names more times than this names none of them. */
const MOST_SPANS = 12;

/** The times of a text, and whether it speaks of a day that is in none of them. */
export type Spans = { readonly spans: readonly Span[]; readonly hasLooseDay: boolean };

/** The first times of a text, in order. */
export function spansOf(text: Text): Spans {
  const spans: Span[] = [];
  let hasLooseDay = false;
  let at = 0;
  while (at < text.tokens.length && spans.length < MOST_SPANS) {
    const found = spanAt(text, at);
    if (found !== null && found.says !== null) spans.push(placed(text, found.says, at, found.next));
    hasLooseDay ||= found === null && isDayLike(tokenAt(text, at));
    at = Math.max(at + 1, found?.next ?? 0);
  }
  return { spans, hasLooseDay };
}

/** Names a day though nothing was made of it: "28/29 November". Words that are also others do not. */
function isDayLike(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const { said, text } = token;
  if (said?.is === "numericDate") return said.sign === "." || said.year !== null;
  if (said?.is === "date" || said?.is === "noDate") return true;
  const isMonth = means(token, "month") && !/^(?:may|march|mar|ago|set|sep|dec|jan|august|april|june)$/.test(text);
  return (
    isMonth ||
    means(token, "day", "weekend") ||
    (senseOf(token, "weekday")?.short === undefined && means(token, "weekday"))
  );
}

function placed(text: Text, says: Saying, first: number, next: number): Span {
  return { start: tokenAt(text, first)?.start ?? 0, end: tokenAt(text, next - 1)?.end ?? 0, says };
}

function spanAt(text: Text, at: number): Found | null {
  if (!isTimely(tokenAt(text, at))) return null;
  const other = otherLengthAt(text, at);
  if (other !== null) return { says: null, next: other.next };
  const duration = means(tokenAt(text, at), "for") ? durationAt(text, at) : null;
  if (duration !== null) return { says: { type: "duration", ms: duration.ms }, next: duration.next };
  const { role, next } = roleAt(text, at);
  const range = role === "since" || role === "denied" ? null : dayRangeAt(text, next);
  if (range !== null) return { says: { type: "stretch", ...range.stretch }, next: range.next };
  return momentAt(text, at, role, next);
}

function momentAt(text: Text, at: number, role: Role, next: number): Found | null {
  const step = readMoment(text, next);
  if (step === null) {
    const duration = next === at ? durationAt(text, at) : null;
    return duration === null ? null : { says: { type: "duration", ms: duration.ms }, next: duration.next };
  }
  if (role === "since" || role === "denied" || hasHappened(text, step.next)) return { says: null, next: step.next };
  return connected(text, role, withShift(role, step.parts), step.next);
}

/** After a shift is its end; until a shift may be its beginning or its end. */
function withShift(role: Role, moment: Moment): Moment {
  if (moment.shift === undefined || moment.shiftEnds !== undefined) return moment;
  if (role === "after") return { ...moment, shiftEnds: true };
  return role === "until" ? { ...moment, vague: "hour" } : moment;
}

const MOST_TO_VERB = 8;
const AUXILIARY = /^(?:ist|sind|war|waren|wurde|wurden|hat|haben)$/;

/** "um 7:15 ausgefallen", "at 7:15 it crashed", "heute Nacht um 3 ist die Linie stehengeblieben". */
function hasHappened(text: Text, at: number): boolean {
  const most = AUXILIARY.test(tokenAt(text, at)?.text ?? "") ? MOST_TO_VERB : 2;
  for (let place = at; place <= at + most; place += 1) {
    const token = tokenAt(text, place);
    if (token === undefined || /^[.,;:!?\n]$/.test(token.text)) return false;
    if (means(token, "happened")) return true;
  }
  return false;
}

/** With what follows: "until", "to", "or" another moment. */
function connected(text: Text, role: Role, moment: Moment, next: number): Found {
  const place = connectorAt(text, next);
  const connector = tokenAt(text, place);
  const alone: Found = { says: sayAlone(role, moment), next };
  if (connector === undefined || moment.toClock !== undefined) return alone;
  const second = secondMoment(text, place + 1);
  const list = listedWith(text, role, moment, place, second);
  if (list !== null) return list;
  if (second === null) return means(connector, "latest") ? { says: { type: "until", moment }, next: place + 1 } : alone;
  const says = joined(connector, role, moment, second.parts);
  return says === null ? alone : { says, next: second.next };
}

/** What a connector makes of two moments; null where they do not belong together. */
function joined(connector: Token, role: Role, moment: Moment, second: Moment): Saying | null {
  if (means(connector, "into") && isNextDay(moment, second) && !hasHour(moment))
    return sayAlone(role, { ...second, ...moment, part: "night", partOfDay: true });
  if (role === "until" || role === "before") return null;
  if (means(connector, "until", "before", "latest")) return together(role, moment, second, true);
  const isInto = means(connector, "into") && (role === "of" || role === "from");
  const isAnd = means(connector, "and") && role === "between";
  return isInto || isAnd || means(connector, "to") ? together(role, moment, second, false) : null;
}

/** "Do auf Fr 22-4 Uhr" is the night between both. */
function isNextDay(one: Moment, other: Moment): boolean {
  return one.weekday !== undefined && other.weekday === (one.weekday % 7) + 1 && hasHour(other);
}

/** "Friday or Saturday", "Tuesday and Thursday", "am 24. und 25.", "Sat/Sun": none of them is chosen. */
function listedWith(text: Text, role: Role, moment: Moment, place: number, second: Step | null): Found | null {
  const connector = tokenAt(text, place);
  const isOr = means(connector, "or");
  const isList = isOr || (means(connector, "and") && role !== "between") || /^[/+]$/.test(wordAt(text, place));
  if (!isList) return null;
  const slots: readonly Slot[] = second?.parts.toClock === undefined ? [roleOf(role, moment)] : ["from", "until"];
  const says: Saying = { type: "several", slots };
  if (second !== null && (isOr || (hasDay(second.parts) && hasDay(moment)))) return { says, next: second.next };
  return isNumberedDay(text, place + 1, moment) ? { says, next: place + 2 } : null;
}

/** "am 24. und 25.": another day of the same month. */
function isNumberedDay(text: Text, at: number, moment: Moment): boolean {
  const number = numberOf(tokenAt(text, at), "number");
  const isDated = moment.dayOfMonth !== undefined || moment.dates !== undefined;
  return isDated && !hasHour(moment) && number !== null && number.digits <= 2;
}

/** From one to the other; a day with the end of it ("Friday until 16:00") is an end alone. */
function together(role: Role, moment: Moment, second: Moment, isEnd: boolean): Saying {
  if (second.toClock !== undefined) return { type: "several", slots: ["from", "until"] };
  const isOneDay = !hasHour(moment) && hasDay(moment) && !hasDay(second) && moment.begins === undefined;
  if (isOneDay && (role === "at" || role === "of")) {
    const isMidnight = isEnd && second.clock?.form === "midnight";
    const end: Moment = isMidnight ? { clock: { hour: 24, minute: 0, form: "fixed" } } : second;
    return { type: isEnd ? "until" : "at", moment: { ...moment, ...end } };
  }
  return { type: "stretch", from: moment, until: second };
}

/** The connector may stand behind a comma or an "and": "8:00, until 10:00". */
function connectorAt(text: Text, next: number): number {
  if (wordAt(text, next) === "." && /^[/+-]$/.test(wordAt(text, next + 1))) return next + 1;
  const token = tokenAt(text, next);
  const isSkipped = isComma(token) || means(token, "and");
  return isSkipped && means(tokenAt(text, next + 1), "until", "or", "latest") ? next + 1 : next;
}

function isComma(token: Token | undefined): boolean {
  return token?.text === "," || token?.text === ")";
}

function secondMoment(text: Text, at: number): Step | null {
  let place = at;
  while (place < at + 3 && (isBetweenParts(text, place) || means(tokenAt(text, place), "until", "latest"))) {
    const step = readMoment(text, place);
    if (step !== null) return step;
    place += 1;
  }
  return readMoment(text, place);
}

function sayAlone(role: Role, moment: Moment): Saying {
  return { type: role === "desde" ? "desde" : roleOf(role, moment), moment };
}

function roleOf(role: Role, moment: Moment): Slot {
  if (role === "until" || role === "before" || moment.within === true) return "until";
  const begins = role === "from" || role === "after" || role === "desde" || moment.begins === true;
  return begins ? "from" : "at";
}
