import type { Texts } from "../catalogue.ts";
import type { AloneWords } from "../said/alone.ts";

export const alone: Texts<AloneWords> = {
  "alone.secretOwn":
    "Das Geschriebene sah nach einem Passwort oder Token aus. Referee hat es nicht behalten; bitte ändern.",
  "alone.secretOther":
    "Diese Nachricht sieht nach einem Passwort oder Token aus. Referee hat es nicht behalten; bitte der schreibenden Person sagen, dass es geändert werden soll.",
  "alone.heldBack":
    "Referee nimmt von hier gerade keine weiteren {what, select, draft {Anfragen} call {Hilferufe} note {Notizen und Antworten} question {Fragen} other {Codes}} an, und hiermit ist nichts passiert. Ab {when} wieder; bitte dann noch einmal schreiben. Was schon offen ist, läuft weiter.",
  "alone.answersHeldBack":
    "Referee antwortet von hier gerade nicht mehr: Es war viel auf einmal. Ab {when} wieder. Was zählt, wird trotzdem aufgezeichnet, und was offen ist, läuft weiter.",
  "alone.draftAsBefore": "Der Entwurf bleibt, wie er vor dieser Änderung war.",
  "alone.phone": "Wenn es nicht warten kann: {who} anrufen, {phone}; bei Gefahr {number}.",
  "alone.standsBeside":
    "Ich habe das als eigene Anfrage gelesen. Der Entwurf steht unten in dieser Unterhaltung, nicht in diesem Thread.",
  "alone.phoneShift": "Wenn es nicht warten kann: die Schichtleitung anrufen; bei Gefahr {number}.",
  "alone.notYours": "Nichts geändert: Das liegt gerade nicht bei {you, select, informal {dir} other {Ihnen}}.",
  "alone.nothingHere":
    "Hier gibt es für {you, select, informal {dich} other {Sie}} nichts zu drücken; die Karte sagt, wer es hat. Zum Ergänzen hier antworten und mich erwähnen.",
  "alone.nothingUnknown":
    "Das Werk kennt dieses Konto nicht, daher gibt es nichts zu drücken. Wer hier entscheiden soll, schreibt „link“ an mich; zum Ergänzen hier antworten und mich erwähnen.",
  "alone.notRecorded": "Noch nicht erfasst: {title}",
  "alone.theyAskAgain": "{key} stammt von {who}, daher fragt {who} auch erneut an.",
  "alone.standInAsksAgain": "Für {key} spricht jetzt {who} anstelle von {other} und fragt auch erneut an.",
  "alone.askedAgain": "Schon erneut angefragt: {key}.",
  "alone.draftNewTime": "Der Entwurf ist wie {key} und braucht eine neue Zeit. Er steht unten in dieser Unterhaltung.",
  "alone.askedOften": "{key} wurde oft genug erneut angefragt. Bitte als neue Nachricht schreiben.",
  "alone.draftLike": "Der Entwurf ist wie {key}. Er steht unten in dieser Unterhaltung.",
  "alone.whichKey": "Für welche Anfrage: {keys}? Bitte den Schlüssel dazuschreiben, z. B. „{example}“.",
  "alone.wordsToo": "Die Datei ist vermerkt. Die Rückfrage wartet noch auf eine Antwort in Worten.",
  "alone.bundle": "{count} Anfragen warten auf {you, select, informal {dich} other {Sie}}",
  "alone.bundleEach": "Jede hat hier ihre eigene Karte:",
  "alone.bundleLook": "Bitte ansehen:",
  "alone.needed": "Das fehlt: bitte auswählen oder hier schreiben.",
  "alone.notTogether": "Nicht alles davon entscheiden dieselben Personen. Bitte je eine Anfrage.",
  "alone.pickTime": "Bitte auch eine Uhrzeit wählen oder schreiben, wann.",
  "alone.pickDay": "Bitte auch einen Tag wählen oder schreiben, wann.",
  "alone.pickBoth": "Bitte Tag und Uhrzeit wählen.",
  "alone.listChanged": "Die Liste hat sich geändert. Bitte neu wählen oder den Namen schreiben.",
  "alone.tooMany": "Das ist zu viel für eine Anfrage. Bitte weniger wählen.",
  "alone.nameLimit": "Bitte mindestens eine Auflage nennen oder „Freigeben“ verwenden.",
  "alone.endsBefore": "Es endet vorher: {when}. Bitte leer lassen oder ein früheres Ende nennen.",
  "alone.hoursPlease": "Von wann bis wann? Bitte die Uhrzeiten nennen.",
  "alone.untilWhen": "Bis wann?",
  "alone.timeOver": "Diese Zeit ist vorbei. Wann ist es?",
};
