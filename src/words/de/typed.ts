import type { Texts } from "../catalogue.ts";
import type { TypedWords } from "../said/typed.ts";

export const typed: Texts<TypedWords> = {
  "typed.isItForDraft": "Ist das für {you, select, informal {deinen} other {Ihren}} Entwurf oder etwas Neues?",
  "typed.wouldChange":
    "{you, select, informal {Dein} other {Ihr}} Entwurf {draft} wartet hier, vollständig und nicht gesendet. Der neue Text würde ihn ändern.",
  "typed.changeDraft": "Entwurf ändern",
  "typed.taken": "Übernommen in {you, select, informal {deinen} other {Ihren}} Entwurf {draft}. Noch nichts gesendet.",
  "typed.stillNeeds":
    "Übernommen in {you, select, informal {deinen} other {Ihren}} Entwurf {draft}. Es fehlt noch: {what}",
  "typed.draftWaits": "{you, select, informal {Dein} other {Ihr}} Entwurf wartet",
  "typed.changedNothing":
    "Der neue Text ändert nichts an {you, select, informal {deinem} other {Ihrem}} Entwurf {draft}. Noch nichts gesendet.",
  "typed.severalQuestions":
    "{count} Rückfragen zu {name} warten auf {you, select, informal {dich. Drück die, die du beantwortest.} other {Sie. Bitte die drücken, die Sie beantworten.}}",
};
