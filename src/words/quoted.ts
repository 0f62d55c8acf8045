import { unquoted } from "../plainText.ts";
import type { Language } from "./reader.ts";
import type { Typed } from "./typed.ts";

/** An argument is quoted because of its type: no message has these around one that somebody typed. */
export const QUOTATION_MARKS: Readonly<Record<Language, readonly [opens: string, closes: string]>> = {
  en: ["“", "”"],
  de: ["„", "“"],
  es: ["«", "»"],
};

export function quoted({ typed: text }: Typed, language: Language): string {
  const [opens, closes] = QUOTATION_MARKS[language];
  return `${opens}${unquoted(text)}${closes}`;
}
