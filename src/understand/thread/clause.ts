import { fold } from "../text/fold.ts";
import { mender } from "../text/spelling.ts";
import { type Token, tokenize } from "../text/token.ts";

/** A stretch of a message that says one thing. */
export type Clause = {
  /** Its words as they are compared, divided by spaces. */
  readonly line: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** Whether a question mark ends it. */
  readonly asks: boolean;
};

/** Words of an answer that are worth mending when one letter is wrong. */
const mend = mender(
  `approved approve granted accepted rejected denied declined agreed withdraw cancel extend extended finished
  completed confirmed working running closed opened rolled reverted genehmigt freigegeben abgelehnt einverstanden erledigt
  eingerichtet funktioniert zustandig verlangern stornieren aprobado denegado rechazado autorizado adelante cancelar
  objections objection responsible reverted nevermind immediately`,
  ["running", "extends", "cancels"],
);

/** How a chat writes signs in words, and what stands for them. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [
    /:(?:\+1|thumbsup|thumbs_up|ok_hand|white_check_mark|heavy_check_mark|ballot_box_with_check)(?:::?skin-tone-\d)?:/g,
    "👍",
  ],
  [/:(?:-1|thumbsdown|thumbs_down|x|no_entry|no_entry_sign|no_good)(?:::?skin-tone-\d)?:/g, "👎"],
  [/(?<![\p{L}\d+])\+1(?![\d\p{L}])/gu, "👍"],
  [/^\s*-1\s*$/g, "👎"],
  [/[👌✅☑✔🆗]/gu, "👍"],
  [/[❌⛔🚫🙅]/gu, "👎"],
];

const ENDS = new Set([".", ";", "!", "?", "\n", ",", ":", "but", "aber", "pero", "sino", "-", "(", ")"]);
const THUMBS = new Set(["👍", "👎"]);

/**
 * The clauses of a text, without what stands in quotation marks: that is somebody else's, or only spoken of.
 * @param code letters of the plant's request keys, which say for which request something is meant, and nothing of it
 */
export function clausesOf(text: string, code: string): readonly Clause[] {
  const tokens = tokenize(fold(withoutKeys(withoutQuotes(withSigns(text)), code)));
  const clauses: Clause[] = [];
  let words: Token[] = [];
  const close = (asks: boolean) => {
    const clause = clauseOf(words, asks);
    if (clause !== null) clauses.push(clause);
    words = [];
  };
  for (const [at, token] of tokens.entries()) {
    if (isInNumber(tokens[at - 1], token, tokens[at + 1])) words.push(token);
    else if (THUMBS.has(token.norm)) {
      close(false);
      words.push(token);
      close(false);
    } else if (ENDS.has(token.norm) && !isHyphen(token, words.at(-1))) close(token.norm === "?");
    else words.push(token);
  }
  close(false);
  return clauses;
}

/** "12:00" and "10.20.3.4" end no clause. */
function isInNumber(before: Token | undefined, { norm, start, end }: Token, after: Token | undefined): boolean {
  if (norm !== ":" && norm !== ".") return false;
  return before?.end === start && after?.start === end && /^\d/.test(after.norm) && /\d$/.test(before.norm);
}

function isHyphen({ norm, start }: Token, before: Token | undefined): boolean {
  return norm === "-" && before?.end === start;
}

function clauseOf(words: readonly Token[], asks: boolean): Clause | null {
  const said = words.filter(({ norm }) => /[\p{L}\p{N}👍👎<]/u.test(norm));
  const [first] = said;
  const last = said.at(-1);
  if (first === undefined || last === undefined || (said.length === 1 && first.norm === "it")) return null;
  const line = said.map(({ norm }) => (/^\d+$/.test(norm) ? "<n>" : mend(norm))).join(" ");
  return { line, start: first.start, end: last.end, asks };
}

/** A sign has as many characters as what it stands for, so that a place in one text is a place in the other. */
function withSigns(text: string): string {
  return SIGNS.reduce((signed, [form, sign]) => signed.replace(form, (said) => sign.padEnd(said.length)), text);
}

/** None goes over its own opening sign, nor from line to line: each place of a text is looked at once, whatever stands in it. */
const QUOTED = [
  /"[^"\n]*"/g,
  /“[^“”\n]*”/g,
  /„[^„“”\n]*[“”]/g,
  /«[^«»\n]*»/g,
  /^[^\S\n\r\u2028\u2029]*(?:>|&gt;).*$/gm,
];

function withoutQuotes(text: string): string {
  return QUOTED.reduce((left, form) => left.replace(form, (said) => " ".repeat(said.length)), text);
}

/** "HAM-2 approved" is "it approved" in the thread of HAM-2. */
function withoutKeys(text: string, code: string): string {
  if (code === "") return text;
  const key = new RegExp(`(?<![\\p{L}\\d])${code}[ -]?\\d{1,7}(?![\\p{L}\\d])`, "giu");
  return text.replace(key, (said) => "it".padStart(said.length));
}
