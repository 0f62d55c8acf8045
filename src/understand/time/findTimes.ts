import { zoned } from "../../plant/time/localTime.ts";
import type { Language } from "../../words/reader.ts";
import { dateOrder } from "./dateOrder.ts";
import { type Frame, frameOf } from "./frame.ts";
import { hasDay, isManyDays, type Moment, type Text } from "./moment.ts";
import { resolveMoment } from "./resolveMoment.ts";
import { type Meant, open } from "./resolveNext.ts";
import { resolveStretch } from "./resolveStretch.ts";
import { NOTHING_SAID, type SaidTime, type SaidTimes, type TimeContext } from "./said.ts";
import { type Saying, type Span, type Spans, spansOf } from "./spans.ts";
import { numberOf, type Token, timeTokens } from "./tokens.ts";

type Slot = "at" | "from" | "until";

/** One time for a slot, and what was said of it. */
type Entry = { readonly slot: Slot; readonly meant: Meant; readonly span: Span; readonly said: Moment };

/** The times a folded text names, e.g. "for 2 h", "tonight after second shift", "Samstag 22:00 bis Sonntag 06:00". */
export function findTimes(folded: string, context: TimeContext): SaidTimes {
  const tokens = timeTokens(folded);
  if (!tokens.some(({ senses, said }) => senses.length > 0 || said !== null)) return NOTHING_SAID;
  const language = languageOf(tokens, context.plant.language ?? "en");
  const { timeZone } = context.plant;
  const order = orderIn(tokens, (sign) => dateOrder(timeZone, language, sign));
  const isEnglish = language === "en";
  const isBritish = isEnglish && dateOrder(timeZone, language, "/") === "dayFirst";
  const isTwelveHours = isEnglish && dateOrder(timeZone, language, "/") === "monthFirst";
  const found = spansOf({ tokens, language, order, isBritish, isTwelveHours });
  if (found.spans.length === 0) return NOTHING_SAID;
  const frame = { ...frameOf(context), language };
  return collect(found, folded, frame);
}

/** The language of most words that are of one only; the plant's where nothing tells. */
function languageOf(tokens: readonly Token[], otherwise: Language): Language {
  const votes = { en: 0, de: 0, es: 0 };
  for (const { languages } of tokens) {
    const [only] = languages;
    if (only !== undefined && languages.length === 1) votes[only] += 1;
  }
  const most = Math.max(votes.en, votes.de, votes.es);
  if (most === 0 || votes[otherwise] === most) return otherwise;
  return votes.en === most ? "en" : votes.de === most ? "de" : "es";
}

/** A date that can be read in one way tells how the others of its kind are meant: "30/11 to 2/12". */
function orderIn(tokens: readonly Token[], usual: Text["order"]): Text["order"] {
  return (sign) => {
    const dates = tokens.flatMap((token) => numberOf(token, "numericDate") ?? []).filter((date) => date.sign === sign);
    const isDayFirst = dates.some(({ first }) => first > 12);
    const isMonthFirst = dates.some(({ second }) => second > 12);
    if (isDayFirst === isMonthFirst) return usual(sign);
    return isDayFirst ? "dayFirst" : "monthFirst";
  };
}

function collect({ spans, hasLooseDay }: Spans, folded: string, frame: Frame): SaidTimes {
  const read = spans.flatMap((span) => entriesOf(span, frame)).filter(({ meant }) => meant !== null);
  const entries = read.map((entry) =>
    isApart(entry, read, hasLooseDay) ? { ...entry, meant: open("several") } : entry,
  );
  const told = (slot: Slot) => tellSlot(entries, slot, folded, frame);
  const times = ordered({ at: told("at"), from: told("from"), until: told("until") }, folded);
  const shown = spans.filter((span) => span.says.type === "duration" || entries.some((entry) => entry.span === span));
  const said = shown.map((span) => wordsOf(folded, span)).join(" ");
  const durations = spans.flatMap(({ says }) => (says.type === "duration" ? [says.ms] : []));
  return { ...times, said: said === "" ? null : said, durationMs: durations[0] ?? null };
}

/** What was said of a time, as people are shown it: without what was covered because it is no time, "on the ____ tonight". */
function wordsOf(folded: string, { start, end }: Span): string {
  const words = folded.slice(start, end).replace(/^(?:\p{L}+\s){0,2}_{2,}\s*/u, "");
  return words.replace(/_{2,}/g, "…").trim();
}

function entriesOf(span: Span, frame: Frame): readonly Entry[] {
  const { says } = span;
  switch (says.type) {
    case "duration":
      return [];
    case "several":
      return says.slots.map((slot) => ({ slot, meant: open("several"), span, said: {} }));
    case "stretch":
      return stretch(span, says, frame);
    default:
      return moment(span, says, frame);
  }
}

function stretch(span: Span, { from, until }: Extract<Saying, { type: "stretch" }>, frame: Frame): readonly Entry[] {
  const ends = resolveStretch(from, until, frame);
  const said = hasDay(from) ? from : until;
  return [
    { slot: "from", meant: ends.from, span, said },
    { slot: "until", meant: ends.until, span, said },
  ];
}

function moment(span: Span, says: Extract<Saying, { moment: Moment }>, frame: Frame): readonly Entry[] {
  const said = says.moment;
  const { toClock, ...from } = said;
  if (toClock !== undefined) {
    const ends = resolveStretch({ ...from, toClock }, { clock: toClock, ...zoneOf(from) }, frame);
    return [
      { slot: "from", meant: ends.from, span, said },
      { slot: "until", meant: ends.until, span, said },
    ];
  }
  const slot = says.type === "desde" ? "from" : says.type;
  if (says.type === "desde" && isSince(said, frame)) return [];
  const has = resolveMoment(said, frame, slot === "until");
  // "Today at 7:00" said at eight: who writes so means another day, or tells of what was.
  const meant =
    has === null && said.clock !== undefined && (said.days === 0 || said.dates !== undefined) ? open("day") : has;
  const isStretch = isManyDays(said) && said.clock === undefined;
  return [{ slot: slot === "at" && isStretch ? "from" : slot, meant, span, said }];
}

/** "Desde las 7:40" is since then where that has passed today. */
function isSince(said: Moment, frame: Frame): boolean {
  if (said.clock === undefined || hasDay(said)) return false;
  const today = resolveMoment({ ...said, days: 0 }, frame, false);
  return today === null;
}

function zoneOf({ zone }: Moment): Moment {
  return zone === undefined ? {} : { zone };
}

/** What a slot holds: one time, or what must be asked for because several were said. */
function tellSlot(entries: readonly Entry[], slot: Slot, folded: string, frame: Frame): SaidTime | null {
  const mine = entries.filter((entry) => entry.slot === slot);
  const meanings = new Map(mine.map((entry) => [keyOf(entry.meant), entry]));
  if (meanings.size === 0) return null;
  const said = mine.map(({ span }) => wordsOf(folded, span)).join(", ");
  const meant = theOne([...meanings.values()], frame)?.meant ?? open("several");
  if (meant === null) return null;
  if (meant.type === "open") return { ...meant, said };
  return meant.type === "day" ? { type: "day", day: meant.day.toString(), part: meant.part } : meant;
}

function keyOf(meant: Meant): string {
  if (meant === null) return "";
  if (meant.type === "instant") return String(meant.at);
  return meant.type === "day" ? meant.day.toString() : `open ${meant.because}`;
}

/** The only time; or the hour of a day, where that day was said beside it: "on Friday, Friday at 10". */
function theOne(entries: readonly Entry[], { timeZone }: Frame): Entry | null {
  const [first, ...more] = entries;
  if (first === undefined || more.length === 0) return first ?? null;
  const [only, ...others] = entries.filter(({ meant }) => meant?.type === "instant");
  if (only?.meant?.type !== "instant" || others.length > 0) return null;
  const day = zoned(only.meant.at, timeZone).toPlainDate();
  const isSame = entries.every(
    (entry) => entry === only || (entry.meant?.type === "day" && entry.meant.day.equals(day)),
  );
  return isSame ? only : null;
}

/** An hour without a day, while another part of the text names a day: they may or may not belong together. */
function isApart({ said, meant, span }: Entry, all: readonly Entry[], hasLooseDay: boolean): boolean {
  if (meant?.type !== "instant" || said.clock === undefined || hasDay(said)) return false;
  return hasLooseDay || all.some((other) => other.span !== span && hasDay(other.said) && other.said.days !== 0);
}

type Slots = Pick<SaidTimes, Slot>;

/** Said apart from each other, an end may come before its beginning: then both are asked for. */
function ordered(times: Slots, folded: string): Slots {
  const start = times.from ?? times.at;
  const { until } = times;
  if (start?.type !== "instant" || until?.type !== "instant" || until.at > start.at) return times;
  const open: SaidTime = { type: "open", because: "order", said: folded.trim().slice(0, 60) };
  return times.from === null ? { at: open, from: null, until: open } : { ...times, from: open, until: open };
}
