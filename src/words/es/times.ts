import type { Texts } from "../catalogue.ts";
import type { TimesWords } from "../said/times.ts";

export const times: Texts<TimesWords> = {
  "times.day": "«{said}»: ¿qué día?",
  "times.hour": "«{said}»: ¿a qué hora?",
  "times.order": "«{said}»: terminaría antes de empezar.",
  "times.several": "«{said}»: ¿cuál de las horas?",
  "times.endPassed": "El final ya ha pasado. Hay que elegir uno posterior.",
  "times.endsFirst": "Termina antes de empezar. Hay que elegir un final posterior.",
};
