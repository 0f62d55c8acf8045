// What people say about who is there, clause by clause, on plain words: without times, politeness and little words.
// Each clause is matched as a whole, so that a sentence that says more is no such sentence.

const AWAY =
  "(?:off|out|away|ooo|out office|absent|sick|home sick|ill|unavailable|vacation|holidays?|leave|pto|annual leave|parental leave|abroad|travelling|traveling|business trip|weg|abwesend|krank|krankgeschrieben|krankgemeldet|krankenstand|urlaub|ferien|dienstfrei|verhindert|verreist|elternzeit|dienstreise|ausser haus|fuera|ausente|vacaciones|enferm[oa]|baja|permiso|viaje)";
/** Free is off for who has it, and at hand for who is it. */
const HAS_FREE = "(?:habe?|hat|nehme|nimmt|mache|macht|bekomme|tengo|tiene|cojo) (?:frei|libre)";
const THERE =
  "(?:there|here|around|available|working|work|reachable|office|duty|come|coming|make it|da|hier|haus|dienst|erreichbar|verfugbar|buro|aqui|disponible|localizable|trabajo|trabaja|vengo|viene|voy|estare|estoy)";
const NOT = "(?:(?:won|isn|aren|don|doesn|can) t|not|t|cannot|cant|nicht|no)";
const I = "(?:i|me|myself|ich|yo|we)";
const BE =
  "(?:is|are|am|was|will|would|ll|have|has|take|takes|taking|go|goes|went|called|report|get|need|bin|ist|habe|hab|hat|nehme|nimmt|werde|wird|melde|meldet|estoy|estare|tengo|tiene|tendre|tendra|cojo|me|mich|sich)";
const ABSENT = `(?:(?:${AWAY} ?)+|${NOT}(?: ${BE})*(?: ${THERE})+|${THERE} ${NOT}|${HAS_FREE}|fehle|fehlt|falto|falta)`;

/** "I'm out", "bin krank", "Morgen bin ich weg", "estoy fuera", and the same of somebody named. */
export const AWAY_CLAUSES: readonly RegExp[] = [
  new RegExp(`^(?:${I} )?(?:${BE} )*(?:${I} )?(?:can |could |kann |konnte |puedo )?${ABSENT}(?: ${BE})*$`),
  new RegExp(`^(?:${BE} )?(?<who>P\\d)(?: s)? (?:${BE} )*(?:can |kann |puede )?${ABSENT}(?: ${BE})*$`),
  new RegExp(`^(?:${BE} )(?<who>P\\d) (?:${BE} )*${ABSENT}$`),
  new RegExp(`^${NOT} (?:viene|vendra|trabaja) (?<who>P\\d)$`),
  /^(?:absence|vacation|holiday|leave|urlaub|abwesenheit|abwesend|krank|vacaciones|ausencia|baja)(?: ,)? (?<who>P\d)$/,
];

/** "I'm not in on Friday" loses its last word, which says more elsewhere: this needs a time beside it. */
export const NOT_IN_CLAUSES: readonly RegExp[] = [
  new RegExp(`^${I}(?: ${BE})* ${NOT}$`),
  new RegExp(`^(?<who>P\\d)(?: ${BE})* ${NOT}$`),
];

/** "I'm back", "Otto ist wieder da", "ya estoy de vuelta". */
export const BACK_CLAUSES: readonly RegExp[] = [
  new RegExp(
    `^(?:${I} )?(?:${BE} )*(?:${I} )?(?:back|zuruck|da|vuelta|vuelto|regreso|vuelvo|returning|return)(?: (?:work|office|${BE}))*$`,
  ),
  new RegExp(
    `^(?:${BE} )?(?<who>P\\d)(?: s)? (?:${BE} |he |ha )*(?:back|zuruck|da|vuelta|vuelto|regresa|vuelve|returns)(?: (?:work|office))*$`,
  ),
  /^(?:cancel|delete|remove|streiche|storniere|losche|cancela|anula) (?:(?:absence|vacation|leave|urlaub|abwesenheit|ausencia|vacaciones) ?)+(?<who>P\d)?$/,
  /^(?:cancel|delete|remove|streiche|storniere|losche) (?<who>P\d)(?: s)? (?:absence|vacation|leave|urlaub|abwesenheit)$/,
];

const COVERS =
  "(?:covers?|covering|stands?|standing|steps?|fills?|takes?|replaces?|replacing|substitutes?|does|handles?|vertritt|vertrete|ubernimmt|ubernehme|springt|springe|deckt|macht|ersetzt|einspringt|cubre|cubro|sustituye|sustituyo|reemplaza|releva|hara|hace)";
const WILL = "(?:will|would|is|can|ll|wird|kann|va|puede)";
const WHOM = "(?<for>me|mich|mir|him|her|them|it|ihn|sie|le|lo|la|over|shift|P\\d)";

/** "Karin covers", "Karin vertritt mich", "me cubre Karin", "with Karin as stand-in". `for`: whom, where it is said. */
export const COVER_CLAUSES: readonly RegExp[] = [
  new RegExp(
    `^(?:${WILL} )?(?<by>P\\d|i|ich|yo)(?: ${WILL})*(?: (?:me|mich|le|lo))? ${COVERS}(?: over| ein| ab| vor)?(?: ${WHOM})?(?: s)?(?: over| ein| ab| vertreten| shift| schicht| turno| duty| duties)*$`,
  ),
  new RegExp(`^(?:me|mich|mir|le|lo|la|ihn|sie) ${COVERS} (?<by>P\\d)$`),
  new RegExp(`^${COVERS} (?<by>P\\d)$`),
  /^(?:(?:stand|stand in|standin|cover|covered|coverage|backup|deputy|substitute|replacement|vertretung|vertreter|vertreterin|stellvertretung|sustituto|sustituta|cobertura|suplente|is|ist|es|hat|macht|ubernimmt|with) )+(?<by>P\d)(?: (?:instead|vertreten|as|als|como|stand|standin|cover|backup|deputy|vertretung|sustituto|suplente))*$/,
  /^(?<by>P\d) (?:is|ist|es|will|hat|macht|ubernimmt) (?:stand|standin|cover|backup|deputy|substitute|replacement|vertretung|meine vertretung|vertreter|vertreterin|sustituto|sustituta|suplente)(?: (?<for>P\d))?$/,
  /^(?:werde|wird|werden)?(?: ?(?<for>P\d|ich))? ?(?:werde|wird)? ?(?:durch )?(?<by>P\d) vertreten$/,
];

/** After "Otto is off": "ask Karin". By itself that is no stand-in. */
export const ASK_CLAUSES: readonly RegExp[] = [
  /^(?:ask|contact|call|phone|ping|frag|fragt|fragen sie|ruf|pregunta|preguntad|llama|llamad) (?:an )?(?<by>P\d)(?: fragen| an)?$/,
  /^(?<by>P\d) (?:fragen|anrufen)$/,
];

const SWAP =
  "(?:swap|swaps|swapping|swapped|switch|switches|trade|trades|exchange|exchanges|tausche|tauscht|tauschen|tausch|wechsle|cambio|cambia|cambiar|cambiamos|intercambio|intercambia|intercambiar)";
const DUTY =
  "(?:shifts?|duty|duties|call|oncall|turns?|schicht|schichten|dienst|dienste|bereitschaft|turno|turnos|guardia|guardias)";

/** "Swap with Ole", "ich tausche mit Ole", "cambio el turno con Ole"; `one` for whom, where somebody is named. */
export const SWAP_CLAUSES: readonly RegExp[] = [
  new RegExp(
    `^(?:can |could |may |darf |kann |puedo )?(?:${I} )?(?:want |would like |like |will |can |let |us |me |mochte |mochten |wurde |gerne |gern |quiero |quisiera |puedo )*${SWAP}(?: ${DUTY})*(?: ${I}| mich)? (?:with|mit|con|gegen) (?<with>P\\d|me|mir|conmigo)(?: ${DUTY})*(?: tauschen)?$`,
  ),
  new RegExp(
    `^(?:${I} )?(?:want |mochte |will |wurde |gerne |gern |quiero )*(?:${DUTY} )*(?:with|mit|con) (?<with>P\\d) ${SWAP}$`,
  ),
  new RegExp(
    `^${SWAP} (?:${DUTY} )*(?<one>P\\d)(?: s)?(?: ${DUTY})* (?:with|and|mit|und|con|y|against|gegen) (?<with>P\\d|me|mir)(?: s)?(?: ${DUTY})*$`,
  ),
  new RegExp(`^(?<one>P\\d)(?: will| wants)? ${SWAP}(?: ${DUTY})* (?:with|mit|con) (?<with>P\\d|me|mir|conmigo)$`),
  new RegExp(`^(?<one>P\\d) (?:and|und|y) (?<with>P\\d|i|ich|yo) ${SWAP}(?: ${DUTY})*$`),
  new RegExp(
    `^(?:i|ich|yo)(?: will)? (?:take|ubernehme|mache|hago|cojo|cubro)(?: over)? (?<one>P\\d)(?: s)?(?: ${DUTY})*$`,
  ),
];

const END =
  "(?:cancel|end|stop|undo|delete|remove|revoke|withdraw|drop|streiche|storniere|losche|beende|widerrufe|sag|sage|cancela|anula|termina|quita|deshaz)";
const TO_END = "(?:absagen|streichen|stornieren|beenden|loschen|widerrufen|aufheben|cancelar|anular|terminar)";
const DEAL =
  "(?:swap|stand in|stand|standin|cover|coverage|substitution|replacement|tausch|schichttausch|vertretung|stellvertretung|cambio|intercambio|sustitucion|suplencia|cobertura)";
const OF_DEAL = `(?:${DUTY} )?${DEAL}(?: ${DUTY})?(?: (?:with|by|mit|durch|con) (?<by>P\\d))?(?: (?:fur )?(?<for>P\\d))?`;
const STANDS =
  "(?:covers?|covering|stands?|stand in|stands in|standing|standing in|replaces?|replacing|substitutes?|cubre|sustituye|reemplaza|releva)";

/** "Cancel my swap", "Vertretung beenden", "Deniz does not cover for me", "Deniz ya no me sustituye". */
export const END_CLAUSES: readonly RegExp[] = [
  new RegExp(`^${END} ${OF_DEAL}$`),
  new RegExp(`^${OF_DEAL} ${TO_END}$`),
  new RegExp(`^${END} (?<for>P\\d)(?: s)? (?:${DUTY} )?${DEAL}(?: (?:with|by|mit|durch|con) (?<by>P\\d))?$`),
  new RegExp(
    `^(?<by>P\\d|i|ich|yo)(?: (?:does|do|is|am|will))? (?:doesn t|don t|isn t|won t|not|no longer|no)(?: (?<me>me))? ${STANDS}(?: (?:(?<self>me)|(?<for>P\\d)))?(?: anymore| any more)?$`,
  ),
  /^(?<by>P\d|ich) (?:vertritt|vertrete|ersetzt|ersetze|ubernimmt|ubernehme) (?:mich|(?<for>P\d))(?: doch)? nicht(?: mehr)?$/,
];

const ON_DUTY =
  "(?:call|oncall|on call|duty|standby|stand|pager|bereitschaft|rufbereitschaft|bereitschaftsdienst|dienst|guardia|servicio|localizable)";
const WHERE = "(?: (?:[GTL]\\d|ot|it|security|safety|ops|network|team|group|equipo|seguridad))*";

/** "Who is on call for OT?", "wer hat Bereitschaft?", "¿quién está de guardia?" */
export const WHO_CLAUSES: readonly RegExp[] = [
  new RegExp(
    `^(?:tell me |show me |show |sag mir |wissen |dime )?(?:who|who s|whos|wer|quien)(?: (?:is|has|s|are|ist|hat|esta|estara|tiene|will|wird))*${WHERE} ${ON_DUTY}${WHERE}(?: haben| hat)?$`,
  ),
  new RegExp(`^${ON_DUTY}${WHERE}$`),
];

/** "Who leads the shift on line 3?" */
export const LEADER_CLAUSES: readonly RegExp[] = [
  /^(?:who|whos|wer|quien)(?: (?:is|s|ist|hat|es|esta|leads|leitet|dirige|lleva))*(?: (?:leads?|leader|foreman|supervisor|schichtleiter|schichtleiterin|schichtleitung|schichtfuhrer|jefe|jefa|encargado|encargada|responsable))*(?: turno)? (?<where>[LT]\d)$/,
];

/** "Karin is on call for OT controls", "Karin hat Bereitschaft". */
export const DUTY_CLAUSES: readonly RegExp[] = [
  new RegExp(
    `^(?:put )?(?<who>P\\d|i|ich|yo)(?: (?:is|has|takes?|will|ist|hat|habe|bin|ubernimmt|ubernehme|esta|estara|estoy|tiene))* ${ON_DUTY} (?<where>G\\d|ot|it)(?: haben)?$`,
  ),
  new RegExp(`^(?<who>P\\d)(?: (?:hat|ist))*(?: (?<where>G\\d|ot|it)) ${ON_DUTY}$`),
];

const THINGS = "(?:[LT]\\d|plant|everything|werk|anlage|alles|planta|todo|toda|and|und|y|,)";
const FROZEN = "(?:freeze|freezing|frozen|change freeze|changefreeze|congela|congelar|congelada|congelado|congelacion)";

/** "Freeze line 3", "Linie 3 einfrieren", "congela la línea 3". */
export const FREEZE_CLAUSES: readonly RegExp[] = [
  new RegExp(`^(?:we |wir )?(?:need |set |put |change )*${FROZEN}(?: ${THINGS})+$`),
  new RegExp(`^(?:${THINGS} )+(?:bitte )?(?:einfrieren|freeze|congelar)$`),
  new RegExp(`^friere?(?: ${THINGS})+$`),
  new RegExp(
    `^(?:no changes|no work|do not touch|don t touch|nobody touches|hands off|keine anderungen|keine arbeiten|niemand fasst|nicht anfassen|no tocar|sin cambios|ningun cambio)(?: with| mit| con)?(?: ${THINGS})+(?: an)?$`,
  ),
  new RegExp(`^(?:${THINGS} )+(?:keine anderungen|nicht anfassen|no changes|sin cambios)$`),
];

/** "Line 3 is frozen until 22:00": of a machine, or without an end, it is a complaint. */
export const FROZEN_CLAUSES: readonly RegExp[] = [
  /^(?:L\d )(?:(?:and|und|y) L\d )*(?:is |are |ist |sind |esta |queda |bleibt |wird |stays |remains )*(?:frozen|eingefroren|gefroren|congelada)$/,
];

/** "Unfreeze line 3", "Freeze für Linie 3 aufheben", "descongela la línea 3". */
export const THAW_CLAUSES: readonly RegExp[] = [
  new RegExp(`^(?:unfreeze|thaw|defrost|descongela|descongelar|auftauen|taue)(?: ${THINGS})+(?: auf| auftauen)?$`),
  new RegExp(`^(?:${THINGS} )+(?:auftauen|freigeben|descongelar|unfreeze)$`),
  new RegExp(
    `^(?:lift|end|stop|cancel|remove|hebe|beende|levanta|levantar|quita|termina) (?:freeze|einfrieren|congelacion)(?: ${THINGS})+(?: auf)?$`,
  ),
  new RegExp(`^(?:lift|end|stop|cancel|remove|hebe|beende)(?: ${THINGS})+ (?:freeze|auf)$`),
  new RegExp(`^freeze(?: ${THINGS})+ (?:aufheben|beenden|over|vorbei|lifted)$`),
];
