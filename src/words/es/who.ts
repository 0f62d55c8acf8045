import type { Texts } from "../catalogue.ts";
import type { WhoWords } from "../said/who.ts";

export const who: Texts<WhoWords> = {
  "who.requester": "quien lo solicitó",
  "who.shiftLead": "jefe de turno de {line}",
  "who.ops": "Ops",
  "who.manager": "dirección de planta",
  "who.account": "una cuenta de {platform} sin vincular",
  "who.externalAccount": "una cuenta externa de {platform} sin vincular",
  "who.notLinked": "{name} ({platform}, sin vincular)",
  "who.externalNotLinked": "{name} ({platform}, externo, sin vincular)",
  "who.answersFor": "{who}; {other} responde en su lugar",
  "who.localChat": "chat local",
  "who.floorChat": "chat de planta",
  "who.officeChat": "chat de oficina",
  "who.plantManager": "Dirección de planta",
  "who.opsLead": "Responsable de Ops",
  "who.leadsShift": "Jefatura de turno, {line}",
  "who.teamLead": "{team}, responsable",
  "who.operations": "Ops",
};
