import { digitsIn, endsThere, isCode, isFact, isMadeUp, isMixed, isNoValue, isWord } from "./looks.ts";
import { isUserWord, type SecretName, type Word } from "./names.ts";
import { type Value, valueAt } from "./value.ts";
import { GLUE, plain, THINGS } from "./words.ts";

/** What people leave as it came from the factory. */
const DEFAULTS =
  /^(?:admin|administrator|root|toor|password|passwort|guest|user|operator|service|test|default|public|private|siemens|1234|12345|123456|0000|1111)$/i;

/** A name and what follows it, with a sign, a word or a space between. */
const PAIR =
  /^[*_~`"']{0,2}([^\s:/|,;"'`=]{2,60})["'`]?(\s*[/|;]\s*|:(?=\S)|\s:\s|\s*,\s*|\s+(?:and|und|y|with|mit|con)\s+|\s+)(?=\S)/iu;
/** What may stand before it: "login *for the HMI: *admin / …". */
const STEP =
  /^["'’)\]*_~]{0,3}(?:\s*[:=]\s*|\s*\/\s*|\s+(?:(?:is|are|ist|sind|lautet|lauten|es|son)\s+)?|\s*\([^()\n]{1,30}\)\s*)/iu;
const MOST_STEPS = 5;

const ENTERED =
  /(?<!\p{L})(?:log(?:ged|ging)?[ -]?(?:in|on)|sign(?:ed)? in|(?:ein|an)(?:zu)?(?:loggen|melden)|(?:ein|an)ge(?:loggt|meldet)|melde|entrar|entro|acceder|conectar(?:se|me)?|iniciar sesi[oó]n)(?:\s+(?:as|als|como|with|mit|con|on|at|am|an|en|bitte|usa))?(?!\p{L})/giu;

/** The password of a pair: "login admin / Siemens123", "creds are x and Y7!". With the same name on both sides, both. */
export function secretsInLogins(text: string, words: readonly Word[], names: readonly SecretName[]): readonly Value[] {
  const starts = new Set(names.map(({ start }) => start));
  const logins = names.filter(({ kind }) => kind === "login").map(({ end }) => ({ end, sure: true }));
  const users = words.filter((word) => isUserWord(word.plain)).map(({ end }) => ({ end, sure: false }));
  const entered = [...text.matchAll(ENTERED)].map(({ 0: whole, index }) => ({
    end: index + whole.length,
    sure: false,
  }));
  return [...logins, ...users, ...entered].flatMap(({ end, sure }) => pairAfter(text, end, sure, starts));
}

/** The first pair behind the word that announces it. @param sure whether that word means a pair and nothing else */
function pairAfter(text: string, end: number, sure: boolean, names: ReadonlySet<number>): readonly Value[] {
  let at = end;
  let isSure = sure;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const step = STEP.exec(text.slice(at, at + 40))?.[0] ?? "";
    at += step.length;
    if (step === "" || names.has(at)) return [];
    isSure ||= /[:=]/.test(step);
    const pair = pairAt(text, at, isSure, names);
    if (pair.length > 0) return pair;
    const word = /^[\p{L}\p{M}\p{N}.'’-]{1,24}/u.exec(text.slice(at, at + 24))?.[0] ?? "";
    if (word === "" || /^(?:and|und|y|but|aber|pero)$/i.test(word)) return [];
    at += word.length;
  }
  return [];
}

function pairAt(text: string, at: number, sure: boolean, names: ReadonlySet<number>): readonly Value[] {
  const found = PAIR.exec(text.slice(at, at + 130));
  const value = found === null ? null : valueAt(text, at + found[0].length);
  if (found === null || value === null || names.has(value.start) || isFact(value.text)) return [];
  const [whole, user = "", sign = ""] = found;
  const start = at + whole.indexOf(user);
  if (isSame(user, value.text) && /[/|:,;]/.test(sign))
    return [{ start, end: start + user.length, text: user, quoted: false }, value];
  if (isNoValue(value) || GLUE.has(plain(user))) return [];
  return isGrown(user, value.text) || isPassword(text, value, sign, sure) ? [value] : [];
}

function isSame(user: string, said: string): boolean {
  return plain(user) === plain(said);
}

/** "operator" and "oper99": the name with digits behind it. */
function isGrown(user: string, said: string): boolean {
  return user.length >= 3 && !/\d/.test(user) && /\d/.test(said) && plain(said).startsWith(plain(user).slice(0, 4));
}

function isPassword(text: string, value: Value, sign: string, sure: boolean): boolean {
  const { text: said, quoted, end } = value;
  if (isCode(said)) return false;
  if (quoted) return sure;
  const isNumbered = digitsIn(said) >= 4;
  if (/[/|;:]/.test(sign))
    return isMixed(said) || isNumbered || DEFAULTS.test(said) || (sign.trim() !== ":" && isPlain(text, said, end));
  if (/[,\p{L}]/u.test(sign)) return (isMixed(said) && said.length >= 5) || (sure && isNumbered);
  return isMixed(said) && said.length >= 6 && (sure || isRich(said));
}

function isPlain(text: string, said: string, end: number): boolean {
  return isWord(said) && said.length >= 4 && !THINGS.has(plain(said)) && endsThere(text, end);
}

/** With a space only, "user otto Meier2" must not be one. */
function isRich(said: string): boolean {
  return /[!$%&§#*^?+~@]/.test(said.slice(0, -1)) || (/\p{Ll}.*\d/u.test(said) && /\p{Lu}/u.test(said));
}

const BARE =
  /(?<![\p{L}\p{N}/:@.-])(admin|administrator|root|operator|oper|guest|sa|sysadmin|service|svc|maint|test|engineer|wartung|bediener|user|pi|anonymous)(?:\s?[/;]\s?|:|\s:\s|\s+(?:(?:with|mit|con)\s+)?)(?=[^\s/:])/giu;

/** "admin:admin", "root/toor", "admin with abc123": known by the name alone, wherever it stands. */
export function bareLogins(text: string): readonly Value[] {
  return [...text.matchAll(BARE)].flatMap(({ 0: whole, 1: user = "", index }) => {
    const value = withoutHost(valueAt(text, index + whole.length));
    if (value === null || isFact(value.text) || /[/=]/.test(value.text)) return [];
    const tie = whole.slice(user.length);
    if (isSame(user, value.text) && /[:/;]/.test(tie))
      return [{ start: index, end: index + user.length, text: user, quoted: false }, value];
    return isBarePassword(user, value, tie) ? [value] : [];
  });
}

/** With a space only, "admin panel2" is no login. */
function isBarePassword(user: string, value: Value, tie: string): boolean {
  if (tie.trim() === "") return isGrown(user, value.text);
  return isLeft(value.text) || (!isNoValue(value) && isMadeUp(value.text));
}

/** Left from the factory, and no word for a role: "admin/user rights". */
function isLeft(said: string): boolean {
  return DEFAULTS.test(said) && !/^(?:user|password|passwort|operator|admin|service|test|guest|default)$/i.test(said);
}

/** "toor@10.2.3.4" without the host. */
function withoutHost(value: Value | null): Value | null {
  const [, said = ""] = /^([^@]{3,})@[\w.-]+$/.exec(value?.text ?? "") ?? [];
  return value === null || said === "" ? value : { ...value, text: said, end: value.start + said.length };
}
