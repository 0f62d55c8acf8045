import { plainly } from "./homeWords.ts";

/** What people ask of the record in so many words. */
export type RecordAsk =
  /** What they asked for, ended too. */
  | "mine"
  /** How the newest of theirs stands, and why it was denied. */
  | "newest"
  /** What stands open now, until when. */
  | "granted"
  | "stuck"
  | "held"
  | "undecided"
  | "myTeam"
  /** Who said yes or no, and why. */
  | "decided"
  | "freeze"
  /** Line, zone, owner of a thing, and what was asked for it. */
  | "whatIs";

/** Longer than any such question. */
const LONGEST = 160;

const NOW =
  "(?: right now| now| at the moment| currently| today| jetzt| gerade| aktuell| heute| momentan| ahora(?: mismo)?| hoy)?";
const REQUESTS = "(?:requests?|tickets?|anfragen?|antrage?|solicitud(?:es)?|peticion(?:es)?)";
const MY = "(?:all )?(?:of )?(?:my|mine|our|meine?[rsn]?|unsere?[rsn]?|mis?|nuestr[oa]s?)";
const WHAT = "(?:what(?: all)?|which requests|anything|was|was alles|welche anfragen|que(?: solicitudes)?)";
const IS = "(?:is|are|s|ist|sind|steht|hangt|liegt|esta|estan|hay)";
const WHAT_IS = `(?:whats|${WHAT} ${IS})`;

/** Each form is a whole message; the first that fits decides. */
const ASKS: readonly (readonly [RecordAsk, RegExp])[] = [
  [
    "mine",
    form(
      `(?:(?:show|list|see|zeig(?:e)?|muestra(?:me)?)(?: me| mir)? )?${MY} (?:open |offenen |closed |old |last |alten |letzten )?${REQUESTS}`,
    ),
  ],
  ["mine", form(`(?:what|which ${REQUESTS}) (?:did|have) i (?:ask|asked|request|requested|send|sent)(?: for)?`)],
  ["mine", form(`was habe ich (?:alles )?(?:angefragt|beantragt)|que he (?:pedido|solicitado)`)],
  [
    "newest",
    form(
      `(?:where|how|what about|wo|wie|wie steht es um|donde|como) ?(?:is|are|ist|steht|bleibt|esta|va)? ${MY} ?(?:newest |last |letzte |ultima )?(?:${REQUESTS})?`,
    ),
  ],
  [
    "newest",
    form(
      `(?:is|was) (?:it|${MY} ${REQUESTS}) (?:open|approved|decided|done|ready|denied|rejected|granted)(?: yet| already)?(?: and why| why)?`,
    ),
  ],
  [
    "newest",
    form(
      `(?:ist|wurde) (?:es|er|sie|${MY} ${REQUESTS}) (?:schon |denn )?(?:offen|freigegeben|genehmigt|erledigt|fertig|abgelehnt)(?: und warum| warum)?`,
    ),
  ],
  [
    "newest",
    form(
      `(?:esta|fue) (?:ya )?(?:${MY} ${REQUESTS} )?(?:abierto|aprobad[oa]|hecho|listo|denegad[oa]|rechazad[oa])(?: y por que| ya)?`,
    ),
  ],
  [
    "newest",
    form(
      `(?:wann (?:wird|ist) (?:der|mein) port (?:offen|geoffnet|freigegeben)|cuando abren (?:el|mi) puerto|when (?:will|is|does) (?:my|the) port (?:be )?open(?:ed)?)`,
    ),
  ],
  [
    "newest",
    form(
      `how (?:much )?(?:long|longer) (?:will|does|is|until) (?:it|this|that|${MY} ${REQUESTS})(?: still| going to| gonna)?(?: take| need| open| done)?|wie lange (?:dauert|braucht) (?:das|es|${MY} ${REQUESTS})(?: noch| denn)?|cuanto (?:tarda|tardara|falta|va a tardar|queda)(?: esto| todavia| ${MY} ${REQUESTS})?`,
    ),
  ],
  [
    "granted",
    form(
      `(?:what|which ports?|which accesses) (?:is|are|stands?|s) (?:still )?open${NOW}|what (?:did we open|is granted)${NOW}`,
    ),
  ],
  [
    "granted",
    form(
      `(?:was|welche ports?|welche freigaben) (?:ist|sind|steht|stehen|laufen) ${"(?:gerade |jetzt |aktuell |noch )*"}(?:offen|freigegeben)${NOW}|welche freigaben laufen${NOW}`,
    ),
  ],
  [
    "granted",
    form(
      `(?:(?:show|give|open|zeig(?:e)?|offne|muestra(?:me)?|abre|ensename)(?: me| us| mir| uns)? )?(?:(?:the|das|die|el|la|our|unsere?|nuestro) )?(?:board|pinnwand|tafel|aushang|tablero|tablon)`,
    ),
  ],
  ["granted", form(`(?:que|que puertos) (?:esta|estan|hay|sigue|siguen) abiert[oa]s?${NOW}`)],
  [
    "stuck",
    form(
      `${WHAT_IS} (?:still |alles |noch |gerade )*(?:stuck|blocked|overdue|late|stalled|fest|uberfallig|atascad[oa]s?|bloquead[oa]s?|vencid[oa]s?|atrasad[oa]s?)${NOW}`,
    ),
  ],
  [
    "stuck",
    form(
      `(?:was|wo) (?:hangt|klemmt|stockt|hakt)(?: es)?(?: gerade| denn)?|overdue ${REQUESTS}|uberfallige ${REQUESTS}`,
    ),
  ],
  [
    "held",
    form(
      `${WHAT_IS} (?:still |alles |noch |gerade )*(?:on hold|held|held back|angehalten|auf eis|zuruckgestellt|en espera|retenid[oa]s?)${NOW}`,
    ),
  ],
  [
    "undecided",
    form(
      `${WHAT_IS} (?:still |alles |noch |gerade )*(?:undecided|not decided|to be decided|unapproved|unentschieden|nicht entschieden|zu entscheiden|sin decidir|por decidir)(?: yet)?${NOW}`,
    ),
  ],
  [
    "undecided",
    form(
      `what (?:needs|waits for|is waiting for) (?:a decision|approval)|was wartet auf (?:eine )?(?:entscheidung|freigabe|genehmigung)|que espera (?:una )?(?:decision|aprobacion)`,
    ),
  ],
  [
    "myTeam",
    form(
      `(?:what|anything) (?:waits|is waiting|is open|is pending|is due) (?:for|with) (?:my|our) (?:team|group|crew|department)${NOW}|what (?:waits|is waiting) (?:for|with) us${NOW}`,
    ),
  ],
  [
    "myTeam",
    form(
      `was (?:wartet|liegt|ist offen|hangt) (?:auf|bei|fur) (?:mein(?:em|er)?|unser(?:em|er|e)?) (?:team|gruppe|abteilung)(?: an)?|que espera a (?:mi|nuestro) equipo`,
    ),
  ],
  [
    "freeze",
    /\b(?:when|what|which|next|wann|nachster?|nachste|kommende|cuando|proximo|proxima)\b.*\b(?:freezes?|freeze window|einfrierung|sperrfenster|anderungssperre|congelacion|congelamiento|bloqueo de cambios)\b/,
  ],
  [
    "decided",
    /\b(?:who|wer|quien)\b(?: has| hat| ha)?(?: already| schon| ya)? ?(?:\S+ ){0,4}?(?:approved?|denied|rejected|signed off|allowed|said (?:yes|no)|decided|genehmigt|freigegeben|abgelehnt|entschieden|zugestimmt|aprob(?:o|ado)|rechaz(?:o|ado)|deneg(?:o|ado)|autoriz(?:o|ado))\b/,
  ],
  [
    "decided",
    /\b(?:why|warum|wieso|por que)\b (?:was|is|wurde|ist|fue|se) ?(?:\S+ ){0,6}?(?:denied|rejected|refused|abgelehnt|verweigert|denegad[oa]|rechazad[oa])\b/,
  ],
  [
    "whatIs",
    form(
      `(?:what is|whats|was ist|que es|tell me about|what do (?:you|we) know about) (?:the |a |an |der |die |das |el |la )?.{2,60}`,
    ),
  ],
];

/** A form as a whole message. */
function form(source: string): RegExp {
  return new RegExp(`^(?:${source})$`);
}

/** What a message asks of the record; null for everything else. */
export function recordAskIn(text: string): RecordAsk | null {
  const words = plainly(text);
  if (words.length > LONGEST) return null;
  return ASKS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
