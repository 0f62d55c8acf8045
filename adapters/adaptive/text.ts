import { cutQuoted } from "../../src/index.ts";
import type { RichTextBlock, TextRun } from "./elements.ts";

type Look = Omit<TextRun, "type" | "text">;

// Characters that reorder or hide what stands beside them: with these a card could show an approver something else than
// what is decided on. Line breaks stay.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const INVISIBLE = /[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

// Every Adaptive Cards text, a TextRun's too, turns {{DATE(…)}} into a date of the reader's own zone. A word joiner between the
// braces keeps it what was typed.
const DATE_MACRO = /\{(?=\{)/g;

/** A text as it was typed, for a card, cut with an ellipsis at `length` characters. */
export function plain(text: string, length: number): string {
  return visible(text, length).replace(DATE_MACRO, "{\u2060");
}

/** A text without what cannot be seen, cut with an ellipsis at `length` characters. */
export function visible(text: string, length: number): string {
  return cutQuoted(text.replace(/\r\n?/g, "\n").replace(INVISIBLE, " "), length);
}

/** One line of plain text. */
export function run(text: string, length: number, look: Look = {}): TextRun {
  return { type: "TextRun", text: plain(text, length).replaceAll("\n", " "), ...look };
}

/** Plain text as blocks, one a line, since a line break inside a TextRun is shown as a space. */
export function paragraphs(text: string, length: number, look: Look = {}): readonly RichTextBlock[] {
  return plain(text, length)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, index) => ({
      type: "RichTextBlock",
      inlines: [{ type: "TextRun", text: line, ...look }],
      ...(index > 0 && { spacing: "small" as const }),
    }));
}
