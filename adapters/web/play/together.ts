import { morning } from "./asking.ts";
import {
  APPROVE_BOTH,
  FILL_IN,
  SAVE,
  SEND,
  WHAT_IS_KEPT,
  WHAT_IS_SEEN,
  WHAT_LINE_DOES,
  WHAT_STOPS,
  WHEN_RESTARTED,
  WHO_STANDS_THERE,
} from "./labels.ts";
import type { Moment } from "./play.ts";

const olga = { as: "web:olga", in: "web:line-3" } as const;
const otto = { as: "web:otto", in: "web:ot-controls" } as const;

export const twoHats: Moment = {
  title: {
    en: "Who wears two hats is asked once",
    de: "Wer zwei Rollen hat, wird einmal gefragt",
    es: "A quien tiene dos papeles se le pregunta una vez",
  },
  why: {
    en: "In a small crew one person is often both: they answer once, and the record keeps both answers.",
    de: "In kleinen Schichten ist eine Person oft beides: Sie antwortet einmal, und im Protokoll stehen beide Antworten.",
    es: "En un turno pequeño una persona suele ser ambas cosas: responde una vez, y en el registro quedan las dos respuestas.",
  },
  steps: [
    morning,
    {
      do: "say",
      ...olga,
      text: {
        en: "@Referee please restart the air dryer",
        de: "@Referee bitte den Lufttrockner neu starten",
        es: "@Referee por favor reiniciar el secador de aire",
      },
      tell: {
        en: "In Floor chat, as Olga, write in Line 3: “@Referee please restart the air dryer”",
        de: "Im Werkschat als Olga in „Linie 3“ schreiben: „@Referee bitte den Lufttrockner neu starten“",
        es: "En el chat de planta, como Olga, escribir en «Línea 3»: «@Referee por favor reiniciar el secador de aire»",
      },
      shows: {
        en: "The air station has no crew of its own: whoever is on call for OT controls leads it, too.",
        de: "Die Druckluftstation hat keine eigene Schicht: Wer für „OT-Steuerungen“ Bereitschaft hat, leitet auch sie.",
        es: "La estación de aire no tiene turno propio: quien está de guardia en «Control OT» también la dirige.",
      },
    },
    {
      do: "press",
      ...olga,
      button: FILL_IN,
      form: {
        answers: [
          {
            to: WHAT_IS_SEEN,
            is: { en: "its screen is frozen", de: "der Bildschirm hängt", es: "la pantalla está congelada" },
          },
          {
            to: WHEN_RESTARTED,
            is: { en: "as soon as it may", de: "so bald es geht", es: "en cuanto se pueda" },
          },
        ],
        button: SAVE,
      },
      tell: {
        en: "Press Fill in…: its screen is frozen, and it is wanted as soon as it may.",
        de: "„Ausfüllen…“ drücken: Der Bildschirm hängt, und es soll so bald wie möglich sein.",
        es: "Pulsar «Completar…»: la pantalla está congelada, y se quiere en cuanto se pueda.",
      },
      shows: null,
    },
    {
      do: "press",
      ...olga,
      button: SEND,
      tell: { en: "Press Send.", de: "„Senden“ drücken.", es: "Pulsar «Enviar»." },
      shows: {
        en: "Two have to agree: whoever owns the dryer, and whoever leads the shift. Both are Otto.",
        de: "Zwei müssen zustimmen: wem der Trockner gehört, und wer die Schicht leitet. Beides ist Otto.",
        es: "Tienen que aceptar dos: quien tiene el secador y quien dirige el turno. Los dos son Otto.",
      },
    },
    {
      do: "press",
      ...otto,
      button: APPROVE_BOTH,
      form: {
        answers: [
          { to: WHAT_STOPS, is: { en: "nothing", de: "nichts", es: "nada" } },
          { to: WHAT_IS_KEPT, is: { en: "yes", de: "ja", es: "sí" } },
          {
            to: WHAT_LINE_DOES,
            is: {
              en: "the tank lasts an hour",
              de: "der Kessel reicht eine Stunde",
              es: "el depósito dura una hora",
            },
          },
          { to: WHO_STANDS_THERE, is: { en: "Otto", de: "Otto", es: "Otto" } },
        ],
        button: APPROVE_BOTH,
      },
      tell: {
        en: "In OT controls, as Otto, press Approve both… on the one card he got.",
        de: "In „OT-Steuerungen“ als Otto auf der einen Karte, die er bekam, „Beides freigeben…“ drücken.",
        es: "En «Control OT», como Otto, pulsar «Aprobar ambos…» en la única tarjeta que recibió.",
      },
      shows: {
        en: "One form asks what both have to know.",
        de: "Ein Formular fragt, was für beides zu wissen ist.",
        es: "Un solo formulario pregunta lo que hay que saber para ambas.",
      },
    },
    {
      do: "look",
      ...olga,
      tell: {
        en: "Look at Line 3, as Olga.",
        de: "Als Olga „Linie 3“ ansehen.",
        es: "Mirar «Línea 3», como Olga.",
      },
      shows: {
        en: "Two decisions, each under its own role and name. Had another led the shift, they would have been asked, too.",
        de: "Zwei Entscheidungen, jede unter ihrer Rolle und mit Namen. Leitete jemand anderes die Schicht, wäre auch dort gefragt worden.",
        es: "Dos decisiones, cada una con su papel y su nombre. Si otra persona dirigiera el turno, también se le habría preguntado.",
      },
    },
  ],
};
