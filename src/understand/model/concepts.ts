import { CONCEPTS } from "./conceptTable.ts";

type Table = {
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly stems: ReadonlyMap<string, readonly string[]>;
};

let kept: Table | undefined;

/** What a word is about, by itself, its stem or what its compound ends with: "umgestellt" is `move`. */
export function conceptsOf(word: string): readonly string[] {
  if (word.startsWith("<") || word.length > LONGEST_WORD) return [];
  kept ??= tableOf();
  const found = conceptsIn(word, kept);
  // People without umlauts on their keys write "aendern" for "ändern".
  return found.length > 0 || !/[aou]e/.test(word) ? found : conceptsIn(word.replaceAll(/([aou])e/g, "$1"), kept);
}

/** Nobody says longer ones; each part of a word is looked up, which takes the square of its length. */
const LONGEST_WORD = 40;

function conceptsIn(word: string, { words, stems }: Table): readonly string[] {
  const found = new Set(words.get(word));
  for (let end = SHORTEST_STEM; end <= word.length; end += 1)
    for (const concept of stems.get(word.slice(0, end)) ?? []) found.add(concept);
  if (word.length >= SHORTEST_COMPOUND) for (const concept of lastPartOf(word, { words, stems })) found.add(concept);
  return [...found];
}

/** What a compound is about by its last part, with an ending or without: "Packstationsdruckern". */
function lastPartOf(word: string, table: Table): readonly string[] {
  const found: string[] = [];
  for (let start = SHORTEST_STEM + 1; start <= word.length - SHORTEST_PART; start += 1)
    found.push(...partIn(word.slice(start), table));
  return found;
}

/** The short parts must be there as they are: four letters and an ending are too easily another word. */
function partIn(part: string, { words, stems }: Table): readonly string[] {
  const bare = ENDINGS.filter((ending) => part.length - ending >= SHORTEST_PART).map((ending) =>
    part.slice(0, -ending),
  );
  return [
    ...(stems.get(part) ?? []),
    ...(words.get(part) ?? []),
    ...bare.flatMap((known) => (known.length > SHORTEST_PART ? (stems.get(known) ?? []) : [])),
    ...bare.filter((known) => known.length >= part.length - WORD_ENDING).flatMap((known) => words.get(known) ?? []),
  ];
}
const SHORTEST_STEM = 2;
const SHORTEST_PART = 4;
const SHORTEST_COMPOUND = 8;
/** How many letters an ending may have; behind a whole word it is shorter than behind a stem. */
const ENDINGS = [1, 2, 3];
const WORD_ENDING = 2;

function tableOf(): Table {
  const [words, stems] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const add = (table: Map<string, string[]>, key: string, concept: string) =>
    table.set(key, [...(table.get(key) ?? []), concept]);
  for (const [concept, list] of Object.entries(CONCEPTS)) {
    for (const entry of list.split(/\s+/)) {
      if (entry.endsWith("*")) add(stems, entry.slice(0, -1), concept);
      else add(words, entry, concept);
    }
  }
  return { words, stems };
}
