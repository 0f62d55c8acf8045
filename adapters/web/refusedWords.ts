import type { Texts } from "./texts.ts";

/** Why a call of the page was not answered, for the person before it. */
export const REFUSED = {
  messageGone: {
    en: "This message is no longer there.",
    de: "Diese Nachricht gibt es nicht mehr.",
    es: "Este mensaje ya no está.",
  },
  onlyThisMachine: {
    en: "The local chat answers only on the machine it runs on.",
    de: "Der lokale Chat antwortet nur auf dem Rechner, auf dem er läuft.",
    es: "El chat local solo responde en la máquina en la que funciona.",
  },
  onlyLoopback: {
    en: "The local chat answers only to 127.0.0.1, localhost and [::1].",
    de: "Der lokale Chat antwortet nur unter 127.0.0.1, localhost und [::1].",
    es: "El chat local solo responde en 127.0.0.1, localhost y [::1].",
  },
  onlyGetAndPost: {
    en: "The local chat knows GET and POST.",
    de: "Der lokale Chat kennt GET und POST.",
    es: "El chat local conoce GET y POST.",
  },
  noKey: {
    en: "Open the address that Referee printed when it started; it carries the key to this page.",
    de: "Bitte die Adresse öffnen, die Referee beim Start ausgegeben hat; sie enthält den Schlüssel zu dieser Seite.",
    es: "Hay que abrir la dirección que Referee mostró al arrancar; lleva la llave de esta página.",
  },
  otherPageReads: {
    en: "Only the chat's own page may read this.",
    de: "Das darf nur die Seite des Chats selbst lesen.",
    es: "Esto solo puede leerlo la propia página del chat.",
  },
  otherPageActs: {
    en: "Only the chat's own page may do this.",
    de: "Das darf nur die Seite des Chats selbst tun.",
    es: "Esto solo puede hacerlo la propia página del chat.",
  },
  onlyJson: {
    en: "The local chat reads JSON.",
    de: "Der lokale Chat liest JSON.",
    es: "El chat local lee JSON.",
  },
  unreadable: {
    en: "The local chat cannot read this.",
    de: "Das kann der lokale Chat nicht lesen.",
    es: "El chat local no puede leer esto.",
  },
  tooLarge: {
    en: "This is longer than the local chat takes.",
    de: "Das ist länger, als der lokale Chat annimmt.",
    es: "Esto es más largo de lo que admite el chat local.",
  },
  nothingHere: { en: "There is nothing here.", de: "Hier ist nichts.", es: "Aquí no hay nada." },
  starting: { en: "Referee is starting.", de: "Referee startet gerade.", es: "Referee está arrancando." },
  notRecorded: {
    en: "This was not recorded yet. It is tried again in a moment.",
    de: "Das ist noch nicht aufgezeichnet. Gleich wird es noch einmal versucht.",
    es: "Esto aún no se ha registrado. Se intenta de nuevo en un momento.",
  },
  failed: {
    en: "Referee could not do this. The reason stands in its log.",
    de: "Das konnte Referee nicht ausführen. Der Grund steht im Protokoll des Programms.",
    es: "Referee no ha podido hacer esto. El motivo está en su registro.",
  },
  nobodyRestarts: {
    en: "Nothing here would start Referee again.",
    de: "Hier würde nichts Referee wieder starten.",
    es: "Aquí nada volvería a arrancar Referee.",
  },
  nobody: {
    en: "Nobody here has this name.",
    de: "So heißt hier niemand.",
    es: "Aquí nadie se llama así.",
  },
  noConversation: {
    en: "There is no such conversation for this person.",
    de: "Diese Unterhaltung gibt es für diese Person nicht.",
    es: "Esta conversación no existe para esta persona.",
  },
} as const satisfies Readonly<Record<string, Texts>>;
