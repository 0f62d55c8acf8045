import leven from "leven";
import { readOnce } from "../../recent.ts";
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

/** `isSure`: everything the type is called stands in the text. `by`: as what it stands there. */
export type CalledFor = { readonly type: string; readonly isSure: boolean; readonly by: readonly string[] };

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
    .map(({ type, isSure, by }, _, all) => ({
      ...{ type, by },
      isSure: isSure && all.filter((each) => each.isSure).length === 1,
    }));
}

type Strength = { readonly score: number; readonly isSure: boolean; readonly by: readonly string[] };

/** A word that says something: as it is compared, and as it stands in the text. */
type Telling = { readonly norm: string; readonly text: string };

function strongest(said: readonly Telling[], names: readonly string[], words: readonly string[]): Strength {
  // One word of a name is one that many things have: "Inspect", "Help with".
  const long = names.map(callingWords).filter(({ length }) => length > 1);
  const all = [...long, ...words.map(callingWords)].map((called) => strengthOf(said, called));
  const score = Math.max(0, ...all.map((each) => each.score));
  return {
    score,
    isSure: all.some(({ isSure }) => isSure),
    by: all.find((each) => each.score === score)?.by ?? [],
  };
}

/** How much of what it is called stands in the text; one word alone makes nobody sure. */
function strengthOf(said: readonly Telling[], called: readonly Telling[]): Strength {
  const found = called.flatMap(({ norm }) => said.find((each) => isSame(each.norm, norm)) ?? []);
  const by = [...new Set(found.map(({ text }) => text))];
  if (called.length === 0) return { score: 0, isSure: false, by };
  const score = found.length / called.length;
  if (called.length === 1) return { score: score * ALIKE, isSure: false, by };
  return { score: found.length < 2 ? 0 : score, isSure: found.length >= 2 && score >= ALIKE, by };
}

/** The words that say something, each once. */
function tellingIn(text: string): readonly Telling[] {
  const words = tokenize(fold(text)).filter(({ norm }) => isTelling(norm));
  const each = words.map(({ norm, start, end }) => [norm, { norm, text: text.slice(start, end) }] as const);
  return [...new Map(each).values()];
}

/** What types are called stays the same from message to message. */
const callingWords = readOnce(tellingIn, 1_000);

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
