import type { Texts } from "../catalogue.ts";
import type { ThreadWords } from "../said/thread.ts";

export const thread: Texts<ThreadWords> = {
  "thread.notRecorded":
    "Noch nicht erfasst: {words} ändert nichts, bis {you, select, informal {du drückst} other {Sie drücken}}. Nur {you, select, informal {du siehst} other {Sie sehen}} das.",
  "thread.notRecordedLong":
    "Noch nicht erfasst: Das Geschriebene ändert nichts, bis {you, select, informal {du drückst} other {Sie drücken}}. Nur {you, select, informal {du siehst} other {Sie sehen}} das.",
  "thread.has": "{who} hat es.",
  "thread.nobodyHas": "Noch niemand; zuletzt gefragt: {who}.",
  "thread.notDenied": "Niemand hat es abgelehnt.",
  "thread.added": "Zu {key} als Kommentar hinzugefügt; er entscheidet nichts. Alle Beteiligten sehen ihn.",
  "thread.changedOver":
    "{key} ist vorbei, und das Protokoll behält die gesendeten Worte. Für alles Weitere bitte neu schreiben.",
  "thread.changedEdited": "{key} läuft weiter wie gesendet: Die geänderte Nachricht ändert daran nichts.",
  "thread.changedDeleted": "{key} läuft weiter wie gesendet: Das Löschen der Nachricht zieht es nicht zurück.",
  "thread.onItsCard": "Auf der Karte: {ways}.",
  "thread.wayChange": "„{button}“ ändert es",
  "thread.wayWithdraw": "„{button}“ nimmt es zurück",
  "thread.wayCutOff": "„{button}“ lässt es wieder schließen",
  "thread.wayNote": "„{button}“ teilt allen Beteiligten mehr mit",
  "thread.draftKeeps":
    "Der Entwurf behält, was hier zuerst stand. „{button}“ darauf drücken oder noch einmal antworten.",
  "thread.recordedDeleted":
    "{you, select, informal {Deine} other {Ihre}} {what, select, answer {Antwort} note {Notiz} other {Antwort}} zu {key} bleibt im Protokoll, auch ohne die Nachricht.",
  "thread.recordedEdited":
    "{you, select, informal {Deine} other {Ihre}} {what, select, answer {Antwort} note {Notiz} other {Antwort}} zu {key} bleibt im Protokoll, wie sie zuerst war. Zum Berichtigen noch einmal im Thread antworten und mich erwähnen.",
  "thread.kept": "Der Entwurf behält, was selbst ausgefüllt wurde: {labels}. Mit „{button}“ lässt es sich ändern.",
  "thread.noPlace": "Der Entwurf hat dafür keinen Platz. Darauf „Ändern…“ drücken oder es anders sagen.",
};
