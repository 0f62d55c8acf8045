import leven from "leven";
import * as said from "./lexicon.ts";
import { plain } from "./words.ts";

/** What kind of secret a name announces; it decides what can be one. */
export type SecretKind = "password" | "phrase" | "pin" | "code" | "key" | "community" | "login";

/** Where a text names a secret: "WLAN-Passwort", "api key", "door code". */
export type SecretName = {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
  /** Whether the name may well mean something else ("pass", "token", "key"): then only a sign makes it one. */
  readonly weak: boolean;
};

export type Word = { readonly start: number; readonly end: number; readonly plain: string };

/** Longer runs of letters are no words of any language. */
const LONGEST_WORD = 60;

/** Letters and digits in a row; "client_secret" and "clientSecret" count as their parts. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    let start = index;
    for (const part of run.length > LONGEST_WORD ? [] : run.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu}\p{Ll})/u)) {
      words.push({ start, end: start + part.length, plain: plain(part) });
      start += part.length;
    }
  }
  return words;
}

/** Where the text names a secret, in order. */
export function namesIn(words: readonly Word[], text: string): readonly SecretName[] {
  const known = new Map<string, Found | null>();
  return words.flatMap((word, at) => {
    const found = nameAt({ words, at, text }, known);
    return found === null ? [] : [{ ...found, start: word.start, end: found.end ?? word.end }];
  });
}

/** Whether a word announces who logs in. */
export function isUserWord(word: string): boolean {
  return said.USER.test(word);
}

type Found = { readonly kind: SecretKind; readonly weak: boolean; readonly end?: number | undefined };
type Spot = { readonly words: readonly Word[]; readonly at: number; readonly text: string };

const sure = (kind: SecretKind, end?: number): Found => ({ kind, weak: false, end });
const doubtful = (kind: SecretKind): Found => ({ kind, weak: true });

/** @param known what was found of words alone; a text has the same ones again and again */
function nameAt(spot: Spot, known: Map<string, Found | null>): Found | null {
  const word = wordAt(spot, 0);
  const both = ofTwoWords(spot);
  if (both !== null) return both;
  const ready = known.get(word);
  if (ready !== undefined) return ready;
  const rule = IN_COMPANY.find(({ words }) => words.test(word.replace(/(?<=\p{L}{3})\d{1,2}$/u, "")));
  if (rule !== undefined) return rule.name(spot);
  const found = byWord(word);
  known.set(word, found);
  return found;
}

function wordAt({ words, at }: Spot, offset: number): string {
  return words[at + offset]?.plain ?? "";
}

/** The words around, those far enough to say what a code or a key is of. */
function near({ words, at }: Spot): readonly string[] {
  return words.slice(Math.max(0, at - 8), at + 8).map((word) => word.plain);
}

const TWO_WORDS: readonly { readonly words: RegExp; readonly gap: RegExp; readonly kind: SecretKind }[] = [
  { words: /^pass (?:words?|wort|code)$/, gap: /^[ _-]?$/, kind: "password" },
  { words: /^(?:contra sena|kenn wort)$/, gap: /^[ _-]?$/, kind: "password" },
  { words: /^p w$/, gap: /^\/$/, kind: "password" },
  { words: /^pass phrase$/, gap: /^[ _-]?$/, kind: "phrase" },
  { words: /^frase secreta$/, gap: /^ $/, kind: "phrase" },
];

function ofTwoWords(spot: Spot): Found | null {
  const { words, at, text } = spot;
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined) return null;
  const gap = text.slice(word.end, Math.min(next.start, word.end + 3));
  const both = `${word.plain} ${next.plain}`;
  const found = TWO_WORDS.find((each) => each.words.test(both) && each.gap.test(gap));
  return found === undefined ? null : sure(found.kind, next.end);
}

function byWord(word: string): Found | null {
  if (said.PHRASE.test(word)) return sure("phrase");
  if (said.PIN.test(word)) return sure("pin");
  if (isPassword(word.replace(/\d{1,2}$/, ""))) return sure("password");
  if (said.CODE.test(word) && !said.NO_CODE.test(word)) return sure("code");
  if (said.WIFI_KEY.test(word) || said.API_KEY.test(word)) return sure("key");
  if (said.LOGIN_DATA.test(word)) return sure("login");
  if (/^pass\d{0,2}$/.test(word)) return doubtful("password");
  if (said.RUN_TOGETHER.test(word) && !said.NO_RUN_TOGETHER.test(word)) return doubtful("key");
  return /^(?:contra|tokens?|secrets?|geheimnis|auth|cred|sas|sig|kw|pas)$/.test(word) ? doubtful("key") : null;
}

function isPassword(word: string): boolean {
  return said.SHORT_PASSWORD.test(word) || said.PASS_OF.test(word) || said.PASSWORD.test(word) || isTypo(word);
}

/** "passwrod", "paswort", "contraseñ": two slips at most, and the first letter right. */
function isTypo(word: string): boolean {
  if (word.length < 6 || word.length > 11 || said.NO_TYPO.test(word)) return false;
  const isNear = (right: string) => right.charAt(0) === word.charAt(0) && leven(right, word, { maxDistance: 3 }) <= 2;
  return said.LIKE_PASSWORD.some(isNear);
}

/** Words that mean a secret in company only: "wifi key", "the code for the door". */
const IN_COMPANY: readonly { readonly words: RegExp; readonly name: (spot: Spot) => Found | null }[] = [
  { words: /^(?:keys?|schlussel|llaves?)$/, name: keyAt },
  { words: /^contrasena$/, name: (spot) => (isPhrase(spot) ? sure("phrase") : sure("password")) },
  { words: /^claves?$/, name: claveAt },
  {
    words: /^pin$/,
    name: (spot) => (/^(?:please|pls|you|can|will|bitte)$/.test(wordAt(spot, -1)) ? null : sure("pin")),
  },
  {
    words: /^(?:community|communities|comunidad)$/,
    name: (spot) => (near(spot).some(isSnmp) ? sure("community") : null),
  },
  { words: /^(?:codes?|codigos?|kombination|kombi|combo|combination|combinacion|zahlenkombination)$/, name: codeAt },
  { words: /^(?:phrase|satz)$/, name: (spot) => (said.BEFORE_PHRASE.test(wordAt(spot, -1)) ? sure("phrase") : null) },
  { words: /^frase$/, name: fraseAt },
];

function keyAt(spot: Spot): Found {
  const isWireless = near(spot).some((word) => /^(?:ssid|wifi|wlan|wpa|wpa2|wpa3|vpn)$/.test(word));
  return isWireless || said.BEFORE_KEY.test(wordAt(spot, -1)) ? sure("key") : doubtful("key");
}

/** "frase de contraseña" */
function isPhrase(spot: Spot): boolean {
  return wordAt(spot, -1) === "frase" || wordAt(spot, -2) === "frase";
}

/** "usuario clave" is a key user; "usuario/clave" asks for both. */
function claveAt(spot: Spot): Found | null {
  if (isPhrase(spot)) return sure("phrase");
  const { words, at, text } = spot;
  const isApart = /^\s+$/.test(text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0));
  return isApart && /^(?:usuario|palabra|persona|dato)$/.test(wordAt(spot, -1)) ? doubtful("key") : sure("password");
}

/** "frase de paso" */
function fraseAt(spot: Spot): Found | null {
  const isOne = wordAt(spot, 1) === "de" && /^(?:paso|acceso)$/.test(wordAt(spot, 2));
  return isOne ? sure("phrase", spot.words[spot.at + 2]?.end) : null;
}

function isSnmp(word: string): boolean {
  return /^(?:snmp|snmpv2c?|snmpv1|v2c?|v1|string|ro|rw|switch|switches)$/.test(word);
}

function codeAt(spot: Spot): Found | null {
  const around = near(spot);
  if (around.some((word) => said.FAULT.test(word)) || isOtherCode(spot, around)) return null;
  return around.some((word) => said.DOOR.test(word)) || isBareCode(spot) ? sure("code") : null;
}

/** A fault's, a part's, an alarm's of a machine. */
function isOtherCode(spot: Spot, around: readonly string[]): boolean {
  const [before, after] = [wordAt(spot, -1), [1, 2, 3].map((offset) => wordAt(spot, offset))];
  if (before === "alarm" && !around.some((word) => said.MACHINERY.test(word))) return false;
  const isPlaced = around.some((word) => !/^alarma?s?$/.test(word) && said.DOOR.test(word));
  if (before === "alarm" || (after[0] === "de" && after[1] === "alarma")) return !isPlaced;
  if (said.NO_DOOR.test(before)) return true;
  return /^(?:de|del|of|fur)$/.test(after[0] ?? "") && after.some((word) => said.NO_DOOR.test(word));
}

/** "The code is 4711-22": nothing says of what, and so it is no fault's and no part's. */
function isBareCode(spot: Spot): boolean {
  const isOwn = /^(?:the|my|our|der|mein|unser|dein|el|mi|tu|nuestro|your)$/.test(wordAt(spot, -1));
  const end = spot.words[spot.at]?.end ?? 0;
  if (!isOwn || !said.TELLS_CODE.test(spot.text.slice(end, end + 90))) return false;
  return !near(spot).some((word) => [said.NO_DOOR, said.FAULT, said.MACHINERY].some((other) => other.test(word)));
}
