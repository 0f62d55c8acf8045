import type { Language } from "../../words/reader.ts";
import { meaningsOf, mendTimeWord } from "./lexicon.ts";
import { type NumberSaid, numberAt } from "./numbers.ts";
import type { Kind, Mark, Sense, SenseOf } from "./said.ts";

/** A word, number or sign, and what it may mean of a time; nothing for most words. */
export type Token = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly senses: readonly Sense[];
  readonly said: NumberSaid | null;
  readonly languages: readonly Language[];
};

type Piece = { readonly start: number; readonly end: number; readonly text: string; readonly digits: boolean };

// Letters with digits among them ("2moro"), half-day letters with dots, blanks that hide other things, single signs.
const PIECE = /[ap]\.\s?m\b\.?|\p{L}+(?:'\p{L}+)*|'\p{L}+|\d|_+|\S/gsuy;
const LETTERS_AFTER_DIGIT = /\d[a-z]{2,}/y;

/** The tokens of a folded text, in one pass. */
export function timeTokens(folded: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < folded.length) {
    const found = tokensAt(folded, at, tokens);
    tokens.push(...found.tokens);
    at = found.next;
  }
  return tokens;
}

type Found = { readonly tokens: readonly Token[]; readonly next: number };

function tokensAt(folded: string, at: number, before: readonly Token[]): Found {
  if (folded.charAt(at) <= " " && folded.charAt(at) !== "\n") return { tokens: [], next: at + 1 };
  const meant = phraseAt(folded, at);
  if (meant !== null) return meant;
  if (/\d/.test(folded.charAt(at))) return numbersAt(folded, at, before);
  const piece = pieceAt(folded, at);
  return { tokens: [blankToken(piece.start, piece.end, piece.text)], next: piece.end };
}

/** A word or a phrase with a meaning, also one with a slip in it. */
function phraseAt(folded: string, at: number): Found | null {
  const first = pieceAt(folded, at);
  if (first.digits) return null;
  const word = wordOf(first.text);
  const meanings = meaningsOf(word);
  const known = meanings.length > 0 ? meanings : meaningsOf(mendTimeWord(word));
  for (const { words, stands, languages } of known) {
    const end = endOfPhrase(folded, first, words);
    if (end === null || isInsideName(folded, at, end)) continue;
    const text = folded.slice(at, end);
    return { tokens: stands.map((senses) => ({ start: at, end, text, senses, said: null, languages })), next: end };
  }
  return null;
}

function wordOf(text: string): string {
  return /^[ap]\.\s?m/.test(text) ? `${text.charAt(0)}m` : text;
}

function endOfPhrase(folded: string, first: Piece, words: readonly string[]): number | null {
  let { end } = first;
  for (const word of words.slice(1)) {
    const start = end + (/^ {1,2}/.exec(folded.slice(end, end + 2))?.[0].length ?? 0);
    const piece = start === end || start >= folded.length ? null : pieceAt(folded, start);
    if (piece === null || (piece.text !== word && mendTimeWord(piece.text) !== word)) return null;
    end = piece.end;
  }
  return end;
}

/** "plc" of "plc8" and "mar" of "mar-12a" are no words of time; "um8" and "fr22" are. */
function isInsideName(folded: string, start: number, end: number): boolean {
  return /_/.test(folded.charAt(end)) || /_/.test(folded.charAt(start - 1));
}

function pieceAt(folded: string, at: number): Piece {
  LETTERS_AFTER_DIGIT.lastIndex = at;
  const mixed = LETTERS_AFTER_DIGIT.exec(folded)?.[0];
  if (mixed !== undefined && meaningsOf(mixed).length > 0)
    return { start: at, end: at + mixed.length, text: mixed, digits: false };
  PIECE.lastIndex = at;
  const text = PIECE.exec(folded)?.[0] ?? folded.charAt(at);
  return { start: at, end: at + Math.max(1, text.length), text, digits: /^\d/.test(text) };
}

/** A number with what is written to its end; one that is part of a name says nothing. */
function numbersAt(folded: string, at: number, tokens: readonly Token[]): Found {
  const { length, said } = numberAt(folded, at);
  const end = at + length;
  const text = folded.slice(at, end);
  const before = tokens.at(-1);
  const glued = before !== undefined && before.end === at && !canTouch(before, tokens.at(-2));
  if (said.length === 0 || glued || isGluedToWord(folded, end))
    return { tokens: [blankToken(at, end, text)], next: end };
  return { tokens: said.map((each) => ({ ...blankToken(at, end, text), said: each })), next: end };
}

/** "um8", "8uhr30", "10-12", "(8": words of time and most signs may touch a number. */
function canTouch(before: Token, over: Token | undefined): boolean {
  if (before.text === "/") return over?.text === ".";
  return before.senses.length > 0 || /^[^\p{L}\d_#./:\\]$/u.test(before.text);
}

const SUFFIX = /(?:uhr|[ap]\.?m?|h|hs|hrs?|std|min|mins|stunden|hours?|tage?|days?|ish|o'clock|z)(?![a-z])/y;

function isGluedToWord(folded: string, end: number): boolean {
  if (!/[\p{L}_\\#%]/u.test(folded.charAt(end))) return false;
  SUFFIX.lastIndex = end;
  return SUFFIX.exec(folded) === null;
}

function blankToken(start: number, end: number, text: string): Token {
  return { start, end, text, senses: [], said: null, languages: [] };
}

/** Whether a token may mean one of these. */
export function means(token: Token | undefined, ...kinds: readonly Kind[]): boolean {
  if (token === undefined || token.senses.length === 0) return false;
  for (const { is } of token.senses) if (kinds.includes(is)) return true;
  return false;
}

const CONNECTING: ReadonlySet<Kind> = new Set<Kind>([
  "filler",
  "atHour",
  "onDay",
  "of",
  "to",
  "and",
  "or",
  "into",
  "not",
  "for",
]);

/** Whether a part of a time can begin with a token: not with "the", "at" or "to". */
export function canBegin(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.said !== null) return true;
  for (const { is } of token.senses) if (!CONNECTING.has(is)) return true;
  return false;
}

/** Whether a token can be part of a time at all; most words cannot. */
export function isTimely(token: Token | undefined): token is Token {
  return token !== undefined && (token.senses.length > 0 || token.said !== null);
}

/** The sense of a kind a token may have. */
export function senseOf<K extends Exclude<Kind, Mark>>(token: Token | undefined, kind: K): SenseOf<K> | null {
  const isOf = (sense: Sense): sense is SenseOf<K> => sense.is === kind;
  return token?.senses.find(isOf) ?? null;
}

/** The number of a token, of one of its forms. */
export function numberOf<F extends NumberSaid["is"]>(
  token: Token | undefined,
  form: F,
): Extract<NumberSaid, { readonly is: F }> | null {
  const isOf = (said: NumberSaid): said is Extract<NumberSaid, { readonly is: F }> => said.is === form;
  const said = token?.said ?? null;
  return said !== null && isOf(said) ? said : null;
}
