import { Lexer } from "yaml";
import type { SyntaxRemark } from "./yamlSyntax.ts";

/**
 * Longest file that is read, in bytes: a plant of ten thousand people and machines has less. The parser's time and memory grow
 * with a file, and with the depth of its brackets by the square, until the process ends for want of memory.
 */
export const LONGEST_FILE_BYTES = 4_000_000;
/** Files of plants and request types go eight deep. */
const DEEPEST = 50;

/** What the lexer puts between a text's own parts: a document begins, a flow is broken off, a scalar comes next. */
const SCALAR = "\u001f";
const MARKS: ReadonlySet<string> = new Set(["\u0002", "\u0018", SCALAR]);

export type BoundedLexemes = {
  /** Each was looked at before whoever parses gets it; they end where the text goes beyond. Lexed once, as they are taken. */
  readonly lexemes: Iterable<string>;
  /** What keeps the text from being parsed, and where; null where it may be. Known once the lexemes were taken. */
  beyond(): (SyntaxRemark & { readonly offset: number }) | null;
};

/** A text for a parser, as far as it may be parsed. */
export function withinBounds(text: string): BoundedLexemes {
  if (Buffer.byteLength(text) > LONGEST_FILE_BYTES) return { lexemes: [], beyond: () => ({ ...TOO_LONG, offset: 0 }) };
  let tooDeepAt: number | null = null;
  const lexemes = notTooDeep(text, (offset) => {
    tooDeepAt = offset;
  });
  return { lexemes, beyond: () => (tooDeepAt === null ? null : { ...TOO_DEEP, offset: tooDeepAt }) };
}

const TOO_LONG: SyntaxRemark = {
  what: `the file has more than ${LONGEST_FILE_BYTES / 1_000_000} MB`,
  todo: "see whether it is the right file; a plant's and a request type's are far shorter",
};
const TOO_DEEP: SyntaxRemark = {
  what: `this stands more than ${DEEPEST} deep in lists and keys`,
  todo: "close the brackets, or mend the indentation, before it",
};

/** Up to where it begins to be too deep: brackets in brackets, and blocks by the columns that are open. */
function* notTooDeep(text: string, onTooDeep: (offset: number) => void): Generator<string> {
  const blocks: number[] = [];
  let flow = 0;
  for (const { source, lexeme, offset, column, begins } of lexemesOf(text)) {
    flow = Math.max(0, flow + (STEPS[lexeme] ?? 0));
    if (flow === 0 && begins) {
      while ((blocks.at(-1) ?? -1) >= column) blocks.pop();
      blocks.push(column);
    }
    if (flow + blocks.length > DEEPEST) return onTooDeep(offset);
    yield source;
  }
}

const STEPS: Readonly<Record<string, number>> = { "[": 1, "{": 1, "]": -1, "}": -1 };

/**
 * `begins`: first of its line, or behind the dash of a list, where a block of its own may begin. `source`: as the lexer has it;
 * neither a scalar nor one of its marks is a `lexeme`.
 */
type Lexeme = {
  readonly source: string;
  readonly lexeme: string;
  readonly offset: number;
  readonly column: number;
  readonly begins: boolean;
};

function* lexemesOf(text: string): Generator<Lexeme> {
  let [offset, lineFrom] = [0, 0];
  let [isScalar, mayBegin] = [false, true];
  for (const source of new Lexer().lex(text)) {
    if (MARKS.has(source)) {
      isScalar = source === SCALAR;
      yield { source, lexeme: "", offset, column: offset - lineFrom, begins: false };
      continue;
    }
    const isBlank = source.trim() === "";
    yield { source, lexeme: isScalar ? "" : source, offset, column: offset - lineFrom, begins: mayBegin && !isBlank };
    const newline = source.lastIndexOf("\n");
    if (newline >= 0) lineFrom = offset + newline + 1;
    mayBegin = newline >= 0 || (isBlank ? mayBegin : !isScalar && source === "-");
    offset += source.length;
    isScalar = false;
  }
}
