/** Longest text that is read, in characters; what follows is not looked at. A request is a sentence, not a log file. */
export const READ_CHARS = 2_000;

const MARK = /\p{M}/u;
const INVISIBLE = /[\p{Cf}\p{Cc}\u115F\u3164]/u;
const SAME: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "´": "'",
  "`": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "‑": "-",
  "→": ">",
  "⇒": ">",
  "←": "<",
  ß: "s",
  ø: "o",
  ł: "l",
  "\n": "\n",
};

/**
 * The text as it is compared: small letters without accents, plain quotes and dashes, no invisible characters.
 * Has the same length as what was given (at most `READ_CHARS`), so a place in one is a place in the other.
 */
export function fold(text: string): string {
  let folded = "";
  const end = Math.min(text.length, READ_CHARS);
  for (let index = 0; index < end; index += 1) folded += foldChar(text.charAt(index));
  return folded;
}

function foldChar(char: string): string {
  if (char >= "a" && char <= "z") return char;
  const same = SAME[char];
  if (same !== undefined) return same;
  if (char < "\u0080" && char >= " ") return char.toLowerCase();
  if (INVISIBLE.test(char) || MARK.test(char)) return " ";
  const plain = char.normalize("NFKD").charAt(0).toLowerCase();
  return plain.length === 1 ? plain : char;
}
