import type { Texts } from "../catalogue.ts";
import type { WhoWords } from "../said/who.ts";

export const who: Texts<WhoWords> = {
  "who.requester": "the requester",
  "who.shiftLead": "shift lead of {line}",
  "who.ops": "Ops",
  "who.manager": "plant manager",
  "who.account": "an account on {platform} that is not linked",
  "who.externalAccount": "an external account on {platform} that is not linked",
  "who.notLinked": "{name} ({platform}, not linked)",
  "who.externalNotLinked": "{name} ({platform}, external, not linked)",
  "who.answersFor": "{who}; {other} answers in their place",
  "who.localChat": "local chat",
};
