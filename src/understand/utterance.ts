import { findEntities } from "./entity.ts";
import { fold } from "./fold.ts";
import type { Entity } from "./found.ts";
import { mend } from "./spelling.ts";
import { type Token, tokenize } from "./token.ts";

/** A message made ready to be read. */
export type Utterance = {
  readonly text: string;
  /** As compared: small, without accents, of the same length as the part of the text that is read. */
  readonly folded: string;
  readonly entities: readonly Entity[];
  /** Words and signs; what has a form of its own stands as its class, `<port>`, `<address>`, `<n>`. */
  readonly words: readonly Token[];
  /** The words in one line, clauses divided by " | ": what the rules look at. */
  readonly line: string;
};

const ENDS_CLAUSE = new Set([".", ";", "!", "\n", ",", "but", "aber", "pero", ":"]);

/** @param code letters of the plant's request keys, e.g. "HAM"; empty when not known */
export function utter(text: string, code: string): Utterance {
  const folded = fold(text);
  const entities = findEntities(folded, code);
  const words = withClasses(tokenize(folded), entities);
  return { text, folded, entities, words, line: lineOf(words) };
}

function withClasses(tokens: readonly Token[], entities: readonly Entity[]): readonly Token[] {
  const words: Token[] = [];
  let next = 0;
  for (const token of tokens) {
    while (next < entities.length && (entities[next]?.end ?? 0) <= token.start) next += 1;
    const entity = entities[next];
    if (entity === undefined || token.end <= entity.start) words.push(plainWord(token, tokens));
    else if (words.at(-1)?.start !== entity.start) {
      words.push({ norm: `<${entity.type}>`, start: entity.start, end: entity.end });
    }
  }
  return words;
}

function plainWord(token: Token, _tokens: readonly Token[]): Token {
  if (/^\d+$/.test(token.norm)) return { ...token, norm: "<n>" };
  return { ...token, norm: mend(token.norm) };
}

function lineOf(words: readonly Token[]): string {
  const line: string[] = [];
  for (const [index, { norm, end }] of words.entries()) {
    if (norm === "l" && words[index + 1]?.norm === "<n>" && words[index + 1]?.start === end) line.push("line");
    else if (!ENDS_CLAUSE.has(norm)) line.push(norm);
    else if (line.length > 0 && line.at(-1) !== "|") line.push("|");
    if (norm === "?") line.push("|");
  }
  while (line.at(-1) === "|") line.pop();
  return line.join(" ");
}
