import type { Mention } from "./mention.ts";

/** Things that are named in one breath, "PLC-12, PLC-7 and HMI 3", and so have one part in what is asked. */
export type Run = { readonly start: number; readonly end: number; readonly mentions: readonly Mention[] };

const ARTICLE = "(?:(?:the|our|my|a|der|die|das|den|dem|unsere?[rnm]?|el|la|los|las)\\s+)?";
const AGAIN = "(?:(?:to|from|on|nach|zu|zum|zur|von|vom|auf|al|a|de|del|desde)\\s+)?";
/** Between two of them, at the end of the list or before it. */
const AND = new RegExp(
  `^\\s*(?:,?\\s*(?:and|und|y|e|or|oder|o|as well as|sowie|plus)\\s+(?:also\\s+|auch\\s+|tambien\\s+)?${AGAIN}${ARTICLE}|[&+/]\\s*|,?\\s*\\n\\s*(?:[-*•]\\s*)?)$`,
  "u",
);
const COMMA = new RegExp(`^\\s*,\\s*${AGAIN}${ARTICLE}$`, "u");
/** What may stand behind a list that ends without an "and": nothing, or words that say when, from where or what for. */
export const LIST_ENDS =
  /^\s*(?:$|[.;!?\n)]|(?:,\s*)?(?:until|till|til|bis|hasta|from|von|vom|desde|for|fur|para|to|nach|on|via|by|over|please|pls|bitte|por favor|thanks|danke|gracias|tomorrow|today|tonight|now|heute|morgen|jetzt|hoy|manana|ahora|freischalten|freigeben|offnen|neu\s?starten|neustarten|reiniciar)(?!\p{L}))/u;
/** "Open 502 to PLC-12, and the historian can read it": here somebody begins anew. */
const NEW_CLAUSE =
  /^\s*(?:is|are|was|were|has|have|had|needs?|wants?|can|cannot|could|should|shall|must|will|would|may|does|do|did|reads?|writes?|polls?|asks|gets?|still|also|then|no longer|ist|sind|war|hat|haben|braucht|brauchen|muss|mussen|kann|konnen|soll|sollen|liest|lesen|schreibt|fragt|steht|es|son|esta|estan|tiene|necesita|puede|debe|lee|leen)(?!\p{L})/u;

/** The runs of a folded text, in order; a thing that stands by itself is a run of one. */
export function runsOf(folded: string, mentions: readonly Mention[]): readonly Run[] {
  const runs: Mention[][] = [];
  for (const mention of mentions.filter((each) => !isAside(folded, each))) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && joins(folded.slice(before.end, mention.start)))
      last.push(mention);
    else runs.push([mention]);
  }
  return runs.flatMap((run) => soundRuns(folded, run)).map(asRun);
}

/** "PLC-12 (line 3) and PLC-7 (line 7)": what stands in brackets only explains. */
function isAside(folded: string, { start, end, what }: Mention): boolean {
  return what.type === "text" && /\(\s*$/.test(folded.slice(0, start)) && /^\s*\)/.test(folded.slice(end));
}

const IN_BRACKETS = /\([^()]{0,40}\)/gu;

function joins(said: string): boolean {
  const between = said.replace(IN_BRACKETS, "");
  return AND.test(between) || COMMA.test(between);
}

/** A comma alone may as well begin a new clause, so that a list needs its "and", or an end that is one. */
function soundRuns(folded: string, run: readonly Mention[]): readonly (readonly Mention[])[] {
  const last = run.at(-1);
  const before = run.at(-2);
  if (last === undefined || before === undefined) return [run];
  const after = folded.slice(last.end, last.end + 80).replace(IN_BRACKETS, "");
  // "10.20.3.4:502 and 10.20.3.5:503" are two wishes.
  if (run.some(({ end }) => /^:\d/.test(folded.slice(end, end + 2)))) return run.map((mention) => [mention]);
  const isClosed = AND.test(folded.slice(before.end, last.start).replace(IN_BRACKETS, ""));
  if (NEW_CLAUSE.test(after) && leads(folded, run)) return [run.slice(0, -1), [last]];
  return isClosed || LIST_ENDS.test(after) ? [run] : run.map((mention) => [mention]);
}

/** Whether something stands before the first that it belongs to: "to PLC-12, …", rather than "PLC-12 and HMI 3 are black". */
function leads(folded: string, [first]: readonly Mention[]): boolean {
  return first !== undefined && BEFORE.test(folded.slice(0, first.start));
}
const BEFORE = new RegExp(
  `(?:^|[^\\p{L}])(?:to|from|on|into|at|of|with|restart|reboot|update|nach|zu|zum|zur|von|vom|auf|an|al|a|de|del|desde|hacia|en|reiniciar)\\s+${ARTICLE}$`,
  "u",
);

function asRun(mentions: readonly Mention[]): Run {
  return { start: mentions[0]?.start ?? 0, end: mentions.at(-1)?.end ?? 0, mentions };
}
