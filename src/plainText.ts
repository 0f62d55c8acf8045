/**
 * What is not seen, or shows what stands beside it in another order or place: control characters, soft hyphens, joiners,
 * marks of the reading direction, selectors of variants, fillers that take room and show nothing, halves of surrogate pairs.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1cbb}\u{1d159}\u{16fe4}]/gu;

/** Says of an emoji whether it is drawn as a picture or as a sign. Anywhere else it only hides. */
const DRAWN = /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier})[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3)/gu;

/** Joins emoji to one picture: a firefighter is a person, this and a fire engine. Anywhere else it only hides. */
const JOINED = /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d(?=\p{Extended_Pictographic})/gu;
/** Stand for these while the others are taken away; no text can hold them, since they go first. */
const STANDING_FOR: Readonly<Record<string, string>> = { "\ue000": "\u200d", "\ue001": "\ufe0e", "\ue002": "\ufe0f" };
const STANDS_IN = /[\ue000-\ue002]/g;
const standIn = (sign: string) => Object.keys(STANDING_FOR).find((each) => STANDING_FOR[each] === sign) ?? "";

/** Accents piled on one letter reach into the lines above and below it. */
const PILED = /(\p{M}{4})\p{M}+/gu;

/**
 * The marks by which a step's line begins on a card, and what could be taken for them. Only Referee draws them: in a text
 * they become a dot.
 */
const MARKS =
  /[✓✔✅☑🗸√✗✘✕✖❌❎☒☐○●◯◉◎⚪⚫⬤⭘🔴🟢🟡🟠🔵🟣🟤⏸⏺⏹⍻🗹🗴🗵🗶🗷⮽⮾⮿☓❍◌⊙⊚⊗⊘⦾⦿⨂⨯╳⤫⤬〇⚬🔘\u{10102}\u{1f7a8}-\u{1f7ae}][\ufe0e\ufe0f]?/gu;

/** A text with nothing in it that is not seen; its line breaks stay. */
export function visible(text: string): string {
  const kept = text.replace(STANDS_IN, "").replace(JOINED, standIn).replace(DRAWN, standIn);
  return kept
    .replace(/\r\n?/g, "\n")
    .replace(UNSEEN, (sign) => (sign in STANDING_FOR || sign === "\n" ? sign : sign === "\t" ? " " : ""))
    .replace(/[\u2028\u2029]/g, "\n")
    .replace(STANDS_IN, (sign) => STANDING_FOR[sign] ?? "")
    .replace(PILED, "$1");
}

/**
 * A text as one line that cannot be taken for one of Referee's: nothing unseen, no break and no wide gap, none of the
 * marks of a card. A single no-break space stays, so that a phone number stays whole.
 */
export function oneLine(text: string): string {
  return visible(text.replace(/[\u0085\v\f]/g, "\n"))
    .replace(/\s+/gu, (gap) => (gap === "\u00a0" ? gap : " "))
    .replace(MARKS, "·")
    .trim();
}

/** A text as one line of which none can end its quotation and go on as something else that is said. */
export function unquoted(text: string): string {
  const line = oneLine(text);
  const marks = [...line.matchAll(QUOTATION_MARKS)].map(({ 0: sign, index }) => markAt(line, index, sign));
  const inches = inchesAmong(marks);
  const shown = line.replace(QUOTATION_MARKS, (sign, at: number) =>
    inches.has(at) ? ` in${IN_WORD.test(line.charAt(at + sign.length)) ? " " : ""}` : "'",
  );
  // A mark beside an apostrophe would make another.
  return shown.replace(SINGLE_MARKS, "'");
}

/** How a mark stands in a text: after a number as inches do, before what it opens, or after what it closes. */
type Mark = { readonly at: number; readonly stands: "afterNumber" | "before" | "after" };

function markAt(line: string, at: number, sign: string): Mark {
  const [before, next] = [line.charAt(at - 1), line.charAt(at + sign.length)];
  if (INCHES.test(sign) && /\p{N}/u.test(before)) return { at, stands: "afterNumber" };
  const opens = (before === "" || /[\s\p{Ps}\p{Pd}/]/u.test(before)) && /\S/u.test(next);
  return { at, stands: opens ? "before" : "after" };
}

/** Of the marks after a number those that close no quotation: `the 24" valve`, but not `"line 3" is down`. */
function inchesAmong(marks: readonly Mark[]): ReadonlySet<number> {
  const found = new Set<number>();
  let isOpen = false;
  for (const [index, { at, stands }] of marks.entries()) {
    if (stands === "afterNumber" && (!isOpen || marks[index + 1]?.stands === "after")) found.add(at);
    else isOpen = stands === "before";
  }
  return found;
}

/** What people write for inches. As a single mark they would be feet. */
const INCHES = /^(?:["”″〃״ʺ]|['’′]{2})$/u;
const IN_WORD = /[\p{L}\p{N}]/u;
const SINGLE_MARKS = /['‘’‚‛′´`]{2,}/gu;

/** Signs that close a quotation in some language, or could be taken for one that does: primes, ditto marks, doubled commas. */
const QUOTATION_MARKS =
  /["“”„‟«»‹›＂〝〞〟❝❞❠「」『』﹁﹂﹃﹄｢｣《》〈〉″‶ʺ˝ˮ〃״\u{1f676}-\u{1f678}]|['‘’‚‛′´`]{2}|,,/gu;

/**
 * A line of JSON that reads as the same, with everything unseen and every sign that some programs break lines at written by its
 * number: nothing typed begins a line of its own in a terminal or an editor.
 */
export function visibleJson(json: string): string {
  return json.replace(UNSEEN_IN_JSON, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""),
  );
}

/** The line's own end stays. */
const UNSEEN_IN_JSON = /(?!\n)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text of at most so many UTF-16 units, the last an ellipsis when something was cut; never half a character. */
export function cutText(text: string, most: number): string {
  const whole = text.replace(/\p{Cs}/gu, "\ufffd");
  if (whole.length <= most) return whole;
  // A character may have any number of parts: beyond these it is cut like everything else.
  const around = whole.slice(Math.max(0, most - 1 - MOST_IN_ONE), most + MOST_IN_ONE);
  const start = Math.max(0, most - 1 - MOST_IN_ONE);
  const crossing = [...characters.segment(around)].find(
    ({ index, segment }) => start + index < most - 1 && start + index + segment.length > most - 1,
  );
  const end = crossing === undefined ? most - 1 : start + crossing.index;
  const taken = whole.slice(0, Math.max(0, end));
  return `${/[\ud800-\udbff]$/.test(taken) ? taken.slice(0, -1) : taken}…`;
}

const MOST_IN_ONE = 64;
