import type { Named } from "./naming.ts";
import { spell, spellingOf, wordsOf } from "./spelling.ts";

/** Something as it is searched for: all its names, spelled as `spellingOf` does, its own name first. */
export type Searchable<T> = {
  readonly thing: T;
  readonly name: string;
  readonly spellings: readonly string[];
  readonly words: readonly string[];
};

/** Prepares things for `searchNames`, in the order of their names. */
export function searchable<Id extends string, T extends Named<Id>>(things: Iterable<T>): readonly Searchable<T>[] {
  return [...things]
    .map((thing) => {
      const names = [thing.name, ...thing.aliases, thing.id];
      const words = names.flatMap((name) => wordsOf(name).map(({ folded }) => folded));
      return { thing, name: thing.name, spellings: names.map(spellingOf), words };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}

/**
 * What somebody means who has typed so much of a name: things whose own name begins so, then those with another name that
 * does, then those in whose names every word typed begins one, then those that hold it anywhere. All of them for no words.
 */
export function searchNames<T>(things: readonly Searchable<T>[], typed: string): readonly T[] {
  const words = wordsOf(typed).map(({ folded }) => folded);
  const spelling = spell(words.map((folded) => ({ folded })));
  return things
    .map((each) => ({ thing: each.thing, rank: rankOf(each, spelling, words) }))
    .filter(({ rank }) => rank < NONE)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing);
}

const NONE = 4;

function rankOf({ spellings, words: named }: Searchable<unknown>, spelling: string, words: readonly string[]): number {
  const begins = spellings.findIndex((each) => each.startsWith(spelling));
  if (begins >= 0) return Math.min(begins, 1);
  if (words.every((word) => named.some((each) => each.startsWith(word)))) return 2;
  return spellings.some((each) => each.includes(spelling)) ? 3 : NONE;
}
