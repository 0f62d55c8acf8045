import { unquoted } from "../plainText.ts";
import type { Language } from "./reader.ts";
import type { Typed } from "./typed.ts";

/** An argument is quoted because of its type: no message has these around one that somebody typed. */
export const QUOTATION_MARKS: Readonly<Record<Language, readonly [opens: string, closes: string]>> = {
  en: ["“", "”"],
  de: ["„", "“"],
  es: ["«", "»"],
};

/** Which mark closes what stands open at the end of a text, such as one that was cut; "" where nothing does. */
export function closingMark(text: string): string {
  let closes = "";
  for (const sign of text) {
    if (closes !== "") closes = sign === closes ? "" : closes;
    else closes = Object.values(QUOTATION_MARKS).find(([opens]) => opens === sign)?.[1] ?? "";
  }
  return closes;
}

export function quoted({ typed: text }: Typed, language: Language): string {
  const [opens, closes] = QUOTATION_MARKS[language];
  return `${opens}${unquoted(text)}${closes}`;
}
