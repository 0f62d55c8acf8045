import type { Tie } from "./fits.ts";
import { isState, isWord } from "./looks.ts";
import type { SecretKind, SecretName } from "./names.ts";
import type { Value } from "./value.ts";
import { JOINS, plain, TALK } from "./words.ts";

/** Longest passphrase, in characters. */
const LONGEST = 120;

/**
 * Several words that are one secret: "passphrase: correct horse battery staple". After another name than that of a
 * passphrase they must be words no sentence is made of, up to the end of the clause. Null when it is no phrase.
 */
export function phraseAt(text: string, at: number, kind: SecretKind, tie: Tie): Value | null {
  if (kind !== "phrase" && kind !== "password") return null;
  const clause = /^[^\n.!?,;:"“”„()<>=]{1,120}/.exec(text.slice(at, at + LONGEST))?.[0].trimEnd() ?? "";
  const words = clause.split(/\s+/);
  const length = kind === "phrase" ? phraseWords(words, tie) : tie === "far" ? 0 : wordsOnly(words, tie);
  if (length < 2) return null;
  const phrase = upTo(clause, length);
  return { start: at, end: at + phrase.length, text: phrase, quoted: true };
}

/** A passphrase may be a sentence, but no sentence about it. */
function phraseWords(words: readonly string[], tie: Tie): number {
  const [first, second] = words.map((word) => TALK.has(plain(word)));
  if (first === true && second !== false) return 0;
  if (tie === "copula" && words.length < 3) return 0;
  const rest = words.findIndex((_, index) => index >= 3 && endsPhrase(words, index));
  return rest < 0 ? words.length : rest;
}

/** "… staple *for the* wifi", "… See *bitte* ändern": what follows a phrase. */
function endsPhrase(words: readonly string[], index: number): boolean {
  const [word = "", next = ""] = words.slice(index, index + 2).map(plain);
  if (/^(?:please|pls|bitte|danke|thanks|gracias|because|weil|but|aber|pero)$/.test(word)) return true;
  return /^(?:for|fur|para)$/.test(word) && next !== "";
}

/** "password: open port 502 to …": what people come to Referee for. */
const WISHED =
  /^(?:open|offnen|abrir|ports?|puertos?|unlock|entsperren|desbloquear|access|acceso|zugang|login|account|ticket|vpn|plc|sps|hmi|servers?|servidor|install|installieren|instalar|restart|neustart|update|firmware)$/;

/** Words that no sentence about passwords has, as many as there are before it goes on: "Blue Falcon 7 *on* …". */
function wordsOnly(words: readonly string[], tie: Tie): number {
  const end = words.findIndex((word, index) => index > 0 && JOINS.has(plain(word)));
  const secret = end < 0 ? words : words.slice(0, end);
  if (secret.length < (end < 0 ? 2 : 3) || !isWord(secret[0] ?? "")) return 0;
  if (secret.some((word) => TALK.has(plain(word)) || WISHED.test(plain(word)))) return 0;
  // "correct horse battery staple": of four words the first may say how something is.
  const isPlain = (word: string, index: number) =>
    tie === "sign" || !isState(word) || (index === 0 && secret.length >= 4);
  const isOne = (word: string, index: number) => /^\d{1,6}$/.test(word) || (isWord(word) && isPlain(word, index));
  return secret.every(isOne) ? secret.length : 0;
}

function upTo(clause: string, length: number): string {
  const ends = [...clause.matchAll(/\S+/g)].map(({ 0: word, index }) => index + word.length);
  return clause.slice(0, ends[length - 1] ?? clause.length);
}

const DIGIT =
  "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|null|eins|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|doppel|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|doble";
const TENS =
  "ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|elf|zwölf|\\p{L}{3,12}(?:zehn|zig|ßig)|diez|once|doce|trece|catorce|quince|veinte|veinti\\p{L}{3,7}|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa";
const NUMBER_WORDS = new RegExp(`^(?:(?:${DIGIT}|${TENS}|y)[ ,-]{1,2}){1,11}(?:${DIGIT}|${TENS})(?!\\p{L})`, "iu");
const HOLDS_TENS = new RegExp(`(?<!\\p{L})(?:${TENS})(?!\\p{L})`, "iu");
const NUMBER_GROUPS = /^\d{1,4}(?:[ -]\d{1,4}){1,7}(?![\w.:/-])/;
const SINGLE_DIGITS = /^(?:\d(?:[ -]\d){3,11}|\d{3}[ -]\d{3})(?![\w.:/-])(?! \d)/;

/**
 * A number digit by digit or in groups: "four seven one one", "4 7 1 1", "482 913".
 * @param onlyDigits where groups may be something else: only digit by digit
 */
export function spelledAt(text: string, at: number, kind: SecretKind, onlyDigits: boolean): Value | null {
  if (kind !== "pin" && kind !== "code") return null;
  const ahead = text.slice(at, at + LONGEST);
  const said = onlyDigits ? (SINGLE_DIGITS.exec(ahead)?.[0] ?? "") : spelled(ahead);
  return said === "" ? null : { start: at, end: at + said.length, text: said, quoted: false };
}

/** "PIN still the same 4 7 1 1": digit by digit, further on in the clause. */
export function digitsAfter(text: string, { end, kind }: Pick<SecretName, "end" | "kind">): readonly Value[] {
  if (kind !== "pin" && kind !== "code") return [];
  const found = /^[^\n.!?]{1,80}?(?<![\w.:-])(?=\d(?: \d){3,7}(?![\w.:/-]))/.exec(text.slice(end, end + 110));
  const value = found === null ? null : spelledAt(text, end + found[0].length, kind, true);
  return value === null ? [] : [value];
}

function spelled(ahead: string): string {
  const digits = NUMBER_GROUPS.exec(ahead)?.[0] ?? "";
  if (digits.replace(/\D/g, "").length >= 4) return digits;
  const words = NUMBER_WORDS.exec(ahead)?.[0] ?? "";
  return words.split(/[ ,-]+/).length >= 3 || HOLDS_TENS.test(words) ? words : "";
}
