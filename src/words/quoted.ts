import { unquoted } from "../plainText.ts";
import type { Language } from "./reader.ts";
import type { Typed } from "./typed.ts";

/** An argument is quoted because of its type: no message has these around one that somebody typed. */
export const QUOTATION_MARKS: Readonly<Record<Language, readonly [opens: string, closes: string]>> = {
  en: ["“", "”"],
  de: ["„", "“"],
  es: ["«", "»"],
};

/**
 * A text of at most `most` UTF-16 units, an ellipsis where something was cut off. What somebody typed is cut inside its quotation, so that
 * Referee's words behind it are no part of it. Never half a sign.
 */
export function cutQuoted(text: string, most: number): string {
  if (text.length <= most) return text;
  const taken = takeWhole(text, most - 1);
  if (closingMark(taken) === "") return `${taken}…`;
  const quotation = takeWhole(text, most - 2);
  return `${quotation}…${closingMark(quotation)}`;
}

function takeWhole(text: string, most: number): string {
  const taken = text.slice(0, Math.max(0, most));
  return /[\ud800-\udbff]$/.test(taken) ? taken.slice(0, -1) : taken;
}

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
