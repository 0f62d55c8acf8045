import type { Token } from "../text/token.ts";
import { classesOf } from "../text/wordClasses.ts";
import type { Utterance } from "../utterance/utterance.ts";
import type { Mention } from "./mention.ts";
import { nameFrom } from "./namedEnd.ts";

const ARTICLES = new Set("the our my a an der die das den dem unsere unseren el la los las un una".split(" "));
/** What is done to one machine, so that the words behind name it. */
const DOINGS = ["restart_verb", "update_verb"];

/**
 * The one thing a message is about where the plant file knows none: "restart the coffee machine", "update PLC-99". Null
 * where several are named, and for "the server", which is a kind and no name: then it is better asked which.
 */
export function namedThing(utterance: Utterance, mentions: readonly Mention[]): string | null {
  const { text, words } = utterance;
  const [only, ...others] = mentions;
  if (others.length > 0) return null;
  if (only !== undefined) return only.what.type === "text" ? nameIn(utterance, only) : null;
  const name = words.flatMap((_, at) => nameAfterDoing(words, at)).at(0) ?? [];
  const [start, end] = [name[0]?.start, name.at(-1)?.end];
  return start === undefined || end === undefined ? null : text.slice(start, end);
}

/** More than one word, or a number: "PLC-99", "report server". The verb before it is none of it. */
export function nameIn({ text, words }: Utterance, { start, end }: Mention): string | null {
  const first = words.find((word) => word.start >= start && !isDoing(word));
  const name = text.slice(first?.start ?? end, end).trim();
  return /\p{L}.*(?:\d|[\s-]\p{L})/u.test(name) ? name : null;
}

function isDoing({ norm }: Token): boolean {
  return classesOf(norm).some((name) => name.endsWith("_verb"));
}

function nameAfterDoing(words: readonly Token[], at: number): readonly (readonly Token[])[] {
  const doing = classesOf(words[at]?.norm ?? "").some((name) => DOINGS.includes(name));
  if (!doing || !ARTICLES.has(words[at + 1]?.norm ?? "")) return [];
  const name = nameFrom(words, at + 2);
  return name.length === 0 ? [] : [name];
}
