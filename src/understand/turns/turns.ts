import { fold } from "../text/fold.ts";
import { writtenOut } from "../text/words.ts";

/**
 * Turns of phrase, written so that people can read and add to them. Words are separated by one space:
 *
 *   can|could       one of these words; a whole word of several parts is joined by "_": power_cycle
 *   restart*        a word that begins so
 *   (please|just)?  may be there
 *   _               any one word
 *   ...             up to five words of the same clause
 *   |               the end of a clause and the beginning of the next
 *   ^   $           the beginning (after a greeting or a filler) and the end of a clause
 *   ACT             a list of words that has a name
 *   außer           may be written as the language writes it: it is found as texts are read, "auser", and as people write it
 *                   who lack the key, "ausser"; what the reader writes out in texts ("im", "pw") is written out here, too
 */
export type Lists = Readonly<Record<string, string>>;

const FILLERS =
  "hi hello hey hallo hola moin morning good evening guys all team folks everyone colleagues dear sorry ok okay so and also then bitte please und ja y just maybe quick asap it ot sec ops mal kurz eh um yo again or question btw urgent same oh hmm hm yes @ - * > ( \" '";
const ANY = "[^| ]+";
const GAP = `(?: ${ANY}){0,5}`;
const START = `(?:^| \\|)(?: (?:${FILLERS.split(" ").map(escaped).join("|")}))*`;

/** The forms of one cue, to be tried on a line that begins with a space. */
export type Turns = { readonly test: (line: string) => boolean };

/** Forms as one expression, made when it is first tried: nothing runs on import. */
export function turns(forms: readonly string[], lists: Lists = {}): Turns {
  let kept: RegExp | undefined;
  return {
    test: (line) => {
      kept ??= new RegExp(forms.map((form) => formSource(form, lists)).join("|"));
      return kept.test(line);
    },
  };
}

function formSource(form: string, lists: Lists): string {
  const items = form.split(" ");
  const starts = items[0] === "^";
  const ends = items.at(-1) === "$";
  const middle = items.slice(starts ? 1 : 0, ends ? -1 : undefined).map((item) => itemSource(item, lists));
  return `${starts ? START : ""}${middle.join("")}${ends ? "(?= \\||$)" : "(?= |$)"}`;
}

function itemSource(item: string, lists: Lists): string {
  if (item === "...") return GAP;
  if (item === "|") return " \\|";
  const optional = /^\((.+)\)\?$/.exec(item)?.[1];
  return optional === undefined ? ` ${choice(item, lists)}` : `(?: ${choice(optional, lists)})?`;
}

function choice(item: string, lists: Lists): string {
  const words = item.split("|").flatMap((word) => (lists[word] ?? word).split(/\s+/));
  const sources = words.filter((word) => word !== "").map(wordSource);
  return `(?:${sources.join("|")})`;
}

function wordSource(word: string): string {
  if (word === "_") return ANY;
  const parts = word.length > 1 ? word.split(/[_-]/) : [word];
  return parts.map(partSource).join(" ");
}

/** A word as the lines have it that are read: written out, and without accents. */
function partSource(part: string): string {
  return [...(writtenOut(part) ?? part)].map(letterSource).join("");
}

function letterSource(letter: string): string {
  if (letter === "*") return "[^| ]*";
  if (!/\p{L}/u.test(letter)) return escaped(letter);
  const spelt = SPELT[letter];
  return spelt === undefined ? fold(letter) : `(?:${fold(letter)}|${spelt})`;
}

/** How letters are written where a keyboard lacks them. */
const SPELT: Readonly<Record<string, string>> = { ß: "ss", ä: "ae", ö: "oe", ü: "ue" };

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/"'-]/g, "\\$&");
}
