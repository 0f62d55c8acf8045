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

/** What keeps a text from being parsed at all, and where; null where it may be. */
export function beyondBounds(text: string): (SyntaxRemark & { readonly offset: number }) | null {
  if (Buffer.byteLength(text) > LONGEST_FILE_BYTES) return { ...TOO_LONG, offset: 0 };
  const offset = tooDeepAt(text);
  return offset === null ? null : { ...TOO_DEEP, offset };
}

const TOO_LONG: SyntaxRemark = {
  what: `the file has more than ${LONGEST_FILE_BYTES / 1_000_000} MB`,
  todo: "see whether it is the right file; a plant's and a request type's are far shorter",
};
const TOO_DEEP: SyntaxRemark = {
  what: `this stands more than ${DEEPEST} deep in lists and keys`,
  todo: "close the brackets, or mend the indentation, before it",
};

/** Where it begins to be too deep: brackets in brackets, and blocks by the columns that are open. */
function tooDeepAt(text: string): number | null {
  const blocks: number[] = [];
  let flow = 0;
  for (const { lexeme, offset, column, begins } of lexemesOf(text)) {
    flow = Math.max(0, flow + (STEPS[lexeme] ?? 0));
    if (flow === 0 && begins) {
      while ((blocks.at(-1) ?? -1) >= column) blocks.pop();
      blocks.push(column);
    }
    if (flow + blocks.length > DEEPEST) return offset;
  }
  return null;
}

const STEPS: Readonly<Record<string, number>> = { "[": 1, "{": 1, "]": -1, "}": -1 };

/** `begins`: first of its line, or behind the dash of a list, where a block of its own may begin. A scalar is no `lexeme`. */
type Lexeme = {
  readonly lexeme: string;
  readonly offset: number;
  readonly column: number;
  readonly begins: boolean;
};

function* lexemesOf(text: string): Generator<Lexeme> {
  let [offset, lineFrom] = [0, 0];
  let [isScalar, mayBegin] = [false, true];
  for (const lexeme of new Lexer().lex(text)) {
    if (MARKS.has(lexeme)) {
      isScalar = lexeme === SCALAR;
      continue;
    }
    const isBlank = lexeme.trim() === "";
    yield { lexeme: isScalar ? "" : lexeme, offset, column: offset - lineFrom, begins: mayBegin && !isBlank };
    const newline = lexeme.lastIndexOf("\n");
    if (newline >= 0) lineFrom = offset + newline + 1;
    mayBegin = newline >= 0 || (isBlank ? mayBegin : !isScalar && lexeme === "-");
    offset += lexeme.length;
    isScalar = false;
  }
}
