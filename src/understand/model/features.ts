import { classesOf } from "../text/wordClasses.ts";
import type { Cue } from "../turns/cues.ts";
import type { Utterance } from "../utterance/utterance.ts";
import { conceptsOf } from "./concepts.ts";

/**
 * What the model looks at: words, pairs of neighbours, parts of words, what words are about, what is done to what kind of
 * thing, and the turns of phrase.
 * Each once. Names say what they are, since the reasons are made from them: "w:open", "b:open_<port>",
 * "v:open_verb_<port>".
 */
export function featuresOf(utterance: Utterance, cues: ReadonlySet<Cue>): readonly string[] {
  const features = new Set<string>();
  const words = withoutCourtesy(utterance.line.split(" ").filter((word) => word !== "" && word !== "|"));
  const classed = words.map((word) => classesOf(word)[0] ?? word);
  for (const [index, word] of words.entries()) {
    features.add(`w:${word}`);
    features.add(`b:${words[index - 1] ?? "^"}_${word}`);
    features.add(`k:${classed[index - 1] ?? "^"}_${classed[index] ?? word}`);
    for (const part of partsOf(word)) features.add(part);
  }
  features.add(`b:${words.at(-1) ?? ""}_$`);
  for (const done of doneTo(words)) features.add(done);
  for (const about of conceptsAmong(words)) features.add(about);
  for (const cue of cues) features.add(`q:${cue}`);
  return [...features];
}

const VERBS: ReadonlySet<string> = new Set(
  "restart_verb open_verb install_verb update_verb connect_verb move_verb send_verb".split(" "),
);
const THINGS: ReadonlySet<string> = new Set(
  "machine system field_device vendor remote_tool cloud software firmware network account".split(" "),
);
/** How many words around a verb may lie what it is done to; German and Spanish put it before, too. */
const REACH = { before: 3, behind: 5 };

/** What is done to what kind of thing: "v:move_verb_field_device", "v:open_verb_<port>". */
function doneTo(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    const verbs = classesOf(word).filter((name) => VERBS.has(name));
    if (verbs.length === 0) return [];
    const around = [...words.slice(Math.max(0, at - REACH.before), at), ...words.slice(at + 1, at + 1 + REACH.behind)];
    const things = around.flatMap(thingsIn);
    return verbs.flatMap((verb) => things.map((thing) => `v:${verb}_${thing}`));
  });
}

function thingsIn(word: string): readonly string[] {
  return word.startsWith("<") ? [word] : classesOf(word).filter((name) => THINGS.has(name));
}

/** What the words are about: "m:move"; "m:!move" is denied. */
function conceptsAmong(words: readonly string[]): readonly string[] {
  const denied = deniedAmong(words);
  return words.flatMap((word, at) =>
    conceptsOf(word).map((concept) => (denied.has(at) ? `m:!${concept}` : `m:${concept}`)),
  );
}

/** Where words stand that are said not to be meant: "kein neues Konto, …", "not the drive but". */
function deniedAmong(words: readonly string[]): ReadonlySet<number> {
  const denied = new Set<number>();
  for (const [at, word] of words.entries()) {
    if (!DENIES.has(word)) continue;
    for (let next = at + 1; next <= at + DENIED && next < words.length && !TURNS_BACK.has(words[next] ?? ""); next += 1)
      denied.add(next);
  }
  return denied;
}
const DENIES = new Set(
  "no not kein keine keinen keinem keiner nicht ni sin without ohne neither nor never nie niemals".split(" "),
);
const TURNS_BACK = new Set("but sondern sino only nur solo just | and und y".split(" "));
const DENIED = 3;

const GREETINGS = new Set(
  "hi hello hey hallo hola good morning evening afternoon moin dear colleagues team all guys everyone folks servus buenos dias".split(
    " ",
  ),
);
const FAREWELLS = new Set(
  "thanks thank you danke gracias cheers regards best greetings vg lg gruss saludos ! .".split(" "),
);

/** The words without a greeting before and thanks behind them, which people put around anything. */
function withoutCourtesy(words: readonly string[]): readonly string[] {
  let first = 0;
  let last = words.length;
  while (first < last && GREETINGS.has(words[first] ?? "")) first += 1;
  while (last > first && FAREWELLS.has(words[last - 1] ?? "")) last -= 1;
  return last - first >= 3 ? words.slice(first, last) : words;
}

function partsOf(word: string): readonly string[] {
  if (word.length < 4 || word.length > 20 || word.startsWith("<")) return [];
  const padded = `^${word}$`;
  const parts: string[] = [];
  for (let index = 0; index + 4 <= padded.length; index += 1) parts.push(`g:${padded.slice(index, index + 4)}`);
  return parts;
}
