import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { LABELS, type Label } from "../../src/understand/labels.ts";

/** One sentence of the phrase files and what it means. */
export type Phrase = { readonly label: Label; readonly text: string };

const ByLanguage = z.partialRecord(z.enum(["en", "de", "es"]), z.array(z.string().min(1)));
const Asking = z.object({ phrases: ByLanguage });
const Chatter = z.record(z.string(), ByLanguage);

/** Every phrase of `<folder>/<label>.yaml`, in the order of the labels and of the file. */
export function readPhrases(folder: string): readonly Phrase[] {
  const files = new Set(readdirSync(folder));
  return LABELS.filter((label) => files.has(`${label}.yaml`)).flatMap((label) => phrasesOf(folder, label));
}

function phrasesOf(folder: string, label: Label): readonly Phrase[] {
  const file: unknown = parse(readFileSync(join(folder, `${label}.yaml`), "utf8"));
  const lists = label === "none" ? Object.values(Chatter.parse(file)) : [Asking.parse(file).phrases];
  return lists
    .flatMap((byLanguage) => Object.values(byLanguage).flatMap((list) => list ?? []))
    .map((text) => ({ label, text }));
}
