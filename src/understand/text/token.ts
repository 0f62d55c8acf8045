import { CONTRACTIONS, writtenOut } from "./words.ts";

/** A word, number or sign of a message, and where it stands. `norm` is how the reader writes it. */
export type Token = {
  readonly norm: string;
  readonly start: number;
  readonly end: number;
};

// One pass, no nested repetition: addresses, numbers, words with their apostrophe, then single signs.
const TOKEN =
  /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|[\p{L}_]+(?:'[\p{L}]+)?|\d+|->|=>|<-|[?!]+|#+|[.,;:"()<>/\\+\n&|*=%@{}[\]$~^-]|\p{Extended_Pictographic}/gu;
const LAUGHTER = /^(?:😂|🤣|😅|😆|😜|😉|😁|🙃)$/u;
const REPEATED = /(\p{L})\1{2,}/gu;

/** The words and signs of a folded text, in order, with abbreviations written out. */
export function tokenize(folded: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of folded.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    for (const norm of normsOf(match[0])) tokens.push({ norm, start, end });
  }
  return tokens;
}

function normsOf(raw: string): readonly string[] {
  if (raw === "\n") return ["\n"];
  if (LAUGHTER.test(raw)) return ["<laugh>"];
  if (/^#{2,}$/.test(raw)) return ["<hashes>"];
  if (/^[?!]+$/.test(raw)) return [raw.includes("?") ? "?" : "!"];
  return wordsOf(raw.replaceAll(REPEATED, "$1$1"));
}

function wordsOf(word: string): readonly string[] {
  const bare = word.replaceAll(REPEATED, "$1");
  const written = writtenOut(word);
  if (written !== undefined) return written.split(" ");
  const apostrophe = bare.indexOf("'");
  return apostrophe < 0 ? [word] : contracted(word, word.indexOf("'"));
}

function contracted(word: string, apostrophe: number): readonly string[] {
  if (word === "can't") return ["can", "not"];
  if (word === "won't") return ["will", "not"];
  if (word.endsWith("n't")) return [word.slice(0, -3), "not"];
  if (word === "let's") return ["let", "us"];
  const tail = CONTRACTIONS[word.slice(apostrophe)];
  return tail === undefined ? [word.replaceAll("'", "")] : [word.slice(0, apostrophe), tail];
}
