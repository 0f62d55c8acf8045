import { WORD_CLASSES } from "./gazetteer.ts";

let kept: ReadonlyMap<string, readonly string[]> | undefined;

/** The classes a word belongs to, e.g. "mixer" to `machine`. */
export function classesOf(word: string): readonly string[] {
  kept ??= classMap();
  return kept.get(word) ?? [];
}

function classMap(): ReadonlyMap<string, readonly string[]> {
  const classes = new Map<string, string[]>();
  for (const [name, list] of Object.entries(WORD_CLASSES)) {
    for (const word of list.split(/\s+/)) classes.set(word, [...(classes.get(word) ?? []), name]);
  }
  return classes;
}
