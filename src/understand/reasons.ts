import type { Cue } from "./cues.ts";
import type { Kind } from "./gate.ts";
import type { Label } from "./labels.ts";
import { type Evidence, evidenceFor, type Model } from "./model.ts";
import { protocolsOf } from "./ports.ts";
import type { Slots } from "./reading.ts";
import type { Utterance } from "./utterance.ts";

const MOST = 4;

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
  readonly cues: ReadonlySet<Cue>;
  readonly features: readonly string[];
  readonly kind: Kind;
  readonly label: Label;
  readonly slots: Slots;
};

/** Why a message was read as it was, from the same numbers that decided. Never empty. */
export function reasonsFor({ utterance, features, kind, label, slots }: Explained, model?: Model): readonly string[] {
  const words = saidWords(evidenceFor(label, features, model), utterance);
  const facts = factWords(slots);
  const reasons = [...words.filter((word) => !facts.some((fact) => fact.includes(word))), ...facts].slice(
    0,
    MOST + facts.length,
  );
  const why = KINDS[kind];
  const all = why === "" ? reasons : [...reasons, why];
  return all.length > 0 ? all : ["nothing in it says more"];
}

/** The words and pairs of words that weighed most, as they stand in the text. */
function saidWords(evidence: readonly Evidence[], { text, words }: Utterance): readonly string[] {
  const said: string[] = [];
  for (const { feature } of evidence) {
    if (said.length === MOST) break;
    const word = feature.startsWith("w:") ? feature.slice(2) : null;
    if (word === null || word.startsWith("<") || word.length < 2) continue;
    const token = words.find(({ norm }) => norm === word);
    if (token !== undefined) said.push(`'${text.slice(token.start, token.end)}'`);
  }
  return [...new Set(said)];
}

function factWords({ ports, keys, addresses }: Slots): readonly string[] {
  const numbers = ports.map(({ from, to }) => {
    const [known] = from === to ? protocolsOf(from) : [];
    const number = from === to ? `'${from}'` : `'${from}-${to}'`;
    return known === undefined ? number : `${number} (${known.protocol})`;
  });
  return [...numbers, ...keys.map((key) => `'${key}'`), ...addresses.map((address) => `'${address}'`)].slice(0, MOST);
}
