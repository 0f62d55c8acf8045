import type { Texts } from "../catalogue.ts";
import type { NoticeWords } from "../said/notice.ts";

export const notice: Texts<NoticeWords> = {
  "notice.approve": "Bitte antworten",
  "notice.approveBy": "Bitte antworten bis {when}",
  "notice.do": "Bitte ausführen",
  "notice.doBy": "Bitte ausführen bis {when}",
  "notice.again": "Es funktioniert nicht; bitte noch einmal ansehen",
  "notice.againBy": "Es funktioniert nicht; bitte noch einmal ansehen bis {when}",
  "notice.confirm": "Bitte bestätigen",
  "notice.confirmBy": "Bitte bestätigen bis {when}",
  "notice.yourTurn": "{you, select, informal {Du bist} other {Sie sind}} dran.",
  "notice.doesItWork": "Funktioniert es?",
  "notice.helpNow": "Hilfe wird jetzt gebraucht",
  "notice.yourStep": "Zur Kenntnis; {you, select, informal {dein} other {Ihr}} Schritt: {does}",
  "notice.toDo": "Zu tun, {what}",
  "notice.toDoBy": "Zu tun bis {when}, {what}",
  "notice.about": "{asks}: {name}",
  "notice.review": "Bitte prüfen",
  "notice.reviewBy": "Bitte prüfen bis {when}",
};
