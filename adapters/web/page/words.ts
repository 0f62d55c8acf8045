/** What the page itself says, beside what Referee says in it: in the language of the browser, else in English. */
const WORDS = {
  en: {
    chats: "Chats",
    people: "People",
    everybodyElse: "Everybody else",
    messages: "Messages",
    sending: "Sending …",
    earlier: "Earlier messages",
    nothingAlone: "Nothing yet. Write to Referee in your own words, for instance: can we open port 502 to PLC-12?",
    nothingHere: "Nothing yet. Begin with @Referee when Referee is meant; everything else stays between people.",
    away: "Referee is not running right now. This page waits for it; what you write is kept and sent.",
    answer: "Reply",
    askAbout: "Ask Referee about this",
    reply: "Reply in this thread",
    writeTo: "Write to Referee",
    writeIn: "Write in {name}",
    addressed: "In a channel Referee listens only when it is addressed",
    send: "Send",
    more: "More",
    record: "Record",
    written: "What is written down",
    noRequest: "No request yet. As soon as somebody asks for something, each event appears here as it is kept.",
    request: "Request",
    why: "Why: {reason}",
    allOfIt: "All of it",
    closeForm: "Close without sending",
    toGuide: "To the guide",
    toBox: "To the box to write in",
    writeAs: "Write as {name}",
    beside: "Side by side",
    guide: "Guide",
    notWound: "Nobody wound the clock: Referee is not running right now.",
    clock: "Plant clock",
    wind15: "Wind the plant's clock 15 minutes on",
    wind60: "Wind the plant's clock one hour on",
    nextDue: "Next due",
    windNext: "Wind the plant's clock to the next thing that is due",
    putAway: "Put {name}'s chat away",
    leave: "Leave",
    notShown: "This card cannot be shown here.",
    search: "Search the list",
    notSent: "This cannot be sent.",
  },
  de: {
    chats: "Chats",
    people: "Personen",
    everybodyElse: "Alle anderen",
    messages: "Nachrichten",
    sending: "Wird gesendet …",
    earlier: "Frühere Nachrichten",
    nothingAlone:
      "Noch nichts. Einfach in eigenen Worten an Referee schreiben, zum Beispiel: Können wir Port 502 zu PLC-12 öffnen?",
    nothingHere: "Noch nichts. Wenn Referee gemeint ist, mit @Referee beginnen; alles andere bleibt unter den Leuten.",
    away: "Referee läuft gerade nicht. Diese Seite wartet darauf; was geschrieben wird, bleibt erhalten und wird gesendet.",
    answer: "Antworten",
    askAbout: "Referee dazu fragen",
    reply: "In diesem Thread antworten",
    writeTo: "An Referee schreiben",
    writeIn: "In {name} schreiben",
    addressed: "In einem Kanal hört Referee nur zu, wenn es angesprochen wird",
    send: "Senden",
    more: "Mehr",
    record: "Protokoll",
    written: "Was aufgezeichnet ist",
    noRequest:
      "Noch keine Anfrage. Sobald jemand um etwas bittet, erscheint hier jedes Ereignis, wie es aufbewahrt wird.",
    request: "Anfrage",
    why: "Warum: {reason}",
    allOfIt: "Alles",
    closeForm: "Schließen, ohne zu senden",
    toGuide: "Zur Führung",
    toBox: "Zum Schreibfeld",
    writeAs: "Als {name} schreiben",
    beside: "Nebeneinander",
    guide: "Führung",
    notWound: "Die Uhr wurde nicht vorgestellt: Referee läuft gerade nicht.",
    clock: "Werksuhr",
    wind15: "Die Werksuhr 15 Minuten vorstellen",
    wind60: "Die Werksuhr eine Stunde vorstellen",
    nextDue: "Nächstes",
    windNext: "Die Werksuhr bis zum Nächsten vorstellen, das fällig ist",
    putAway: "Chat von {name} weglegen",
    leave: "Verlassen",
    notShown: "Diese Karte lässt sich hier nicht zeigen.",
    search: "In der Liste suchen",
    notSent: "Das lässt sich nicht senden.",
  },
  es: {
    chats: "Chats",
    people: "Personas",
    everybodyElse: "Los demás",
    messages: "Mensajes",
    sending: "Enviando …",
    earlier: "Mensajes anteriores",
    nothingAlone:
      "Nada todavía. Basta con escribir a Referee con palabras propias, por ejemplo: ¿podemos abrir el puerto 502 hacia PLC-12?",
    nothingHere: "Nada todavía. Si es para Referee, se empieza con @Referee; lo demás queda entre las personas.",
    away: "Referee no está en marcha ahora. Esta página lo espera; lo que se escriba se guarda y se envía.",
    answer: "Responder",
    askAbout: "Preguntar a Referee sobre esto",
    reply: "Responder en este hilo",
    writeTo: "Escribir a Referee",
    writeIn: "Escribir en {name}",
    addressed: "En un canal Referee solo escucha cuando se le nombra",
    send: "Enviar",
    more: "Más",
    record: "Registro",
    written: "Lo que queda registrado",
    noRequest: "Ninguna solicitud todavía. En cuanto alguien pide algo, cada suceso aparece aquí tal como se guarda.",
    request: "Solicitud",
    why: "Por qué: {reason}",
    allOfIt: "Todo",
    closeForm: "Cerrar sin enviar",
    toGuide: "A la guía",
    toBox: "Al cuadro para escribir",
    writeAs: "Escribir como {name}",
    beside: "Lado a lado",
    guide: "Guía",
    notWound: "El reloj no se adelantó: Referee no está en marcha ahora.",
    clock: "Reloj de la planta",
    wind15: "Adelantar 15 minutos el reloj de la planta",
    wind60: "Adelantar una hora el reloj de la planta",
    nextDue: "Siguiente",
    windNext: "Adelantar el reloj de la planta hasta lo siguiente que vence",
    putAway: "Guardar el chat de {name}",
    leave: "Salir",
    notShown: "Esta tarjeta no se puede mostrar aquí.",
    search: "Buscar en la lista",
    notSent: "Esto no se puede enviar.",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Word, string>>>>;

type Word =
  | "chats"
  | "people"
  | "everybodyElse"
  | "messages"
  | "sending"
  | "earlier"
  | "nothingAlone"
  | "nothingHere"
  | "away"
  | "answer"
  | "askAbout"
  | "reply"
  | "writeTo"
  | "writeIn"
  | "addressed"
  | "send"
  | "more"
  | "record"
  | "written"
  | "noRequest"
  | "request"
  | "why"
  | "allOfIt"
  | "closeForm"
  | "toGuide"
  | "toBox"
  | "writeAs"
  | "beside"
  | "guide"
  | "notWound"
  | "clock"
  | "wind15"
  | "wind60"
  | "nextDue"
  | "windNext"
  | "putAway"
  | "leave"
  | "notShown"
  | "search"
  | "notSent";

/** Puts the page's own words into the reader's language. @param name what stands in braces */
export function said(word: Word, name = ""): string {
  return WORDS[languageHere()][word].replace(/\{\w+\}/, () => name);
}

/** Of the languages the browser asks for the first that the page has. */
export function languageHere(): keyof typeof WORDS {
  const asked = typeof navigator === "undefined" ? [] : navigator.languages;
  for (const locale of asked) {
    const language = locale.toLowerCase().split("-")[0];
    if (language === "en" || language === "de" || language === "es") return language;
  }
  return "en";
}
