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
  "who.floorChat": "Floor chat",
  "who.officeChat": "Office chat",
  "who.plantManager": "Plant manager",
  "who.opsLead": "Operations lead",
  "who.leadsShift": "Shift lead, {line}",
  "who.teamLead": "{team}, lead",
  "who.operations": "Operations",
};
