import type { Mention } from "./mentions.ts";
import type { Endpoint } from "./reading.ts";

/** From where to where, as far as the words say so. */
export type Direction = { readonly source: Endpoint | null; readonly destination: Endpoint | null };

const ARTICLE = "(?:the|our|my|a|der|die|das|den|dem|unser\\w*|el|la|los|las|un|una|new|neue\\w*|old)?";
const after = (words: string) => new RegExp(`(?:^|[^\\p{L}])(?:${words})[\\s:]*${ARTICLE}\\s*$`, "u");
const FROM = after("from|von|vom|aus|de|del|desde|source|src|quelle|origen|for our|fur unseren");
const TO = after(
  "to|towards|into|onto|nach|zu|zum|zur|auf|an|al|a|hacia|hasta|destination|dest|dst|ziel|destino|on|read|reads|poll|reach|query|access to|talk to|connect to|leer|lea|lesen",
);
const LET = after("let|allow|permit|give|lass|lasst|damit|whitelist|unblock");
const ARROW = /^[^\p{L}\d]*(?:-+>|=+>|>+|>)[^\p{L}]*$/u;
const BACK_ARROW = /^[^\p{L}]*(?:<-+|<=+|<)[^\p{L}\d]*$/u;
const REACHES =
  /^\s*(?:\(.{0,20}\)\s*)?(?:can\s?not|can't|cant|could not|does not|doesn't|needs? to|has to|have to|must|should|wants? to|to|still|able|be able|may|get|gets|kommt|muss|soll|tiene|que|no|pueda|puede|nicht|not|now|also){0,4}\s*(?:\w+\s){0,3}?(?:reach|read|talk|poll|connect|query|access|get through|see|llega|leer|lea|lesen|kommt|write|pull|communicate)/u;
const REACHABLE_FROM = /reachable|erreichbar|accesible|readable|visible/u;

/**
 * Source and destination by the words before and between what is named: "from X to Y", "X -> Y", "let X read Y".
 * A thing that no word gives a direction stays without one, except a single asset, which is what shall be reached.
 */
export function directionOf(folded: string, mentions: readonly Mention[]): Direction {
  const source = mentions.find((mention, at) => isSource(folded, mentions, mention, at));
  const destination =
    mentions.find((mention, at) => mention !== source && isDestination(folded, mentions, mention, at)) ??
    onlyOther(folded, mentions, source);
  return { source: source?.what ?? null, destination: destination?.what ?? null };
}

function isSource(folded: string, mentions: readonly Mention[], mention: Mention, at: number): boolean {
  const before = folded.slice(Math.max(0, mention.start - 24), mention.start);
  const next = mentions[at + 1];
  const between =
    next === undefined ? folded.slice(mention.end, mention.end + 60) : folded.slice(mention.end, next.start);
  if (FROM.test(before)) return true;
  if (
    next !== undefined &&
    (ARROW.test(withoutPorts(between)) || (LET.test(before) && !/^\s*(?:and|,|und|y)/.test(between)))
  )
    return true;
  const previous = mentions[at - 1];
  if (previous !== undefined && BACK_ARROW.test(withoutPorts(folded.slice(previous.end, mention.start)))) return true;
  return next !== undefined && REACHES.test(between) && !REACHABLE_FROM.test(between);
}

function isDestination(folded: string, mentions: readonly Mention[], mention: Mention, at: number): boolean {
  const before = folded.slice(Math.max(0, mention.start - 24), mention.start);
  const previous = mentions[at - 1];
  if (previous !== undefined) {
    const between = folded.slice(previous.end, mention.start);
    if (ARROW.test(withoutPorts(between)) || REACHES.test(between)) return true;
  }
  const next = mentions[at + 1];
  if (next !== undefined && BACK_ARROW.test(withoutPorts(folded.slice(mention.end, next.start)))) return true;
  return (
    TO.test(before) ||
    /^:\d/.test(folded.slice(mention.end, mention.end + 3)) ||
    /^\s*(?:-+>|=+>|>)\s*$/.test(before.slice(-4))
  );
}

/** One asset and no direction: that is what shall be reached. Two: nobody knows which. */
function onlyOther(folded: string, mentions: readonly Mention[], source: Mention | undefined): Mention | undefined {
  const others = mentions.filter((mention) => mention !== source && mention.what.type !== "text");
  return others.length === 1 && !/between|zwischen|entre/.test(folded) ? others[0] : undefined;
}

function withoutPorts(between: string): string {
  return between
    .replace(/(?:tcp|udp|port)?[\s/:]*\d{2,5}(?:\/(?:tcp|udp))?/g, " ")
    .replace(/opc ?ua|modbus|s7|mqtt|read only|ro|rw/g, " ");
}
