import type { Texts } from "../catalogue.ts";
import type { TimesWords } from "../said/times.ts";

export const times: Texts<TimesWords> = {
  "times.day": "{said}: ¿qué día?",
  "times.hour": "{said}: ¿a qué hora?",
  "times.order": "{said}: terminaría antes de empezar.",
  "times.several": "{said}: ¿cuál de las horas?",
  "times.endPassed": "El final ya ha pasado. Hay que elegir uno posterior.",
  "times.tooLong":
    "Puede estar abierto {unit, select, hours {{count, plural, one {una hora} other {# horas}}} other {{count, plural, one {un día} other {# días}}}} como máximo. Hay que elegir un final anterior.",
  "times.endsFirst": "Termina antes de empezar. Hay que elegir un final posterior.",
};
