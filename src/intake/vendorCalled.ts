import type { Plant } from "../plant/plant.ts";
import { findNames } from "../plant/who/naming.ts";
import { fold } from "../understand/text/fold.ts";
import { vocabularyOf } from "../understand/text/vocabulary.ts";
import { readThread } from "../understand/thread/readThread.ts";

/** In the words of a type: any vendor of the plant file stands here. */
export const VENDOR = "{vendor}";

/** "Under the agreement with PackTec" asks for something else by it. */
const BY_IT = String.raw`(?<!(?<!\p{L})(?:under|by|per|via|as in|according to|in line with|laut|gemass|gema|nach|unter|segun|bajo|conforme a|conforme al) (?:[\p{L}]+ )?)`;
/** "The company", "der Firma", "la empresa". */
const COMPANY = "(?:[\\p{L}]+ ){0,2}";

/**
 * The words with which a text calls a type that is about one vendor, such as "Vereinbarung mit PackTec"; null where it does not, or
 * wants an end of it.
 */
export function vendorCalled(text: string, words: readonly string[], plant: Plant): string | null {
  const forms = words.filter((each) => each.includes(VENDOR));
  if (forms.length === 0) return null;
  const named = findNames(vocabularyOf(plant).vendors, text);
  for (const { start, end } of named) {
    const before = fold(text.slice(0, start));
    const said = forms.map((form) => saidBefore(before, form)).find((from) => from !== null) ?? null;
    if (said === null) continue;
    return readThread(text, plant.code).meanings.includes("cutOff") ? null : text.slice(said, end).trim();
  }
  return null;
}

/** From where on the words of a form stand right before a vendor's name; null where they do not. */
function saidBefore(before: string, form: string): number | null {
  const words = fold(form.slice(0, form.indexOf(VENDOR)))
    .trim()
    .split(/\s+/)
    .map(escaped)
    .join(String.raw`\s+`);
  const found = new RegExp(String.raw`${BY_IT}(?<!\p{L})${words}\s+${COMPANY}$`, "u").exec(before);
  return found === null ? null : found.index;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
