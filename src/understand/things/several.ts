/** A stretch of a message that may ask for something of its own. */
export type Stretch = { readonly start: number; readonly end: number };

// What divides two wishes: the end of a sentence, or a joining word before something that begins anew.
const DIVIDERS =
  /(?<![.;!?\n])[.;!?\n]+\s+|,\s+(?=(?:who|whose|wer|wem|wessen|quien|de quien) )|(?:,|(?<![\s,]))\s+(?:and also|and then|and (?=(?:please|can|could|who|what|where|when|is|has|open|restart|reboot|install|update|give|add|move|create|reset|let|tell|also))|also,? |plus |und (?=(?:bitte|wer|wem|was|wann|kann|noch|ausserdem|den|die|das))|ausserdem |y (?=(?:quien|que|cuando|reiniciar|abrir|instalar|ademas|tambien|por favor|de quien))|ademas |tambien )/g;
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
