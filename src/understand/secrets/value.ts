/** A stretch of a text where a secret may stand. */
export type Value = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether it stands in quotes, in a code span or as a phrase: then every letter of it is meant. */
  readonly quoted: boolean;
};

/** What stands in a text where a password or token stood. */
export const REDACTED = "[removed]";

/** Longest secret without spaces, and longest one in quotes, in characters. */
const LONGEST = 500;
const LONGEST_QUOTED = 100;

/** What closes a quotation, by what opened it. */
const CLOSES: Readonly<Record<string, readonly string[]>> = {
  '"': ['"'],
  "'": ["'"],
  "`": ["`"],
  "“": ["”", '"'],
  "„": ["“", "”", '"'],
  "”": ["”", '"'],
  "«": ["»"],
  "»": ["«"],
  "‘": ["’"],
  "‚": ["‘", "’"],
};

/** The value that begins here: what is in quotes, else up to the next space. Null when nothing does. */
export function valueAt(text: string, at: number): Value | null {
  const closes = CLOSES[text.charAt(at)];
  if (closes === undefined) return runAt(text, at);
  return inQuotes(text, at + 1, closes) ?? runAt(text, at + 1);
}

/** The value a found group stands for; null when it is the placeholder of one that was taken out, or empty. */
export function stretchOf(text: string, start: number, end: number): Value | null {
  const said = text.slice(start, end);
  return said === "" || said.includes(REDACTED) ? null : { start, end, text: said, quoted: false };
}

function inQuotes(text: string, start: number, closes: readonly string[]): Value | null {
  const stretch = text.slice(start, start + LONGEST_QUOTED + 1);
  const ends = closes.map((sign) => stretch.indexOf(sign)).filter((end) => end > 0);
  const inside = stretch.slice(0, Math.min(...ends));
  if (ends.length === 0 || inside.includes("\n") || inside.trim() === "") return null;
  return { start, end: start + inside.length, text: inside, quoted: true };
}

function runAt(text: string, start: number): Value | null {
  const [run = ""] = /^[^\s"“”„«»`]+/.exec(text.slice(start, start + LONGEST)) ?? [];
  const said = trimmed(run);
  return said === "" ? null : { start, end: start + said.length, text: said, quoted: false };
}

/** What is told after it in the same breath: "abc;host=x", "abc&user=x", "abc</password>". */
const GOES_ON = /(?<![;,&|])[;,&|]+(?=[\p{L}_ .-]{1,30}[=:])|[;,]$|<\/?\p{L}|\\[nrt"]/u;

/** Without the signs of the sentence around it. */
function trimmed(run: string): string {
  const [value = ""] = run.split(GOES_ON, 1);
  return value.replace(/[.,;:)\]}>'’*…]{1,10}$/u, "").replace(/(?<=.)\?{1,3}$/, "");
}
