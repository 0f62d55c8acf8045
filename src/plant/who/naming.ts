import { readOnce } from "../../recent.ts";
import { spell, type Word, wordsOf } from "./spelling.ts";

/** Something people call by name, e.g. an asset or a line. */
export type Named<Id extends string> = { readonly id: Id; readonly name: string; readonly aliases: readonly string[] };

/** A name found in a text: `text.slice(start, end)` is what the person wrote. */
export type NameMatch<Id extends string> = {
  readonly id: Id;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `typo`: one letter off, and close to the names of one thing only. Show it for confirmation. */
  readonly by: "name" | "alias" | "typo";
};

/** The names of a plant's things, prepared for finding them in texts. */
export type NameIndex<Id extends string> = {
  /** Spelling to the things called so; one in a sound plant file. */
  readonly bySpelling: ReadonlyMap<string, ReadonlyMap<Id, "name" | "alias">>;
  /** Spellings long enough to be mistyped, by what a typing error leaves as it is: digits and first letter. */
  readonly byOutline: ReadonlyMap<string, readonly { readonly spelling: string; readonly id: Id }[]>;
  /** The most words and numbers any name has. */
  readonly longest: number;
};

/** Shorter names are too close to ordinary words to be guessed at. */
const TYPO_MIN_LETTERS = 6;

/** Prepares names for `findNames`. Ids count as names: people copy them from cards. */
export function indexNames<Id extends string>(things: Iterable<Named<Id>>): NameIndex<Id> {
  const bySpelling = new Map<string, Map<Id, "name" | "alias">>();
  let longest = 0;
  for (const { id, name, aliases } of things) {
    for (const called of [...aliases, id, name]) {
      const words = wordsOf(called);
      longest = Math.max(longest, words.length);
      const spelling = spell(words);
      if (spelling === "") continue;
      bySpelling.set(
        spelling,
        (bySpelling.get(spelling) ?? new Map<Id, "name" | "alias">()).set(id, called === name ? "name" : "alias"),
      );
    }
  }
  return { bySpelling, byOutline: outlines(bySpelling), longest };
}

function outlines<Id extends string>(bySpelling: ReadonlyMap<string, ReadonlyMap<Id, unknown>>) {
  const byOutline = new Map<string, { spelling: string; id: Id }[]>();
  for (const [spelling, ids] of bySpelling) {
    if (lettersOf(spelling).length < TYPO_MIN_LETTERS) continue;
    const outline = outlineOf(spelling);
    byOutline.set(outline, [...(byOutline.get(outline) ?? []), ...[...ids.keys()].map((id) => ({ spelling, id }))]);
  }
  return byOutline;
}

/**
 * The things a text names, in the order of the text and without overlaps; the longest name wins. Case, accents, spaces
 * and dashes do not matter: `PLC12` is `plc-12`. A name that two things share finds neither.
 */
export function findNames<Id extends string>(index: NameIndex<Id>, text: string): readonly NameMatch<Id>[] {
  const words = spokenWords(text);
  const found: NameMatch<Id>[] = [];
  for (let at = 0; at < words.length; ) {
    const hit = longestAt(index, text, words, at);
    if (hit !== null) found.push(hit.match);
    at += hit === null ? 1 : hit.words;
  }
  return found;
}

/** The same text is looked through for things, lines, people and companies, one after the other. */
const spokenWords = readOnce(wordsOf, 20);

function longestAt<Id extends string>(index: NameIndex<Id>, text: string, words: readonly Word[], at: number) {
  const first = words[at];
  if (!first?.begins) return null; // half of a longer code is not the name
  const windows = words.slice(at, at + index.longest + 1).flatMap((last, more, all) => {
    const spelling = last.ends ? spell(all.slice(0, more + 1)) : null;
    return spelling === null ? [] : [{ spelling, words: more + 1, end: last.end }];
  });
  const { start } = first;
  for (const lookUp of [lookUpSpelling<Id>, lookUpTypo<Id>])
    for (const { spelling, words, end } of windows.toReversed()) {
      const hit = lookUp(index, spelling);
      if (hit !== null) return { words, match: { ...hit, start, end, text: text.slice(start, end) } };
    }
  return null;
}

type Hit<Id extends string> = Pick<NameMatch<Id>, "id" | "by">;

function lookUpSpelling<Id extends string>(index: NameIndex<Id>, spelling: string): Hit<Id> | null {
  const named = index.bySpelling.get(spelling);
  if (named === undefined) return null;
  const [only, ...others] = named;
  return only === undefined || others.length > 0 ? null : { id: only[0], by: only[1] };
}

function lookUpTypo<Id extends string>(index: NameIndex<Id>, spelling: string): Hit<Id> | null {
  if (spelling.length < TYPO_MIN_LETTERS - 1) return null;
  const alike = index.byOutline.get(outlineOf(spelling));
  if (alike === undefined) return null;
  const close = alike.filter((each) => isTypo(spelling, each.spelling));
  const [only, ...others] = new Set(close.map(({ id }) => id));
  return only === undefined || others.length > 0 ? null : { id: only, by: "typo" };
}

/** One letter left out, doubled, wrong or swapped with its neighbour; a different last letter is another word. */
function isTypo(written: string, meant: string): boolean {
  let head = 0;
  while (head < written.length && written[head] === meant[head]) head++;
  let tail = 0;
  while (tail < Math.min(written.length, meant.length) - head && written.at(-1 - tail) === meant.at(-1 - tail)) tail++;
  const [off, right] = [written.slice(head, written.length - tail), meant.slice(head, meant.length - tail)];
  if (off.length + right.length === 1) return true;
  if (off.length === 1 && right.length === 1) return tail > 0; // printer is not printed
  return off.length === 2 && off[0] === right[1] && off[1] === right[0] && right.length === 2;
}

function outlineOf(spelling: string): string {
  return `${spelling[0]} ${spelling.replace(/\D+/g, " ")}`;
}

function lettersOf(spelling: string): string {
  return spelling.replace(/[^\p{L}]/gu, "");
}
