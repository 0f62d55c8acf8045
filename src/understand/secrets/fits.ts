import {
  digitsIn,
  endsThere,
  isCode,
  isFact,
  isGrouped,
  isLast,
  isMachine,
  isMadeUp,
  isMixed,
  isNoValue,
  isNumber,
  isPlainlyMade,
  isState,
  isWord,
  nextWord,
} from "./looks.ts";
import type { SecretKind, SecretName } from "./names.ts";
import type { Value } from "./value.ts";
import { GLUE, TALK, THINGS } from "./words.ts";

/**
 * How a value is joined to its name. `sign`: "password: …". `far`: a sign after what the password is for. `copula`: "the
 * password is …". `made`: "set the password to …". `none`: it just follows.
 */
export type Tie = "sign" | "far" | "copula" | "made" | "none";

/** A value that may be the secret a name announces. */
export type Candidate = {
  readonly text: string;
  readonly value: Value;
  readonly name: SecretName;
  readonly tie: Tie;
  /** Words between the name and the value, and the last of them. */
  readonly between: number;
  readonly last: string;
  /** Whether who logs in stands right before the name: "user oper3, pass …". */
  readonly hasUser: boolean;
};

type Fits = (candidate: Candidate) => boolean;

/** Whether the value is a secret of its kind, by how it is joined to the name. */
export function fits(candidate: Candidate): boolean {
  const { value, name } = candidate;
  if (isNoValue(value)) return false;
  return value.quoted ? value.text.length >= 2 : BY_KIND[name.kind](candidate);
}

const BY_KIND: Readonly<Record<SecretKind, Fits>> = {
  password: (candidate) => PASSWORD[candidate.tie](candidate),
  phrase: (candidate) => PASSWORD[candidate.tie](candidate),
  pin: fitsNumber,
  code: fitsNumber,
  key: fitsKey,
  community: fitsCommunity,
  login: () => false, // a pair: see logins.ts
};

/** What the password is a name of, or whose: what stands behind these is no password by itself. */
const OF_SOMETHING = /^(?:nr|no|id|host|hostname|ip)$/;

const PASSWORD: Readonly<Record<Tie, Fits>> = {
  sign: ({ text, value: { text: said, end } }) => {
    if (said.length < 2 || isMachine(said)) return false;
    if (/^\d+$/.test(said)) return isAmount(text, said, end, 3);
    if (!isWord(said)) return true;
    if (isState(said) || said.length < 3 || isSomebody(text, said, end)) return false;
    return isLast(text, end) || endsThere(text, end);
  },
  far: ({ text, value: { text: said, end } }) => {
    if (isFact(said) || isCode(said)) return false;
    return isMixed(said) || isAmount(text, said, end, 3) || isPlainAnswer(text, said, end);
  },
  copula: ({ text, value: { text: said, end }, name }) => {
    if (isFact(said) || isMachine(said)) return false;
    if (isMixed(said)) return true;
    if (isNumber(said)) return isAmount(text, said, end, 3);
    return (!name.weak || OWN.test(before(text, name))) && isPlainAnswer(text, said, end);
  },
  made: ({ value: { text: said } }) => isMadeUp(said) && said.length >= 4,
  none: (candidate) => {
    const { text: said } = candidate.value;
    if (isFact(said) || isMachine(said)) return false;
    return candidate.between === 0 ? isRightBehind(candidate) : isLeftBehind(candidate);
  },
};

/** Right behind the name without any sign: letters and digits mixed, or a number that counts nothing. */
function isUnintroduced({ text, value: { text: said, end }, name }: Candidate): boolean {
  if (isNumber(said))
    return isAmount(text, said, end, name.weak ? 4 : 3) && (!name.weak || OWN.test(before(text, name)));
  if (name.weak && !/\p{L}\d|\d\p{L}|!/u.test(said)) return false;
  // "password Meier-Line2 team": a name is spelt with a capital and hyphens, too.
  return isMadeUp(said) && (endsThere(text, end) || TALK.has(nextWord(text, end)) || isPlainlyMade(said));
}

function isRightBehind(candidate: Candidate): boolean {
  const { text, value, name, hasUser } = candidate;
  const { text: said, end } = value;
  if ((hasUser || isDefault(text, name)) && isPlainAnswer(text, said, end)) return true;
  return (hasUser && (isMixed(said) || isAmount(text, said, end, 3))) || isUnintroduced(candidate);
}

/** "… noch immer geheim", "… vom Panel halle7": what it is for stands between. */
function isLeftBehind(candidate: Candidate): boolean {
  const { text, value, last } = candidate;
  const { text: said, end } = value;
  if (isWord(said)) return LEFT.test(last) && isPlainAnswer(text, said, end) && isLast(text, end);
  if (LEFT.test(last)) return isUnintroduced(candidate);
  return (
    !(isNumber(said) || GLUE.has(last) || THINGS.has(last) || OF_SOMETHING.test(last)) && isUnintroduced(candidate)
  );
}

/** "default password siemens", "Standardpasswort siemens": what it is follows without a sign. */
function isDefault(text: string, { start, end, weak }: SecretName): boolean {
  return (
    !weak &&
    /(?:default|standard|factory|werks|initial)[\p{L} -]{0,12}$/iu.test(text.slice(Math.max(0, start - 12), end))
  );
}

const before = (text: string, { start }: SecretName) => text.slice(Math.max(0, start - 12), start);

/** "My pass", "la pass": no mountain pass, and no pass in a test. */
const OWN = /(?:my|wifi|wlan|wi-fi|la|mi|mein|das|user|login|root|admin|default|operator|oper|hmi|panel|vnc)\s$/i;

/** Last before a password that just follows: "noch immer geheim1", "de fábrica 1111". */
const LEFT = /^(?:noch|immer|still|jetzt|now|default|fabrica|defecto|temporal|inicial|weiterhin|sigue|is|ahora)$/;

/** A number with so many digits at least, unless it counts something: "12 characters". */
function isAmount(text: string, said: string, end: number, digits: number): boolean {
  return isNumber(said) && digitsIn(said) >= digits && !countsThings(text, end);
}

function isPlainWord(text: string, said: string, end: number): boolean {
  return isWord(said) && said.length >= 3 && (endsThere(text, end) || TALK.has(nextWord(text, end)));
}

/** "password: Otto has it" */
function isSomebody(text: string, said: string, end: number): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(said) && !endsThere(text, end);
}

/** "The password is swordfish" tells it; "the password is expired" tells of it. */
function isPlainAnswer(text: string, said: string, end: number): boolean {
  return isPlainWord(text, said, end) && !isState(said);
}

/** A number right behind one of these counts them: "door code for room 2104". */
const NUMBERED =
  /^(?:room|raum|gate|door|tor|tur|line|linie|linea|halle|building|gebaude|station|operator|user|shift|schicht|puerta|sala|maquina|machine|maschine|plc|hmi|port|puerto|in|at|um|since|seit|until|bis|nr|no|number|edificio|nave|almacen|employee|badge|mitarbeiter|ausweis|empleado|usuario|benutzer|person|card|karte|tarjeta|serial)$/;
const COUNTED =
  /^\s*(?:characters?|chars?|digits?|letters?|symbols?|users?|people|times|attempts?|tries|days?|hours?|minutes?|weeks?|months?|accounts?|audits?|polic(?:y|ies)|zeichen|stellen|stellig|ziffern|buchstaben|versuche|tage|stunden|minuten|wochen|caracteres|d[ií]gitos|intentos|d[ií]as|horas|veces|ms|mbar|mm|bar|rpm|uhr|%|to the)(?!\p{L})/iu;

/** "12 characters", "4 digits": a number of something. */
function countsThings(text: string, end: number): boolean {
  return COUNTED.test(text.slice(end, end + 30));
}

function fitsNumber(candidate: Candidate): boolean {
  const { text, value, tie } = candidate;
  if (/^\d{1,4}[.:/]\d/.test(value.text) || isFact(value.text) || countsThings(text, value.end)) return false;
  const isLoose = tie === "none" || tie === "made";
  if (isLoose && !mayFollow(candidate)) return false;
  const digits = digitsIn(value.text);
  if (isNumber(value.text)) return digits >= (isLoose ? 4 : 3) && digits <= 12;
  return isGrouped(value.text) || (!isLoose && value.text.length >= 4 && isMixed(value.text) && digits > 0);
}

/** Without a sign, a number is the PIN right behind the word only; a code may end the sentence, too. */
function mayFollow({ text, value, name, between, last }: Candidate): boolean {
  if (NUMBERED.test(last)) return false;
  return (
    between === 0 ||
    (name.kind === "code" && (isLast(text, value.end) || /^\s*,/.test(text.slice(value.end, value.end + 3))))
  );
}

/** SNMP's communities are words as a rule: "public", "plant-ro". */
function fitsCommunity({ value: { text: said }, tie, between, last }: Candidate): boolean {
  if (isFact(said) || tie === "made" || /^(?:strings?|names?|snmp.*|v\d.*|read.*|write.*|ro|rw)$/i.test(said))
    return false;
  const isLoose = tie === "none" && between > 0 && !/^(?:string|snmp|v2c|ro|rw|read|lectura|name)$/.test(last);
  return isLoose ? isMadeUp(said) : isWord(said) || isMixed(said);
}

function fitsKey(candidate: Candidate): boolean {
  const { value, name, tie } = candidate;
  const said = value.text;
  if (tie !== "made" && isGrouped(said)) return true;
  if (isFact(said) && !/^[0-9a-f]{8,}$/i.test(said)) return false;
  if (tie === "none" || tie === "made") return fitsLooseKey(said, name.weak);
  return isMixed(said) || isNumber(said) ? fitsMixedKey(candidate) : fitsWordKey(candidate);
}

function fitsLooseKey(said: string, weak: boolean): boolean {
  const isLong = said.length >= (weak ? 8 : 6) && digitsIn(said) > 0;
  const isRandom = !weak || isPlainlyMade(said) || said.length >= 16;
  return isLong && isRandom && (isMixed(said) || isNumber(said)) && !isCode(said);
}

function fitsMixedKey({ value: { text: said }, name, tie }: Candidate): boolean {
  return (tie === "sign" && !name.weak) || (!isCode(said) && said.length >= 5);
}

/** A key that is a word: behind a sign, or where a plain answer is given. */
function fitsWordKey({ text, value: { text: said, end }, name, tie }: Candidate): boolean {
  if (name.weak) return false;
  return tie === "sign"
    ? said.length >= 4 && endsThere(text, end)
    : tie === "copula" && said.length >= 5 && isPlainAnswer(text, said, end);
}
