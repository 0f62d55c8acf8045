/** A run of letters or of digits in a text. */
export type Word = {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Whether it touches no letter or digit on that side. */
  readonly begins: boolean;
  readonly ends: boolean;
};

/** How people shorten parts of names. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["srv", "server"],
  ["svr", "server"],
  ["gw", "gateway"],
  ["ln", "line"],
]);

/** Little words that people put into a name (`the switch on line 3`) or leave out. */
const FILLERS: ReadonlySet<string> = new Set(
  "on of for at in the von vom der die das an auf in für fur de del la el en para".split(" "),
);

/**
 * Runs of letters and runs of digits: `PLC12` is two words, as is `plc-12`. Little words between others are left out,
 * but not before a number: `the PLC for 7 days` is not PLC 7.
 */
export function wordsOf(text: string): readonly Word[] {
  const words = runsOf(text);
  return words.filter(({ folded }, at) => {
    const [before, after] = [words[at - 1], words[at + 1]];
    const inside = before !== undefined && after !== undefined && !/\d/.test(after.folded);
    return !(FILLERS.has(folded) && inside);
  });
}

function runsOf(text: string): readonly Word[] {
  const runs = [...text.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)].map((run) => ({ run: run[0], start: run.index }));
  return runs.map(({ run, start }, at) => {
    const end = start + run.length;
    const [before, after] = [runs[at - 1], runs[at + 1]];
    const begins = before === undefined || before.start + before.run.length < start;
    return { folded: fold(run), start, end, begins, ends: after === undefined || after.start > end };
  });
}

function fold(run: string): string {
  const plain = run
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss");
  return SHORT.get(plain) ?? plain;
}

/** Words joined without spaces; two numbers keep a dash, so that `1-2` does not become 12. */
export function spell(words: readonly Pick<Word, "folded">[]): string {
  return words.reduce((text, { folded }) => text + (/\d$/.test(text) && /^\d/.test(folded) ? "-" : "") + folded, "");
}

/** What is left of a name when case, accents, spaces and dashes do not matter; two equal spellings are one name. */
export function spellingOf(name: string): string {
  return spell(wordsOf(name));
}
