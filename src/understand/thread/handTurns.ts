import { type Lists, turns } from "../turns/turns.ts";

const WORDS: Lists = {
  OURS: "asset job system machine thing business problem team department responsibility area scope network plc box topic task equipment area_of",
};

/** Somebody has it from now on. */
export const TAKE = turns([
  "^ on it|my_way $",
  "^ ok|i|we (will|shall)? take|got|have|handle this|it|that|over|care (one|from_here)? (over)? $",
  "^ i|we (will|can)? take this|that|care|over (one|of)?",
  "^ mine $",
  "^ take it (please)? $",
  "^ (ich)? ubernehme|ubernommen (es|das|ich)? $",
  "^ (i|we)? (am|are)? looking into|at (it|this|that)?",
  "^ i|we (will|am|are|going_to)? have|having|take|taking a (quick)? look|care",
  "^ i|we (will)? look into|at it|this|that",
  "^ i|we am|are on it|my_way|the_way|our_way|the_case",
  "leave it to|with me",
  "^ (ich)? schau|schaue|sehe|guck|gucke|seh (ich)? (es|mir)? ... an",
  "^ mach|mache|ubernehme|ubernehm|nehme|kummere ich|ich_mich",
  "^ ich mach|mache|ubernehme|kummere|nehm|nehme das|es|mich|s",
  "^ (ich|wir)? bin|sind (ich|wir)? (schon|gerade)? dran|unterwegs|auf_dem_weg",
  "^ (ya)? lo|la miro|reviso|hago|llevo|veo|cojo (yo)?",
  "^ (yo|nosotros)? (ya)? me|nos encargo|encargamos|ocupo|ocupamos",
  "^ (yo)? voy|vamos (para)? alla|ya|ahora",
  "^ (ya)? estoy|estamos en_ello|en_camino",
]);

/** A colleague has it from now on, or a team. Whether one is named is for whoever knows the plant. */
export const HAND_OVER = turns([
  "^ (please|i|we|let_us)? (will|would_like_to|want_to|can)? hand|pass|give|forward|transfer|assign|delegate|leave (it|this|that|these|ham)? (on|over)? to _",
  "^ (please)? hand|pass|give _ this|it|that",
  "^ _ (_)? (can|could|will|would)? take|takes|handles|does|has_taken (it|this|that)? over|it|this|that",
  "^ (_)? (_)? can|could|would|will you (please)? take|handle|do (it|this|that)? (over)? (for_me|from_me|instead)?",
  "^ _ (_)? is|will_be taking|handling (it|this|that)? (over)?",
  "^ (bitte|ich|wir)? gib|gebe|geben|gebt|reiche|reichen|leite|leiten|übergebe|übergeben (ich|wir)? (das|es|ihn|den|dies)? (bitte)? (an|weiter)? (an)? _ (_)? (weiter|ab)?",
  "^ _ (_)? übernimmt (das|es|den_schritt)?",
  "^ _ (_)? macht|erledigt das|es|den_schritt",
  "^ (_)? (_)? kannst|könntest|können_sie|könnten_sie (du)? (das|es)? (bitte)? (für_mich)? übernehmen|machen|erledigen",
  "an _ (_)? weitergeben|übergeben|abgeben|weiterleiten",
  "^ (por_favor)? (se_lo)? paso|pasa|pasalo|paselo|pasadlo|doy|dalo|entrego|entregalo|traspaso|dejo|cedo (esto|lo|la)? a _",
  "^ (_)? (_)? se encarga|ocupa",
  "^ _ (_)? lo|la lleva|hace|coge",
  "^ (_)? (_)? puedes|podrias|puede encargarte|ocuparte|hacerlo|llevarlo|cogerlo|encargarse",
]);

/** It is somebody else's. */
export const NOT_MINE = turns(
  [
    "^ (this|that|it|is|thats)? (is)? (definitely|clearly)? not ours|mine|us (sorry)? $",
    "^ (this|that|it)? (is)? not for us|me|our_team",
    "^ (this|that|it)? (is)? not our|my|under_our|in_our OURS",
    "wrong team|channel|people|address|department|group|owner|guys|party",
    "^ (sorry)? i|we am|are not responsible|in_charge|the_owner|the_owners|the_right",
    "^ i|we do not own|run|manage|operate",
    "^ (this|that|it|thing|gateway|machine|_)? (_)? belongs to",
    "^ this|that|it is _ (is|s)? job|task|thing|business|topic|responsibility|area",
    "^ you (rather)? want|need _ (s)? (_)? team|department|people (for)? (this)?",
    "^ (das|ist)? (ist)? nicht unser|unsere|unseres|unserer|meins|mein|meine|bei_uns",
    "nicht zustandig",
    "sind|bin|ist (wir|ich)? (leider)? nicht zustandig|verantwortlich",
    "falsches|falsche|falscher|falschen team|abteilung|kanal|adresse|gruppe|mannschaft",
    "^ (das|es|die|der)? gehort nicht_uns|der|dem|den|zu|zur",
    "dafur|da ist|sind _ (_)? zustandig|verantwortlich",
    "^ (eso|esto)? no es|son nuestro|nuestra|nuestros|mio|mia|cosa_nuestra|para_nosotros|de_nuestro*",
    "^ eso|esto es|toca (cosa|tarea|asunto)? de|a _",
    "equipo|canal|departamento equivocado|incorrecto",
    "no nos toca|corresponde|compete",
    "no somos (los)? responsables|nosotros",
  ],
  WORDS,
);
