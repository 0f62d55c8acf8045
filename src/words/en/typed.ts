import type { Texts } from "../catalogue.ts";
import type { TypedWords } from "../said/typed.ts";

export const typed: Texts<TypedWords> = {
  "typed.isItForDraft": "Is this for your draft, or something new?",
  "typed.wouldChange": "Your draft {draft} waits here, complete and not sent. What you wrote would change it.",
  "typed.changeDraft": "Change the draft",
  "typed.taken": "Taken for your draft {draft}. Nothing has been sent yet.",
  "typed.stillNeeds": "Taken for your draft {draft}. Still needed: {what}",
  "typed.draftWaits": "Your draft waits for you",
  "typed.changedNothing": "What you wrote changes nothing in your draft {draft}. Nothing has been sent yet.",
  "typed.severalQuestions": "{count} questions about {name} wait for you. Press the one that you answer.",
};
