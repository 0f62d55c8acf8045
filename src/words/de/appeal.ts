import type { Texts } from "../catalogue.ts";
import type { AppealWords } from "../said/appeal.ts";

export const appeal: Texts<AppealWords> = {
  "appeal.writeNews": "Bitte schreiben, was neu ist.",
  "appeal.once": "{key} wurde schon einmal erneut vorgelegt, und diese Antwort ist endgültig.",
  "appeal.tooLate": "{key} lässt sich nicht mehr erneut vorlegen. Bitte neu anfragen.",
  "appeal.anothersNo":
    "{you, select, informal {Du hast} other {Sie haben}} zu {key} schon Nein gesagt: Ein zweites Nein sagt jemand anderes von {party}. Ein Ja {you, select, informal {kannst du} other {können Sie}} geben.",
  "appeal.submit": "Erneut vorlegen",
  "appeal.intro":
    "Es geht zurück an die, die entscheiden, mit dem, was neu ist. Nur einmal: Das nächste Nein ist endgültig. Ändert sich eine Angabe, werden alle erneut gefragt.",
  "appeal.whatsNew": "Was war vorher nicht bekannt?",
  "appeal.asked": "Mit neuen Angaben erneut vorgelegt. {who} hatte Nein gesagt, {when}: {reason}",
  "appeal.change": "{label}: {now}, vorher {before}",
  "appeal.changed": "Geändert: {what}",
  "appeal.leftOpen": "offen",
  "appeal.newsBy": "{who}, was neu ist",
  "appeal.yourNo":
    "{who} legt {name} erneut vor, wozu {you, select, informal {du} other {Sie}} Nein gesagt {you, select, informal {hast} other {haben}}: {news}",
  "appeal.told": "{who} legt {name} erneut vor, wozu es ein Nein gab: {news}",
  "appeal.anotherAsked":
    "Zuerst wird jemand anderes von {party} gefragt: Ein zweites Nein sagen andere, ein Ja {you, select, informal {kannst auch du} other {können auch Sie}} geben.",
  "appeal.withYou":
    "{name} liegt wieder bei {you, select, informal {dir} other {Ihnen}}{due}: {who} hat Nein gesagt, und es gibt neue Angaben",
  "appeal.final": "Es war mit neuen Angaben erneut vorgelegt, deshalb ist das endgültig.",
};
