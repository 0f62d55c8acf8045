import { type Lists, turns } from "../turns/turns.ts";

const WORDS: Lists = {
  US: "me us my_side our_side my_point our_point ot it security safety maintenance ops production network quality",
  FINE: "fine ok okay good alright acceptable yes approved granted",
  GO: "go_ahead proceed continue start open do_it do_this do_that carry_on begin connect go_on",
};

/** Somebody says yes, in so many words: no other reading is left. */
export const YES = turns(
  [
    "^ 👍",
    "^ approved|granted|accepted|agreed|authorized|authorised|permitted",
    "^ (it|this|that|all|is|request|we)? (is|are|was|has_been)? (hereby|therefore|now|also)? approved|granted|accepted|authorized|authorised|agreed (from|by|for|with|on|till|until)?",
    "and|so|hence it|this|that is approved|granted|accepted|fine_with_us",
    "^ i|we (hereby|also|both|can|do|fully|now)? approve|agree|accept|authorize|authorise|consent",
    "i|we have (now)? approved|accepted|signed_off (it|this|that)?",
    "^ (you|they|he|she|vendor)? can|may (now|all)? GO",
    "^ go ahead",
    "^ go (for_it)? $",
    "^ go for it",
    "^ do it (then)? $",
    "^ proceed",
    "^ let us do_it|go|do_this|do_that|open_it",
    "^ open it|up $",
    "^ (you|they)? (have|got|has)? (my|our|a|the)? green_light|go|blessing|approval|permission|consent from|for|by _",
    "you|they have (got)? my|our green_light|go|ok|okay|yes|blessing|approval|permission|consent",
    "green light $",
    "permission|approval|clearance is|has_been granted|given",
    "permission|approval|clearance granted|given",
    "^ (it|this|that|all|looks|sounds|is|i_am|we_are)? (is)? (all|looks|sounds)? FINE by|for|with|from US",
    "^ i am|we_are fine|ok|okay|good with",
    "from US side|view ... FINE",
    "from US FINE",
    "FINE from US side",
    "no objection|objections|concerns|veto_from",
    "no|nothing against it|this|that",
    "lgtm|sgtm",
    "looks|sounds good|fine|ok|okay (to|for)? (me|us)?",
    "^ (i|we)? (have)? signed off",
    "^ i|we sign off",
    "consider it|this approved|accepted",
    "^ approve|accept|allow (it|this|that|them|both|all|everything)? $",
    "^ (i|we)? yes|ok|okay|approve|accept|approved (to|for|on)? both|both_of_them|both_steps",
    "^ both (are|of_them|steps)? (are)? FINE",
    "^ thumbs up",
    "US say|says yes|ok|okay|go",
    "yes from US",
  ],
  WORDS,
);

const GERMAN: Lists = {
  UNS: "mich uns mir meiner_seite unserer_seite meiner_sicht unserer_sicht ot it security safety",
  GUT: "ok okay gut passt in_ordnung genehmigt freigegeben",
};

export const YES_GERMAN = turns(
  [
    "^ (ist|hiermit|es|das|wird)? (ist|hiermit|von_uns)? genehmigt|freigegeben|bewilligt|zugestimmt|akzeptiert|erlaubt|abgesegnet",
    "^ freigabe (ist|hiermit)? (hiermit)? erteilt|gegeben|da",
    "^ freigabe von|durch",
    "GUT fur|von|aus UNS",
    "von UNS (aus|her)? (ist|ist_das|passt|alles)? GUT",
    "aus UNS (ist|ist_das|passt)? GUT",
    "meinetwegen",
    "^ (ihr|du|sie)? konnt|kannst|konnen|durft|darfst|durfen (ihr|du|sie)? (es|das|ihn|den_port)? (gerne|ruhig|so)? machen|aufmachen|offnen|loslegen|anfangen|weitermachen|freischalten|anschließen",
    "einverstanden",
    "^ (ich)? (gebe|genehmige|freigabe_für)? (ich)? beide|beides|beiden|alle_beide (sind|ist|hiermit)? freigegeben|genehmigt|frei|ok|okay|passt|freigeben|genehmigen|gut|ja",
    "^ ja|ok|okay|freigabe (zu|für|an)? beide|beiden|beides|beidem",
    "^ (ich)? genehmige|bewillige (ich)? beide|beides",
    "kein|keine|keinerlei|keinen einwand|einwande|bedenken|einspruch",
    "spricht|sprechen nichts|nicht dagegen",
    "nichts dagegen",
    "^ (das)? geht klar|in_ordnung|ok|okay",
    "^ mach|macht|machts|machen_sie (es|das|ihn|den_port|port)? (ruhig|mal)? auf|das|es|ruhig (so)? $",
    "gebe|geben (ich|wir)? (das|es|ihn)? (hiermit)? frei",
    "ich|wir stimme|stimmen (dem|der_sache|hiermit)? zu",
    "stimme|stimmen ich|wir zu",
    "grunes licht",
    "ot|it|security|safety|wir sagt|sagen ja|ok|okay",
    "^ genehmige|genehmigen|bewillige ich|wir",
    "^ ich|wir genehmige|genehmigen|bewillige|bewilligen (das|es|den|hiermit)?",
    "meine|unsere|haben_unsere|habt_unsere|hast_unsere freigabe|zustimmung|genehmigung",
    "kann|darf (so)? gemacht|geoffnet|aufgemacht|freigeschaltet|umgesetzt werden",
  ],
  GERMAN,
);

export const YES_SPANISH = turns([
  "^ (esta|queda|ya_esta)? aprobado|aprobada|autorizado|autorizada|aceptado|aceptada|concedido|concedida|permitido",
  "^ adelante",
  "^ (los|las)? dos|ambos|ambas (quedan|estan|los_pasos)? aprobados|aprobadas|autorizados|autorizadas|bien|ok|vale|si|conformes",
  "^ si|ok|vale|apruebo|aprobamos|aprobado|aprobar|autorizo (a|para)? (los|las|los_pasos)? dos|ambos|ambas",
  "^ (estoy|estamos)? de acuerdo",
  "^ conforme|conformes",
  "^ por mi|nosotros|nuestra (parte)? (esta)? (lado)? (todo)? bien|ok|vale|si|perfecto|adelante",
  "ok|vale|bien|si por mi|nosotros|nuestra (parte)?",
  "sin objecion|objeciones|inconveniente|pegas",
  "no hay|tenemos|tengo objecion|objeciones|inconveniente",
  "^ (si)? podeis|puedes|pueden|podes|puede abrir*|hacer*|proceder|seguir|empezar|conectar*",
  "^ abridlo|abrelo|abranlo|hacedlo|hazlo|haganlo",
  "teneis|tienes|tienen mi|nuestro|nuestra|el ok|visto_bueno|permiso|aprobacion|autorizacion",
  "visto bueno",
  "^ (lo|la)? (si)? aprobamos|apruebo|autorizamos|autorizo|aceptamos|acepto",
  "luz verde",
]);

/** What a yes is to, behind it: "yes, both". */
export const TO_BOTH = turns([
  "^ (to|for|a|para|zu|für)? (los|las)? both|beide|beides|beiden|beidem|ambos|ambas|dos $",
]);

/** Yes, if nothing else is said: "ok", "sure", "ja". */
export const BARE_YES = turns([
  "^ yes|yep|yeah|yup|sure|ok|okay|okey|k|fine|good|alright|all_right|of_course|naturally|ja|jep|jo|jawohl|klar|passt|gut|okidoki|in_ordnung|si|vale|bien|claro|bueno|dale|perfect|perfekt|perfecto|go|all_good (please|then|otto|everyone)? $",
]);
