import { APPROVE, FILL_IN, OPENED, SAVE, SEND, WHAT_TO_OPEN, WHAT_WAS_OPENED, WHY_NOT_WAIT } from "./labels.ts";
import type { Moment } from "./play.ts";

const pia = { as: "web:pia", in: "web:line-7" } as const;

export const breakGlass: Moment = {
  title: {
    en: "Break glass: two people, four hours, and nobody forgets it",
    de: "Notzugang: zwei Personen, vier Stunden, und niemand vergisst ihn",
    es: "Acceso de emergencia: dos personas, cuatro horas, y nadie lo olvida",
  },
  why: {
    en: "When those who decide cannot be waited for, it goes around them in the open: two people, an end, and a review.",
    de: "Wenn auf die Zuständigen nicht gewartet werden kann, geht es offen an ihnen vorbei: zwei Personen, ein Ende, eine Prüfung.",
    es: "Cuando no se puede esperar a quienes deciden, se pasa por delante a la vista de todos: dos personas, un final y una revisión.",
  },
  steps: [
    {
      do: "wind",
      by: { weekdays: [2, 3, 4, 5], from: "03:00", to: "03:45" },
      tell: {
        en: "Let it be three in the morning.",
        de: "Es drei Uhr nachts werden lassen.",
        es: "Que sean las tres de la madrugada.",
      },
      shows: {
        en: "The owners of the machine and IT security sleep.",
        de: "Die für die Maschine Zuständigen und die IT-Sicherheit schlafen.",
        es: "Los responsables de la máquina y Seguridad TI duermen.",
      },
    },
    {
      do: "say",
      ...pia,
      text: {
        en: "@Referee break glass: emergency access to PLC-7 until 05:00",
        de: "@Referee bitte Notzugang zu PLC-7 öffnen, bis 05:00",
        es: "@Referee acceso de emergencia a PLC-7 hasta las 05:00",
      },
      tell: {
        en: "In Floor chat, as Pia, write in Line 7 operators: “@Referee break glass: emergency access to PLC-7 until 05:00”",
        de: "Im Werkschat als Pia in „Bedienung Linie 7“ schreiben: „@Referee bitte Notzugang zu PLC-7 öffnen, bis 05:00“",
        es: "En el chat de planta, como Pia, escribir en «Operadores línea 7»: «@Referee acceso de emergencia a PLC-7 hasta las 05:00»",
      },
      shows: {
        en: "Four hours at most, and never for what protects people.",
        de: "Höchstens vier Stunden, und nie für das, was Menschen schützt.",
        es: "Cuatro horas como mucho, y nunca para lo que protege a las personas.",
      },
    },
    {
      do: "press",
      ...pia,
      button: FILL_IN,
      form: {
        answers: [
          {
            to: WHAT_TO_OPEN,
            is: {
              en: "the way in for remote service",
              de: "der Zugang für den Fernservice",
              es: "la entrada para el servicio remoto",
            },
          },
          { to: WHY_NOT_WAIT, is: { en: "line 7 stands", de: "Linie 7 steht", es: "la línea 7 está parada" } },
        ],
        button: SAVE,
      },
      tell: {
        en: "Press Fill in… and answer: the way in for remote service, line 7 stands.",
        de: "„Ausfüllen…“ drücken und antworten: der Zugang für den Fernservice, Linie 7 steht.",
        es: "Pulsar «Completar…» y responder: la entrada para el servicio remoto, la línea 7 está parada.",
      },
      shows: {
        en: "Whoever reviews it tomorrow reads why it could not wait.",
        de: "Wer es morgen prüft, liest, warum es nicht warten konnte.",
        es: "Quien lo revise mañana leerá por qué no podía esperar.",
      },
    },
    {
      do: "press",
      ...pia,
      button: SEND,
      tell: { en: "Press Send.", de: "„Senden“ drücken.", es: "Pulsar «Enviar»." },
      shows: {
        en: "Pia is one of two. The shift lead and Ops are asked, and whoever comes first is the other.",
        de: "Pia ist die eine von zweien. Schichtleitung und Ops werden gefragt; wer zuerst kommt, ist die andere.",
        es: "Pia es una de dos. Se pregunta al jefe de turno y a Ops; quien llegue primero es la otra.",
      },
    },
    {
      do: "press",
      as: "web:paula",
      in: "web:ops",
      button: APPROVE,
      tell: {
        en: "As Paula, press Approve in Operations.",
        de: "Als Paula in „Ops“ „Freigeben“ drücken.",
        es: "Como Paula, pulsar «Aprobar» en «Ops».",
      },
      shows: {
        en: "One yes is enough now; the shift lead hands it out.",
        de: "Ein Ja genügt jetzt; die Schichtleitung gibt den Zugang aus.",
        es: "Ahora basta un sí; el jefe de turno entrega el acceso.",
      },
    },
    {
      do: "press",
      as: "web:lars",
      in: "web:line-7",
      button: OPENED,
      form: {
        answers: [
          {
            to: WHAT_WAS_OPENED,
            is: {
              en: "remote service, for the vendor's Elena",
              de: "Fernservice, für Elena von PackTec",
              es: "servicio remoto, para Elena, de PackTec",
            },
          },
        ],
        button: OPENED,
      },
      tell: {
        en: "As Lars, who leads the shift, press Opened… in Line 7 operators: remote service, for the vendor's Elena.",
        de: "Als Lars, der die Schicht leitet, in „Bedienung Linie 7“ „Geöffnet…“ drücken: Fernservice, für Elena von PackTec.",
        es: "Como Lars, que lleva el turno, pulsar «Abierto…» en «Operadores línea 7»: servicio remoto, para Elena, de PackTec.",
      },
      shows: {
        en: "It ends at five by itself.",
        de: "Um fünf endet es von selbst.",
        es: "A las cinco termina por sí solo.",
      },
    },
    {
      do: "look",
      as: "office:sina",
      in: "office:it-security",
      tell: {
        en: "In Office chat, look at IT security.",
        de: "Im Bürochat „IT-Sicherheit“ ansehen.",
        es: "En el chat de oficina, mirar «Seguridad TI».",
      },
      shows: {
        en: "Who was not asked is told at once, may cut it off, and is asked to review it.",
        de: "Wer nicht gefragt wurde, erfährt es sofort, kann es trennen und soll es prüfen.",
        es: "A quien no se preguntó se le avisa enseguida, puede cortarlo y se le pide que lo revise.",
      },
    },
    {
      do: "look",
      as: "web:paula",
      in: "web:ops",
      tell: {
        en: "Look at Operations, in Floor chat.",
        de: "Im Werkschat „Ops“ ansehen.",
        es: "Mirar «Ops», en el chat de planta.",
      },
      shows: {
        en: "One card lists what is open in the whole plant: until when, who watches it, and a button that ends it now.",
        de: "Eine Karte führt auf, was im ganzen Werk offen ist: bis wann, wer darauf achtet, und ein Knopf, der es sofort beendet.",
        es: "Una tarjeta reúne lo que está abierto en toda la planta: hasta cuándo, quién lo vigila y un botón que lo corta ya.",
      },
    },
  ],
};
