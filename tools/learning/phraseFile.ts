import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { LABELS, type Label } from "../../src/understand/labels.ts";
import { mostSpoken } from "../../src/understand/text/telling.ts";
import type { Phrase } from "../training/phrases.ts";

/** The label that phrases of a request type are learned under; null for `other`, which is what is left over. */
export function labelOf(type: string): Label | null {
  return LABELS.find((label) => label === type) ?? null;
}

/** A phrase file as it will be. */
export type PhraseFile = { readonly path: string; readonly text: string };

/** The phrase files with these phrases added at the end of their language's list; comments and order stay. */
export function withPhrases(folder: string, added: readonly Phrase[]): readonly PhraseFile[] {
  const labels = [...new Set(added.map(({ label }) => label))];
  return labels.map((label) => {
    const path = join(folder, `${label}.yaml`);
    const file = parseDocument(readFileSync(path, "utf8"));
    for (const { text } of added.filter((each) => each.label === label)) {
      const list = ["phrases", mostSpoken(text)];
      if (file.hasIn(list)) file.addIn(list, oneLine(text));
      else file.setIn(list, file.createNode([oneLine(text)]));
    }
    return { path, text: file.toString({ lineWidth: 0 }) };
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * The file of a request type with a text among the words by which it is known; comments and order stay.
 * @returns null where the folder has no such type
 */
export function withWords(folder: string, type: string, texts: readonly string[]): PhraseFile | null {
  const path = join(folder, `${type}.yaml`);
  if (!existsSync(path)) return null;
  const file = parseDocument(readFileSync(path, "utf8"));
  for (const text of texts) {
    if (file.hasIn(["words"])) file.addIn(["words"], oneLine(text));
    else file.setIn(["words"], file.createNode([oneLine(text)]));
  }
  return { path, text: file.toString({ lineWidth: 0 }) };
}
