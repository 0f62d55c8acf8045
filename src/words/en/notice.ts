import type { Texts } from "../catalogue.ts";
import type { NoticeWords } from "../said/notice.ts";

export const notice: Texts<NoticeWords> = {
  "notice.approve": "Please answer",
  "notice.approveBy": "Please answer by {when}",
  "notice.do": "Please carry out",
  "notice.doBy": "Please carry out by {when}",
  "notice.again": "It does not work; please look again",
  "notice.againBy": "It does not work; please look again by {when}",
  "notice.confirm": "Please confirm",
  "notice.confirmBy": "Please confirm by {when}",
  "notice.yourTurn": "It is your turn.",
  "notice.doesItWork": "Does it work?",
  "notice.helpNow": "Help is needed now",
  "notice.yourStep": "For you to know; your step: {does}",
  "notice.toDo": "To do, {what}",
  "notice.toDoBy": "To do by {when}, {what}",
  "notice.about": "{asks}: {name}",
  "notice.review": "Please review",
  "notice.reviewBy": "Please review by {when}",
};
