import { FROM_SOURCE } from "./approvals.ts";
import { morning, olgaAsks } from "./asking.ts";
import { APPROVE, ASK, ASK_NOW, QUESTION, WHICH_SOURCE } from "./labels.ts";
import type { Moment } from "./play.ts";

export const twoChats: Moment = {
  title: { en: "One request in two chats", de: "Eine Anfrage in zwei Chats", es: "Una solicitud en dos chats" },
  why: {
    en: "The floor writes in one chat, IT in another. Nobody changes over, and nobody copies answers across.",
    de: "Die Produktion schreibt in einem Chat, die IT in einem anderen. Niemand wechselt, und niemand kopiert Antworten hinüber.",
    es: "Planta escribe en un chat y TI en otro. Nadie cambia de sitio y nadie copia respuestas de uno a otro.",
  },
  steps: [
    morning,
    ...olgaAsks,
    {
      do: "press",
      as: "office:sina",
      in: "office:it-security",
      button: ASK,
      form: {
        answers: [
          {
            to: QUESTION,
            is: {
              en: "Which machine reads the counters?",
              de: "Welche Maschine liest die Zähler?",
              es: "¿Qué máquina lee los contadores?",
            },
          },
        ],
        button: ASK_NOW,
      },
      tell: {
        en: "In Office chat, as Sina, press Ask a question…: which machine reads the counters?",
        de: "Im Bürochat als Sina „Rückfrage…“ drücken: Welche Maschine liest die Zähler?",
        es: "En el chat de oficina, como Sina, pulsar «Preguntar…»: ¿qué máquina lee los contadores?",
      },
      shows: {
        en: "Olga is asked in Floor chat, with Sina's name and her chat. The ball is with Olga now.",
        de: "Olga wird im Werkschat gefragt, mit Sinas Namen und ihrem Chat. Jetzt ist Olga dran.",
        es: "A Olga se le pregunta en el chat de planta, con el nombre de Sina y su chat. Ahora le toca a Olga.",
      },
    },
    {
      do: "reply",
      as: "web:olga",
      in: "web:line-3",
      text: { en: "the historian", de: "der Historian", es: "el historian" },
      tell: {
        en: "In Floor chat, as Olga, reply to her: “the historian”",
        de: "Im Werkschat als Olga antworten: „der Historian“",
        es: "En el chat de planta, como Olga, responderle: «el historian»",
      },
      shows: {
        en: "The answer stands below Sina's card in Office chat, and the ball is back with her.",
        de: "Die Antwort steht im Bürochat unter Sinas Karte, und sie ist wieder dran.",
        es: "La respuesta está bajo la tarjeta de Sina en el chat de oficina, y le vuelve a tocar a ella.",
      },
    },
    {
      do: "reply",
      as: "web:otto",
      in: "web:ot-controls",
      text: { en: "read only, please", de: "bitte nur lesend", es: "solo lectura, por favor" },
      tell: {
        en: "In Floor chat, as Otto, reply to the card in OT controls: “read only, please”",
        de: "Im Werkschat als Otto auf die Karte in „OT-Steuerungen“ antworten: „bitte nur lesend“",
        es: "En el chat de planta, como Otto, responder a la tarjeta en «Control OT»: «solo lectura, por favor»",
      },
      shows: {
        en: "It reaches every place of the request; in Office chat with the chat it came from.",
        de: "Es steht überall, wo die Anfrage steht; im Bürochat mit dem Chat, aus dem es kam.",
        es: "Llega a todos los sitios de la solicitud; al chat de oficina, con el chat de donde vino.",
      },
    },
    {
      do: "press",
      as: "office:sina",
      in: "office:it-security",
      button: APPROVE,
      form: {
        answers: [{ to: WHICH_SOURCE, is: { en: "Historian", de: "Historian", es: "Historian" } }, FROM_SOURCE],
        button: APPROVE,
      },
      tell: {
        en: "In Office chat, as Sina, press Approve…: from the Historian, which opens the connection.",
        de: "Im Bürochat als Sina „Freigeben…“ drücken: vom Historian, der die Verbindung aufbaut.",
        es: "En el chat de oficina, como Sina, pulsar «Aprobar…»: desde el Historian, que abre la conexión.",
      },
      shows: {
        en: "Her approval counts on every card, whichever chat it is in: one of two is given.",
        de: "Ihre Freigabe zählt auf jeder Karte, in welchem Chat auch immer: Eine von zweien ist erteilt.",
        es: "Su aprobación cuenta en todas las tarjetas, en el chat que sea: una de dos está dada.",
      },
    },
    {
      do: "look",
      as: "web:olga",
      in: "web:line-3",
      tell: {
        en: "Look at Olga's card, in Floor chat.",
        de: "Im Werkschat Olgas Karte ansehen.",
        es: "Mirar la tarjeta de Olga, en el chat de planta.",
      },
      shows: {
        en: "One request, one truth: what Sina decided in the other chat, and whose turn it is.",
        de: "Eine Anfrage, ein Stand: was Sina im anderen Chat entschieden hat, und wer dran ist.",
        es: "Una solicitud, una verdad: lo que Sina decidió en el otro chat, y a quién le toca.",
      },
    },
  ],
};
