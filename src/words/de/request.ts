import type { Texts } from "../catalogue.ts";
import type { RequestWords } from "../said/request.ts";

export const request: Texts<RequestWords> = {
  "request.consider": "Zu bedenken: {what}",
  "request.considerFrom": "Der erste Hinweis stammt aus {source}.",
  "request.whyYou": "{you, select, informal {Warum du} other {Warum Sie}}: {why}",
  "request.sameName":
    "Angefragt von einem Konto, das {who} gehören könnte. Um Freigabe wird dort erst gebeten, wenn das Konto mit jemand anderem verknüpft ist oder Ops sagen, dass es jemand anderem gehört.",
  "request.limits": "Auflagen: {what}",
  "request.until": "bis {when}",
  "request.checks": "Vor der Ausführung, vor Ort:",
  "request.checksAtDesk": "Vor der Ausführung:",
  "request.phone": "Telefon: {numbers}",
  "request.moreFiles": "{count} weitere, vorher gesendet.",
  "request.quoting": "{who}, zitiert {other}",
  "request.asks": "{who} fragt",
  "request.askedBefore": "{who}, gefragt: {question}",
  "request.onlyAComment": "{who} (Kommentar, entscheidet nichts)",
  "request.staysIn": "Bleibt in {place}.",
  "request.crosses": "Von {from} nach {to}.",
  "request.crossesDmz": "Von {from} nach {to}, über die DMZ hinweg.",
  "request.level": "Ebene {level}",
  "request.zone": "{zone} (Ebene {level})",
  "request.askedEnd": "{when} (angefragt: {asked})",
  "request.more": "{count} weitere",
  "request.lateClosing": "{who} schließt es wieder und ist ab {when} zurück: So lange bleibt es offen.",
  "request.lateClosingBetter": "Mit einem Ende vor {when} wird es rechtzeitig geschlossen.",
};
