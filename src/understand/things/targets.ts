import { has, type Label } from "../labels.ts";
import type { Endpoint, Slots } from "../reading.ts";
import { classesOf } from "../text/wordClasses.ts";
import type { Utterance } from "../utterance/utterance.ts";
import { type Direction, directionOf } from "./endpoints.ts";
import type { Mention } from "./mention.ts";
import { namedEnds } from "./namedEnd.ts";
import { nameIn } from "./namedThing.ts";
import { runsOf } from "./runs.ts";

type Ends = Pick<Slots, "source" | "destination" | "sources" | "targets" | "named">;

const NOWHERE: Direction = { sources: [], destinations: [], further: [] };
const DOINGS = ["restart_verb", "update_verb", "install_verb"];

/** What a message is about, and from where to where it leads, for what it is read as. */
export function endsOf(utterance: Utterance, mentions: readonly Mention[], label: Label): Ends {
  const { folded } = utterance;
  const known = has(label, "connects") ? directionOf(folded, mentions) : NOWHERE;
  const sources = endpoints(known.sources);
  const said = endpoints(known.destinations);
  const destinations =
    said.length > 0 || !has(label, "opensPorts") ? said : unknownEnds(utterance, mentions, sources.length);
  // What only sends is not what shall be reached; of what goes to a cloud it is what the request is about.
  const others = has(label, "opensPorts") ? mentions.filter((mention) => !known.sources.includes(mention)) : mentions;
  return {
    source: sources[0] ?? null,
    destination: destinations[0] ?? null,
    sources,
    targets: destinations.length > 0 ? destinations : endpoints(workedOn(utterance, others)),
    named: endpoints(mentions.filter(({ what }, i) => what.type !== "text" || isName(utterance, mentions[i]))),
  };
}

/**
 * The ports that were said of these targets: in "502 to X and 44818 to Y" those of Y are no port to X. Where the words
 * do not divide them, all.
 */
export function portsFor<P extends { readonly start: number }>(
  { folded }: Utterance,
  mentions: readonly Mention[],
  ports: readonly P[],
): readonly P[] {
  const { destinations, further } = directionOf(folded, mentions);
  const end = destinations.at(-1)?.end;
  const next = further.find(({ start }) => end !== undefined && start > end);
  if (end === undefined || next === undefined) return ports;
  // Behind the colon of an address stands its own port.
  const own = ports.filter(({ start }) => start <= end);
  const between = ports.filter(({ start }) => start < next.start);
  return own.length > 0 && own.length < ports.length ? own : between.length > 0 ? between : ports;
}

/** Two things that have no part yet: a third name would only be a guess. */
function unknownEnds(utterance: Utterance, mentions: readonly Mention[], sources: number): readonly Endpoint[] {
  return mentions.length > Math.max(1, sources) ? [] : namedEnds(utterance);
}

/**
 * The one known thing; or those named in one breath, where no others are known or where that is what is done to them:
 * "restart PLC-12 and PLC-7, they lost the historian". Otherwise nobody knows which is meant.
 */
function workedOn(utterance: Utterance, mentions: readonly Mention[]): readonly Mention[] {
  const { folded } = utterance;
  const runs = /between|zwischen|entre/.test(folded) ? [] : runsOf(folded, mentions.filter(isKnownOr(utterance)));
  const known = new Set(mentions.flatMap(({ what }) => (what.type === "asset" ? [what.id] : [])));
  const withAssets = runs.filter(({ mentions: all }) => all.some(({ what }) => what.type === "asset"));
  const [only] = withAssets;
  if (known.size === 1 || (withAssets.length === 1 && only !== undefined)) return only?.mentions ?? [];
  if (known.size === 0) return [];
  return withAssets.find(({ start }) => isDoneTo(utterance, start))?.mentions ?? [];
}

function isKnownOr(utterance: Utterance): (mention: Mention) => boolean {
  return (mention) => mention.what.type === "asset" || isName(utterance, mention);
}

function isName(utterance: Utterance, mention: Mention | undefined): boolean {
  return mention !== undefined && mention.what.type === "text" && nameIn(utterance, mention) !== null;
}

/** Whether what begins here stands right behind what is to be done: "restart the …". */
function isDoneTo({ words }: Utterance, start: number): boolean {
  const at = words.findIndex((word) => word.start >= start);
  const before = [words[at - 1], words[at - 2]].map((word) => classesOf(word?.norm ?? ""));
  return before.some((classes) => classes.some((name) => DOINGS.includes(name)));
}

function endpoints(mentions: readonly Mention[]): readonly Endpoint[] {
  const seen = new Set<string>();
  return mentions.flatMap(({ what }) => {
    const key = keyOf(what);
    if (seen.has(key)) return [];
    seen.add(key);
    return [what];
  });
}

function keyOf(what: Endpoint): string {
  if (what.type === "asset") return what.id;
  return (what.type === "address" ? what.value : what.text).toLowerCase();
}
