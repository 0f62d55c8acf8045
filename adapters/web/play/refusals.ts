import { FRIDAY_16, morning, portRequest } from "./asking.ts";
import { APPROVE, CHANGE, CHANGE_FACT, FILL_IN, SAVE, SEND, UNTIL_WHEN, WHAT_FOR, WITH_LIMITS } from "./labels.ts";
import type { Moment } from "./play.ts";

export const refused: Moment = {
  title: {
    en: "Nobody approves their own request, and an old click changes nothing",
    de: "Niemand gibt die eigene Anfrage frei, und ein alter Klick ändert nichts",
    es: "Nadie aprueba su propia solicitud, y una pulsación antigua no cambia nada",
  },
  why: {
    en: "Who decided what, and on which facts, stands up in an audit because the wrong presses never counted.",
    de: "Wer was entschieden hat, und auf welche Angaben hin, hält einem Audit stand, weil falsche Klicks nie gezählt haben.",
    es: "Quién decidió qué, y con qué datos, resiste una auditoría porque las pulsaciones indebidas nunca contaron.",
  },
  steps: [
    morning,
    ...portRequest(
      { as: "web:otto", in: "office:otto" },
      {
        en: "Otto is in both chats. In Office chat, write to Referee as him",
        de: "Otto ist in beiden Chats. Im Bürochat als Otto an Referee schreiben",
        es: "Otto está en ambos chats. En el chat de oficina, escribir a Referee como él",
      },
    ),
    {
      do: "press",
      as: "web:otto",
      in: "web:ot-controls",
      button: WITH_LIMITS,
      tell: {
        en: "PLC-12 is his as well. In Floor chat's OT controls, as Otto, press Approve with limits… on his own request.",
        de: "PLC-12 ist auch seine. Im Werkschat in „OT-Steuerungen“ als Otto bei der eigenen Anfrage „Mit Auflagen freigeben…“ drücken.",
        es: "PLC-12 también es suyo. En «Control OT» del chat de planta, como Otto, pulsar «Aprobar con condiciones…» en su propia solicitud.",
      },
      shows: {
        en: "Refused, politely, and seen by Otto alone: two accounts are one person.",
        de: "Höflich abgelehnt, und nur für Otto zu sehen: Zwei Konten sind eine Person.",
        es: "Rechazado con cortesía, y solo lo ve Otto: dos cuentas son una persona.",
      },
    },
    {
      do: "press",
      as: "web:otto",
      in: "office:otto",
      button: CHANGE_FACT,
      form: {
        answers: [{ to: UNTIL_WHEN, is: { en: "Fri 20:00", de: "Fr 20:00", es: "vie 20:00" } }],
        button: CHANGE,
      },
      tell: {
        en: "Otto needs it longer. Back in Office chat, on his own card, behind the three dots, press Change a fact…: until Fri 20:00.",
        de: "Otto braucht es länger. Zurück im Bürochat auf der eigenen Karte hinter den drei Punkten „Angabe ändern…“ drücken: bis Fr 20:00.",
        es: "Otto lo necesita más tiempo. De vuelta en el chat de oficina, en su tarjeta, tras los tres puntos, pulsar «Cambiar un dato…»: hasta vie 20:00.",
      },
      shows: {
        en: "What was approved on the old facts would no longer count. The owners' cards are drawn anew.",
        de: "Was auf die alten Angaben hin freigegeben war, würde nicht mehr gelten. Die Karten der Zuständigen werden neu gezeichnet.",
        es: "Lo aprobado con los datos de antes ya no valdría. Las tarjetas de los responsables se dibujan de nuevo.",
      },
    },
    {
      do: "pressOld",
      as: "web:karin",
      in: "web:ot-controls",
      button: APPROVE,
      tell: {
        en: "In Floor chat, Karin's phone was in her pocket and still shows the card of before. She presses its Approve.",
        de: "Karins Telefon war in der Tasche und zeigt im Werkschat noch die Karte von vorhin. Sie drückt dort „Freigeben“.",
        es: "El teléfono de Karin estaba en el bolsillo y en el chat de planta aún muestra la tarjeta de antes. Ella pulsa allí «Aprobar».",
      },
      shows: {
        en: "She is told that it has changed since; nothing is approved.",
        de: "Sie erfährt, dass sich seither etwas geändert hat; freigegeben ist nichts.",
        es: "Se le dice que ha cambiado desde entonces; no se aprueba nada.",
      },
    },
  ],
};

export const safety: Moment = {
  title: {
    en: "A request that would touch the safety PLC",
    de: "Eine Anfrage, die die Sicherheits-SPS berührt",
    es: "Una solicitud que tocaría el PLC de seguridad",
  },
  why: {
    en: "What protects people is asked about first, and neither rank nor hurry goes around it.",
    de: "Was Menschen schützt, wird zuerst gefragt; daran führen weder Rang noch Eile vorbei.",
    es: "Lo que protege a las personas se pregunta primero, y ni el rango ni la prisa lo esquivan.",
  },
  steps: [
    morning,
    {
      do: "say",
      as: "web:olga",
      in: "web:line-3",
      text: {
        en: "@Referee please open port 102 to the safety PLC of line 3",
        de: "@Referee bitte Port 102 zur Sicherheits-SPS der Linie 3 öffnen",
        es: "@Referee por favor, abrir el puerto 102 hacia el PLC de seguridad de la línea 3",
      },
      tell: {
        en: "In Floor chat, as Olga, write in Line 3: “@Referee please open port 102 to the safety PLC of line 3”",
        de: "Im Werkschat als Olga in „Linie 3“ schreiben: „@Referee bitte Port 102 zur Sicherheits-SPS der Linie 3 öffnen“",
        es: "En el chat de planta, como Olga, escribir en «Línea 3»: «@Referee por favor, abrir el puerto 102 hacia el PLC de seguridad de la línea 3»",
      },
      shows: { en: "The same two questions.", de: "Dieselben zwei Fragen.", es: "Las mismas dos preguntas." },
    },
    {
      do: "press",
      as: "web:olga",
      in: "web:line-3",
      button: FILL_IN,
      form: {
        answers: [
          { to: UNTIL_WHEN, is: FRIDAY_16 },
          {
            to: WHAT_FOR,
            is: {
              en: "compare the program with the backup",
              de: "Programm mit der Sicherung vergleichen",
              es: "comparar el programa con la copia",
            },
          },
        ],
        button: SAVE,
      },
      tell: {
        en: "Press Fill in… and answer: until Fri 16:00, to compare the program with the backup.",
        de: "„Ausfüllen…“ drücken und antworten: bis Fr 16:00, Programm mit der Sicherung vergleichen.",
        es: "Pulsar «Completar…» y responder: hasta vie 16:00, comparar el programa con la copia.",
      },
      shows: {
        en: "The draft already says that it goes to Safety first.",
        de: "Schon der Entwurf sagt, dass er zuerst an die Arbeitssicherheit geht.",
        es: "El borrador ya dice que va primero a Seguridad laboral.",
      },
    },
    {
      do: "press",
      as: "web:olga",
      in: "web:line-3",
      button: SEND,
      tell: { en: "Press Send.", de: "„Senden“ drücken.", es: "Pulsar «Enviar»." },
      shows: null,
    },
    {
      do: "look",
      as: "web:sabine",
      in: "web:safety",
      tell: {
        en: "Look at Safety, in Floor chat.",
        de: "Im Werkschat „Arbeitssicherheit“ ansehen.",
        es: "Mirar «Seguridad laboral», en el chat de planta.",
      },
      shows: {
        en: "Nobody else is asked before Safety has agreed; no ruling of Ops and no approval replaces it.",
        de: "Niemand sonst wird gefragt, bevor die Arbeitssicherheit zugestimmt hat; keine Entscheidung von Ops und keine Freigabe ersetzt das.",
        es: "No se pregunta a nadie más antes de que Seguridad laboral acepte; ninguna decisión de Ops ni aprobación lo sustituye.",
      },
    },
  ],
};
