import { type Lists, turns } from "../turns/turns.ts";

const WORDS: Lists = {
  THEM: "them him her everybody everyone security ot it ops safety network maintenance the_owner the_owners the_team the_others",
  SIE: "sie ihn alle ot it security safety die_it die_ot die_sicherheit die_zuständigen das_team die_kollegen den_kollegen die_kollegin",
  FREEZE: "freeze the_freeze this_freeze that_freeze the_change_freeze",
  SPERRE: "sperrzeit sperre änderungssperre freeze",
};

/** Whoever has it is to be asked once more. */
export const NUDGE = turns(
  [
    "nudge|remind|chase THEM",
    "^ (please|can_you|could_you)? nudge (it|please|again|_)? $",
    "ask THEM again|once_more",
    "^ (bitte)? (nochmal|noch_einmal|mal)? nachfassen|nachhaken|erinnern",
    "^ (bitte)? fass|fasst|hak|hakt (bitte|da|mal|dort)? (bitte|mal)? nach",
    "^ (bitte)? erinner|erinnere|erinnert|erinnern_sie (bitte)? SIE",
    "SIE (bitte|mal|nochmal|noch_einmal)? (mal|nochmal)? erinnern",
    "^ (por_favor)? recuerdaselo|recuerdales|recuerdale|recordadselo|recordadles|recordadle|recuerdeselo|recuerdeles",
    "^ (por_favor)? insiste|insistid|insista|insistan|insistir (con|a|por_favor|_)?",
  ],
  WORDS,
);

/** It goes on though something is frozen. */
export const GO_ON = turns(
  [
    "go|goes|carry|continue|proceed|do|open|start|can ... despite|during|through|regardless_of|in_spite_of FREEZE",
    "set|put|leave FREEZE aside",
    "set aside FREEZE",
    "ignore|skip|waive|override FREEZE",
    "^ go on now",
    "trotz (der|dieser|des|dem)? SPERRE",
    "SPERRE (jetzt|hier|dafür|bitte)? aussetzen|ignorieren|übergehen|überspringen",
    "^ (bitte)? jetzt (bitte)? fortsetzen|weitermachen",
    "a_pesar_de|pese_a la congelacion",
    "ignora|ignorad|ignorar|salta|saltad|saltar|omitir|omite la congelacion",
    "^ (hay_que)? seguir|sigue|seguid|sigan ya $",
  ],
  WORDS,
);
