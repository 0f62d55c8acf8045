import type { Texts } from "../catalogue.ts";
import type { RequesterWords } from "../said/requester.ts";

export const requester: Texts<RequesterWords> = {
  "requester.onIt": "{who} está en ello.",
  "requester.cutOff": "{who} manda cortar {key} ya: {why}",
  "requester.held": "{key} espera a {who} hasta {when}: {why}.",
  "requester.deadline": "{name} {deadline}: una pregunta espera {you, select, informal {tu} other {su}} respuesta",
  "requester.openUntil": "{name}: abierto hasta {when}.",
  "requester.question": "{who} tiene una pregunta sobre {key}.",
  "requester.questionAgain":
    "Recordatorio: {who} espera {you, select, informal {tu} other {su}} respuesta sobre {key}.",
  "requester.answerHow": "{here}, o con el botón. Hasta entonces, espera.",
  "requester.isOpen": "Abierto hasta {when}.",
  "requester.isDone": "Está hecho.",
  "requester.look": "Por favor, {you, select, informal {mira} other {mire}} {key}: {asks}",
  "requester.nobodySaid": "Nadie lo ha dicho aún.",
  "requester.nobodySaidYou":
    "Nadie lo ha dicho aún, así que ahora se {you, select, informal {te} other {le}} pregunta.",
};
