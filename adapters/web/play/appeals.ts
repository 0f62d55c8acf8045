import { morning, olgaAsks } from "./asking.ts";
import { ASK_AGAIN, ASK_AGAIN_NOW, DENY, WHAT_WAS_UNKNOWN, WHAT_WOULD_DO, WHY_NOT } from "./labels.ts";
import type { Moment } from "./play.ts";

export const askedAgain: Moment = {
  title: {
    en: "A no is asked about once more",
    de: "Ein Nein wird noch einmal vorgelegt",
    es: "Un «no» se vuelve a consultar",
  },
  why: {
    en: "A no says what would make it a yes; once that is so, nobody begins anew, and nobody is asked twice in vain.",
    de: "Ein Nein sagt, was ein Ja daraus machen würde; ist es so weit, fängt niemand von vorn an, und niemand wird zweimal vergeblich gefragt.",
    es: "Un «no» dice qué haría falta para un sí; cuando se cumple, nadie empieza de cero ni pregunta dos veces en vano.",
  },
  steps: [
    morning,
    ...olgaAsks,
    {
      do: "press",
      as: "office:sina",
      in: "office:it-security",
      button: DENY,
      form: {
        answers: [
          {
            to: WHY_NOT,
            is: {
              en: "no login on Modbus",
              de: "Modbus kennt keine Anmeldung",
              es: "Modbus no tiene inicio de sesión",
            },
          },
          {
            to: WHAT_WOULD_DO,
            is: { en: "a firewall before it", de: "eine Firewall davor", es: "un cortafuegos delante" },
          },
        ],
        button: DENY,
      },
      tell: {
        en: "In Office chat, as Sina, press Deny…: no login on Modbus; a firewall before it would make it a yes.",
        de: "Im Bürochat als Sina „Ablehnen…“ drücken: Modbus kennt keine Anmeldung; eine Firewall davor würde ein Ja daraus machen.",
        es: "En el chat de oficina, como Sina, pulsar «Rechazar…»: Modbus no tiene inicio de sesión; con un cortafuegos delante sería un sí.",
      },
      shows: {
        en: "Olga reads why, and what would make it a yes. The no is a veto: only the plant's risk owner could go on without it.",
        de: "Olga liest, warum, und was ein Ja daraus machen würde. Das Nein ist ein Veto: Nur wer im Werk das Risiko trägt, könnte ohne es weitergehen.",
        es: "Olga lee por qué y qué haría falta. El «no» es un veto: solo quien asume los riesgos de la planta podría seguir sin él.",
      },
    },
    {
      do: "press",
      as: "web:olga",
      in: "web:line-3",
      button: ASK_AGAIN,
      form: {
        answers: [
          {
            to: WHAT_WAS_UNKNOWN,
            is: {
              en: "there is a firewall before it now",
              de: "davor steht jetzt eine Firewall",
              es: "ahora hay un cortafuegos delante",
            },
          },
        ],
        button: ASK_AGAIN_NOW,
      },
      tell: {
        en: "In Floor chat, as Olga, press Ask again with new facts…: there is a firewall before it now.",
        de: "Im Werkschat als Olga „Mit neuen Angaben anfragen…“ drücken: davor steht jetzt eine Firewall.",
        es: "En el chat de planta, como Olga, pulsar «Pedir con datos nuevos…»: ahora hay un cortafuegos delante.",
      },
      shows: {
        en: "It goes on where the no had ended it. That can be done once.",
        de: "Es geht dort weiter, wo das Nein es beendet hatte. Das geht einmal.",
        es: "Sigue donde el «no» lo había terminado. Se puede hacer una vez.",
      },
    },
    {
      do: "look",
      as: "office:sina",
      in: "office:it-security",
      tell: {
        en: "Look at IT security, in Office chat.",
        de: "Im Bürochat „IT-Sicherheit“ ansehen.",
        es: "Mirar «Seguridad TI», en el chat de oficina.",
      },
      shows: {
        en: "A new card says what was denied and what is new. A colleague is asked first; a second no is final.",
        de: "Eine neue Karte sagt, was abgelehnt war und was neu ist. Zuerst wird eine Kollegin oder ein Kollege gefragt; ein zweites Nein ist endgültig.",
        es: "Una tarjeta nueva dice qué se rechazó y qué hay de nuevo. Primero se pregunta a otra persona del equipo; un segundo «no» es definitivo.",
      },
    },
  ],
};
