import type { Endpoint } from "../reading.ts";
import type { Token } from "../text/token.ts";
import { classesOf } from "../text/wordClasses.ts";
import type { Utterance } from "../utterance/utterance.ts";
import type { Mention } from "./mention.ts";
import { LIST_ENDS } from "./runs.ts";

const TO = new Set("to towards zu zum zur auf an al hacia".split(" "));
/** With the article in them: "zur Anlage", "al equipo". */
const TO_THE = new Set(["zum", "zur", "al"]);
const ARTICLES = new Set("the our der die das den dem unsere unserer unserem el la los las".split(" "));
// "Until the end of the week" leads to a time, not to a machine.
const UNTIL = new Set("up until till bis hasta due close next back".split(" "));
const ENDS = new Set(
  `| , ? ( ) > from until till by for so because since that which and or on in at with via over please now today tomorrow tonight asap
  bis von vom fur weil und oder mit uber bitte freischalten freigeben offnen aufmachen freigegeben geoffnet heute morgen
  hasta desde para porque y o con por hoy manana is are can we i`.split(/\s+/),
);
/** Where much leads to and what is no machine; nor are verbs and times after a bare "to". */
const NO_NAMES = new Set(
  `outside inside internet cloud world web vendor supplier team others other same list rule rules firewall network lan wan vlan
  subnet zone dmz office floor plant site line rest public side person people guys end weekend evening morning night shift day
  week month port ports traffic access office-lan extern ausen ausland netz netzwerk internet welt firma ende wochenende abend
  schicht leitung freigabe produktion burotechnik red fuera exterior mundo final noche tarde semana turno oficina planta`.split(
    /\s+/,
  ),
);
const JOINS = new Set([",", "and", "und", "y"]);
const MOST_WORDS = 3;

/**
 * What shall be reached, where the text names it and nobody knows it: "502 to the frobnicator 9000 and the whatsit". Only
 * with an article, since "to read" names nothing, and only short names of which beginning and end are seen.
 */
export function namedEnds({ text, words }: Utterance): readonly Endpoint[] {
  const first = words.flatMap((_, at) => {
    const from = nameAfter(words, at);
    return from === null ? [] : [nameFrom(words, from)];
  });
  const name = first.find(({ length }) => length > 0);
  const names = name === undefined ? [] : [name, ...namesBehind(words, name)];
  return names.map((each) => ({ type: "text", text: text.slice(each[0]?.start ?? 0, each.at(-1)?.end ?? 0) }));
}

/** "To PLC-12 and the whatsit until Friday": what is named with its article beside something else, if the list ends there. */
export function namedBeside({ text, folded, words }: Utterance, { end }: Mention): readonly Mention[] {
  const last = words.findLast((word) => word.start < end);
  const names = last === undefined ? [] : namesBehind(words, [last]);
  return names.flatMap((name) => {
    const [from, to] = [name[0]?.start ?? 0, name.at(-1)?.end ?? 0];
    return LIST_ENDS.test(folded.slice(to, to + 40))
      ? [{ start: from, end: to, what: { type: "text", text: text.slice(from, to) } as const }]
      : [];
  });
}

/** "... and the whatsit": more of them, each with its article. */
function namesBehind(words: readonly Token[], name: readonly Token[]): readonly (readonly Token[])[] {
  const last = name.at(-1);
  const at = last === undefined ? -1 : words.indexOf(last) + 1;
  if (at <= 0 || !JOINS.has(words[at]?.norm ?? "") || !ARTICLES.has(words[at + 1]?.norm ?? "")) return [];
  const next = nameFrom(words, at + 2);
  return next.length === 0 ? [] : [next, ...namesBehind(words, next)];
}

/** Where a name may begin after the word at `at`; null unless that word and an article lead to one. */
function nameAfter(words: readonly Token[], at: number): number | null {
  const [before, to, next] = [words[at - 1]?.norm ?? "", words[at]?.norm ?? "", words[at + 1]?.norm ?? ""];
  if (!TO.has(to) || UNTIL.has(before)) return null;
  if (ARTICLES.has(next)) return at + 2;
  return TO_THE.has(to) ? at + 1 : null;
}

/** The short name that begins at a word; empty where it is none, or its end is not seen. */
export function nameFrom(words: readonly Token[], first: number): readonly Token[] {
  const rest = words.slice(first);
  const end = rest.findIndex(({ norm }) => ENDS.has(norm));
  const name = end < 0 ? rest : rest.slice(0, end);
  const isName = name.length > 0 && name.length <= MOST_WORDS && name.every(mayName);
  return isName && name[0]?.norm !== "<n>" ? name : [];
}

function mayName({ norm }: Token): boolean {
  return norm === "<n>" || (/^\p{L}{2,}/u.test(norm) && !NO_NAMES.has(norm) && classesOf(norm).length === 0);
}
