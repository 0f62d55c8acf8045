import type { Texts } from "../catalogue.ts";
import type { RecordWords } from "../said/record.ts";

export const record: Texts<RecordWords> = {
  "record.open": "Was wartet",
  "record.stuck": "Was feststeckt, das Älteste zuerst",
  "record.held": "Was wartet, das Nächste zuerst",
  "record.undecided": "Was unentschieden ist, das zuerst Fällige zuerst",
  "record.granted": "Was offen steht, das früheste Ende zuerst",
  "record.waitsFor": "Wartet auf {name}",
  "record.askedFor": "Angefragt für {name}, neueste zuerst",
  "record.nothingOpen": "Nichts ist offen.",
  "record.nothingStuck": "Nichts steckt fest.",
  "record.nothingHeld": "Nichts wartet auf einen Zeitpunkt.",
  "record.nothingUndecided": "Nichts ist unentschieden.",
  "record.nothingFor": "Auf {name} wartet nichts.",
  "record.nothingSent": "Dazu wurde über Referee keine Anfrage gesendet.",
  "record.asOf": "Stand {when}:",
  "record.asked": "Angefragt {when} von {who}: {text}",
  "record.said": "{who}: {what}",
  "record.whileFrozen": "Erledigt {when}, während der Sperrzeit {name}",
  "record.whileFrozenLeave": "Erledigt {when}, während der Sperrzeit {name}; Ops hatte es erlaubt",
  "record.nobodyDecided": "Noch hat niemand entschieden.",
  "record.whoSaid": "Wer was gesagt hat:",
  "record.noRecord":
    "{within, select, time {In dieser Zeit wurde dazu} other {Dazu wurde}} über Referee keine Anfrage gesendet. Die Zuständigen wissen es vielleicht.",
  "record.nothingAsked": "Noch keine Anfragen",
  "record.freezes": "Nächste Sperrzeiten",
  "record.noFreeze": "Keine in den nächsten 14 Tagen.",
  "record.freezesListed": "Laut Werksdatei:",
  "record.freeze": "{name}: {from} bis {until}",
  "record.frozenNow": "Jetzt gesperrt: {name}.",
  "record.line": "Linie",
  "record.zone": "Zone",
  "record.owner": "Zuständig",
  "record.archiveAway":
    "Ein Teil davon ist lange abgeschlossen und liegt im Archiv, das ich gerade nicht lesen kann. Was fehlt, steht für die Administration im Log.",
};
