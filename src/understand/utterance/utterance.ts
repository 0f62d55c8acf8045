import { REDACTED } from "../secrets/value.ts";
import { fold } from "../text/fold.ts";
import { mend } from "../text/spelling.ts";
import { type Token, tokenize } from "../text/token.ts";
import { classesOf } from "../text/wordClasses.ts";
import { findEntities } from "./entity.ts";
import type { Entity } from "./found.ts";
import type { Span } from "./portNumber.ts";

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

/** What stands where a password stood is no word: "removed" would be one, of somebody who wants something taken away. */
const UNREAD = " ".repeat(REDACTED.length);

/**
 * @param code letters of the plant's request keys, e.g. "HAM"; empty when not known
 * @param names where the text has names of the plant's assets
 * @param vendors where it has names of companies that serve the plant: they are read as "vendor" is
 */
export function utter(
  text: string,
  code: string,
  names: readonly Span[] = [],
  vendors: readonly Span[] = [],
): Utterance {
  const folded = fold(text).replaceAll(REDACTED, UNREAD);
  const entities = findEntities(folded, code, names);
  const words = withClasses(tokenize(folded), entities).map((word) => {
    const isVendor = vendors.some(({ start, end }) => start <= word.start && word.end <= end);
    return isVendor && /^\p{L}/u.test(word.norm) ? { ...word, norm: "vendor" } : word;
  });
  return { text, folded, entities, words, line: lineOf(words) };
}

function withClasses(tokens: readonly Token[], entities: readonly Entity[]): readonly Token[] {
  const words: Token[] = [];
  let next = 0;
  for (const [index, token] of tokens.entries()) {
    while (next < entities.length && (entities[next]?.end ?? 0) <= token.start) next += 1;
    const word = wordFor(token, entities[next], tokens[index - 1], tokens[index + 1]);
    const isSeen = word?.norm.startsWith("<") === true && words.at(-1)?.start === word.start;
    if (word !== null && !isSeen) words.push(word);
  }
  return words;
}

function wordFor(token: Token, entity: Entity | undefined, before?: Token, after?: Token): Token | null {
  if (entity !== undefined && token.end > entity.start && !isRemoteTool(token, entity)) {
    return { norm: `<${entity.type}>`, start: entity.start, end: entity.end };
  }
  return isHyphen(token, before, after) ? null : plainWord(token, after);
}

/** TeamViewer is a protocol with a port, and yet whoever names it mostly asks for a visit from afar. */
function isRemoteTool({ norm }: Token, { type }: Entity): boolean {
  return type === "protocol" && classesOf(norm).includes("remote_tool");
}

/** "plc-12" and "plc12" are read alike; a dash between spaces is a sign of its own. */
function isHyphen(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  return token.norm === "-" && before?.end === token.start && after?.start === token.end;
}

function plainWord(token: Token, after: Token | undefined): Token {
  if (/^\d+$/.test(token.norm)) return { ...token, norm: "<n>" };
  const isLine = token.norm === "l" && after !== undefined && /^\d/.test(after.norm) && after.start <= token.end + 1;
  return { ...token, norm: isLine ? "line" : mend(token.norm) };
}

function lineOf(words: readonly Token[]): string {
  const line: string[] = [];
  for (const { norm } of words) {
    if (!ENDS_CLAUSE.has(norm)) line.push(norm);
    else if (line.length > 0 && line.at(-1) !== "|") line.push("|");
    if (norm === "?") line.push("|");
  }
  while (line.at(-1) === "|") line.pop();
  return line.join(" ");
}
