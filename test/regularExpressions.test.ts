import { READ_CHARS } from "../src/understand/text/fold.ts";
import { cpuMs } from "./support/cpuTime.ts";
import { regexesOf, sourcesUnder, type Written } from "./support/sources.ts";

/** As much as an answer in a form may hold; a message may hold four times as much. */
const LONG = 10_000;

/** What is slow on a text this long and sees only a short one. Each is tried with as much as it sees. */
const SHORT_TEXTS: readonly { readonly pattern: string; readonly most: number; readonly because: string }[] = [
  { pattern: "^[\"'’`)\\]*_~.]{0,3}s?[ \\t]*", most: 400, because: "secrets/after.ts looks 200 characters ahead" },
  {
    pattern: "^[^\\n.!?]{0,120}?(?:[.!?]\\s+|\\s*\\n",
    most: 160,
    because: "secrets/next.ts looks 160 characters ahead",
  },
  { pattern: "\\p{Ll}.*\\d", most: 400, because: "secrets/logins.ts asks it of one word" },
  { pattern: "\\d.*!+$", most: 400, because: "secrets/looks.ts asks it of one word" },
  { pattern: "[!$%&§#*^?~].*[\\p{L}\\d]", most: 400, because: "secrets/looks.ts asks it of one word" },
];

/** Signs that patterns repeat; the words of each pattern are tried beside them. */
const SIGNS = [
  ...[" ", "\t", "\n", "\r\n", "a", "A", "0", "ä", "-", ".", "/", ":", ",", ";", '"', "'", "“", "<", ">", "{", "["],
  ...[
    "(",
    "!",
    "\\",
    "&",
    "=",
    "#",
    "@",
    "*",
    "_",
    "a ",
    "0 ",
    "a.",
    "a-",
    "0.",
    "a, ",
    "a: ",
    "a\n",
    "“a",
    "<a",
    "a@",
  ],
];
const TAILS = ["", "\u0000", "a"];
const MOST_WORDS = 6;

/** What grows with the square takes longer, however often it is tried; what was only held up by others does not. */
const MOST_MS = 100;
const TRIES = 12;

function longestFor({ file, pattern }: Written): number {
  const short = SHORT_TEXTS.find((each) => pattern.startsWith(each.pattern));
  if (short !== undefined) return short.most;
  // The readers of meaning see a folded text; those of passwords, and of what is quoted in a thread, see the whole message.
  const isFolded = file.startsWith("src/understand/") && !file.includes("secrets") && !file.endsWith("clause.ts");
  return isFolded ? READ_CHARS : LONG;
}

function pumpsFor({ pattern }: Written): readonly string[] {
  const plain = pattern.replace(/\\[pP]\{[^}]*\}|\\[a-zA-Z]/g, " ");
  const words = [...new Set(plain.match(/[\p{L}\d]{2,}/gu) ?? [])].slice(0, MOST_WORDS);
  return [...SIGNS, ...words.flatMap((word) => [word, `${word} `])];
}

/** The first text that takes too long at every try. */
function slowOn(written: Written): readonly string[] {
  const longest = longestFor(written);
  const texts = pumpsFor(written).flatMap((pump) =>
    TAILS.map((tail) => ({ pump, tail, text: pump.repeat(Math.ceil(longest / pump.length)).slice(0, longest) + tail })),
  );
  const slow = texts.find(({ text }) => tries.every(() => tookMs(written, text) > MOST_MS));
  return slow === undefined ? [] : [`${written.file} /${written.pattern}/ on ${JSON.stringify(slow.pump)}`];
}

const tries = Array.from({ length: TRIES });

function tookMs({ pattern, flags }: Written, text: string): number {
  const expression = new RegExp(pattern, flags);
  return cpuMs(() => text.replace(expression, ""));
}

describe.each(["src", "adapters", "host"])("every regular expression under %s", (folder) => {
  test("ends in time on the longest text it sees, whatever is repeated in it", () => {
    expect(regexesOf(sourcesUnder(folder)).flatMap(slowOn)).toEqual([]);
  });
});

test("what is excused as seeing only short texts is still there", () => {
  const patterns = regexesOf(sourcesUnder("src")).map(({ pattern }) => pattern);
  for (const { pattern } of SHORT_TEXTS) expect(patterns.some((each) => each.startsWith(pattern))).toBe(true);
});
