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
