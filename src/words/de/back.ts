import type { Texts } from "../catalogue.ts";
import type { BackWords } from "../said/back.ts";

export const back: Texts<BackWords> = {
  "back.isFree":
    "{you, select, informal {Du entscheidest} other {Sie entscheiden}} dann wieder selbst, fällig wie bisher. Alle Beteiligten lesen, warum.",
  "back.isBegun": "Es hat schon jemand begonnen, liest es sofort und entscheidet, ob es weitergeht.",
  "back.halted": "{who} hat freigegeben, {approved}; will die Freigabe zurück seit {when}: {reason}",
  "back.standing":
    "{who} will {what, select, riskTaken {das Risiko nicht mehr übernehmen} other {die Freigabe zurück}}. Wer begonnen hat, entscheidet, ob es weitergeht.",
  "back.wants":
    "{who} will {what, select, riskTaken {das Risiko von {name} nicht mehr übernehmen} other {die Freigabe von {name} zurück}}, und wer begonnen hat, entscheidet: {reason}",
  "back.took":
    "{who} hat {verdict, select, denied {das Nein zu} other {die Freigabe von}} {name} zurückgenommen: {reason}",
  "back.inReview": "Es ist wieder in Prüfung.",
  "back.tookLater": "{who} hat die Freigabe des späteren Endes von {name} zurückgenommen: {reason}",
  "back.laterInReview": "Das spätere Ende ist wieder in Prüfung. Bis alle zustimmen, endet es wie vereinbart.",
  "back.waitsForYou": "Es wartet auf {you, select, informal {dich} other {Sie}}.",
  "back.waitsForYouDue": "Es wartet auf {you, select, informal {dich} other {Sie}}, fällig {when}.",
  "back.askedToStop":
    "{who} will {what, select, riskTaken {das Risiko von {name} nicht mehr übernehmen} other {die Freigabe von {name} zurück}}: {reason}",
  "back.youDecide":
    "{you, select, informal {Du hast begonnen, also entscheidest du} other {Sie haben begonnen, also entscheiden Sie}}: weitermachen oder zurückbauen.",
  "back.cardWaits": "Das wartet wieder auf eine Antwort, die davor kommt, {when}.",
  "back.tooLate": "Die Antwort auf {key} lässt sich nicht mehr zurücknehmen. Nichts wurde geändert.",
  "back.isOpen": "{key} ist inzwischen offen. Mit „Sofort trennen“ wird es sofort geschlossen.",
  "back.isDone": "Was für {key} freigegeben wurde, ist inzwischen erledigt. Nichts wurde geändert.",
};
