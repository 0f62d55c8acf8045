import type { Texts } from "../catalogue.ts";
import type { WhoWords } from "../said/who.ts";

export const who: Texts<WhoWords> = {
  "who.requester": "die anfragende Person",
  "who.shiftLead": "Schichtleitung {line}",
  "who.ops": "Ops",
  "who.manager": "Werksleitung",
  "who.account": "ein nicht verknüpftes Konto in {platform}",
  "who.externalAccount": "ein externes, nicht verknüpftes Konto in {platform}",
  "who.notLinked": "{name} ({platform}, nicht verknüpft)",
  "who.externalNotLinked": "{name} ({platform}, extern, nicht verknüpft)",
  "who.answersFor": "{who}; {other} antwortet an ihrer Stelle",
  "who.localChat": "lokaler Chat",
  "who.floorChat": "Werkschat",
  "who.officeChat": "Bürochat",
  "who.plantManager": "Werksleitung",
  "who.opsLead": "Leitung Ops",
  "who.leadsShift": "Schichtleitung, {line}",
  "who.teamLead": "{team}, Leitung",
  "who.operations": "Ops",
};
