import type { Texts } from "../catalogue.ts";
import type { RiskWords } from "../said/risk.ts";

export const risk: Texts<RiskWords> = {
  "risk.safety": "Was die Arbeitssicherheit ablehnt, dafür übernimmt niemand das Risiko.",
  "risk.noVeto":
    "Dieses Nein ist kein Veto, es gibt also kein Risiko zu übernehmen. Wer angefragt hat, kann es mit neuen Angaben erneut vorlegen.",
  "risk.nobody":
    "{plant} nennt niemanden, der dieses Risiko übernehmen darf. Die Administration kann das in der Werksdatei: riskOwner.",
  "risk.onlyOwner": "Nur {who} darf dieses Risiko übernehmen.",
  "risk.ownNo":
    "Das Nein ist {you, select, informal {dein} other {Ihr}} eigenes. {you, select, informal {Nimm es} other {Nehmen Sie es}} stattdessen zurück.",
  "risk.saidNo":
    "{you, select, informal {Du hast selbst Nein dazu gesagt.} other {Sie haben selbst Nein dazu gesagt.}}",
  "risk.answered":
    "{you, select, informal {Du hast} other {Sie haben}} einen Schritt daneben beantwortet, und zwei Antworten sind zwei Personen.",
  "risk.tooLate": "{key} lässt sich nicht mehr zurückholen. Es ist neu anzufragen.",
  "risk.intro": "{party} hat Nein gesagt: {reason}",
  "risk.ifTaken":
    "{you, select, informal {Übernimmst du} other {Übernehmen Sie}} das Risiko, geht es ohne deren Ja weiter, und alle Beteiligten lesen {you, select, informal {deinen} other {Ihren}} Namen und warum.",
  "risk.whyTake": "Warum ist es das Risiko wert?",
  "risk.taken": "{who} übernimmt das Risiko, {when}: {reason} ({denier} hatte Nein gesagt: {denied})",
  "risk.step": "{denier} hat Nein gesagt; {who} übernimmt das Risiko, {when}",
  "risk.halted": "{who} hat das Risiko übernommen, {taken}; will das nicht mehr seit {when}: {reason}",
  "risk.backIntro": "Das Nein gilt dann wieder, und die Anfrage endet damit. Alle Beteiligten lesen, warum.",
  "risk.tookBack": "{who} übernimmt das Risiko von {name} nicht mehr, und das Nein gilt wieder: {reason}",
  "risk.told": "{who} übernimmt das Risiko von {name}, wozu es ein Nein gab: {reason}",
  "risk.mayTake": "Nur {who} darf das Risiko übernehmen, mit Namen und Grund.",
  "risk.deniedAgain": "{name} wurde mit neuen Angaben erneut abgelehnt.",
};
