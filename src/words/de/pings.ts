import type { Texts } from "../catalogue.ts";
import type { PingsWords } from "../said/pings.ts";

export const pings: Texts<PingsWords> = {
  "pings.answered": "{who} hat geantwortet.",
  "pings.works": "{who}: funktioniert.",
  "pings.doesNotWork": "{who}: funktioniert nicht.",
  "pings.notNeeded": "Hier ist keine Antwort mehr nötig.",
  "pings.sentAs": "Gesendet als {key}.",
  "pings.nobodyCalled": "Es wurde niemand gerufen.",
  "pings.answeredTitle": "Beantwortet",
  "pings.notes": "{count} Notizen zu {key}.",
  "pings.notesFrom": "{count} Notizen zu {key} von {who}.",
  "pings.asks": "{who} fragt: {text}",
  "pings.noted": "{who}: {text}",
  "pings.sentFiles": "{count, plural, one {hat eine Datei gesendet} other {hat {count} Dateien gesendet}}",
  "pings.whoSentFiles": "{who} hat {count, plural, one {eine Datei} other {{count} Dateien}} gesendet.",
  "pings.endOf": "das Ende von {name} ({closing})",
  "pings.closes": "{who}: {does}",
};
