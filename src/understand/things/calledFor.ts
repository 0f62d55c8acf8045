import leven from "leven";
import { fold } from "../text/fold.ts";
import { isTelling } from "../text/telling.ts";
import { tokenize } from "../text/token.ts";

/** A request type by what people may call it: its names, and sentences in which they ask for it. */
export type Called = {
  readonly type: string;
  /** Its name and the fixed words of its title. */
  readonly names: readonly string[];
  /** What people write for it, from a word to a sentence. */
  readonly words: readonly string[];
};

/** `isSure`: everything the type is called stands in the text. */
export type CalledFor = { readonly type: string; readonly isSure: boolean };

/** From here on two sentences ask for the same. */
const ALIKE = 0.8;
/** From here on a text may ask for a type. */
const LIKELY = 0.5;
/** More than these would leave no room for what the model reads. */
const MOST = 2;

/**
 * The types that a text calls by a name of theirs, or in words like those it was asked for before; likeliest first. Needs no
 * learning: a type that was described a minute ago is found by its name.
 */
export function calledIn(text: string, types: readonly Called[]): readonly CalledFor[] {
  const said = tellingIn(text);
  return types
    .map(({ type, names, words }) => ({ type, ...strongest(said, names, words) }))
    .filter(({ score }) => score >= LIKELY)
    .sort((a, b) => b.score - a.score || (a.type < b.type ? -1 : 1))
    .slice(0, MOST)
    .map(({ type, isSure }, _, all) => ({ type, isSure: isSure && all.filter((each) => each.isSure).length === 1 }));
}

type Strength = { readonly score: number; readonly isSure: boolean };

function strongest(said: readonly string[], names: readonly string[], words: readonly string[]): Strength {
  // One word of a name is one that many things have: "Inspect", "Help with".
  const long = names.map(tellingIn).filter(({ length }) => length > 1);
  const all = [...long, ...words.map(tellingIn)].map((called) => strengthOf(said, called));
  return {
    score: Math.max(0, ...all.map(({ score }) => score)),
    isSure: all.some(({ isSure }) => isSure),
  };
}

/** How much of what it is called stands in the text; one word alone makes nobody sure. */
function strengthOf(said: readonly string[], called: readonly string[]): Strength {
  if (called.length === 0) return { score: 0, isSure: false };
  const found = called.filter((word) => said.some((each) => isSame(each, word))).length;
  const score = found / called.length;
  if (called.length === 1) return { score: score * ALIKE, isSure: false };
  return { score: found < 2 ? 0 : score, isSure: found >= 2 && score >= ALIKE };
}

/** The words that say something, each once. */
function tellingIn(text: string): readonly string[] {
  const words = tokenize(fold(text)).map(({ norm }) => norm);
  return [...new Set(words.filter(isTelling))];
}

/** "swap" and "swapping", "battery" and "batteries"; in longer words one wrong letter. */
function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  let stem = 0;
  while (stem < a.length && a[stem] === b[stem]) stem += 1;
  const [short, long] = [Math.min(a.length, b.length) - stem, Math.max(a.length, b.length) - stem];
  if (stem >= SHORTEST_STEM && short === 0 && long <= LONGEST_ENDING) return true;
  if (stem > SHORTEST_STEM && long < LONGEST_ENDING) return true;
  return Math.min(a.length, b.length) >= SHORTEST_MENDED && leven(a, b) === 1;
}

const SHORTEST_STEM = 4;
const LONGEST_ENDING = 4;
const SHORTEST_MENDED = 6;
