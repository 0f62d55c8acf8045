import { morning, olgaAsks } from "./asking.ts";
import { CALL_OT, ON_IT, TAKE } from "./labels.ts";
import type { Moment } from "./play.ts";

const MINUTE_MS = 60_000;

export const whoOwns: Moment = {
  title: {
    en: "“Who owns the SCADA server?”",
    de: "„Wem gehört der SCADA-Server?“",
    es: "«¿De quién es el servidor SCADA?»",
  },
  why: {
    en: "The question that costs a shift half an hour is answered in a second, with who is on call now and why.",
    de: "Die Frage, die eine Schicht eine halbe Stunde kostet, ist in einer Sekunde beantwortet: wer jetzt Bereitschaft hat, und warum.",
    es: "La pregunta que cuesta media hora a un turno se responde en un segundo: quién está de guardia ahora, y por qué.",
  },
  steps: [
    {
      do: "say",
      as: "web:olga",
      in: "web:olga",
      text: {
        en: "who owns the SCADA server?",
        de: "wem gehört der SCADA-Server?",
        es: "¿de quién es el servidor SCADA?",
      },
      tell: {
        en: "In Floor chat, as Olga, ask Referee directly: “who owns the SCADA server?”",
        de: "Im Werkschat als Olga Referee direkt fragen: „wem gehört der SCADA-Server?“",
        es: "En el chat de planta, como Olga, preguntar directamente a Referee: «¿de quién es el servidor SCADA?»",
      },
      shows: {
        en: "Two teams share it; both are named, with who is on call at this minute and by which rota.",
        de: "Zwei Teams teilen ihn sich; beide sind genannt, dazu, wer in dieser Minute Bereitschaft hat und nach welchem Plan.",
        es: "Lo comparten dos equipos; se nombran ambos, con quién está de guardia en este minuto y según qué cuadrante.",
      },
    },
  ],
};

export const lineDown: Moment = {
  title: {
    en: "Line down at three in the morning, in one tap",
    de: "Die Linie steht um drei Uhr nachts: ein Tipp genügt",
    es: "Línea parada a las tres de la madrugada, con un toque",
  },
  why: {
    en: "A line that stands is no time for a form: one tap calls, and every hop is rung, not mailed.",
    de: "Wenn die Linie steht, ist keine Zeit für ein Formular: Ein Tipp ruft, und bei allen klingelt es, statt dass eine Mail wartet.",
    es: "Con la línea parada no hay tiempo para formularios: un toque llama, y a cada uno se le llama, no se le escribe un correo.",
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
        en: "The office is closed; the phones of those on call are not.",
        de: "Das Büro ist zu; die Telefone der Bereitschaft sind an.",
        es: "La oficina está cerrada; los teléfonos de guardia, no.",
      },
    },
    {
      do: "say",
      as: "web:olga",
      in: "web:line-3",
      text: {
        en: "@Referee line 3 is down",
        de: "@Referee Linie 3 steht",
        es: "@Referee la línea 3 está parada",
      },
      tell: {
        en: "In Floor chat, as Olga, write in Line 3: “@Referee line 3 is down”",
        de: "Im Werkschat als Olga in „Linie 3“ schreiben: „@Referee Linie 3 steht“",
        es: "En el chat de planta, como Olga, escribir en «Línea 3»: «@Referee la línea 3 está parada»",
      },
      shows: {
        en: "No questions. The emergency number stands first.",
        de: "Keine Fragen. Die Notrufnummer steht an erster Stelle.",
        es: "Sin preguntas. El número de emergencias va primero.",
      },
    },
    {
      do: "press",
      as: "web:olga",
      in: "web:line-3",
      button: CALL_OT,
      tell: { en: "Press Call OT now.", de: "„OT jetzt rufen“ drücken.", es: "Pulsar «Llamar a OT ya»." },
      shows: {
        en: "Whoever is on call for the line's machines tonight is rung at once.",
        de: "Wer heute Nacht für die Maschinen der Linie Bereitschaft hat, wird sofort gerufen.",
        es: "Se llama enseguida a quien está de guardia esta noche para las máquinas de la línea.",
      },
    },
    {
      do: "wind",
      by: 5 * MINUTE_MS,
      tell: {
        en: "Five minutes without an answer: wind the clock that far.",
        de: "Fünf Minuten ohne Antwort: die Uhr so weit vorstellen.",
        es: "Cinco minutos sin respuesta: adelantar el reloj otro tanto.",
      },
      shows: {
        en: "The next in the chain is rung. It goes on like this up to the plant manager, and never holds.",
        de: "Der Nächste in der Kette wird gerufen. So geht es weiter bis zur Werksleitung, ohne Halt.",
        es: "Se llama al siguiente de la cadena. Así sigue hasta la dirección de planta, sin detenerse nunca.",
      },
    },
    {
      do: "press",
      as: "web:ole",
      in: "web:ot-controls",
      button: ON_IT,
      tell: { en: "As Ole, press On it.", de: "Als Ole „Bin dran“ drücken.", es: "Como Ole, pulsar «En ello»." },
      shows: {
        en: "Olga and the shift lead know who is on the way.",
        de: "Olga und die Schichtleitung wissen, wer unterwegs ist.",
        es: "Olga y el jefe de turno saben quién va de camino.",
      },
    },
  ],
};

export const killed: Moment = {
  title: {
    en: "Stop Referee hard, start it again: nothing lost",
    de: "Referee hart beenden und wieder starten: nichts verloren",
    es: "Parar Referee en seco y volver a arrancarlo: nada se pierde",
  },
  why: {
    en: "An approval that was given stays given, whatever the machine under it does.",
    de: "Eine erteilte Freigabe bleibt erteilt, was auch immer der Rechner darunter tut.",
    es: "Una aprobación dada sigue dada, haga lo que haga la máquina que hay debajo.",
  },
  steps: [
    morning,
    ...olgaAsks,
    {
      do: "kill",
      tell: {
        en: "Stop Referee as a power cut would.",
        de: "Referee beenden wie bei einem Stromausfall.",
        es: "Parar Referee como lo haría un corte de luz.",
      },
      shows: {
        en: "The page waited, and Referee is back: the same chats, the same cards, the same clock.",
        de: "Die Seite hat gewartet, und Referee ist zurück: dieselben Chats, dieselben Karten, dieselbe Uhr.",
        es: "La página esperó, y Referee ha vuelto: los mismos chats, las mismas tarjetas, el mismo reloj.",
      },
    },
    {
      do: "press",
      as: "web:otto",
      in: "web:ot-controls",
      button: TAKE,
      tell: {
        en: "As Otto, press Take it on the card from before.",
        de: "Als Otto auf der Karte von vorhin „Übernehmen“ drücken.",
        es: "Como Otto, pulsar «Me encargo» en la tarjeta de antes.",
      },
      shows: {
        en: "Otto has it. Nothing was said twice, nothing is missing.",
        de: "Otto hat es. Nichts wurde doppelt gesagt, nichts fehlt.",
        es: "Otto lo tiene. Nada se dijo dos veces, nada falta.",
      },
    },
  ],
};
