import type { Mention } from "./mention.ts";
import { type Run, runsOf } from "./runs.ts";

/** From where to where, as far as the words say so; each end may be several things. */
export type Direction = {
  readonly sources: readonly Mention[];
  readonly destinations: readonly Mention[];
  /** What is to be reached too, by other words: "502 to X and 44818 to Y". */
  readonly further: readonly Mention[];
};

const ARTICLE = "(?:the|our|my|a|der|die|das|den|dem|unser\\w*|el|la|los|las|un|una|new|neue\\w*|old)?";
const after = (words: string) => new RegExp(`(?:^|[^\\p{L}])(?:${words})[\\s:]*${ARTICLE}\\s*$`, "u");
const FROM = after("from|von|vom|aus|de|del|desde|source|src|quelle|origen|for our|fur unseren");
const TO = after(
  "to|towards|into|onto|nach|zu|zum|zur|auf|an|al|a|hacia|hasta|destination|dest|dst|ziel|destino|on|read|reads|poll|reach|query|access to|talk to|connect to|leer|lea|lesen",
);
/** "El puerto 502 de PLC-12", "Port 502 von PLC-12": the port that it has, where no other end is named. */
const PORT_OF = new RegExp(
  `(?:ports?|puertos?)\\s+\\d{1,5}(?:/(?:tcp|udp))?\\s+(?:de|del|von)\\s+${ARTICLE}\\s*$`,
  "u",
);
const LET = after("let|allow|permit|give|lass|lasst|damit|whitelist|unblock");
const ARROW = /^(?=[^\p{L}]*$)[^\p{L}\d]*?>/u;
const BACK_ARROW = /^(?=[^\p{L}]*$)[^\p{L}]*<[^\p{L}\d<]*$/u;
const REACHES =
  /^\s*(?!\s)(?:\(.{0,20}\)\s*)?(?:can\s?not|can't|cant|could not|does not|doesn't|needs? to|has to|have to|must|should|wants? to|to|still|able|be able|may|get|gets|kommt|muss|soll|tiene|que|no|pueda|puede|nicht|not|now|also){0,4}\s*(?:\w+\s){0,3}?(?:reach|read|talk|poll|connect|query|access|get through|see|llega|leer|lea|lesen|kommt|write|pull|communicate)/u;
const REACHABLE_FROM = /reachable|erreichbar|accesible|readable|visible/u;

/**
 * Sources and destinations by the words before and between what is named: "from X to Y and Z", "X -> Y", "let X read Y".
 * A thing that no word gives a direction stays without one, except known things in one breath, which shall be reached.
 */
export function directionOf(folded: string, mentions: readonly Mention[]): Direction {
  const runs = runsOf(folded, mentions);
  const source = runs.find((run, at) => isSource(folded, runs, run, at));
  const destination =
    runs.find((run, at) => run !== source && isDestination(folded, runs, run, at)) ?? onlyOther(folded, runs, source);
  const further = runs.filter(
    (run, at) => run !== source && run !== destination && isDestination(folded, runs, run, at),
  );
  return {
    sources: source?.mentions ?? [],
    destinations: destination?.mentions ?? [],
    further: further.flatMap(({ mentions: all }) => all),
  };
}

function isSource(folded: string, runs: readonly Run[], run: Run, at: number): boolean {
  const before = folded.slice(Math.max(0, run.start - 24), run.start);
  const next = runs[at + 1];
  const between = next === undefined ? folded.slice(run.end, run.end + 60) : folded.slice(run.end, next.start);
  if (FROM.test(before)) return runs.length > 1 || !PORT_OF.test(before);
  if (
    next !== undefined &&
    (ARROW.test(withoutPorts(between)) || (LET.test(before) && !/^\s*(?:and|,|und|y)/.test(between)))
  )
    return true;
  const previous = runs[at - 1];
  if (previous !== undefined && BACK_ARROW.test(withoutPorts(folded.slice(previous.end, run.start)))) return true;
  return next !== undefined && REACHES.test(between) && !REACHABLE_FROM.test(between);
}

function isDestination(folded: string, runs: readonly Run[], run: Run, at: number): boolean {
  const before = folded.slice(Math.max(0, run.start - 24), run.start);
  const previous = runs[at - 1];
  if (previous !== undefined) {
    const between = folded.slice(previous.end, run.start);
    if (ARROW.test(withoutPorts(between)) || REACHES.test(between)) return true;
  }
  const next = runs[at + 1];
  if (next !== undefined && BACK_ARROW.test(withoutPorts(folded.slice(run.end, next.start)))) return true;
  return (
    TO.test(before) || /^:\d/.test(folded.slice(run.end, run.end + 3)) || /^\s*(?:-+>|=+>|>)\s*$/.test(before.slice(-4))
  );
}

/** Known things in one breath and no direction: that is what shall be reached. More: nobody knows which. */
function onlyOther(folded: string, runs: readonly Run[], source: Run | undefined): Run | undefined {
  if (/between|zwischen|entre/.test(folded)) return undefined;
  const without = runs.filter((run) => run !== source);
  const known = without.filter(({ mentions }) => mentions.some(({ what }) => what.type !== "text"));
  const others = known.length > 0 ? known : without.filter(({ mentions }) => mentions.some(isNumbered));
  return others.length === 1 ? others[0] : undefined;
}

function isNumbered({ what }: Mention): boolean {
  return what.type === "text" && /\d/.test(what.text) && !/^lin(?:e|ie|ea)\b/i.test(what.text);
}

function withoutPorts(between: string): string {
  return between
    .replace(/(?:tcp|udp|port)?[\s/:]*\d{2,5}(?:\/(?:tcp|udp))?/g, " ")
    .replace(/opc ?ua|modbus|s7|mqtt|read only|ro|rw/g, " ");
}
