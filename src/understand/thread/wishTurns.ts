import { type Lists, turns } from "../turns/turns.ts";

const WORDS: Lists = {
  IT: "it this that my the our request everything them him",
  NOW: "now immediately at_once right_now instantly asap straight_away",
};

/** Whoever said yes or no wants it unsaid. */
export const TAKE_BACK = turns(
  [
    "^ (sorry)? (i|we)? (want|need|have|would_like)? (to)? take|revoke|retract|withdraw|undo my|our VERDICT (back)?",
    "^ (sorry)? (i|we)? (want|need|have|would_like)? (to)? take back my|our|the VERDICT",
    "^ i|we (will|do|can)? no_longer|not take|accept|own|carry|bear the|this|that risk|responsibility",
    "^ i|we (want|would_like)? (to)? take|withdraw|retract (back)? the risk back",
    "^ i|we (want|would_like)? (to)? take back the risk",
    "^ (ich|wir)? übernehme|übernehmen|nehme|trage|tragen (ich|wir)? das|dieses|die risiko|verantwortung (dafür)? nicht|zurück (mehr|länger)?",
    "^ (ya)? no asumo|acepto|asumimos|aceptamos el|este|ese|la riesgo|responsabilidad",
    "^ retiro|retiramos el|este riesgo",
    "^ i|we (have)? (just)? changed my|our mind",
    "^ i|we approved|denied (it|this|that)? by mistake|accident",
    "^ (sorry)? that|the (was)? (my)? (VERDICT)? was a mistake",
    "^ (ich|wir)? nehme|nehmen|ziehe|ziehen|widerrufe|widerrufen (ich|wir)? meine|unsere|die|mein|unser URTEIL (wieder)? (zuruck)?",
    "^ (ich|wir)? habe|haben (es|das|ihn)? (mir|uns)? (nochmal|noch_einmal)? anders uberlegt",
    "^ (lo_siento)? retiro|retiramos|revoco|revocamos|anulo|anulamos mi|nuestra|nuestro|la JUICIO",
    "^ he|hemos cambiado de opinion|idea",
  ],
  {
    VERDICT: "risk approval approvals ok okay yes no denial veto decision answer consent permission green_light",
    URTEIL: "risiko freigabe zustimmung genehmigung ablehnung entscheidung antwort veto ok nein ja",
    JUICIO: "riesgo aprobacion autorizacion denegacion decision respuesta ok permiso negativa",
  },
);

/** Whoever asked wants it no longer. */
export const WITHDRAW = turns(
  [
    "^ forget|drop|scrap|scratch|abort|retract|discard IT|about",
    "^ cancel|withdraw|retract (IT|<n>|_)? (request|please|again)?",
    "^ i|we want|would_like|have|like|need (to)? cancel|withdraw|retract",
    "^ i|we cancel|withdraw|retract",
    "^ can|could|may|will (you|we|i|someone)? (please)? cancel|withdraw|drop",
    "^ never mind",
    "^ nevermind|nvm",
    "no longer need|needed|required|necessary|want|wanted|relevant",
    "not needed|required|necessary|relevant any_more|anymore|any_longer",
    "not need|want (IT)? (_)? any_more|anymore|any_longer",
    "not needed $",
    "^ i|we take IT back",
    "^ take IT back",
    "^ you can close|cancel|drop|forget IT",
    "is obsolete",
    "hat|haben sich (schon|bereits)? erledigt",
    "^ vergiss|vergesst|vergessen es|das|sie|sie_es",
    "brauche|brauchen|brauchts|benotigen|benotige|will|wollen ... nicht|keinen|keine|kein mehr",
    "nicht mehr notig|gebraucht|benotigt|notwendig|relevant|erforderlich",
    "zuruckziehen|zuruckgezogen|stornieren|storniert|storno|abbrechen|hinfallig",
    "ziehe|ziehen ... zuruck",
    "^ olvidalo|olvidadlo|olvidenlo|dejalo|dejadlo|dejenlo",
    "ya no hace_falta|lo_necesito|lo_necesitamos|necesitamos|necesito|es_necesario",
    "^ (por_favor)? cancela|cancelad|cancelar|cancelen|anula|anular|anulad|retira|retirad|retirar|retiro|retiramos|cancelo",
  ],
  WORDS,
);

/** What is allowed is to end later. */
export const EXTEND = turns([
  "extend|prolong|prolongation|lengthen",
  "^ (we|i)? (need|want|request)? (an)? extension",
  "day|days|hour|hours|week|weeks|shift|minutes|bit longer|more",
  "for|need|want|give_us another day|week|hour|month|shift|<n>|two|three|couple",
  "keep|leave it|this|that|port|access (<n>)? open (a_bit)? longer|till|until|for",
  "needed|need|takes|take (it|this)? longer",
  "verlangern|verlangert|verlangerung|verlangere",
  "tag|tage|woche|wochen|stunde|stunden|schicht langer|mehr",
  "noch einen|eine|ein|zwei|drei|<n> tag|tage|woche|wochen|stunde|stunden|schicht",
  "offen lassen|bleiben",
  "prolongar|prolonga|prolongad|ampliar|amplia|ampliad|extender|extended|alargar|alargad|prorrogar|prorroga",
  "dia|dias|hora|horas|semana|semanas mas",
]);

/** A fact is another than was said. */
export const CHANGE = turns([
  "^ make it|that",
  "^ from|ab|desde ... to|bis|until|hasta",
  "^ (please|bitte)? (only|erst|nur|solo)? until|till|bis|hasta",
  "wrong|falscher|falsche|falsches|falschen _",
  "_ equivocado|equivocada",
  "i|we meant|mean",
  "meant|meinte|gemeint|meinten",
  "quise|queria|queriamos|quiero decir",
  "should be|have_been|read",
  "^ correction|korrektur|correccion",
  "^ (sorry)? it|es|that is _ (<n>)? (_)? not",
  "^ not|nicht|no <n>",
  "change|set|move it|the|to|from|_ ... to",
  "^ andern|andert|andere|cambia|cambiad|cambiar",
  "instead of",
  "statt|stattdessen|en_vez_de|en_lugar_de",
  "^ (we|i|wir|ich)? need|needed|brauche|brauchen|brauchs|necesito|necesitamos it|this|es|das|ihn|lo (_)? already|earlier|sooner|later|tonight|today|tomorrow|now|schon|fruher|heute|morgen|jetzt|antes|hoy|ya",
  "got|is (now)? urgent",
  "production|line|machine|we|plant (<n>)? (is|are)? (now)? stands|standing|stopped|stands_still|down|stops (now|still|already)?",
  "produktion|linie|anlage|maschine (<n>)? steht (jetzt|nun|still|schon)?",
  "produccion|linea (<n>)? (esta)? parada|parado",
]);

/** What is open is to be closed at once. */
export const CUT_OFF = turns(
  [
    "^ cut IT off",
    "^ cut off",
    "^ (please|can_you|somebody|someone)? close|shut|stop|block|kill|end|lock|revoke|terminate IT|port|access|down|off|_ ... NOW",
    "^ (please)? close|shut|block|kill|revoke|terminate IT (down|off|again|up|port|access|connection)? $",
    "^ close|shut|block|kill|stop IT port|access|connection|session",
    "^ disconnect|kick IT",
    "^ pull the plug",
    "^ (please|i|we|can_you|can_we|let_us)? (want|would_like|need|have)? (to)? end|terminate|cancel|stop|revoke|close|quit the|this|that|our agreement|contract|arrangement",
    "^ (the|this|that|our)? agreement (with_)? (_)? (is|was|has)? over|ended|terminated|finished|cancelled|not_valid",
    "vereinbarung|rahmenvertrag|vertrag ... beenden|beendet|kündigen|gekündigt|aufheben|aufgehoben|widerrufen|auflösen|stoppen",
    "^ (bitte|ich|wir)? beende|beenden|kündige|kündigen|widerrufe|widerrufen|stoppe|stoppen|stoppt|beendet|kündigt (ich|wir|bitte)? die|unsere|diese|den vereinbarung|vertrag|rahmenvertrag",
    "terminar|terminad|termina|rescindir|rescinde|rescindid|rescindo|rescindimos|cancelar|cancela|cancelad|anular|anula|anulad|finalizar|finaliza|finalizad|cortar el|este|nuestro acuerdo|contrato",
    "^ (el|este|nuestro)? acuerdo (con_)? (_)? terminado|rescindido|acabado|cancelado",
    "sofort|jetzt|bitte|umgehend|gleich zumachen|schließen|sperren|trennen|abschalten|dichtmachen|kappen|abklemmen",
    "zugang|port|verbindung|zugriff|fernzugriff (sofort|jetzt|bitte|gleich|<n>)? (sofort|jetzt)? zumachen|schließen|sperren|trennen|abschalten|dichtmachen|kappen",
    "^ mach|macht (es|das|den_port|ihn|port)? (bitte|sofort|jetzt)? (sofort|jetzt|wieder)? zu",
    "^ cerradlo|cierralo|cierrenlo|cortadlo|cortalo|desconectad|desconecta|desconecten|bloquead|bloquea",
    "^ corta|cortad|corten|cierra|cerrad|cierren el|la|lo|ya|los|_ ...",
  ],
  WORDS,
);
