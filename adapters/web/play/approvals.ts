import { morning, olgaAsks } from "./asking.ts";
import { APPROVE, MAY_ONLY_READ, ONLY_IF, WHICH_SIDE, WHICH_SOURCE, WITH_LIMITS } from "./labels.ts";
import type { Answer, Moment } from "./play.ts";

const HOUR_MS = 3_600_000;

/** The connection is opened from where it comes. */
export const FROM_SOURCE: Answer = { to: WHICH_SIDE, is: { en: "the source", de: "die Quelle", es: "el origen" } };

export const sentence: Moment = {
  title: {
    en: "A sentence becomes two questions and a card",
    de: "Aus einem Satz werden zwei Fragen und eine Karte",
    es: "De una frase salen dos preguntas y una tarjeta",
  },
  why: {
    en: "Nobody fills in a ticket: the operator says it in their own words and is asked only what they can know.",
    de: "Niemand füllt ein Ticket aus: Am Band sagt man es in eigenen Worten und wird nur gefragt, was man dort wissen kann.",
    es: "Nadie rellena un ticket: quien opera lo dice con sus palabras y solo se le pregunta lo que puede saber.",
  },
  steps: [
    morning,
    ...olgaAsks,
    {
      do: "look",
      as: "web:otto",
      in: "web:ot-controls",
      tell: {
        en: "Look at OT controls, in Floor chat too: PLC-12 is theirs, and Otto is on call.",
        de: "„OT-Steuerungen“ ansehen, auch im Werkschat: PLC-12 gehört ihnen, und Otto hat Bereitschaft.",
        es: "Mirar «Control OT», también en el chat de planta: PLC-12 es suyo, y Otto está de guardia.",
      },
      shows: {
        en: "One card with what, where, why, until when, and what to consider. IT security has the same, at the same time, in Office chat.",
        de: "Eine Karte: was, wo, wofür, bis wann und was zu bedenken ist. Die IT-Sicherheit hat zur selben Zeit dieselbe im Bürochat.",
        es: "Una tarjeta con qué, dónde, para qué, hasta cuándo y qué tener en cuenta. Seguridad TI tiene la misma a la vez, en el chat de oficina.",
      },
    },
  ],
};

export const limits: Moment = {
  title: {
    en: "Yes, but: an approval with limits",
    de: "Ja, aber: Freigabe mit Auflagen",
    es: "Sí, pero: una aprobación con condiciones",
  },
  why: {
    en: "Approvers are not left with yes or no; what they add binds everybody who comes after them.",
    de: "Wer freigibt, hat mehr als Ja oder Nein; was dazugesagt wird, gilt für alle, die danach kommen.",
    es: "Quien aprueba tiene más que un sí o un no; lo que añade obliga a todos los que vienen después.",
  },
  steps: [
    morning,
    ...olgaAsks,
    {
      do: "press",
      as: "web:otto",
      in: "web:ot-controls",
      button: WITH_LIMITS,
      form: {
        answers: [
          { to: MAY_ONLY_READ, is: { en: "read only", de: "nur lesen", es: "solo leer" } },
          { to: ONLY_IF, is: { en: "Read only", de: "Nur lesen", es: "Solo leer" } },
        ],
        button: APPROVE,
      },
      tell: {
        en: "In Floor chat, as Otto, press Approve with limits…: it may only read.",
        de: "Im Werkschat als Otto „Mit Auflagen freigeben…“ drücken: Es darf nur lesen.",
        es: "En el chat de planta, como Otto, pulsar «Aprobar con condiciones…»: solo puede leer.",
      },
      shows: {
        en: "Otto is asked what the owner of the machine knows. Every card shows what he said, and when.",
        de: "Otto wird gefragt, was die für die Maschine Zuständigen wissen. Jede Karte zeigt, was er gesagt hat, und wann.",
        es: "A Otto se le pregunta lo que sabe el responsable de la máquina. Cada tarjeta muestra qué dijo, y cuándo.",
      },
    },
    {
      do: "press",
      as: "office:sina",
      in: "office:it-security",
      button: APPROVE,
      form: {
        answers: [{ to: WHICH_SOURCE, is: { en: "10.3.0.12", de: "10.3.0.12", es: "10.3.0.12" } }, FROM_SOURCE],
        button: APPROVE,
      },
      tell: {
        en: "In Office chat, as Sina, press Approve… in IT security: it comes from 10.3.0.12, which opens the connection.",
        de: "Im Bürochat als Sina in „IT-Sicherheit“ „Freigeben…“ drücken: Es kommt von 10.3.0.12, und von dort wird die Verbindung aufgebaut.",
        es: "En el chat de oficina, como Sina, pulsar «Aprobar…» en «Seguridad TI»: viene de 10.3.0.12, que abre la conexión.",
      },
      shows: {
        en: "Security supplies what only security knows. Approved is not done: the ball goes to IT network.",
        de: "Die Sicherheit ergänzt, was nur sie weiß. Freigegeben ist nicht erledigt: Nun ist das IT-Netzwerk dran.",
        es: "Seguridad aporta lo que solo ella sabe. Aprobado no es hecho: ahora le toca a Redes TI.",
      },
    },
    {
      do: "look",
      as: "office:nils",
      in: "office:it-network",
      tell: {
        en: "Look at IT network, in Office chat, who will open it.",
        de: "Im Bürochat „IT-Netzwerk“ ansehen: Dort wird geöffnet.",
        es: "Mirar «Redes TI», en el chat de oficina, que lo abrirá.",
      },
      shows: {
        en: "The approved facts, the limits, the checks before, and one button when done.",
        de: "Die freigegebenen Angaben, die Auflagen, was vorher zu prüfen ist, und ein Knopf, wenn es erledigt ist.",
        es: "Los datos aprobados, las condiciones, lo que hay que comprobar antes y un botón para cuando esté hecho.",
      },
    },
  ],
};

export const stall: Moment = {
  title: {
    en: "A request that stalls reaches Ops",
    de: "Eine Anfrage, die liegen bleibt, erreicht Ops",
    es: "Una solicitud que se atasca llega a Ops",
  },
  why: {
    en: "Nobody has to chase: who is asked next, and when Ops hears of it, is known from the first minute.",
    de: "Niemand muss hinterherlaufen: Wer als Nächstes gefragt wird und wann Ops es erfährt, steht von der ersten Minute an fest.",
    es: "Nadie tiene que perseguir a nadie: a quién se pregunta después y cuándo se entera Ops se sabe desde el primer minuto.",
  },
  steps: [
    morning,
    ...olgaAsks,
    {
      do: "wind",
      by: HOUR_MS,
      tell: {
        en: "Nobody answers. Wind the clock one hour on.",
        de: "Niemand antwortet. Die Uhr eine Stunde vorstellen.",
        es: "Nadie responde. Adelantar el reloj una hora.",
      },
      shows: {
        en: "Otto's backup is asked too. Otto keeps the card; nothing was taken from him.",
        de: "Auch Ottos Vertretung wird gefragt. Otto behält die Karte; weggenommen wurde ihm nichts.",
        es: "También se pregunta al suplente de Otto. Otto conserva la tarjeta; no se le ha quitado nada.",
      },
    },
    {
      do: "look",
      as: "web:ole",
      in: "web:ot-controls",
      tell: {
        en: "In Floor chat, look at what Ole sees.",
        de: "Im Werkschat ansehen, was Ole sieht.",
        es: "En el chat de planta, mirar lo que ve Ole.",
      },
      shows: {
        en: "A new message, since an edited card calls nobody; and why it is him.",
        de: "Eine neue Nachricht, denn eine geänderte Karte ruft niemanden; und warum gerade ihn.",
        es: "Un mensaje nuevo, porque una tarjeta editada no avisa a nadie; y por qué le toca a él.",
      },
    },
    {
      do: "wind",
      by: 9 * HOUR_MS,
      tell: {
        en: "Still nobody. Wind nine hours on.",
        de: "Noch immer niemand. Neun Stunden vorstellen.",
        es: "Sigue sin responder nadie. Adelantar nueve horas.",
      },
      shows: {
        en: "Each hop happened at its own time, in order.",
        de: "Jeder Schritt geschah zu seiner Zeit, der Reihe nach.",
        es: "Cada paso ocurrió a su hora, en orden.",
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
        en: "Ops hears of it and may say whose it is. Silence approved nothing, and never does.",
        de: "Ops erfährt es und kann klären, wer zuständig ist. Schweigen hat nichts freigegeben, und tut es nie.",
        es: "Ops se entera y puede decidir a quién le toca. El silencio no aprobó nada, y nunca lo hace.",
      },
    },
  ],
};
