import { fits, type Tie } from "./fits.ts";
import { digitsIn, isMadeUp, isMixed, isNoValue, isNumber } from "./looks.ts";
import type { SecretName } from "./names.ts";
import { phraseAt, spelledAt } from "./phrase.ts";
import { type Value, valueAt } from "./value.ts";
import { ADVERB, GLUE, plain, TALK, THINGS } from "./words.ts";

/** How far behind its name a value may stand, in characters, and behind how many words. */
const REACH = 200;
const MOST_BETWEEN = 8;

const SIGN =
  /^["'’`)\]*_~.]{0,3}s?[ \t]*(?:\([^()\n]{1,40}\))?[ \t]*[*_~]{0,2}(?::=|=>|->|→|➜|⇒|[:=](?!\/\/)|>(?=\S))[*_~]{0,2}\s{0,4}[*_~]{0,2}/;
const COPULA =
  /^(?:['’]s|["')\]*_~]{0,3}\s+(?:is|was|are|were|ist|war|waren|sind|lautet|lautete|hei(?:ss|ß)t|hie(?:ss|ß)|sei|es|era|son|fue|remains|stays|bleibt|equals|sigue|reads))(?=[\s:=])/i;
const BECAME =
  /^["')\]*_~]{0,3}\s+(?:(?:has|have|had|should|must|can) be(?:en)?|wurde|sollte|muss|se cambi[oó]|se puso|ha sido|got)(?=[\s:=])/i;
const MAKING =
  /^\s+(?:(?:back|again|wieder|zurück)\s+)?(?:to|auf|als|as|a|in|por|into|from|von)\s(?!\S{1,40}\s+(?:on|for)\b)/i;
const BRACKET = /^\s*\((?=[^()\s]{3,40}\))/;
const DASH = /^\s+[-–—]\s+/;

/** Where a value is looked for: the place, the words since the name, and the last of them. */
type Place = { readonly at: number; readonly between: number; readonly last: string; readonly isApart: boolean };

/**
 * What is typed behind a name.
 * @param hasUser whether who logs in stands right before it
 * @param next where the text names a secret again: what stands behind that is told there
 */
export function secretsAfter(text: string, name: SecretName, hasUser: boolean, next: number): readonly Value[] {
  let place: Place | null = { at: name.end, between: 0, last: "", isApart: false };
  const reach = Math.min(next, text.length, name.end + REACH);
  while (place !== null && place.between <= MOST_BETWEEN && place.at < reach) {
    const found = valueHere(text, name, place, hasUser && place.between === 0);
    if (found !== null)
      return place.isApart ? found.filter(({ quoted, text: said }) => quoted || isMixed(said)) : found;
    place = further(text, place);
  }
  return [];
}

const STEP = /^(?:\s*\([^()\n]{1,40}\)|,?[ \t]+["']?([\p{L}\p{M}\p{N}._/’'-]{1,40})|-(\p{L}{1,30}))/u;

/** Over one more word of what the password is for; null where the sentence goes another way. */
function further(text: string, { at, between, isApart }: Place): Place | null {
  const step = STEP.exec(text.slice(at, at + 48));
  if (step === null) return null;
  const word = plain((step[1] ?? step[2] ?? "").replace(/['’]s?$/, ""));
  if (word.endsWith(".") || !mayStandBetween(word)) return null;
  return { at: at + step[0].length, between: between + 1, last: word, isApart: isApart || step[0].startsWith(",") };
}

function mayStandBetween(word: string): boolean {
  return word === "" || GLUE.has(word) || THINGS.has(word) || ADVERB.has(word) || !TALK.has(word);
}

/** What stands right before a sign is what the value is: "password for user: jana". */
const OTHER_LABEL =
  /^(?:user|username|usr|uid|id|benutzer|benutzername|nutzer|usuario|kennung|ip|host|hostname|e?mail|correo|ticket|name|nombre|kontakt|contact|contacto|reason|grund|motivo|error|fehler)$/;

/** Null when the value is not here but may come later; none when something else stands in its place. */
function valueHere(text: string, name: SecretName, place: Place, hasUser: boolean): readonly Value[] | null {
  const rest = text.slice(place.at, place.at + REACH);
  const sign = SIGN.exec(rest);
  if (sign !== null) {
    if (OTHER_LABEL.test(place.last)) return [];
    return secretAt(text, place.at + sign[0].length, name, place.between === 0 ? "sign" : "far");
  }
  const said = told(text, rest, name, place);
  if (said !== null) return said;
  return (
    inBrackets(text, rest, name, place.at) ??
    made(text, rest, name, place.at) ??
    justThere(text, rest, name, place, hasUser)
  );
}

/** "… is now …", "… has been set to …". */
function told(text: string, rest: string, name: SecretName, { at }: Place): readonly Value[] | null {
  const copula = COPULA.exec(rest);
  const found = copula ?? BECAME.exec(rest);
  if (found === null) return null;
  const from = at + found[0].length;
  const values = secretAt(text, from + lead(text.slice(from, from + 80)), name, copula === null ? "made" : "copula");
  const announced = values.length > 0 ? null : ANNOUNCED.exec(text.slice(from, from + 90));
  return announced === null ? values : secretAt(text, from + announced[0].length, name, "made");
}

/** "… is new since monday: …" */
const ANNOUNCED = /^(?:\s+\p{L}{1,20}){1,5}\s?:\s{0,3}/u;

function inBrackets(text: string, rest: string, { weak }: SecretName, at: number): readonly Value[] | null {
  const found = weak ? null : BRACKET.exec(rest);
  const value = found === null ? null : valueAt(text, at + found[0].length);
  if (value === null || isNoValue(value)) return null;
  return (isNumber(value.text) ? digitsIn(value.text) >= 4 : isMadeUp(value.text)) ? [value] : null;
}

function made(text: string, rest: string, name: SecretName, at: number): readonly Value[] | null {
  const found = name.weak ? null : MAKING.exec(rest);
  const values = found === null ? [] : secretAt(text, at + found[0].length, name, "made");
  return values.length > 0 ? values : null;
}

function justThere(
  text: string,
  rest: string,
  name: SecretName,
  place: Place,
  hasUser: boolean,
): readonly Value[] | null {
  const { at, between, last } = place;
  if (name.weak && between > 0) return null;
  const dash = DASH.exec(rest)?.[0];
  const space = dash ?? /^\s{1,3}/.exec(rest)?.[0] ?? "";
  if (space === "") return null;
  const spelled = spelledAt(text, at + space.length, name.kind, between > 0 && !COUNTS_ON.test(last));
  if (spelled !== null) return [spelled];
  const value = valueAt(text, at + space.length);
  const tie: Tie = dash === undefined ? "none" : "copula";
  return value !== null && fits({ text, value, name, tie, between, last, hasUser }) ? [value] : null;
}

/** "PIN code 4 7 1 1", "pin number 47 11". */
const COUNTS_ON = /^(?:codes?|numbers?|nummer|numero|digits|ziffern|now|jetzt)$/;

const AS_FOLLOWS =
  /^\s+(?:as follows|the following|like this|this(?: one)?|wie folgt|folgende[rs]?|diese[rs]?|la siguiente|el siguiente|como sigue|est[ae])\s{0,2}(?=:)/i;

/** "now", "still", "jetzt", "as follows": what may stand between "is" and the password. Its length, a sign behind it too. */
function lead(rest: string): number {
  let length = AS_FOLLOWS.exec(rest)?.[0].length ?? 0;
  for (;;) {
    const word = /^\s+([\p{L}]+)(?=[\s:])/u.exec(rest.slice(length));
    if (word === null || !ADVERB.has(plain(word[1] ?? ""))) break;
    length += word[0].length;
  }
  return length + (/^\s*[:=]?\s{0,4}[*_~]{0,2}/.exec(rest.slice(length))?.[0].length ?? 0);
}

function secretAt(text: string, from: number, name: SecretName, tie: Tie): readonly Value[] {
  const at = from + (/^[ \t]*/.exec(text.slice(from, from + 20))?.[0].length ?? 0);
  const phrase = name.weak || tie === "made" ? null : phraseAt(text, at, name.kind, tie);
  const whole = phrase ?? spelledAt(text, at, name.kind, false);
  if (whole !== null) return [whole];
  const value = valueAt(text, at);
  return value !== null && fits({ text, value, name, tie, between: 0, last: "", hasUser: false }) ? [value] : [];
}
