import type { Texts } from "../catalogue.ts";
import type { TogetherWords } from "../said/together.ts";

export const together: Texts<TogetherWords> = {
  "together.alike": "Mehrere sind gleich, und nichts fehlt: {what}",
  "together.look": "Gemeinsam freigeben…",
  "together.title": "{count} gleiche: {what}",
  "together.what": "{name}, {about}",
  "together.intro":
    "Gleiche Art, gleiche Maschine, nichts fehlt. Jede wird als eigene Entscheidung festgehalten; was eine Auflage oder ein Nein braucht, wird einzeln beantwortet.",
  "together.differ": "Sie unterscheiden sich hierin:",
  "together.item": "{name}, angefragt von {who}. {facts}",
  "together.same": "{name}, angefragt von {who}. Sonst kein Unterschied",
  "together.fact": "{label}: {value}",
  "together.leftOpen": "offen gelassen",
  "together.limits": "Nur wenn: {what}",
  "together.approve": "Alle {count} freigeben",
  "together.done": "Freigegeben: {keys}.",
  "together.notDone": "{key} wurde nicht freigegeben: {why}",
  "together.changed": "Seitdem hat sich etwas geändert. Nichts wurde freigegeben; so stehen sie jetzt.",
  "together.none": "Hier ist nichts mehr gemeinsam freizugeben.",
  "together.sameInAll": "Bei allen gleich: {facts}",
  "together.leftOut":
    "{count, plural, one {Eine weitere ist gleich, passt aber} other {# weitere sind gleich, passen aber}} hier nicht ganz hin: {count, plural, one {Sie wird} other {Jede wird}} einzeln beantwortet.",
};
