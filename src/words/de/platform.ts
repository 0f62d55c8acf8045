import type { Texts } from "../catalogue.ts";
import type { PlatformWords } from "../said/platform.ts";

export const platform: Texts<PlatformWords> = {
  "platform.details": "Details",
  "platform.close": "Schließen",
  "platform.cancel": "Abbrechen",
  "platform.thread": "Thread",
  "platform.whatCanIDo": "Was kann ich tun?",
  "platform.leftOut": "{count} weitere, hier weggelassen, weil die Nachricht zu lang würde.",
  "platform.andMore": "… und {count} weitere",
  "platform.formFailed":
    "Das Formular ließ sich nicht öffnen. Bitte {you, select, informal {drück} other {drücken Sie}} noch einmal auf den Knopf.",
  "platform.noFormHere":
    "Das braucht ein Formular, und Slack öffnet eines nur von einem Knopf aus. Bitte {you, select, informal {nimm} other {nehmen Sie}} den Knopf auf der Karte.",
  "platform.detailsFailed":
    "Die Details ließen sich nicht öffnen. Bitte {you, select, informal {drück} other {drücken Sie}} noch einmal auf den Knopf.",
  "platform.searchList": "In der Liste suchen",
  "platform.day": "Tag",
  "platform.time": "Uhrzeit",
  "platform.needed": "Das wird gebraucht.",
  "platform.oldClient": "Diese Karte braucht eine neuere Version der App, in der sie gelesen wird.",
  "platform.recorded": "Aufgezeichnet.",
  "platform.recordedHere":
    "Aufgezeichnet. Es steht in dieser Unterhaltung oder, wo ich nicht dabei bin, {you, select, informal {in deinem} other {in Ihrem}} Chat mit mir.",
  "platform.notRecorded":
    "Das wurde nicht aufgezeichnet: Referee erreicht gerade seinen Speicher nicht. Bitte in einer Minute noch einmal.",
  "platform.noAccount":
    "Teams hat nicht gesagt, von welchem Konto das kam; deshalb wurde nichts aufgezeichnet. Bitte eine Kollegin oder einen Kollegen darum und der Teams-Administration Bescheid geben.",
  "platform.upToDate": "Auf dem neuesten Stand.",
  "platform.notShown": "Die Knöpfe lassen sich gerade nicht holen. Bitte in einer Minute noch einmal drücken.",
  "platform.answeredThere": "In der Unterhaltung beantwortet.",
  "platform.welcome":
    "Hallo. {you, select, informal {Sag} other {Sagen Sie}} mir in einem Satz, was von einem anderen Team gebraucht wird, zum Beispiel: Können wir Port 502 zu PLC-12 öffnen? Ich finde heraus, wer entscheidet, frage dort und achte auf die Zeit. In einem Kanal bitte mich erwähnen.",
};
