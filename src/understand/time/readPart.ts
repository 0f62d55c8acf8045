import { isHourAhead } from "./clockForm.ts";
import { afterDot, hasDay, type Moment, type Reader, skip, type Text, tokenAt, wordAt } from "./moment.ts";
import type { Part, SenseOf } from "./said.ts";
import { means, numberOf, senseOf, type Token } from "./tokens.ts";

type PartSaid = SenseOf<"part">;

/** "morning", "por la noche", "this evening", "Nacht von Samstag auf Sonntag". */
export const readPart: Reader = (text, at, so) => {
  const which = senseOf(tokenAt(text, at), "which");
  if (which !== null && means(tokenAt(text, at + 1), "part")) return partWith(which, text, at + 1, so);
  const part = so.part === undefined ? partAt(text, at, so) : null;
  if (part === null || !isPartHere(text, at, so)) return null;
  const night = part.part === "night" ? nightInto(text, at + 1) : null;
  return night ?? { parts: { part: part.part, ...belonging(part, text, at, so) }, next: at + 1 };
};

/** Whether it belongs to the day beside it, to the hour, or to either: "morgen nachts um 2". */
function belonging(part: PartSaid, text: Text, at: number, so: Moment): Pick<Moment, "partOfDay"> {
  if (part.ofClock !== true && isBesideDay(text, at)) return { partOfDay: true };
  const isEither = part.part === "night" && hasDay(so) && so.clock === undefined;
  return isEither ? { partOfDay: "either" } : {};
}

/** "this evening" is today's; "every night" is not one time. */
function partWith({ which }: SenseOf<"which">, text: Text, at: number, so: Moment): ReturnType<Reader> {
  if (which === "every") return { parts: { vague: "several" }, next: at + 1 };
  if ((which !== "this" && which !== "coming") || so.days !== undefined) return null;
  const step = readPart(text, at, { ...so, days: 0 });
  return step === null ? null : { parts: { ...step.parts, days: 0, partOfDay: true }, next: step.next };
}

const of = (part: Part): PartSaid => ({ is: "part", part, ofClock: true });

function partAt(text: Text, at: number, so: Moment): PartSaid | null {
  const token = tokenAt(text, at);
  const known = senseOf(token, "part");
  if (known !== null) return known;
  if (means(token, "noon")) return so.clock !== undefined || isHourAhead(text, at + 1) ? of("noon") : null;
  return halfDayAt(text, at, so) ?? morningAt(text, at, so);
}

/** "friday pm": the half of a day alone. */
function halfDayAt(text: Text, at: number, so: Moment): PartSaid | null {
  const half = senseOf(tokenAt(text, at), "meridiem");
  const isAlone = hasDay(so) && so.clock === undefined && wordAt(text, at).length > 1;
  if (half === null || !isAlone || text.language !== "en") return null;
  return of(half.half === "am" ? "morning" : "afternoon");
}

/** "morgen" and "mañana" are tomorrow unless a day was said, "Montag morgen". */
function morningAt(text: Text, at: number, so: Moment): PartSaid | null {
  const isMorning = /^(?:morgen|manana)$/.test(wordAt(text, at)) && so.weekday !== undefined && so.days === undefined;
  return isMorning ? { is: "part", part: "morning" } : null;
}

/** "early" and "tarde" alone say nothing; "in the evening" and "nachts" do, and any part beside a day or an hour. */
function isPartHere(text: Text, at: number, so: Moment): boolean {
  const word = wordAt(text, at);
  const isBeside = isBesideDay(text, at);
  if (word === "tarde" || isBeside) return isBeside;
  if (hasDay(so) || so.clock !== undefined || isHourAhead(text, at + 1)) return true;
  const isNumber = numberOf(tokenAt(text, at + 1), "number") !== null;
  return / |s$/.test(word) || isNumber || means(tokenAt(text, at), "noon");
}

/** The part follows the day, or the day follows it: "saturday night", "la noche del sábado". */
function isBesideDay(text: Text, at: number): boolean {
  const before = tokenAt(text, at - 1);
  const start = tokenAt(text, at)?.start ?? 0;
  if (before !== undefined && isDay(before) && start - before.end <= 2) return true;
  const after = tokenAt(text, skip(text, at + 1, 2, "of", "filler", "onDay"));
  return after !== undefined && (isDay(after) || numberOf(after, "number")?.ordinal === true);
}

function isDay(token: Token): boolean {
  return means(token, "day", "weekday") || token.said?.is === "date" || token.said?.is === "numericDate";
}

/** "von Samstag auf Sonntag", "auf Sonntag", "vom 5. auf den 6.12.", "Fr/Sa": the night that ends on the last day said. */
function nightInto(text: Text, at: number): ReturnType<Reader> {
  const first = skip(text, at, 1, "of", "from");
  const evening = afterDay(text, first) ?? afterNumber(text, first);
  const into = evening ?? at;
  if (!isInto(text, into, evening !== null)) return null;
  const place = skip(text, into + 1, 1, "onDay", "filler");
  const isThere = afterDay(text, place) !== null || afterNumber(text, first) !== null;
  return !isThere ? null : { parts: { part: "night", partOfDay: true, into: true }, next: place };
}

function isInto(text: Text, at: number, hasEvening: boolean): boolean {
  const word = wordAt(text, at);
  const isWord = means(tokenAt(text, at), "into");
  return hasEvening ? isWord || word === "/" || means(tokenAt(text, at), "to") : isWord && word !== "to";
}

/** "del 28 al 29": the first number, with a second behind "al" or "auf den". */
function afterNumber(text: Text, at: number): number | null {
  const into = tokenAt(text, at + 1);
  const isInto = means(into, "into") && into?.text !== "to" && into?.text !== "a";
  const second = tokenAt(text, skip(text, at + 2, 1, "onDay", "filler"));
  return isInto && isDayNumber(tokenAt(text, at)) && isDayNumber(second) ? at + 1 : null;
}

function isDayNumber(token: Token | undefined): boolean {
  const number = numberOf(token, "number");
  return number !== null && number.digits <= 2 && number.value >= 1 && number.value <= 31;
}

/** The token after a day's name, number or date; null where none stands. */
function afterDay(text: Text, at: number): number | null {
  const token = tokenAt(text, at);
  const next = afterDot(text, at + 1);
  if (means(token, "weekday")) return next;
  if (token?.said?.is === "numericDate") return at + 1;
  if (token?.said?.is !== "number") return null;
  if (token.said.ordinal) return means(tokenAt(text, at + 1), "month") ? at + 2 : at + 1;
  if (means(tokenAt(text, next), "month")) return next + 1;
  return next > at + 1 ? next : null;
}
