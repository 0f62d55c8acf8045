import { type Lists, turns } from "../turns/turns.ts";

/** Whoever was denied wants it asked once more, with what was not known then. */
export const APPEAL = turns([
  "ask (it|them|him|her|for_it|us|security|ot|it)? again|once_more|anew",
  "look|check (at)? (it|this|that|ours|my_request)? again|once_more",
  "reconsider|rethink|re-check|recheck|reopen",
  "^ (i|we)? (want|would_like|need)? (to)? appeal",
  "^ we|i|there (do|have|now)? have|got|is|are|installed|added|put|bought|moved ... now|meanwhile|since_then",
  "^ now|meanwhile|since_then we|i|there|it|the ...",
  "^ (but)? (we|i|there)? now have|got|is",
  "frag|frage|fragt|fragen|fragen_sie|prüf|prüfe|prüft|prüfen|schau|schaut|vorlegen|vorgelegt|überdenken|anfragen ... nochmal|noch_einmal|erneut",
  "nochmal|noch_einmal|erneut (bitte)? (an|danach)? fragen|anfragen|prüfen|geprüft|gefragt|vorlegen|vorgelegt|ansehen|angesehen|anschauen|überdenken|stellen",
  "^ (wir|ich|es)? (haben|habe|gibt)? (wir|ich)? jetzt|inzwischen|mittlerweile (haben|habe|gibt|ist|sind|wir)? ...",
  "^ (wir|ich) haben|habe|bekamen ... jetzt|inzwischen|mittlerweile",
  "widerspruch|widersprechen",
  "pregunta|preguntad|pregunten|preguntar|pide|pidelo|pedidlo|pedir|pedirlo|mira|mirad|miradlo|revisa|revisad|revisadlo|revisalo|revisenlo|consulta|consultad ... otra_vez|de_nuevo|nuevamente",
  "vuelve|volved|volver|vuelvan a preguntar*|pedir*|mirar*|consultar*|revisar*",
  "^ ya|ahora tenemos|tengo|hay|contamos|esta",
  "^ tenemos|tengo|hay ya|ahora",
  "reconsider*",
  "apelo|apelamos|apelar|recurro|recurrimos",
]);

const RISK: Lists = {
  OWN: "take|takes|own|accept|carry|bear|assume",
  RISK: "risk risks responsibility",
  RISIKO: "risiko verantwortung",
  RIESGO: "riesgo riesgos responsabilidad",
};

/** The risk of a no is somebody's own from now on. */
export const TAKE_RISK = turns(
  [
    "^ i|we (will|shall|hereby|can|do|am_willing_to)? take|own|accept|carry|bear|assume (on)? (the|this|that|all|all_the|full|that_residual)? RISK",
    "^ (the|this|that)? RISK is mine|on_me|ours",
    "on|at my|our (own)? RISK",
    "^ (the|this|that)? RISK (is|was)? accepted|taken",
    "^ (ich|wir)? (hiermit)? übernehme|übernehmen|nehme|nehmen|trage|tragen|akzeptiere|akzeptieren (ich|wir)? (hiermit|dafür)? (das|dieses|dafür_das|die|das_volle|die_volle)? RISIKO",
    "^ das|dieses|die RISIKO übernehme|trage|nehme|akzeptiere|übernehmen|tragen ich|wir",
    "auf meine|eigene|unsere|mein|eigenes kappe|verantwortung|risiko|gefahr",
    "RISIKO (ist|wird)? (von_mir|hiermit)? übernommen|akzeptiert",
    "^ (yo|nosotros)? asumo|acepto|asumimos|aceptamos|tomo (yo)? (el|este|ese|la|todo_el)? RIESGO",
    "bajo mi|nuestra responsabilidad",
    "RIESGO asumido|aceptado|asumida",
    "me|nos hago|hacemos responsable|responsables",
  ],
  RISK,
);

/** What Ops decided on whose something is counts no more. */
export const LIFT_RULING = turns([
  "lift|undo|revoke|reverse|withdraw|cancel|drop|scrap the|my|our|this|that ruling",
  "take|takes|took (back)? the|my|our|this|that ruling (back)?",
  "take back the|my|our|this|that ruling",
  "^ (the|my|our|that|this)? ruling was|is (a)? wrong|mistake|outdated|obsolete",
  "ruling no_longer|not holds|counts|applies",
  "^ (bitte)? (ich|wir)? nehme|nehmen|nimm|nehmt|hebe|heben|heb|hebt|ziehe|ziehen (ich|wir|bitte)? (die|unsere|meine|diese)? zuständigkeit|zuordnung|ops-entscheidung|festlegung|regelung (wieder)? zurück|auf",
  "zuständigkeit|zuordnung|festlegung|regelung (bitte|wieder)? (wieder)? zurücknehmen|aufheben|zurückgenommen|aufgehoben|zurückziehen",
  "^ (por_favor)? retira|retirad|retiro|retiramos|levanta|levantad|levanto|levantamos|anula|anulad|anulo|anulamos|quita|quitad la (decision_sobre_la|decision_de)? asignacion|responsabilidad|decision_de_ops",
  "asignacion equivocada|erronea",
]);
