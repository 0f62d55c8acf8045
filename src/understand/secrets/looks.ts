import { REDACTED, type Value } from "./value.ts";
import { JOINS, plain, STATES, TALK } from "./words.ts";

// What a value looks like, told from its letters alone. A password is mostly a mixture that neither words nor the names of
// machines have.

const PLACEHOLDER = /^(?:[*x•.?_#…-]+|n\/?a|<.*|\{.*|\$\{?[A-Z_a-z]+\}?|%[A-Z_a-z]+%|\[.*|\(.*|https?:.*|www\..*)$/i;
const MOMENT =
  /^(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?|\d{1,2}[./]\d{1,2}(?:[./](?:\d{2}|\d{4}))?\.?|\d{4}-\d{2}-\d{2}.*)$/;
const MEASURE =
  /^[<>≥~]?\d+(?:[.,]\d+)?(?:h|hrs?|s|sec|ms|mins?|v|kv|a|ma|w|kw|mm|cm|m|bar|x|st|nd|rd|th|er|%|°c?|k|kb|mb|gb|hz|bit|chars?|d|days?|-?(?:stellig|digits?|letters?|d[ií]gitos))$/i;
const ADDRESS =
  /^(?:(?:[\w.+-]+@)?\d{1,3}(?:\.\d{1,3}){3}\S*|(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}|[a-z][a-z0-9+.-]*:\/\/.*|v?\d+(?:\.\d+)+\S*)$/i;
const MACHINE =
  /^(?:plc|hmi|srv|server|pc|ws|line|linie|linea|cell|zelle|panel|ipc|scada|mes|sps|robot|roboter|win|windows|office|m|o|step|tia|wincc|station|machine|maschine|maquina|anlage|switch|sw|fw|vlan|port|puerto|room|raum|gate|door|tor|level|rev|id|host|vm|dc|db|app|cam|kamera|printer|drucker|x|k|q|fb|fc|ob|s|f|e|p|l|et|cpu|kw|abb|gen|usb|rs|tls|sha|md|aes|wpa|wep|oauth|python|sql|opc|sap|r|a|b|c|d|v|ver|version|mfa|type|typ|tipo|no|nr)[-_. ]?\d{1,5}(?:[-._/]\w{1,4}|[a-z])?$/i;
const CAPITALS = /^\p{Lu}{1,6}[-_.]?\d{1,10}(?:[-./]\w{1,6}){0,4}$/u;
const SIGN = /[!$%&§#*^?+~@=|\\<>{}[\]]/;

/** Nothing stands here, or a word of the sentence. */
export function isNoValue({ text, quoted }: Value): boolean {
  if (text.includes(REDACTED) || PLACEHOLDER.test(text)) return true;
  const word = plain(text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  return quoted ? word.length > 3 && TALK.has(word) : word === "" || TALK.has(word);
}

/** A time, an amount, an address, a version: what is said of passwords, not a password. */
export function isFact(text: string): boolean {
  return MOMENT.test(text) || MEASURE.test(text) || ADDRESS.test(text);
}

/** What machines, programs and parts are called: "PLC-12", "win10", "F07901", "WinCC-V7". */
export function isCode(text: string): boolean {
  if (isCodePart(text)) return true;
  const parts = text.split(/[-_./]/);
  return parts.length > 1 && parts.some((part) => /\d/.test(part) && /\p{L}/u.test(part) && isCodePart(part));
}

function isCodePart(text: string): boolean {
  return MACHINE.test(text) || CAPITALS.test(text);
}

/** A machine or a line by its usual name, as far as that can be told without the plant file; never a password. */
export function isMachine(text: string): boolean {
  return (
    /^(?:plc|hmi|srv|scada|sps|line|linie|linea)[-_ ]?\d{1,3}$/i.test(text) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)
  );
}

/** Nothing but letters, with hyphens between them at most. */
export function isWord(text: string): boolean {
  return /^[\p{L}\p{M}]+(?:['’_-][\p{L}\p{M}]+)*[!?]*$/u.test(text);
}

/** Digits, as PINs are: "4711", "12-34-56", "2580#". */
export function isNumber(text: string): boolean {
  return /^[#*]?\d+(?:[-. ]\d+)*[#*]?$/.test(text);
}

export function digitsIn(text: string): number {
  return text.replace(/\D/g, "").length;
}

/** Letters with digits or signs among them, or capitals inside: no plain word, no number, no fact. */
export function isMixed(text: string): boolean {
  if (isFact(text) || isNumber(text) || !/\p{L}/u.test(text)) return false;
  return /\d/.test(text) || SIGN.test(text.replace(/(?<![!?])[!?]+$/, "")) || /\p{Ll}\p{Lu}/u.test(text);
}

/** Mixed, and no name of a machine or a part. */
export function isMadeUp(text: string): boolean {
  return isMixed(text) && !isCode(text);
}

const PATH = /^[#@/(\\]|[/\\].*[/\\]|^\p{L}[#+]{1,2}$|\.\p{L}\w{0,4}$|[=:]/u;

/** So mixed that it is a password wherever a sentence speaks of one. */
export function isPlainlyMade(text: string): boolean {
  const bare = text.replace(/(?<![!?])[!?]+$/, "");
  if (bare.length < 6 || !isMixed(text) || isCode(bare) || PATH.test(bare)) return false;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, SIGN].filter((kind) => kind.test(bare)).length;
  const isShouted = text !== bare && /\d/.test(bare);
  return kinds >= 3 || (kinds === 2 && SIGN.test(bare) && /\d/.test(bare)) || isShouted;
}

/** Holds a sign that no name has: then no introduction is needed. */
export function holdsSign(text: string): boolean {
  return SIGN.test(text.slice(0, -1)) || /\d.*!+$/.test(text);
}

/** Stranger than the name of any machine: a sign inside, a long number, or digits between letters. */
export function isStrange(text: string): boolean {
  return (
    isPlainlyMade(text) && (/\d{3}/.test(text) || /[!$%&§#*^?~].*[\p{L}\d]/u.test(text) || /\p{L}\d+\p{L}/u.test(text))
  );
}

/** What no word, name, address or part number looks like: small, capital, digit, and a sign in the middle. */
export function isUnmistakable(text: string): boolean {
  if (text.length < 8 || /[/=:.,()@\\<>|]/.test(text)) return false;
  const isRich = /\p{Ll}/u.test(text) && /\p{Lu}/u.test(text) && /\d/.test(text);
  return isRich && /[\p{L}\d][!$%&§#*^?~]+[\p{L}\d]/u.test(text);
}

/** A random run of letters and digits, as tokens are. */
export function isLongToken(text: string): boolean {
  return /^[A-Za-z0-9_]{16,}$/.test(text) && /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);
}

/** Groups of letters and digits, as keys of licences are: "7KQ2-M9XP-4LTR-8WZB". */
export function isGrouped(text: string): boolean {
  return /^(?=\D*\d)[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){2,8}$/i.test(text) && /\p{L}/u.test(text);
}

const STATE =
  /^(?:.*(?:ed|ing|able|ible|ly|less|ful|bar|lich|ig|isch|los|mente|ori[oa]|ando|iendo|(?:ad|id)[oa]s?)|(?:ab|an|auf|aus|ein|hinter|zuruck|um|vor|un|weiter)?ge\p{L}{2,}(?:t|en)|(?:ver|be|ent|zer|uber|unver)\p{L}{2,}(?:t|en)|.*(?:iert|ad|[aei]rl[aeo]s?|setzen|schalten|andern|sperren|geben|teilen|legen|stellen|holen|nehmen|senden|lassen))$/u;

/** "expired", "gesperrt", "caducada": how something is, by the end of the word. */
export function isState(word: string): boolean {
  const said = plain(word);
  return STATE.test(said) || STATES.has(said) || /[éó]$/.test(word); // "cambié", "caducó"
}

/** The clause ends here, or something joins on: "… geheim.", "… geheim für die Presse". */
export function endsThere(text: string, end: number): boolean {
  const rest = text.slice(end, end + 40);
  return /^["'”“’»)\]*`]*\s*(?:$|[.,;!?\n()/|–—-])/.test(rest) || JOINS.has(nextWord(text, end));
}

/** The sentence, or the line, ends here. */
export function isLast(text: string, end: number): boolean {
  return /^["'”’)*`]*\s*(?:[.!\n]|$)/.test(text.slice(end, end + 12));
}

/** The word behind a value, plain; empty when there is none. */
export function nextWord(text: string, end: number): string {
  return plain(/^\s*([\p{L}\p{M}]+)/u.exec(text.slice(end, end + 40))?.[1] ?? "");
}
