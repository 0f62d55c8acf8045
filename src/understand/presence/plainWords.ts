import type { NameMatch } from "../../plant/who/naming.ts";
import { fold } from "../text/fold.ts";
import { NO_NAMES, namesIn, type Vocabulary } from "../text/vocabulary.ts";
import { findTimes } from "../time/findTimes.ts";
import type { Kind, SaidTimes, TimeContext } from "../time/said.ts";
import { timeTokens } from "../time/tokens.ts";

/** Something a sentence names: the capital letter is how it stands in the words, `P0` for the first person. */
export type NamedHere = { readonly kind: "P" | "T" | "L" | "G"; readonly id: string };

/** A sentence about who is there, as its patterns see it. */
export type PlainWords = {
  /** Small words without times, politeness and little words: `P0 is off , P1 covers`. */
  readonly words: string;
  /** What `P0`, `T0` (an asset), `L0` (a line) and `G0` (a team) stand for. */
  readonly named: ReadonlyMap<string, NamedHere>;
  /** Few sentences need them, and finding them is much of the work. */
  readonly times: () => SaidTimes;
  /** A whole week or weekend was said: "next week". Days it lasts; null where no such stretch was. */
  readonly lastsDays: number | null;
  /** The last day said belongs to it: "through Friday", "bis einschließlich Freitag". */
  readonly isThrough: boolean;
  /** It speaks of something of whoever writes: "my shift". */
  readonly isMine: boolean;
  /** Said of the evening or the night of a day: "tonight". */
  readonly isNight: boolean;
};

/** Longer sentences say more than who is there. */
const LONGEST = 300;

/** Null for texts that are too long. */
export function plainWords(text: string, vocabulary: Vocabulary, time: TimeContext): PlainWords | null {
  if (text.length > LONGEST) return null;
  const folded = spelledOut(fold(withoutEsta(text)));
  const names = namesFirst(text, vocabulary);
  const masked = names.reduce((rest, { start, end }) => blanked(rest, start, end), folded);
  const tokens = timeTokens(masked);
  const timely = tokens.filter(({ senses, said }) => said !== null || senses.some(({ is }) => STRONG.has(is)));
  const kinds = new Set(tokens.flatMap(({ senses }) => senses.map(({ is }) => is)));
  const parts = new Set(
    tokens.flatMap(({ senses }) => senses.flatMap((sense) => (sense.is === "part" ? sense.part : []))),
  );
  const isWeek = tokens.some(({ senses }) => senses.some((sense) => sense.is === "period" && sense.period === "week"));
  return {
    ...named(names, folded, (at) => timely.some(({ start, end }) => start <= at && at < end)),
    // "Not on Friday" would be no time at all.
    times: () =>
      findTimes(
        masked.replace(NOT_THERE, (words) => "_".repeat(words.length)),
        time,
      ),
    lastsDays: kinds.has("weekend") ? 2 : isWeek || kinds.has("calendarWeek") ? 7 : null,
    isThrough: THROUGH.test(folded),
    isMine: /\b(?:my|mine|meine[nrs]?|mi)\b/.test(folded),
    isNight: parts.has("night") || parts.has("evening"),
  };
}

const NOT_THERE = /\b(?:not (?:in\b)?|nicht\b|no\b)/g;

const THROUGH =
  /\b(?:through|thru|inclusive|including|einschlieslich|einschliesslich|inklusive|inkl|incl|inclusive|incluido|incluida)\b/;

/** Words of these senses are about time and nothing else. */
const STRONG: ReadonlySet<Kind> = new Set<Kind>([
  "weekday",
  "day",
  "month",
  "part",
  "which",
  "period",
  "shift",
  "unit",
  "count",
  "meridiem",
  "zone",
  "noon",
  "midnight",
  "weekend",
  "calendarWeek",
  "workdayEnd",
  "hourSign",
  "oclock",
  "half",
  "halfPast",
  "quarter",
  "threeQuarters",
  "latest",
]);

/** "Está mañana" is not "esta mañana": Spanish tells "is" from "this" by an accent alone. */
function withoutEsta(text: string): string {
  return text.replace(/(?<!\p{L})est(?:ar)?á(?!\p{L})/giu, (word) => "_".repeat(word.length));
}

/** Texts of the same length, so that places stay where they are. */
function spelledOut(folded: string): string {
  return folded
    .replace(/\b(to(?:night|day|morrow)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)'s/g, "$1  ")
    .replace(/'/g, " ");
}

function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + "_".repeat(end - start) + text.slice(end);
}

type Found = NameMatch<string> & { readonly kind: NamedHere["kind"] };

/** The names in a text; where two overlap, the longer one. */
function namesFirst(
  text: string,
  { people, namesakes = NO_NAMES, assets, lines, teams }: Vocabulary,
): readonly Found[] {
  const indexes = [
    ["P", people],
    ["P", namesakes],
    ["L", lines],
    ["T", assets],
    ["G", teams],
  ] as const;
  const written = indexes.flatMap(([kind, index]) =>
    [...new Set([text, withoutGenitive(text)])].flatMap((each) =>
      namesIn(index, each).map((match): Found => ({ ...match, kind })),
    ),
  );
  const all = [...written, ...numberedLines(text, lines)];
  const byLength = [...all].sort((a, b) => b.end - b.start - (a.end - a.start));
  return byLength
    .filter((one, at) => !byLength.slice(0, at).some((other) => one.start < other.end && other.start < one.end))
    .sort((a, b) => a.start - b.start);
}

/** "Ottos Schicht". */
function withoutGenitive(text: string): string {
  return text.replace(/(?<=\p{Lu}\p{Ll}{2,20})s(?= )/gu, " ");
}

/** "Línea 3" is the line that the plant file calls "Line 3". */
function numberedLines(text: string, lines: Vocabulary["lines"]): readonly Found[] {
  return [...fold(text).matchAll(/\b(?:line|linie|linea) (\d{1,3})\b/g)].flatMap(({ 0: said, 1: number, index }) => {
    const ids = ["line", "linie", "linea"].flatMap((word) => namesIn(lines, `${word} ${number}`).map(({ id }) => id));
    const [id, ...others] = new Set(ids);
    if (id === undefined || others.length > 0) return [];
    return [{ id, start: index, end: index + said.length, text: said, by: "name", kind: "L" } as const];
  });
}

/** Words, numbers in them, and the signs that end a clause. */
const WORD = /[\p{L}\d]+|[,;.!?]/gu;

function named(names: readonly Found[], folded: string, isTime: (at: number) => boolean) {
  const known = new Map<string, NamedHere>();
  const words: string[] = [];
  for (const { 0: word, index } of folded.matchAll(WORD)) {
    const name = names.find(({ start, end }) => start <= index && index < end);
    if (name !== undefined) {
      if (name.start === index) words.push(called(known, name));
    } else if (!isTime(index) && !LITTLE.has(word) && !/^[\d.!?;]/.test(word)) words.push(word);
  }
  return { words: tidied(words.join(" ")), named: known };
}

function called(known: Map<string, NamedHere>, { kind, id }: Found): string {
  const before = [...known].find(([, each]) => each.kind === kind && each.id === id);
  if (before !== undefined) return before[0];
  const sign = `${kind}${[...known.values()].filter((each) => each.kind === kind).length}`;
  known.set(sign, { kind, id });
  return sign;
}

function tidied(words: string): string {
  return ` ${words} `
    .replace(/ (?:in|i) m /g, " i ")
    .replace(/ (?:, )+(?=, )/g, " ")
    .trim()
    .replace(/^(?:, )+|(?: ,)+$|^,$/g, "");
}

/** Words that say nothing about who is there, in the three languages; also weekdays of two letters. */
const LITTLE: ReadonlySet<string> = new Set(
  `a an the to of for on in at by from until till til through thru inclusive including some
  please hi hello hey all team everyone everybody folks just also again unfortunately sadly probably so then already still
  my own whole entire full be been being going m s d ll ve
  der die das den dem des ein eine einen einer im am vom von zum zur bis ab fur um an auf einschlieslich einschliesslich inklusive
  bitte hallo moin leider auch noch schon dann mal eben wohl ja meine meinen meiner mein wieder
  el la los las un una de del al desde hasta por para en que favor hola tambien ya pues mi mis su incluido incluida
  mo di mi do fr sa so since ready`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
