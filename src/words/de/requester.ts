import type { Texts } from "../catalogue.ts";
import type { RequesterWords } from "../said/requester.ts";

export const requester: Texts<RequesterWords> = {
  "requester.onIt": "{who} ist dran.",
  "requester.cutOff": "{who} lässt {key} sofort trennen: {why}",
  "requester.held": "{key} wartet auf {who} bis {when}: {why}.",
  "requester.deadline":
    "{name} {deadline}: eine Rückfrage wartet auf {you, select, informal {deine} other {Ihre}} Antwort",
  "requester.openUntil": "{name}: offen bis {when}.",
  "requester.question": "{who} hat eine Rückfrage zu {key}.",
  "requester.questionAgain":
    "Erinnerung: {who} wartet auf {you, select, informal {deine} other {Ihre}} Antwort zu {key}.",
  "requester.answerHow":
    "{here}, oder mit dem Knopf. Bis dahin wartet es auf {you, select, informal {dich} other {Sie}}.",
  "requester.isOpen": "Offen bis {when}.",
  "requester.isDone": "Es ist erledigt.",
  "requester.look": "Bitte ansehen, {key}: {asks}",
  "requester.nobodySaid": "Das hat noch niemand gesagt.",
  "requester.nobodySaidYou":
    "Das hat noch niemand gesagt, daher jetzt die Frage an {you, select, informal {dich} other {Sie}}.",
};
