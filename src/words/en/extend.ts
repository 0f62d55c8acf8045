import type { Texts } from "../catalogue.ts";
import type { ExtendWords } from "../said/extend.ts";

export const extend: Texts<ExtendWords> = {
  "extend.form": "Those who agreed before are asked again. Until all of them have, it ends as agreed.",
  "extend.formUntil":
    "Those who agreed before are asked again, until {when} at the latest. Until all of them have agreed, it ends as before.",
  "extend.submit": "Ask for it",
  "extend.whatFor": "What is it still needed for?",
  "extend.later": "Choose an end that is later than the one it has.",
  "extend.limitAfter": "It is open until {when} in any case. Leave this empty, or name an end after that.",
  "extend.most": "It can be open until {when} at the latest. Ask anew for longer.",
  "extend.already": "A later end for {key} is asked for already. Nothing was changed.",
  "extend.cannot": "{key} cannot be longer. Ask anew for more time.",
  "extend.asked": "To be open longer: until {until} instead of {before}. {who}: {reason}",
  "extend.closedLate": "{who} closes it and is not at work then: it stays open until {when}.",
  "extend.stillNeeded": "{name} ends {when}. Is it still needed?",
  "extend.elseItEnds": "Nothing to do if not: it is closed at its end.",
  "extend.over":
    "{name} has ended as agreed, {when}: a later end was not decided by then. If it is still needed, ask anew.",
  "extend.granted": "{name}: open until {when} now.",
  "extend.refused": "{name} is not open longer, until {when}, and ends {end} as agreed. {who}: {reason}",
};
