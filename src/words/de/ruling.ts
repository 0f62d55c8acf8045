import type { Texts } from "../catalogue.ts";
import type { RulingWords } from "../said/ruling.ts";

export const ruling: Texts<RulingWords> = {
  "ruling.newer": "Ops haben seither anders entschieden. Nichts wurde geändert.",
  "ruling.remembered": "{who} hat entschieden, {when}, dass {team} für {things} zuständig ist: {reason}",
  "ruling.holds":
    "Das ist vermerkt und gilt für jede spätere Anfrage, bis Ops es zurücknehmen oder anders entscheiden.",
  "ruling.willHold":
    "Es wird für {things} vermerkt und gilt für jede spätere Anfrage, bis {you, select, informal {du es zurücknimmst oder anders entscheidest} other {Sie es zurücknehmen oder anders entscheiden}}.",
  "ruling.undoIntro":
    "Danach gilt für {things} wieder die Werksdatei. Wer nicht begonnen hat, gibt es zurück; was entschieden ist, bleibt. Alle Beteiligten lesen, warum.",
  "ruling.undone": "{who} hat die Entscheidung zurückgenommen, dass {team} für {things} zuständig ist: {reason}",
  "ruling.fileCounts": "Von jetzt an gilt die Werksdatei.",
  "ruling.youDecided":
    "Was {you, select, informal {du} other {Sie}} entschieden {you, select, informal {hast} other {haben}}, bleibt.",
};
