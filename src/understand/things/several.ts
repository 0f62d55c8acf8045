/** A stretch of a message that may ask for something of its own. */
export type Stretch = { readonly start: number; readonly end: number };

const CLOSE = "(?:close|shut|block|disable|revoke|end|terminate|remove|cut off|kick|throw)";
const CIERRA = "(?:cierr[ae]n?|cerra[dr]|bloque[ae]n?|bloquea[dr]|quit[ae]n?|quita[dr]|cort[ae]n?|corta[dr])";
const ABRE = "(?:abr[ae]n?|abri[dr]|permitid|permitan|permitir)";
const AUF = "(?:auf|offnen|aufmachen|freischalten|freigeben|zu|dicht|schliess?en|zumachen|dichtmachen|sperren)";
const PORT = "(?:(?:the |den |el )?(?:port |puerto )?\\d{2,5}(?![\\d:]))";
const ANEW = [
  "please",
  "can|could|who|what|where|when|is|has|open|restart|reboot|install|update|give|add|move|create|reset|let|tell|also",
  // "And close it at 18:00" is how long, not another wish.
  `${CLOSE} (?!(?:it|them|that|this|these|again|down|everything)\\b)(?=[^.;,!?]{0,30}(?:\\d{2,5}|ports?|access|vpn|session|tunnel|vendor|supplier)\\b)`,
].join("|");
const DIVISIONS = [
  // The end of a sentence, or a joining word before something that begins anew.
  "(?<![.;!?\\n])[.;!?\\n]+\\s+",
  ",\\s+(?=(?:who|whose|wer|wem|wessen|quien|de quien) )",
  `(?:,|(?<![\\s,]))\\s+(?:and also|and then|and (?=(?:${ANEW}))|also,? |plus |und (?=(?:bitte|wer|wem|was|wann|kann|noch|ausserdem|den|die|das))|ausserdem |y (?=(?:quien|que|cuando|reiniciar|abrir|instalar|ademas|tambien|por favor|de quien))|ademas |tambien )`,
  // One port is opened and another closed: "close port 502, open 503", "502 zu und 503 auf", "cierra el 502 y abre el 503".
  `(?:,\\s+|\\s+(?:and|then|but|und|dann|aber|y|luego|pero)\\s+)(?=(?:please |bitte |por favor )?(?:open|allow|${CLOSE}|${ABRE}|${CIERRA}|offnet?|offne|schliess?[et]?|sperr[et]?) ${PORT})`,
  `(?<=\\d (?:wieder )?${AUF}|nicht mehr)(?:,|\\s+und)\\s+(?=(?:bitte )?${PORT} (?:wieder )?${AUF}(?!\\p{L}))`,
];
const DIVIDERS = new RegExp(DIVISIONS.join("|"), "gu");
const MOST_STRETCHES = 6;

/** The stretches into which a folded text falls; one when it asks for one thing. */
export function stretchesOf(folded: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const match of folded.matchAll(DIVIDERS)) {
    if (stretches.length === MOST_STRETCHES - 1) break;
    const end = match.index + (/^[.;!?\n]/.test(match[0]) ? 1 : 0);
    if (folded.slice(start, end).trim().length >= 3) stretches.push({ start, end });
    start = match.index + match[0].length;
  }
  if (folded.slice(start).trim().length >= 3) stretches.push({ start, end: folded.length });
  return stretches;
}
