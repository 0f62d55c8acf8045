import type { Label } from "./labels.ts";
import { conceptsOf } from "./model/concepts.ts";
import { type Evidence, evidenceFor, type Model } from "./model/model.ts";
import { protocolByName, protocolsOf } from "./ports/ports.ts";
import type { Slots } from "./reading.ts";
import { fold } from "./text/fold.ts";
import { isTelling } from "./text/telling.ts";
import type { Kind } from "./turns/gate.ts";
import type { Utterance } from "./utterance/utterance.ts";

/** More reasons than this explain nothing better. */
const MOST = 3;

const KINDS: Readonly<Record<Kind, string>> = {
  request: "it asks for something",
  fault: "it says that something is out of order now",
  question: "it asks a question",
  report: "it reports what was done or is well again",
  howTo: "it asks how something is done",
  advice: "it gives advice",
  hypothetical: "it says what would be",
  joke: "it is not meant seriously",
  quote: "it quotes somebody",
  negation: "it says what shall not be done",
  announcement: "it announces something",
  plan: "it says what somebody is about to do",
  talk: "it is talk",
  statement: "it states something",
  unclear: "",
};

/** What a message is explained by. */
export type Explained = {
  readonly utterance: Utterance;
  readonly features: readonly string[];
  readonly label: Label;
  readonly slots: Slots;
};

/**
 * The words and numbers of the text that told most, from the same numbers that decided; at most three. None only for a
 * text of signs.
 */
export function tellingWords({ utterance, features, label, slots }: Explained, model?: Model): readonly string[] {
  const facts = [...protocolWord(utterance), ...factWords(slots)];
  const things = namedThings(slots);
  const evidence = evidenceFor(label, features, model);
  const about = aboutOf(utterance);
  const words = saidWords(evidence, utterance, things, about);
  if (facts.length + words.length === 0) return wordsAtAll(evidence, utterance, things, about);
  // One fact gives way when there are many, so that a word says what is to become of them.
  return [...facts.slice(0, words.length > 0 ? MOST - 1 : MOST), ...words].slice(0, MOST);
}

/** Why a message was read as it was: what told most in it, and what kind of utterance it is. Never empty. */
export function reasonsFor(telling: readonly string[], kind: Kind): readonly string[] {
  const why = KINDS[kind];
  const all = why === "" ? telling : [...telling, why];
  return all.length > 0 ? all : ["nothing in it says more"];
}

/** What each word of a text is about, looked up once for all the evidence. */
type About = ReadonlyMap<string, readonly string[]>;

function aboutOf({ words }: Utterance): About {
  return new Map(words.map(({ norm }) => [norm, conceptsOf(norm)]));
}

/** The words that weighed most, as they stand in the text. The card shows what they are about anyway. */
function saidWords(
  evidence: readonly Evidence[],
  { text, words }: Utterance,
  things: readonly string[],
  about: About,
): readonly string[] {
  const said = new Set<string>();
  for (const { feature } of evidence) {
    if (said.size === MOST) break;
    const token = words.find(({ norm }) => isTelling(norm) && !norm.startsWith("<") && isToldBy(feature, norm, about));
    if (token === undefined || things.some((thing) => thing.includes(token.norm))) continue;
    said.add(quoted(text.slice(token.start, token.end)));
  }
  return [...said];
}

/** Whether a feature is this word, or what it is about: "m:open" of "open". */
function isToldBy(feature: string, word: string, about: About): boolean {
  return feature === `w:${word}` || (feature.startsWith("m:") && isWithin(feature, word, about));
}

/**
 * Where no word weighed by itself, a turn of phrase, parts of words or what is named decided: the words that have most
 * of that in them. "“hilfe”" is a cry for help, though no phrase was ever learned from it alone.
 */
function wordsAtAll(
  evidence: readonly Evidence[],
  { text, words }: Utterance,
  things: readonly string[],
  about: About,
): readonly string[] {
  const said = words.filter(({ norm }) => /[\p{L}\p{N}]/u.test(norm));
  const telling = said.filter(({ norm }) => isTelling(norm));
  const beside = telling.filter(({ norm }) => !things.some((thing) => thing.includes(norm)));
  const best = [beside, telling, said].find(({ length }) => length > 0) ?? [];
  const weighed = best.map((token) => ({ token, weight: weightOf(token.norm, evidence, about) }));
  const strongest = weighed.sort((a, b) => b.weight - a.weight).slice(0, MOST);
  return [...new Set(strongest.map(({ token }) => quoted(text.slice(token.start, token.end))))];
}

function weightOf(word: string, evidence: readonly Evidence[], about: About): number {
  return evidence.reduce((sum, { feature, weight }) => (isWithin(feature, word, about) ? sum + weight : sum), 0);
}

/** Whether a feature was made of this word, or of a part of it: "g:^hil" of "hilfe". */
function isWithin(feature: string, word: string, about: About): boolean {
  const [kind, rest] = [feature.slice(0, 2), feature.slice(2)];
  if (kind === "g:") return `^${word}$`.includes(rest);
  if (kind === "b:") return rest.split("_").includes(word);
  return kind === "m:" && about.get(word)?.includes(rest) === true;
}

/** What is shown beside the reasons already: the machines at both ends, times, and that a number is a port. */
function namedThings({ source, destination, ports, times }: Slots): readonly string[] {
  const ends = [source, destination].flatMap((end) => (end?.type === "asset" ? [end.text] : []));
  const said = times.said === null ? [] : [times.said];
  return [...ends, ...said, ...(ports.length === 0 ? [] : ["ports", "puertos"])].map(fold);
}

/** "“modbus” (Modbus TCP)" where the protocol was named. */
function protocolWord({ text, entities }: Utterance): readonly string[] {
  const named = entities.find(({ type }) => type === "protocol");
  if (named?.type !== "protocol" || named.denied) return [];
  return [`${quoted(text.slice(named.start, named.end))} (${protocolByName(named.key)?.name ?? named.key})`];
}

function factWords({ ports, keys, addresses }: Slots): readonly string[] {
  const numbers = ports.map(({ from, to }) => {
    const [known] = from === to ? protocolsOf(from) : [];
    const number = quoted(from === to ? `${from}` : `${from}-${to}`);
    return known === undefined ? number : `${number} (${known.protocol.replace(/ \(.*/, "")})`;
  });
  return [...numbers, ...keys.map(quoted), ...addresses.map(quoted)];
}

/** What stands in the text, in the quotation marks of the cards. */
export function quoted(words: string): string {
  return `“${words}”`;
}
