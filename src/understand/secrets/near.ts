import {
  holdsSign,
  isGrouped,
  isLongToken,
  isMadeUp,
  isNoValue,
  isPlainlyMade,
  isStrange,
  isUnmistakable,
} from "./looks.ts";
import type { SecretName } from "./names.ts";
import { type Value, valueAt } from "./value.ts";
import { plain } from "./words.ts";

/** Longest stretch that is looked at as one sentence, in characters. */
const SENTENCE = /(?:[^\n.!?]|[.!?](?!\s|$)){1,400}[.!?]?/g;

/** Where people tell how they get in. */
export const GETTING_IN =
  /(?<!\p{L})(?:log(?:ged|ging)?[ -]?(?:in|on)|sign(?:ed)? in|(?:ein|an)(?:zu)?(?:loggen|melden)|(?:ein|an)ge(?:loggt|meldet)|anmeldung|entrar|entro|acceder|iniciar sesi[oó]n|wi-?fi|wlan|ssid|vpn|rdp|ssh|vnc|zugang|account|konto|cuenta|acceso|credential|user|benutzer|usuario|access|zugriff|teamviewer|anydesk|admin|root|unlock|entsperren|desbloquear)(?!\p{L})/iu;

/** In sentences that speak of passwords or of getting in, whatever looks so that it can be nothing else. */
export function madeNear(text: string, names: readonly SecretName[]): readonly Value[] {
  const values: Value[] = [];
  let wasGettingIn = false;
  let next = 0;
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const end = index + sentence.length;
    const here: SecretName[] = [];
    for (let name = names[next]; name !== undefined && name.start < end; name = names[next]) {
      here.push(name);
      next += 1;
    }
    const isGettingIn = GETTING_IN.test(sentence);
    const looks = looksFor(here, isGettingIn || wasGettingIn);
    values.push(...tokensOf(text, index, end).flatMap((token) => (isSecret(token, looks) ? [token.value] : [])));
    wasGettingIn = isGettingIn;
  }
  return values;
}

type Look = (said: string) => boolean;

function looksFor(names: readonly SecretName[], isGettingIn: boolean): readonly Look[] {
  const isSaid = names.some(({ weak, kind }) => !weak && kind !== "key");
  const isKey = names.some(({ weak, kind }) => weak || kind === "key" || kind === "code");
  return [
    isUnmistakable,
    ...(isSaid ? [isPlainlyMade] : []),
    ...(isKey ? [isLongToken, isGrouped] : []),
    ...(isGettingIn ? [isStrange] : []),
  ];
}

/** A run of letters, and the one before it. */
type Token = { readonly value: Value; readonly before: string };

function tokensOf(text: string, from: number, to: number): readonly Token[] {
  const tokens: Token[] = [];
  let before = "";
  for (const { 0: run, index } of text.slice(from, to).matchAll(/[^\s"“”„«»`]+/g)) {
    const value = valueAt(text, from + index);
    if (value !== null && !isNoValue(value)) tokens.push({ value, before });
    before = run;
  }
  return tokens;
}

/** Whose it is, or what it is of: "the password for Meier-Line2x". */
const OWNED =
  /^(?:for|fur|of|von|vom|de|del|user|username|benutzer|usuario|account|konto|cuenta|serial|seriennummer|host|server|an|from|project|projekt|proyecto|file|datei|archivo|program|programm|programa|version|type|typ|modell|model|modelo|ticket|request)$/;
const INTRODUCES =
  /^(?:is|are|was|were|ist|sind|war|lautet|es|era|son|to|auf|als|as|and|und|y|or|oder|o|with|mit|con|use|try|tried|nimm|usa|prueba|then|dann|luego|now|jetzt|ahora|nur|password|passwort|pw|kennwort|contrasena|clave|pin|key|token|secret|webhook)$/;

/** A token without any sign in it may be a name, so something must introduce it. */
function isSecret({ value: { text: said }, before }: Token, looks: readonly Look[]): boolean {
  if (!looks.some((look) => look(said))) return false;
  if (isUnmistakable(said) || isLongToken(said)) return true;
  const word = plain(before.replace(/[^\p{L}]/gu, ""));
  const isIntroduced = before === "" || /[,:;=)–-]$/.test(before) || INTRODUCES.test(word) || holdsSign(said);
  return isIntroduced && !OWNED.test(word);
}

const USER_SIGN = /(?<![\p{L}\p{N}:/.@-])\p{L}[\w.-]{1,20}(?::|\s?\/\s?)(?=[^\s:/]{5,60}(?:\s|$))/gu;

const BEFORE_LOGIN =
  /(?<!\p{L})(?:with|mit|con|use|using|usa|usando|nimm|nutze|try|prueba|probier|via|as|als|como|geht|works|funciona|vale|prob[eé]|tried|is|es|ist|son|sind|are|lautet|defecto|f[aá]brica|default|standard|still|noch|a[uú]n)[:,]?\s+["'`]?$/iu;

/** "with juan:juan123", or anywhere in a text that tells how somebody gets in. */
export function signedLogins(text: string): readonly Value[] {
  const isGettingIn = GETTING_IN.test(text);
  return [...text.matchAll(USER_SIGN)].flatMap(({ 0: whole, index }) => {
    const isLogin = isGettingIn || BEFORE_LOGIN.test(text.slice(Math.max(0, index - 20), index));
    const value = isLogin ? valueAt(text, index + whole.length) : null;
    return value !== null && !isNoValue(value) && isMadeUp(value.text) && /\d/.test(value.text) ? [value] : [];
  });
}

const SHOWS =
  /(?:shows?|says?|errors?|message|button|click|field|called|named|titled|prompt|label|reads|zeigt|sagt|steht|meldung|fehler|feld|knopf|taste|dice|mensaje|aviso|campo|bot[oó]n|pone|ask|file|datei)(?:\s+(?:is|ist|es|the|der|die|das|el|la))?[\s:]{1,3}$/iu;
const QUOTED = /^[^\n.!?"“”„«»`]{0,60}?[\s:(](?=["“„«`'][^"“”„«»`\n]{2,80}["”“»`'](?:$|[\s.,;:!?)]))/;

/** What stands in quotes in a name's clause, unless somebody quotes what a screen shows. */
export function quotedNear(text: string, { end, kind, weak }: SecretName): readonly Value[] {
  if (weak || kind === "login" || kind === "community") return [];
  const behind = text.slice(end, end + 160);
  const found = /["“„«`']/.test(behind) ? QUOTED.exec(behind) : null;
  const value = found === null ? null : valueAt(text, end + found[0].length);
  if (value === null || !value.quoted || isNoValue(value)) return [];
  const isShown = SHOWS.test(text.slice(Math.max(0, value.start - 40), value.start - 1));
  const isFit = kind === "password" || kind === "phrase" || /\d/.test(value.text);
  return isFit && !isShown ? [value] : [];
}
