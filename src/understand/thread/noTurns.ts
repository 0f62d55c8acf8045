import { type Lists, turns } from "../turns/turns.ts";

const WORDS: Lists = {
  US: "me us my_side our_side ot it security safety maintenance ops production network quality here",
  ALLOW: "approve allow accept agree permit grant support authorize authorise sign tolerate",
  THAT: "that this it any such anything",
};

/** Somebody says no, in so many words. */
export const NO = turns(
  [
    "^ 👎",
    "^ denied|rejected|declined|refused|vetoed|forbidden|prohibited",
    "^ it|this|that|request is denied|rejected|declined|refused|forbidden|prohibited|vetoed",
    "^ (is|it|this|that)? (is)? not approved|allowed|granted|accepted|agreed|permitted|acceptable",
    "^ no way",
    "^ no go",
    "^ no chance",
    "^ no from US",
    "^ (it|this|that)? (is)? absolutely|certainly|definitely|surely|clearly not",
    "^ never ever",
    "^ not happening",
    "^ (this|that|it)? (is|will)? not going_to_happen|happen",
    "out of the_question",
    "over my dead_body",
    "^ (sorry)? i|we (really|simply|just)? can|will|do|would|must|may|shall not ALLOW",
    "^ i|we do not want THAT",
    "^ i|we can not do that|this $",
    "^ i|we (have_to|must|hereby|strongly|will|therefore)? deny|reject|refuse|decline|veto|object|disagree",
    "^ i|we am|are (strongly|totally)? against",
    "^ (this|that|it|i|we)? (is|say)? (a|our)? (clear|definite|hard)? veto",
    "that|it|this is a (clear|hard|definite)? no",
    "US say|says no",
    "^ i|we say no",
    "^ do not|never open|allow|connect|install|do|touch it|that|this|anything|him|them",
    "^ too risky|dangerous $",
    "^ deny|reject|refuse|decline (it|this|that|them)? $",
    "^ thumbs down",
  ],
  WORDS,
);

export const NO_GERMAN = turns([
  "^ (ist|wird|das|es)? (ist|wird)? abgelehnt|verweigert|verboten|untersagt",
  "^ (ist|wird|das|es)? (ist|wird)? nicht genehmigt|freigegeben|erlaubt|akzeptabel|zulassig|gestattet",
  "^ (das|es|hiermit)? lehne|lehnen (ich|wir)? (das|es|den_antrag|hiermit)? (so)? ab",
  "^ ich|wir lehne|lehnen ... ab",
  "auf (gar)? keinen_fall",
  "auf gar_keinen_fall",
  "kommt|komme (gar)? nicht in_frage|infrage",
  "^ (gibt_es)? keine freigabe|genehmigung|zustimmung",
  "^ keine chance",
  "^ (das|so)? geht so|gar|uberhaupt nicht",
  "^ (das|so)? machen|wollen|erlauben|genehmigen|dulden wir (das|so|hier)? nicht",
  "^ wir machen|wollen|erlauben|genehmigen das (so)? nicht",
  "^ (ich|wir)? bin|sind (ich|wir)? (klar)? dagegen",
  "^ niemals",
  "stimme|stimmen (ich|wir)? (dem)? nicht zu",
  "ot|it|security|safety|wir sagt|sagen nein",
  "^ zu riskant|gefahrlich $",
  "^ nicht mit uns|mir",
]);

export const NO_SPANISH = turns([
  "^ (queda|esta)? denegado|denegada|rechazado|rechazada|prohibido|vetado",
  "^ no (esta|queda)? autorizado|autorizada|aprobado|aprobada|permitido",
  "^ ni hablar|en_broma|de_broma|pensarlo|loco|locos",
  "de ninguna manera",
  "de ningun modo",
  "^ en absoluto",
  "^ no (lo|la|se)? autorizamos|aprobamos|permitimos|autorizo|apruebo|permito|autoriza|permite|aceptamos|acepto",
  "^ no (lo)? podemos|puedo|podemos_lo permitir*|autorizar*|aprobar*|aceptar*",
  "^ no queremos eso|esto",
  "^ (lo|la)? rechazamos|rechazo|denegamos|deniego|vetamos",
  "^ (es)? demasiado arriesgado|peligroso",
]);

/** No, if nothing else is said, or a reason behind it. */
export const BARE_NO = turns(["^ no|nope|nah|nay|nein|nee|noe|ne|negative|negativo (sorry|thanks|danke|gracias)? $"]);

/** What is said behind a bare no that was one. */
export const GIVES_REASON = turns([
  "too|risk|risky|risks|danger|dangerous|unsafe|forbidden|policy|allowed|allow|insecure|against|sorry|cannot|can|use|instead|via|would|until|without",
  "not|never possible|here|like_this|this_way|that_way|allowed|safe|secure|good|with|a_good|on",
  "zu|riskant|gefahrlich|risiko|verboten|nicht|kein|keine|ohne|stattdessen|uber|nehmt|dagegen",
  "demasiado|riesgo|arriesgado|peligroso|prohibido|usad|mejor|sin|puede|permite|permitido",
]);
