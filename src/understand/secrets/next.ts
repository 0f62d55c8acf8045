import { isMade } from "./before.ts";
import { isFact, isLast, isMadeUp, isNoValue, isState, isWord } from "./looks.ts";
import type { SecretName } from "./names.ts";
import { type Value, valueAt } from "./value.ts";
import { ADVERB, plain, TALK } from "./words.ts";

/** How far behind its name the next sentence is looked for, in characters. */
const REACH = 160;

/** "… the password? M1xer-2" */
const ASKED = /^["'”’]?\s?\?\s+/;
/** "… the password. It is …" */
const TOLD =
  /^[^\n.!?]{0,120}?(?:[.!?]\s+|\s*\n\s*)(?:(?:it|that|this)(?:['’]s|\s+is|\s+was)\s+|its\s+|is\s+|(?:es|sie|er|das|die|neu)\s+(?:ist|lautet|war|hei(?:ß|ss)t)\s+|(?:ist|lautet)\s+|es\s+|era\s+|ahora\s+es\s+)(?:([\p{L}]+)\s+)?/iu;
/** A next sentence that is hardly more than the password: "… the password. Now abc123." */
const BRIEF =
  /^[^\n.!?]{0,120}?[.!?]\s+(?:(?!(?:for|für|of|von|user|benutzer|usuario|de)\s)[\p{L}'’]{1,12}:?\s+){0,3}(?=[^\s]{5,40}[.!?]?\s*(?:\n|$|[A-ZÄÖÜ]))/u;
/** Alone on the next line. */
const LINE = /^[^\n]{0,120}?\n\s{0,8}[*_~`]{0,3}(?=\S{3,100}[ \t]*(?:\n|$))/;

/** Told in the next sentence or on the next line: "I reset the password. It is …". */
export function secretsNext(text: string, { end, kind, weak }: SecretName): readonly Value[] {
  if (weak || kind === "login") return [];
  const behind = text.slice(end, end + REACH);
  if (!/[.!?\n]/.test(behind)) return [];
  const digits = kind === "pin" || kind === "code" ? 3 : 4;
  const found =
    real(at(text, end, ASKED.exec(behind)), (value) => isMade(value, 4)) ??
    real(told(text, end, behind), (value) => isMade(value, digits) || isAlone(text, value)) ??
    real(at(text, end, BRIEF.exec(behind)), (value) => isBriefly(text, value)) ??
    real(at(text, end, LINE.exec(behind)), (value) => isMade(value, 4));
  return found === null ? [] : [found];
}

function at(text: string, from: number, found: RegExpExecArray | null): Value | null {
  return found === null ? null : valueAt(text, from + found[0].length);
}

/** An adverb may stand before it; any other word is the value itself. */
function told(text: string, from: number, behind: string): Value | null {
  const found = TOLD.exec(behind);
  if (found === null) return null;
  const [whole, word] = found;
  const isAdverb = word !== undefined && ADVERB.has(plain(word));
  const length = word === undefined || isAdverb ? whole.length : whole.lastIndexOf(word);
  return valueAt(text, from + length);
}

function real(value: Value | null, is: (value: Value) => boolean): Value | null {
  return value !== null && !isNoValue(value) && !isFact(value.text) && is(value) ? value : null;
}

/** "… the password. It is geheim." */
function isAlone(text: string, { text: said, end }: Value): boolean {
  return isWord(said) && said.length >= 4 && !TALK.has(plain(said)) && isLast(text, end) && !isState(said);
}

function isBriefly(text: string, { text: said, end }: Value): boolean {
  return (
    isMadeUp(said) && said.length >= 5 && !/[/:@]/.test(said) && /^\s*(?:[.!?\n]|$)/.test(text.slice(end, end + 3))
  );
}
