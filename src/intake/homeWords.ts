/** Longer than anything that asks for a home or an inbox in so many words. */
const LONGEST = 80;

const HOME =
  /^(?:(?:show|open|zeig(?:e|en sie)?|offne|muestra|abre) (?:me |mir |bitte |please )*)?(?:my |meine? |mi )?(?:home|startseite|ubersicht|inicio)$/;

/** "home", "Startseite", "inicio": their own page, in the languages of the plants. */
export function asksForHome(text: string): boolean {
  return HOME.test(plainly(text));
}

/** Words in which people ask what they have to do; each alternative is a whole message. */
const INBOX: readonly RegExp[] = [
  // English
  /^(?:what|anything|is there anything|what else|whats) (?:is |are |s )?(?:still |currently |now )?(?:waits?|waiting|pending|open|due) (?:for|on|with) me(?: now| today| right now)?$/,
  /^(?:what|which requests) (?:do|must|should|can) i (?:still |now )?(?:have to |need to )?(?:do|approve|decide|answer|sign off)(?: now| today| next)?$/,
  /^(?:show (?:me )?)?(?:my )?(?:inbox|to ?dos?|to do list|approvals|open tasks|tasks)$/,
  /^whats on my (?:plate|desk|list)$|^what is on my (?:plate|desk|list)$/,
  // German
  /^(?:was|was alles|welche anfragen|wartet was|wartet etwas|liegt was|liegt etwas) ?(?:wartet|warten|liegt|liegen|steht|ist|hangt)? ?(?:gerade |noch |jetzt |denn |heute )*(?:auf|bei|fur) mi(?:ch|r)(?: (?:an|offen|jetzt|heute|noch))?$/,
  /^was (?:muss|soll|kann|darf) ich (?:noch |jetzt |heute |alles )*(?:machen|tun|entscheiden|freigeben|genehmigen|erledigen|beantworten)$/,
  /^(?:zeig(?:e)? (?:mir )?)?(?:mein(?:e|en)? )?(?:posteingang|eingang|inbox|aufgaben|offenen? aufgaben|freigaben|offenen? freigaben)$/,
  // Spanish
  /^(?:que|que cosas|hay algo que|algo que|que solicitudes) (?:me )?(?:esta |estan |sigue |siguen )?(?:espera|esperan|esperando|pendiente|pendientes)(?: (?:por|de|para) mi)?(?: (?:ahora|hoy))?$/,
  /^que (?:tengo|hay|queda|me queda)(?: yo)? (?:pendiente|por (?:hacer|aprobar|decidir|responder))(?: (?:ahora|hoy|para mi))?$/,
  /^que (?:tengo|debo) (?:que )?(?:hacer|aprobar|decidir|responder)(?: (?:ahora|hoy))?$/,
  /^(?:muestra(?:me)? )?(?:mi bandeja(?: de entrada)?|mis (?:pendientes|tareas|aprobaciones))$/,
];

/** "What waits for me?", "Was wartet auf mich?", "¿Qué me espera?": their own inbox, and nothing else. */
export function asksForInbox(text: string): boolean {
  const words = plainly(text);
  return words.length <= LONGEST && INBOX.some((pattern) => pattern.test(words));
}

/** In small letters without accents and marks, and without the courtesy around it. */
export function plainly(text: string): string {
  return text
    .slice(0, 4 * LONGEST)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/['’`]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(COURTESY, "")
    .trim();
}

const COURTESY =
  /^(?:(?:hi|hello|hey|hallo|moin|hola|good morning|guten morgen|buenos dias|referee|please|bitte|por favor|und|and|y|so) )+|(?: (?:please|bitte|por favor|referee|thanks|danke|gracias))+$/g;
