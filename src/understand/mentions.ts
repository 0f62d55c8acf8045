import { classesOf } from "./features.ts";
import type { Endpoint } from "./reading.ts";
import type { Utterance } from "./utterance.ts";
import { namesIn, type Vocabulary } from "./vocabulary.ts";

/** A thing named in a text, with its place in it. */
export type Mention = { readonly start: number; readonly end: number; readonly what: Endpoint };

const THING_CLASSES = ["system", "machine", "field_device"];
// Words that never belong to a thing's name; a name may stretch to the left up to one of these.
const BREAKS = new Set(
  `the a an our my your this that from to for in on at of and or with by via through into between der die das den dem des ein
  eine einen vom von zum zur nach auf aus im am an und oder mit fur bei el la los las un una del de al a desde hacia con y o en
  por is are can could would will please not need needs open allow let <port> <protocol> <address> <clock> <n> | ? ! , . : -
  > < -> => <- tcp udp port ports read only new it we i you`.split(/\s+/),
);

/** Assets, addresses and other machines of a text, in order, none inside another. */
export function mentionsIn(utterance: Utterance, vocabulary: Vocabulary): readonly Mention[] {
  const { text, folded, entities } = utterance;
  const mentions: Mention[] = entities.flatMap((entity) =>
    entity.type === "address"
      ? [{ start: entity.start, end: entity.end, what: { type: "address", value: entity.value } as const }]
      : [],
  );
  for (const { id, start, end, text: said } of namesIn(vocabulary.assets, text.slice(0, folded.length))) {
    add(mentions, { start, end, what: { type: "asset", id, text: said } });
  }
  for (const mention of unknownThings(utterance)) add(mentions, mention);
  return mentions.sort((a, b) => a.start - b.start);
}

function add(mentions: Mention[], mention: Mention): void {
  if (!mentions.some((other) => other.start < mention.end && mention.start < other.end)) mentions.push(mention);
}

function unknownThings({ text, words }: Utterance): readonly Mention[] {
  const things: Mention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!isThing(words[at]?.norm)) continue;
    let last = at;
    while (isThing(words[last + 1]?.norm) || words[last + 1]?.norm === "<n>") last += 1;
    const start = words[firstOf(words, at)]?.start ?? 0;
    const end = words[last]?.end ?? 0;
    things.push({ start, end, what: { type: "text", text: text.slice(start, end) } });
    at = last;
  }
  return things;
}

/** "the report server" begins at "report"; "restart server" at "server", since nothing shows where the name begins. */
function firstOf(words: Utterance["words"], at: number): number {
  for (let first = at - 1; first >= at - 3; first -= 1) {
    const norm = words[first]?.norm;
    if (norm === undefined) return at;
    if (BREAKS.has(norm)) return first + 1;
  }
  return at;
}

function isThing(word: string | undefined): boolean {
  return word !== undefined && classesOf(word).some((name) => THING_CLASSES.includes(name));
}
