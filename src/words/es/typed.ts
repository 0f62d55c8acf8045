import type { Texts } from "../catalogue.ts";
import type { TypedWords } from "../said/typed.ts";

export const typed: Texts<TypedWords> = {
  "typed.isItForDraft": "¿Es para su borrador o es algo nuevo?",
  "typed.wouldChange": "Su borrador {draft} espera aquí, completo y sin enviar. Lo que escribió lo cambiaría.",
  "typed.changeDraft": "Cambiar el borrador",
  "typed.taken": "Anotado en su borrador {draft}. Todavía no se ha enviado nada.",
  "typed.stillNeeds": "Anotado en su borrador {draft}. Falta todavía: {what}",
  "typed.draftWaits": "Su borrador le espera",
  "typed.changedNothing": "Lo que escribió no cambia nada en su borrador {draft}. Todavía no se ha enviado nada.",
  "typed.severalQuestions": "{count} preguntas sobre {name} esperan su respuesta. Pulse la que contesta.",
};
