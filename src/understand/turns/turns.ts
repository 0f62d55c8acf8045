import { readOnce } from "../../recent.ts";
import { fold } from "../text/fold.ts";
import { writtenOut } from "../text/words.ts";

/**
 * Turns of phrase, written so that people can read and add to them. Words are separated by one space:
 *
 *   can|could       one of these words; a whole word of several parts is joined by "_": power_cycle
 *   restart*        a word that begins so
 *   (please|just)?  may be there
 *   _               any one word
 *   ...             up to five words of the same clause
 *   |               the end of a clause and the beginning of the next
 *   ^   $           the beginning (after a greeting or a filler) and the end of a clause
 *   ACT             a list of words that has a name
 *   außer           may be written as the language writes it: it is found as texts are read, "auser", and as people write it
 *                   who lack the key, "ausser"; what the reader writes out in texts ("im", "pw") is written out here, too
 */
export type Lists = Readonly<Record<string, string>>;

const FILLERS =
  "hi hello hey hallo hola moin morning good evening guys all team folks everyone colleagues dear sorry ok okay so and also then bitte please und ja y just maybe quick asap it ot sec ops mal kurz eh um yo again or question btw urgent same oh hmm hm yes @ - * > ( \" '";
const ANY = "[^| ]+";
const GAP = `(?: ${ANY}){0,5}`;
const START = `(?:^| \\|)(?: (?:${FILLERS.split(" ").map(escaped).join("|")}))*`;

/** The forms of one cue, to be tried on a line that begins with a space. */
export type Turns = { readonly test: (line: string) => boolean };

/**
 * Forms that are made into expressions when they are first tried: nothing runs on import. Only those are tried of which a line
 * has a word that they cannot do without: most of hundreds of forms have none, and each costs as much as any other text.
 */
export function turns(forms: readonly string[], lists: Lists = {}): Turns {
  let kept: ByWord | undefined;
  return {
    test: (line) => {
      kept ??= byWord(forms, lists);
      const { any, some } = kept;
      return any.test(line) || wordsIn(line).some((word) => some.get(word)?.some((form) => form.test(line)) === true);
    },
  };
}

/** Forms by each of the words of which a line has one where it fits them; `any`: those of which that cannot be said. */
type ByWord = { readonly any: Turns; readonly some: ReadonlyMap<string, readonly Turns[]> };

function byWord(forms: readonly string[], lists: Lists): ByWord {
  const any: string[] = [];
  const some = new Map<string, Turns[]>();
  for (const form of forms) {
    const needs = neededBy(form, lists);
    if (needs === null) any.push(formSource(form, lists));
    const one = lazily(() => formSource(form, lists));
    for (const word of needs ?? []) some.set(word, [...(some.get(word) ?? []), one]);
  }
  return { any: any.length === 0 ? NOTHING : lazily(() => any.join("|")), some };
}

const NOTHING: Turns = { test: () => false };

function lazily(source: () => string): Turns {
  let kept: RegExp | undefined;
  return {
    test: (line) => {
      kept ??= new RegExp(source());
      return kept.test(line);
    },
  };
}

/** The same line is tried on one turn after the other. */
const wordsIn = readOnce((line: string) => [...new Set(line.split(" "))], 20);

/** The words of the item with the fewest of them, among those that are not optional; of words of several parts the first. */
function neededBy(form: string, lists: Lists): ReadonlySet<string> | null {
  const items = form.split(" ").filter((item) => !/^(?:\^|\$|\||\.\.\.|\(.+\)\?)$/.test(item));
  const needs = items.flatMap((item) => {
    const heads = wordsOf(item, lists).map(headsOf);
    return heads.includes(null) ? [] : [new Set(heads.flatMap((some) => some ?? []))];
  });
  return needs.sort((one, other) => one.size - other.size)[0] ?? null;
}

/** How the first part of a word may stand in a line; null for what stands for many. */
function headsOf(word: string): readonly string[] | null {
  const [head = ""] = partsOf(word);
  const [first = ""] = (writtenOut(head) ?? head).split(" ");
  if (word === "_" || first.includes("*")) return null;
  return [...first].reduce<readonly string[]>(
    (all, letter) => all.flatMap((each) => spellingsOf(letter).map((spelling) => each + spelling)),
    [""],
  );
}

function formSource(form: string, lists: Lists): string {
  const items = form.split(" ");
  const starts = items[0] === "^";
  const ends = items.at(-1) === "$";
  const middle = items.slice(starts ? 1 : 0, ends ? -1 : undefined).map((item) => itemSource(item, lists));
  return `${starts ? START : ""}${middle.join("")}${ends ? "(?= \\||$)" : "(?= |$)"}`;
}

function itemSource(item: string, lists: Lists): string {
  if (item === "...") return GAP;
  if (item === "|") return " \\|";
  const optional = /^\((.+)\)\?$/.exec(item)?.[1];
  return optional === undefined ? ` ${choice(item, lists)}` : `(?: ${choice(optional, lists)})?`;
}

function choice(item: string, lists: Lists): string {
  return `(?:${wordsOf(item, lists).map(wordSource).join("|")})`;
}

function wordsOf(item: string, lists: Lists): readonly string[] {
  const words = item.split("|").flatMap((word) => (lists[word] ?? word).split(/\s+/));
  return words.filter((word) => word !== "");
}

function wordSource(word: string): string {
  return word === "_" ? ANY : partsOf(word).map(partSource).join(" ");
}

function partsOf(word: string): readonly string[] {
  return word.length > 1 ? word.split(/[_-]/) : [word];
}

/** A word as the lines have it that are read: written out, and without accents. */
function partSource(part: string): string {
  return [...(writtenOut(part) ?? part)].map(letterSource).join("");
}

function letterSource(letter: string): string {
  if (letter === "*") return "[^| ]*";
  const [one = "", ...others] = spellingsOf(letter).map(escaped);
  return others.length === 0 ? one : `(?:${[one, ...others].join("|")})`;
}

function spellingsOf(letter: string): readonly string[] {
  if (!/\p{L}/u.test(letter)) return [letter];
  const spelt = SPELT[letter];
  return spelt === undefined ? [fold(letter)] : [fold(letter), spelt];
}

/** How letters are written where a keyboard lacks them. */
const SPELT: Readonly<Record<string, string>> = { ß: "ss", ä: "ae", ö: "oe", ü: "ue" };

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/"'-]/g, "\\$&");
}
