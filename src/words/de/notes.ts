import type { Texts } from "../catalogue.ts";
import type { NotesWords } from "../said/notes.ts";

export const notes: Texts<NotesWords> = {
  "notes.goesOn": "Das geht während der Sperrzeit weiter: {reason}",
  "notes.notWorking": "Es funktioniert nicht: {reason}",
  "notes.wantsBack": "Möchte die Freigabe zurück: {reason}",
  "notes.wantsRiskBack": "Möchte das Risiko nicht mehr übernehmen: {reason}",
  "notes.tookApproval": "Hat die Freigabe zurückgenommen: {reason}",
  "notes.tookNo": "Hat das Nein zurückgenommen: {reason}",
  "notes.tookRisk": "Übernimmt das Risiko nicht mehr: {reason}",
  "notes.tookLaterApproval": "Hat die Freigabe des späteren Endes zurückgenommen: {reason}",
  "notes.tookLaterNo": "Hat das Nein zum späteren Ende zurückgenommen: {reason}",
  "notes.closedByOps": "Von Ops geschlossen",
  "notes.closedByOpsBecause": "Von Ops geschlossen: {reason}",
  "notes.withdrawn": "Zurückgezogen",
  "notes.withdrawnBecause": "Zurückgezogen: {reason}",
  "notes.gaveUp": "{who} konnte es nicht beheben.",
  "notes.couldNotMend": "{who} konnte es nicht beheben: {what}",
  "notes.closedFirst": "{why}. Jemand hatte begonnen, es zu öffnen; deshalb ist zu zeigen, dass es geschlossen ist.",
  "notes.notClosedYet": "noch nicht geschlossen: {evidence}",
  "notes.safetySince": "{name} schützt Menschen, und die Arbeitssicherheit wurde nicht gefragt",
  "notes.safetyBegun":
    "{name} schützt Menschen, und die Arbeitssicherheit wurde nicht gefragt. Wer begonnen hat, stellt den alten Zustand her und meldet das; es ist neu anzufragen.",
  "notes.safetyOpen":
    "{name} schützt Menschen, und die Arbeitssicherheit wurde nicht gefragt. Was geöffnet wurde, ist noch offen: Wer es trennen darf, entscheidet jetzt, ob es offen bleibt; an seinem Ende wird es in jedem Fall geschlossen.",
  "notes.hadAsked": "{who} hatte gefragt: {text}",
  "notes.duringFreeze": "Gemeldet während der Sperrzeit „{name}“.",
  "notes.changed": "{who} hat geändert, worum gebeten wird. {changes}.",
  "notes.change": "{label}: {now}, vorher {was}",
  "notes.leftOpen": "offen gelassen",
  "notes.offShift": "hat um {when} Schichtende",
  "notes.opsRuled": "Entscheidung von Ops: {reason}",
  "notes.opsAsked": "von Ops gefragt",
  "notes.handedOver": "übergeben",
};
