import type { Texts } from "../catalogue.ts";
import type { OpsWordsWords } from "../said/opsWords.ts";

export const opsWords: Texts<OpsWordsWords> = {
  "opsWords.nobodyTaken": "{name}: noch niemand hat übernommen.",
  "opsWords.nudgedLater": "{name}: {who} wird {when} wieder gefragt",
  "opsWords.notSaidRuns": "niemand hat gesagt, ob es läuft",
  "opsWords.stillToCome": "{deadline}; es fehlt noch: {what}",
  "opsWords.security": "die IT-Sicherheit wird auch gerufen",
  "opsWords.cutOff": "sofort zu trennen: {who}, {when}",
  "opsWords.lostRequester": "{who} ist am Ort der Anfrage nicht erreichbar",
  "opsWords.lostParty": "{who} ist im eigenen Kanal nicht erreichbar",
  "opsWords.frozen": "wartet bis {when} auf das Ende der Sperrzeit „{name}“",
  "opsWords.frozenOver": "wartet bis {when} auf das Ende der Sperrzeit „{name}“ und wäre vorher vorbei",
  "opsWords.stillOpen": "nach dem Ende noch offen; {who} schließt es {when}",
  "opsWords.unanswered": "{who} hat eine Rückfrage seit {when} nicht beantwortet",
  "opsWords.whose": "wer ist zuständig? ({why})",
  "opsWords.overdueWith": "überfällig bei {who}",
  "opsWords.overdueClosing": "überfällig: {closing}",
  "opsWords.nobodyOf": "niemand von {who} hat übernommen",
  "opsWords.nobodyClosing": "noch niemand hat übernommen: {closing}",
  "opsWords.notDone": "{who} konnte es nicht ausführen: {what}",
  "opsWords.stillStands": "steht noch; {who} hat es und wurde gefragt, wie es läuft",
  "opsWords.heldBack":
    "Referee bremst, was zu schnell kommt: {who}. Sie lesen, wann das Nächste angenommen wird und wen sie anrufen können. Offenes läuft weiter, und niemand sonst wird gebremst. Einmal am Tag gesagt.",
  "opsWords.heldKind":
    "{who} ({kind, select, draft {neue Anfragen} call {Hilferufe} note {Notizen} question {Fragen} other {Codes zum Verknüpfen}})",
};
