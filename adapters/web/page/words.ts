import { PAGE_LANGUAGES, type PageLanguage, type Texts } from "../texts.ts";

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
    moments: "{count} moments",
    notCast: "The guide plays on the demo plant, and its people are not here.",
    showMe: "Show me",
    doIt: "Do it for me",
    didIt: "I did it",
    again: "Once more",
    playAll: "Play the whole moment",
    stopHere: "Stop here",
    moreOptions: "More options",
    searchIn: "Search: {name}",
    newFor: "new for {name}",
    clockUnknown: "The plant's clock is not known yet.",
    lookedFor: "The guide looked for {what} and did not find it.",
    lookGone: "the moment at which Referee is gone",
    lookBack: "Referee, started again",
    lookOld: "a card that has changed since",
    lookChat: "this chat",
    lookCard: "a card to reply to",
    lookSend: "Send",
    lookBox: "the box to write in",
    lookButton: "the button “{name}”",
    lookAnswer: "the answer to the step before",
    lookForm: "the form",
    lookQuestion: "the question “{name}”",
    lookFormEnd: "the form's end: a question needs another answer",
    title: "Referee · local chat",
    conversations: "Conversations",
    otherChannels: "Other channels",
    new: "new",
    newCount: "{count} new",
    onlyYou: "only you can see this",
    noMoment: "There is no such moment within two months.",
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
    moments: "{count} Szenen",
    notCast: "Die Führung spielt im Beispielwerk, und dessen Leute sind nicht hier.",
    showMe: "Zeigen",
    doIt: "Für mich machen",
    didIt: "Selbst gemacht",
    again: "Noch einmal",
    playAll: "Die ganze Szene abspielen",
    stopHere: "Hier anhalten",
    moreOptions: "Weitere Optionen",
    searchIn: "Suchen: {name}",
    newFor: "neu für {name}",
    clockUnknown: "Die Werksuhr ist noch nicht bekannt.",
    lookedFor: "Die Führung hat {what} gesucht und nicht gefunden.",
    lookGone: "den Moment, in dem Referee weg ist",
    lookBack: "das neu gestartete Referee",
    lookOld: "eine Karte, die sich seither geändert hat",
    lookChat: "diesen Chat",
    lookCard: "eine Karte, auf die zu antworten wäre",
    lookSend: "Senden",
    lookBox: "das Schreibfeld",
    lookButton: "den Knopf „{name}“",
    lookAnswer: "die Antwort auf den Schritt davor",
    lookForm: "das Formular",
    lookQuestion: "die Frage „{name}“",
    lookFormEnd: "das Ende des Formulars: Eine Frage braucht eine andere Antwort",
    title: "Referee · lokaler Chat",
    conversations: "Unterhaltungen",
    otherChannels: "Andere Kanäle",
    new: "neu",
    newCount: "{count} neu",
    onlyYou: "nur für diese Person sichtbar",
    noMoment: "Einen solchen Moment gibt es in den nächsten zwei Monaten nicht.",
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
    moments: "{count} escenas",
    notCast: "La guía se representa en la planta de ejemplo, y su gente no está aquí.",
    showMe: "Mostrar",
    doIt: "Hacerlo por mí",
    didIt: "Ya lo hice",
    again: "Otra vez",
    playAll: "Ver la escena entera",
    stopHere: "Parar aquí",
    moreOptions: "Más opciones",
    searchIn: "Buscar: {name}",
    newFor: "nuevos para {name}",
    clockUnknown: "Aún no se conoce el reloj de la planta.",
    lookedFor: "La guía buscó {what} y no lo encontró.",
    lookGone: "el momento en que Referee ya no está",
    lookBack: "Referee, de nuevo en marcha",
    lookOld: "una tarjeta que haya cambiado desde entonces",
    lookChat: "este chat",
    lookCard: "una tarjeta a la que responder",
    lookSend: "Enviar",
    lookBox: "el cuadro para escribir",
    lookButton: "el botón «{name}»",
    lookAnswer: "la respuesta al paso anterior",
    lookForm: "el formulario",
    lookQuestion: "la pregunta «{name}»",
    lookFormEnd: "el final del formulario: una pregunta necesita otra respuesta",
    title: "Referee · chat local",
    conversations: "Conversaciones",
    otherChannels: "Otros canales",
    new: "nuevos",
    newCount: "{count} nuevos",
    onlyYou: "solo lo ve esta persona",
    noMoment: "No hay un momento así en los próximos dos meses.",
  },
} as const satisfies Readonly<Record<PageLanguage, Readonly<Record<Word, string>>>>;

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
  | "notSent"
  | "moments"
  | "notCast"
  | "showMe"
  | "doIt"
  | "didIt"
  | "again"
  | "playAll"
  | "stopHere"
  | "moreOptions"
  | "searchIn"
  | "newFor"
  | "clockUnknown"
  | "lookedFor"
  | "lookGone"
  | "lookBack"
  | "lookOld"
  | "lookChat"
  | "lookCard"
  | "lookSend"
  | "lookBox"
  | "lookButton"
  | "lookAnswer"
  | "lookForm"
  | "lookQuestion"
  | "lookFormEnd"
  | "title"
  | "conversations"
  | "otherChannels"
  | "new"
  | "newCount"
  | "onlyYou"
  | "noMoment";

/** Puts the page's own words into the reader's language. @param name what stands in braces */
export function said(word: Word, name = ""): string {
  return WORDS[languageHere()][word].replace(/\{\w+\}/, () => name);
}

/** One of several texts, in the reader's language. */
export function inWords(texts: Texts): string {
  return texts[languageHere()];
}

/** Of the languages the browser asks for the first that the page has; its server hears the same from it. */
export function languageHere(): PageLanguage {
  const asked = typeof navigator === "undefined" ? [] : navigator.languages;
  const spoken = asked.map((locale) => locale.toLowerCase().split("-")[0]);
  return spoken.flatMap((each) => PAGE_LANGUAGES.find((language) => language === each) ?? [])[0] ?? "en";
}
