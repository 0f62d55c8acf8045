import { namesIn, type Vocabulary } from "../text/vocabulary.ts";
import { classesOf } from "../text/wordClasses.ts";
import type { Utterance } from "../utterance/utterance.ts";
import type { Mention } from "./mention.ts";
import { namedBeside } from "./namedEnd.ts";
import { countedOn, numberedThings } from "./numbered.ts";

const THING_CLASSES = ["system", "machine", "field_device"];
// Words that never belong to a thing's name; a name may stretch to the left up to one of these.
const BREAKS = new Set(
  `the a an our my your this that from to for in on at of and or with by via through into between der die das den dem des ein
  eine einen vom von zu zum zur nach auf aus im am an und oder mit fur bei el la los las un una del de al a desde hacia con y o en
  por until till bis hasta towards is are can could would will please not need needs open allow let <port> <protocol> <address> <clock> <n> | ? ! , . : - ( ) /
  > < -> => <- tcp udp port ports read only new it we i you`.split(/\s+/),
);

/** Assets, addresses and other machines of a text, in order, none inside another. */
export function mentionsIn(utterance: Utterance, vocabulary: Vocabulary): readonly Mention[] {
  const { text, folded, entities } = utterance;
  const mentions: Mention[] = entities.flatMap((entity) => {
    const value = entity.type === "address" ? entity.value : entity.type === "link" ? hostOf(text, entity) : null;
    return value === null ? [] : [{ start: entity.start, end: entity.end, what: { type: "address", value } as const }];
  });
  for (const { id, start, end, text: said } of namesIn(vocabulary.assets, text.slice(0, folded.length))) {
    add(mentions, { start, end, what: { type: "asset", id, text: said } });
  }
  for (const mention of [...unknownThings(utterance, mentions), ...numberedThings(utterance)]) add(mentions, mention);
  for (const mention of [...mentions])
    for (const more of countedOn(utterance, mention, vocabulary)) add(mentions, more);
  for (const mention of [...mentions]) for (const more of namedBeside(utterance, mention)) add(mentions, more);
  return mentions.sort((a, b) => a.start - b.start);
}

/** What a link leads to: "https://mes.example/login" is the host it names. */
function hostOf(text: string, { start, end }: Pick<Mention, "start" | "end">): string | null {
  const url = text.slice(start, end).replace(/^(?!https?:)/i, "https://");
  return URL.canParse(url) ? new URL(url).hostname : null;
}

function add(mentions: Mention[], mention: Mention): void {
  if (!mentions.some((other) => other.start < mention.end && mention.start < other.end)) mentions.push(mention);
}

function unknownThings({ text, words }: Utterance, known: readonly Mention[]): readonly Mention[] {
  const things: Mention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!isThing(words[at]?.norm)) continue;
    let last = at;
    while (isThing(words[last + 1]?.norm) || words[last + 1]?.norm === "<n>") last += 1;
    const start = words[firstOf(words, at, known)]?.start ?? 0;
    const end = words[last]?.end ?? 0;
    things.push({ start, end, what: { type: "text", text: text.slice(start, end) } });
    at = last;
  }
  return things;
}

/** "the report server" begins at "report"; "restart server" at "server", since nothing shows where the name begins. */
function firstOf(words: Utterance["words"], at: number, known: readonly Mention[]): number {
  for (let first = at - 1; first >= at - 3; first -= 1) {
    const word = words[first];
    if (word === undefined) return at;
    const isOther = known.some(({ start, end }) => start <= word.start && word.start < end);
    if (isOther || BREAKS.has(word.norm)) return first + 1;
  }
  return at;
}

function isThing(word: string | undefined): boolean {
  return word !== undefined && classesOf(word).some((name) => THING_CLASSES.includes(name));
}
