import { classesOf } from "./features.ts";
import type { Endpoint } from "./reading.ts";
import type { Token } from "./token.ts";
import type { Utterance } from "./utterance.ts";

const TO = new Set("to towards zu zum zur auf an al hacia".split(" "));
/** With the article in them: "zur Anlage", "al equipo". */
const TO_THE = new Set(["zum", "zur", "al"]);
const ARTICLES = new Set("the our der die das den dem unsere unserer unserem el la los las".split(" "));
// "Until the end of the week" leads to a time, not to a machine.
const UNTIL = new Set("up until till bis hasta due close next back".split(" "));
const ENDS = new Set(
  `| ? ( ) > from until till by for so because since that which and or on in at with via over please now today tomorrow tonight asap
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
const MOST_WORDS = 3;

/**
 * What shall be reached, where the text names it and nobody knows it: "502 to the frobnicator 9000". Only with an
 * article, since "to read" names nothing, and only a short name of which beginning and end are seen; null otherwise.
 */
export function namedEnd({ text, words }: Utterance): Endpoint | null {
  const names = words.flatMap((_, at) => {
    const first = nameAfter(words, at);
    return first === null ? [] : [nameFrom(words, first)];
  });
  const name = names.find(({ length }) => length > 0) ?? [];
  const [start, end] = [name[0]?.start, name.at(-1)?.end];
  return start === undefined || end === undefined ? null : { type: "text", text: text.slice(start, end) };
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
