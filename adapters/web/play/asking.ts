import type { Texts } from "../texts.ts";
import { FILL_IN, SAVE, SEND, UNTIL_WHEN, WHAT_FOR } from "./labels.ts";
import type { Seat, Step } from "./play.ts";

/** Most moments begin in office hours, when the demo plant's Otto and Sina are on call. */
export const morning: Step = {
  do: "wind",
  by: { weekdays: [1, 2, 3, 4], from: "08:30", to: "10:00", ordinary: true },
  tell: {
    en: "Let it be a working morning in the plant.",
    de: "Im Werk einen Arbeitsmorgen anbrechen lassen.",
    es: "Que sea una mañana laborable en la planta.",
  },
  shows: {
    en: "The clock halts at everything that is due on the way, so what would have happened has happened.",
    de: "Die Uhr hält unterwegs bei allem an, was fällig wird: Was geschehen wäre, ist geschehen.",
    es: "El reloj se detiene en todo lo que vence por el camino: lo que habría pasado, ha pasado.",
  },
};

export const FRIDAY_16: Texts = { en: "Fri 16:00", de: "Fr 16:00", es: "vie 16:00" };

const PORT: Texts = {
  en: "@Referee can we open port 502 to PLC-12?",
  de: "@Referee können wir Port 502 zu PLC-12 öffnen?",
  es: "@Referee ¿podemos abrir el puerto 502 hacia PLC-12?",
};

/** Somebody asks, answers the two questions, and sends the draft. @param how told to the reader: `As Olga, write in …` */
export function portRequest(seat: Seat, how: Texts): readonly Step[] {
  return [
    {
      do: "say",
      ...seat,
      text: PORT,
      tell: { en: `${how.en}: “${PORT.en}”`, de: `${how.de}: „${PORT.de}“`, es: `${how.es}: «${PORT.es}»` },
      shows: {
        en: "Referee says what it read, and because of which words.",
        de: "Referee sagt, was es gelesen hat, und an welchen Wörtern.",
        es: "Referee dice qué ha leído, y por qué palabras.",
      },
    },
    {
      do: "press",
      ...seat,
      button: FILL_IN,
      form: {
        answers: [
          { to: UNTIL_WHEN, is: FRIDAY_16 },
          {
            to: WHAT_FOR,
            is: {
              en: "read the counters for the OEE report",
              de: "Zähler für den OEE-Bericht lesen",
              es: "leer los contadores para el informe OEE",
            },
          },
        ],
        button: SAVE,
      },
      tell: {
        en: "Press Fill in… and answer: until Fri 16:00, to read the counters for the OEE report.",
        de: "„Ausfüllen…“ drücken und antworten: bis Fr 16:00, Zähler für den OEE-Bericht lesen.",
        es: "Pulsar «Completar…» y responder: hasta vie 16:00, leer los contadores para el informe OEE.",
      },
      shows: {
        en: "No address, no protocol: others know those. The draft says whom it goes to and when to expect an answer, before it goes anywhere.",
        de: "Keine Adresse, kein Protokoll: Das wissen andere. Der Entwurf sagt, an wen er geht und bis wann mit Antwort zu rechnen ist, bevor er irgendwohin geht.",
        es: "Ni dirección ni protocolo: eso lo saben otros. El borrador dice a quién va y para cuándo se espera respuesta, antes de ir a ninguna parte.",
      },
    },
    {
      do: "press",
      ...seat,
      button: SEND,
      tell: { en: "Press Send.", de: "„Senden“ drücken.", es: "Pulsar «Enviar»." },
      shows: {
        en: "Now it has a number, and its card says at every moment who has it.",
        de: "Jetzt hat die Anfrage eine Nummer, und ihre Karte sagt jederzeit, bei wem sie liegt.",
        es: "Ahora tiene un número, y su tarjeta dice en todo momento quién la tiene.",
      },
    },
  ];
}

/** The port request of the story, as its operator asks it. */
export const olgaAsks: readonly Step[] = portRequest(
  { as: "web:olga", in: "web:line-3" },
  {
    en: "In Floor chat, as Olga, write in Line 3",
    de: "Im Werkschat als Olga in „Linie 3“ schreiben",
    es: "En el chat de planta, como Olga, escribir en «Línea 3»",
  },
);
