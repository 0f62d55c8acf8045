import type { Texts } from "../texts.ts";

// What is written on the buttons and beside the questions that the play uses. They are Referee's words; a test looks them up.

export const APPROVE: Texts = { en: "Approve", de: "Freigeben", es: "Aprobar" };
export const WITH_LIMITS: Texts = {
  en: "Approve with limits",
  de: "Mit Auflagen freigeben",
  es: "Aprobar con condiciones",
};
export const DENY: Texts = { en: "Deny", de: "Ablehnen", es: "Rechazar" };
export const ASK_AGAIN: Texts = {
  en: "Ask again with new facts",
  de: "Mit neuen Angaben anfragen",
  es: "Pedir con datos nuevos",
};
export const ASK_AGAIN_NOW: Texts = { en: "Ask again", de: "Erneut vorlegen", es: "Volver a pedir" };
export const TAKE: Texts = { en: "Take it", de: "Übernehmen", es: "Me encargo" };
export const ASK: Texts = { en: "Ask a question", de: "Rückfrage", es: "Preguntar" };
export const FILL_IN: Texts = { en: "Fill in", de: "Ausfüllen", es: "Completar" };
export const SEND: Texts = { en: "Send", de: "Senden", es: "Enviar" };
export const CHANGE_FACT: Texts = { en: "Change a fact", de: "Angabe ändern", es: "Cambiar un dato" };
export const CALL_OT: Texts = { en: "Call OT now", de: "OT jetzt rufen", es: "Llamar a OT ya" };
export const ON_IT: Texts = { en: "On it", de: "Bin dran", es: "En ello" };
export const OPENED: Texts = { en: "Opened", de: "Geöffnet", es: "Abierto" };

export const SET_UP: Texts = { en: "Set up", de: "Eingerichtet", es: "Preparada" };

export const SAVE: Texts = { en: "Save", de: "Speichern", es: "Guardar" };
export const CHANGE: Texts = { en: "Change", de: "Ändern", es: "Cambiar" };
export const ASK_NOW: Texts = { en: "Ask", de: "Fragen", es: "Preguntar" };

export const UNTIL_WHEN: Texts = { en: "Until when", de: "Bis wann", es: "¿Hasta cuándo" };
export const WHAT_FOR: Texts = { en: "What is it for", de: "Wofür ist es", es: "¿Para qué es" };
export const MAY_ONLY_READ: Texts = { en: "May it only read", de: "Nur lesen oder", es: "¿Solo leer" };
export const ONLY_IF: Texts = { en: "Only if", de: "Nur wenn", es: "Solo si" };
export const QUESTION: Texts = { en: "Question", de: "Rückfrage", es: "Pregunta" };
export const WHICH_SOURCE: Texts = {
  en: "Which machine or address",
  de: "Welche Maschine oder Adresse",
  es: "¿Qué máquina o dirección",
};
export const WHY_NOT: Texts = { en: "Why not", de: "Warum nicht", es: "¿Por qué no" };
export const WHAT_WOULD_DO: Texts = {
  en: "What would make it a yes",
  de: "Was würde ein Ja",
  es: "¿Qué haría falta para un sí",
};
export const WHAT_WAS_UNKNOWN: Texts = {
  en: "What was not known before",
  de: "Was war vorher nicht bekannt",
  es: "¿Qué no se sabía antes",
};
export const WHICH_SIDE: Texts = { en: "Which side", de: "Welche Seite", es: "¿Qué lado" };
export const WHAT_TO_OPEN: Texts = { en: "What is to be opened", de: "Was soll geöffnet", es: "¿Qué hay que abrir" };
export const WHY_NOT_WAIT: Texts = { en: "Why can it not wait", de: "Warum kann es nicht", es: "¿Por qué no puede" };
export const WHAT_WAS_OPENED: Texts = { en: "What was opened", de: "Was geöffnet wurde", es: "Qué se abrió" };
export const JUMP_HOST: Texts = {
  en: "Through which jump host",
  de: "Über welchen Sprungserver",
  es: "¿A través de qué",
};
export const SECOND_FACTOR: Texts = {
  en: "Do they log in with",
  de: "Anmeldung mit zweitem",
  es: "¿Entran con segundo",
};
export const SESSION_RECORDED: Texts = { en: "Are their sessions", de: "Werden die Sitzungen", es: "¿Se graban las" };
export const ACCOUNT: Texts = { en: "Account or ticket", de: "Konto- oder Ticketnummer", es: "Número de cuenta" };
export const MAY_DO_THERE: Texts = { en: "What may they do", de: "Was ist dort erlaubt", es: "¿Qué pueden hacer" };
export const WATCHES: Texts = { en: "Who watches the whole", de: "Wer schaut die ganze", es: "¿Quién vigila todo" };

export const APPROVE_BOTH: Texts = { en: "Approve both", de: "Beides freigeben", es: "Aprobar ambos" };
export const WHAT_IS_SEEN: Texts = { en: "What do you see", de: "Was ist zu sehen", es: "¿Qué se ve" };
export const WHEN_RESTARTED: Texts = {
  en: "When should it be restarted",
  de: "Wann soll neu gestartet",
  es: "¿Cuándo debe reiniciarse",
};
export const WHAT_STOPS: Texts = {
  en: "What stops or loses data",
  de: "Was steht oder verliert",
  es: "¿Qué se para o pierde",
};
export const WHAT_IS_KEPT: Texts = {
  en: "Are logs and unsaved work kept",
  de: "Sind Protokolle und ungesicherte",
  es: "¿Se guardan los registros",
};
export const WHAT_LINE_DOES: Texts = {
  en: "What is the line doing",
  de: "Was tut die Linie",
  es: "¿Qué hace la línea",
};
export const WHO_STANDS_THERE: Texts = {
  en: "Who stands at the machine",
  de: "Wer steht an der Maschine",
  es: "¿Quién está junto a la máquina",
};
