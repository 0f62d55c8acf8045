import type { Texts } from "../catalogue.ts";
import type { NoticeWords } from "../said/notice.ts";

export const notice: Texts<NoticeWords> = {
  "notice.approve": "Por favor, {you, select, informal {responde} other {responda}}",
  "notice.approveBy": "Por favor, {you, select, informal {responde} other {responda}} antes de {when}",
  "notice.do": "Por favor, {you, select, informal {ejecuta} other {ejecute}}",
  "notice.doBy": "Por favor, {you, select, informal {ejecuta} other {ejecute}} antes de {when}",
  "notice.again": "No funciona; por favor, {you, select, informal {vuelve} other {vuelva}} a mirarlo",
  "notice.againBy": "No funciona; por favor, {you, select, informal {vuelve} other {vuelva}} a mirarlo antes de {when}",
  "notice.confirm": "Por favor, {you, select, informal {confirma} other {confirme}}",
  "notice.confirmBy": "Por favor, {you, select, informal {confirma} other {confirme}} antes de {when}",
  "notice.yourTurn": "Es {you, select, informal {tu} other {su}} turno.",
  "notice.doesItWork": "¿Funciona?",
  "notice.helpNow": "Se necesita ayuda ya",
  "notice.yourStep":
    "Para {you, select, informal {tu} other {su}} información; {you, select, informal {tu} other {su}} paso: {does}",
  "notice.toDo": "Por hacer, {what}",
  "notice.toDoBy": "Por hacer antes de {when}, {what}",
  "notice.about": "{asks}: {name}",
  "notice.review": "Por favor, {you, select, informal {revisa} other {revise}}",
  "notice.reviewBy": "Por favor, {you, select, informal {revisa} other {revise}} antes de {when}",
};
