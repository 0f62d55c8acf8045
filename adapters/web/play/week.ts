import { morning, olgaAsks } from "./asking.ts";
import { TAKE } from "./labels.ts";
import type { Moment } from "./play.ts";

/** A Tuesday's digest is never the first of its week, so the next Monday's is. */
export const week: Moment = {
  title: { en: "The week, as a picture", de: "Die Woche als Bild", es: "La semana, en una imagen" },
  why: {
    en: "Where the time goes is seen at a glance: by parties, never by persons.",
    de: "Wo die Zeit bleibt, ist auf einen Blick zu sehen: nach Teams, nie nach Personen.",
    es: "En qué se va el tiempo se ve de un vistazo: por equipos, nunca por personas.",
  },
  steps: [
    morning,
    ...olgaAsks,
    {
      do: "press",
      as: "web:otto",
      in: "web:ot-controls",
      button: TAKE,
      tell: {
        en: "In Floor chat, as Otto, press Take it.",
        de: "Im Werkschat als Otto „Übernehmen“ drücken.",
        es: "En el chat de planta, como Otto, pulsar «Me encargo».",
      },
      shows: {
        en: "From now on OT controls has it, in its working hours.",
        de: "Von jetzt an liegt es bei „OT-Steuerungen“, in deren Arbeitszeit.",
        es: "Desde ahora lo tiene «Control OT», en su horario laboral.",
      },
    },
    {
      do: "wind",
      by: { weekdays: [6], from: "10:00", to: "18:00" },
      tell: { en: "Let it be Saturday.", de: "Es Samstag werden lassen.", es: "Que sea sábado." },
      shows: {
        en: "The days passed with everything that fell due in them.",
        de: "Die Tage sind vergangen, mit allem, was darin fällig wurde.",
        es: "Los días pasaron, con todo lo que vencía en ellos.",
      },
    },
    {
      do: "wind",
      by: { weekdays: [1], from: "06:05", to: "08:00" },
      tell: {
        en: "Let it be Monday morning.",
        de: "Es Montagmorgen werden lassen.",
        es: "Que sea lunes por la mañana.",
      },
      shows: {
        en: "The first digest of the week has come.",
        de: "Die erste Übersicht der Woche ist da.",
        es: "Ha llegado el primer resumen de la semana.",
      },
    },
    {
      do: "look",
      as: "web:paula",
      in: "web:ops",
      tell: {
        en: "Look at Operations, in Floor chat, and open the thread below the digest.",
        de: "Im Werkschat „Ops“ ansehen und den Thread unter der Übersicht öffnen.",
        es: "Mirar «Ops», en el chat de planta, y abrir el hilo bajo el resumen.",
      },
      shows: {
        en: "Hours held by party, in working time, against the week before; how old what is open is; how long a decision takes. Whoever cannot see it hears the same figures.",
        de: "Stunden je Team, in Arbeitszeit, gegen die Woche davor; wie alt ist, was offen ist; wie lange eine Entscheidung dauert. Wer es nicht sehen kann, hört dieselben Zahlen.",
        es: "Horas por equipo, en tiempo laboral, frente a la semana anterior; qué antigüedad tiene lo abierto; cuánto tarda una decisión. Quien no puede verla oye las mismas cifras.",
      },
    },
  ],
};
