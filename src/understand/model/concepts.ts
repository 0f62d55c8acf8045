import { CONCEPTS } from "./conceptTable.ts";

type Table = {
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly stems: ReadonlyMap<string, readonly string[]>;
  readonly tails: ReadonlyMap<string, readonly string[]>;
};

let kept: Table | undefined;

/** What a word is about, by itself, its stem or what its compound ends with: "umgestellt" is `moving`. */
export function conceptsOf(word: string): readonly string[] {
  if (word.startsWith("<")) return [];
  kept ??= tableOf();
  const found = conceptsIn(word, kept);
  // People without umlauts on their keys write "aendern" for "ändern".
  return found.length > 0 || !/[aou]e/.test(word) ? found : conceptsIn(word.replaceAll(/([aou])e/g, "$1"), kept);
}

function conceptsIn(word: string, { words, stems, tails }: Table): readonly string[] {
  const found = new Set(words.get(word));
  for (let length = SHORTEST_STEM; length <= word.length; length += 1) {
    for (const concept of stems.get(word.slice(0, length)) ?? []) found.add(concept);
    const start = word.length - length;
    // A compound has something before its tail.
    for (const concept of start >= 2 ? (tails.get(word.slice(start)) ?? []) : []) found.add(concept);
  }
  return [...found];
}
const SHORTEST_STEM = 2;

function tableOf(): Table {
  const [words, stems, tails] = [new Map<string, string[]>(), new Map<string, string[]>(), new Map<string, string[]>()];
  const add = (table: Map<string, string[]>, key: string, concept: string) =>
    table.set(key, [...(table.get(key) ?? []), concept]);
  for (const [concept, list] of Object.entries(CONCEPTS)) {
    for (const entry of list.split(/\s+/)) {
      if (entry.endsWith("*")) add(stems, entry.slice(0, -1), concept);
      else if (entry.startsWith("*")) add(tails, entry.slice(1), concept);
      else add(words, entry, concept);
    }
  }
  return { words, stems, tails };
}
