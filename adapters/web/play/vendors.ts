import { morning } from "./asking.ts";
import {
  ACCOUNT,
  APPROVE,
  JUMP_HOST,
  MAY_DO_THERE,
  SECOND_FACTOR,
  SEND,
  SESSION_RECORDED,
  SET_UP,
  WATCHES,
} from "./labels.ts";
import type { Moment } from "./play.ts";

const olga = { as: "web:olga", in: "web:line-3" } as const;
const otto = { as: "web:otto", in: "web:ot-controls" } as const;
const YES = { en: "yes", de: "ja", es: "sí" };

export const vendor: Moment = {
  title: {
    en: "A vendor is agreed on once, then each session is one yes",
    de: "Einmal vereinbart, dann je Sitzung ein Ja: Fernwartung",
    es: "Con un proveedor se acuerda una vez; después, un sí por sesión",
  },
  why: {
    en: "Whoever comes every week need not be asked about every week by everybody; and who lets them in stays known.",
    de: "Wer jede Woche kommt, muss nicht jede Woche allen vorgelegt werden; und wer sie hereinlässt, bleibt bekannt.",
    es: "Por quien viene cada semana no hay que preguntar a todos cada semana; y sigue sabiéndose quién le abre.",
  },
  steps: [
    morning,
    {
      do: "say",
      ...olga,
      text: {
        en: "@Referee agreement with PackTec on the palletizer for four weeks, to adjust the gripper, Karin looks after them",
        de: "@Referee Vereinbarung mit PackTec am Palettierer für vier Wochen, um den Greifer einzustellen, Karin betreut sie",
        es: "@Referee acuerdo con PackTec para el paletizador durante cuatro semanas, para ajustar la pinza, Karin los atiende",
      },
      tell: {
        en: "In Floor chat, as Olga, write in Line 3: “@Referee agreement with PackTec on the palletizer for four weeks, to adjust the gripper, Karin looks after them”",
        de: "Im Werkschat als Olga in „Linie 3“ schreiben: „@Referee Vereinbarung mit PackTec am Palettierer für vier Wochen, um den Greifer einzustellen, Karin betreut sie“",
        es: "En el chat de planta, como Olga, escribir en «Línea 3»: «@Referee acuerdo con PackTec para el paletizador durante cuatro semanas, para ajustar la pinza, Karin los atiende»",
      },
      shows: {
        en: "One sentence said it all: nothing is left to fill in.",
        de: "Ein Satz hat alles gesagt: Es ist nichts mehr auszufüllen.",
        es: "Una frase lo ha dicho todo: no queda nada por completar.",
      },
    },
    {
      do: "press",
      ...olga,
      button: SEND,
      tell: { en: "Press Send.", de: "„Senden“ drücken.", es: "Pulsar «Enviar»." },
      shows: {
        en: "It goes to whose machine it is, and to IT security.",
        de: "Es geht an die, denen die Maschine gehört, und an die IT-Sicherheit.",
        es: "Va a quienes tienen la máquina y a Seguridad TI.",
      },
    },
    {
      do: "press",
      ...otto,
      button: APPROVE,
      tell: {
        en: "As Otto, press Approve in OT controls.",
        de: "Als Otto in „OT-Steuerungen“ „Freigeben“ drücken.",
        es: "Como Otto, pulsar «Aprobar» en «Control OT».",
      },
      shows: null,
    },
    {
      do: "press",
      as: "office:sina",
      in: "office:it-security",
      button: APPROVE,
      form: {
        answers: [
          { to: JUMP_HOST, is: { en: "Historian", de: "Historian", es: "Historian" } },
          { to: SECOND_FACTOR, is: YES },
          { to: SESSION_RECORDED, is: YES },
        ],
        button: APPROVE,
      },
      tell: {
        en: "In Office chat, as Sina, press Approve…: through the Historian, with a second factor, recorded.",
        de: "Im Bürochat als Sina „Freigeben…“ drücken: über den Historian, mit zweitem Faktor, aufgezeichnet.",
        es: "En el chat de oficina, como Sina, pulsar «Aprobar…»: a través del Historian, con segundo factor, grabado.",
      },
      shows: {
        en: "What she says of the way in holds for every session until the agreement ends.",
        de: "Was sie zum Zugangsweg sagt, gilt für jede Sitzung, bis die Vereinbarung endet.",
        es: "Lo que dice de la vía de entrada vale para todas las sesiones hasta que termine el acuerdo.",
      },
    },
    {
      do: "press",
      as: "office:nils",
      in: "office:it-network",
      button: SET_UP,
      form: {
        answers: [{ to: ACCOUNT, is: { en: "account 4711", de: "Konto 4711", es: "cuenta 4711" } }],
        button: SET_UP,
      },
      tell: {
        en: "As Nils, press Set up… in IT network: account 4711.",
        de: "Als Nils in „IT-Netzwerk“ „Eingerichtet…“ drücken: Konto 4711.",
        es: "Como Nils, pulsar «Preparada…» en «Redes TI»: cuenta 4711.",
      },
      shows: {
        en: "The way in is there, and closed. It stands on the board of Operations with its end.",
        de: "Der Zugangsweg ist da, und geschlossen. Er steht mit seinem Ende auf der Tafel von „Ops“.",
        es: "La vía de entrada existe, y está cerrada. Figura con su final en el tablero de «Ops».",
      },
    },
    {
      do: "say",
      ...olga,
      text: {
        en: "@Referee PackTec needs remote access to the palletizer from 10:30 to 12:00, Elena Ruiz, to adjust the gripper",
        de: "@Referee PackTec braucht von 10:30 bis 12:00 Fernzugriff auf den Palettierer, Elena Ruiz, Greifer einstellen",
        es: "@Referee PackTec necesita acceso remoto al paletizador de 10:30 a 12:00, Elena Ruiz, ajustar la pinza",
      },
      tell: {
        en: "In Floor chat, as Olga: “@Referee PackTec needs remote access to the palletizer from 10:30 to 12:00, Elena Ruiz, to adjust the gripper”",
        de: "Im Werkschat als Olga: „@Referee PackTec braucht von 10:30 bis 12:00 Fernzugriff auf den Palettierer, Elena Ruiz, Greifer einstellen“",
        es: "En el chat de planta, como Olga: «@Referee PackTec necesita acceso remoto al paletizador de 10:30 a 12:00, Elena Ruiz, ajustar la pinza»",
      },
      shows: {
        en: "The draft says by which agreement, and that IT security is not asked anew.",
        de: "Der Entwurf sagt, nach welcher Vereinbarung, und dass die IT-Sicherheit nicht neu gefragt wird.",
        es: "El borrador dice según qué acuerdo, y que no se vuelve a preguntar a Seguridad TI.",
      },
    },
    {
      do: "press",
      ...olga,
      button: SEND,
      tell: { en: "Press Send once more.", de: "Noch einmal „Senden“ drücken.", es: "Pulsar «Enviar» otra vez." },
      shows: null,
    },
    {
      do: "press",
      ...otto,
      button: APPROVE,
      form: {
        answers: [
          {
            to: MAY_DO_THERE,
            is: { en: "look and operate", de: "ansehen und bedienen", es: "mirar y operar" },
          },
          { to: WATCHES, is: { en: "Otto, 110", de: "Otto, 110", es: "Otto, 110" } },
        ],
        button: APPROVE,
      },
      tell: {
        en: "As Otto, press Approve…: look and operate, Otto watches.",
        de: "Als Otto „Freigeben…“ drücken: ansehen und bedienen, Otto schaut zu.",
        es: "Como Otto, pulsar «Aprobar…»: mirar y operar, vigila Otto.",
      },
      shows: {
        en: "One yes, and the session opens at half past ten and ends by itself at noon. Karin, who looks after them, hears both.",
        de: "Ein Ja, und die Sitzung öffnet um halb elf und endet um zwölf von selbst. Karin, die sie betreut, erfährt beides.",
        es: "Un sí, y la sesión se abre a las diez y media y termina sola a las doce. Karin, que los atiende, se entera de ambas cosas.",
      },
    },
    {
      do: "look",
      ...olga,
      tell: {
        en: "Look at Olga's card, in Line 3.",
        de: "In „Linie 3“ Olgas Karte ansehen.",
        es: "Mirar la tarjeta de Olga, en «Línea 3».",
      },
      shows: {
        en: "It says why IT security is not asked: by which agreement, and until when.",
        de: "Sie sagt, warum die IT-Sicherheit nicht gefragt wird: nach welcher Vereinbarung, und bis wann.",
        es: "Dice por qué no se pregunta a Seguridad TI: según qué acuerdo y hasta cuándo.",
      },
    },
  ],
};
