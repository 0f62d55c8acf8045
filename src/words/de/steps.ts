import type { Texts } from "../catalogue.ts";
import type { StepsWords } from "../said/steps.ts";

export const steps: Texts<StepsWords> = {
  "steps.held": "wartet bis {when}: {why}",
  "steps.disputed": "klärt, wer zuständig ist, seit {when} ({why})",
  "steps.asked": "wartet auf Antwort von {who} seit {when}",
  "steps.moved": "{count, plural, one {einmal} other {{count}-mal}} weitergegeben: {why}",
  "steps.has": "{who} hat es seit {when}",
  "steps.nobody": "noch niemand",
  "steps.nobodyAsked": "noch niemand, gefragt {count, plural, one {wurde} other {wurden}} {who}, {when}",
  "steps.toTake": "noch niemand, gefragt {count, plural, one {wurde} other {wurden}} {who}",
  "steps.opsKnows": "Ops weiß es seit {when}",
  "steps.overdue": "überfällig seit {when}",
  "steps.due": "fällig {when}",
  "steps.approved": "{who} hat freigegeben, {when}",
  "steps.approvedWithLimits": "{who} hat mit Auflagen freigegeben, {when}",
  "steps.saidNo": "{who} hat abgelehnt, {when}",
  "steps.did": "{who}: {what}, {when}",
  "steps.didProof": "{who}: {what}, {when} ({proof})",
  "steps.onSite": "vor Ort: {who}",
  "steps.rolledBack": "{who} hat es zurückgesetzt, {when}: {what}",
  "steps.failed": "{who} konnte es nicht ausführen, {when}: {what}",
  "steps.doesNotWork": "{who}: funktioniert nicht, {when}: {what}",
  "steps.notConfirmed": "von niemandem bestätigt, {when}",
  "steps.notAnyMore": "nicht mehr nötig, {when}",
  "steps.together": "erledigt durch die Antwort von {who} auf einen anderen Schritt, {when}",
  "steps.mayBeTouched": "stimmt zu, dass daran gearbeitet wird",
};
