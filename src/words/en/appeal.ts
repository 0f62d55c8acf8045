import type { Texts } from "../catalogue.ts";
import type { AppealWords } from "../said/appeal.ts";

export const appeal: Texts<AppealWords> = {
  "appeal.writeNews": "Write what is new.",
  "appeal.once": "{key} was asked once more already, and that answer is final.",
  "appeal.tooLate": "{key} can be asked once more no longer. Ask for it anew.",
  "appeal.anothersNo":
    "You said no to {key} before: a second no is for somebody else of {party}. A yes is yours to give.",
  "appeal.submit": "Ask again",
  "appeal.intro":
    "It goes back to those who decide, with what differs. Once: the next no is final. Where a fact is another one, everybody is asked again.",
  "appeal.whatsNew": "What was not known before?",
  "appeal.asked": "Asked again with new facts. {who} had said no, {when}: {reason}",
  "appeal.change": "{label}: {now}, was {before}",
  "appeal.changed": "Differs: {what}",
  "appeal.leftOpen": "left open",
  "appeal.newsBy": "{who}, what is new",
  "appeal.yourNo": "{who} asks again for {name}, to which you said no: {news}",
  "appeal.told": "{who} asks again for {name}, to which a no had been said: {news}",
  "appeal.anotherAsked": "Somebody else of {party} is asked first: a second no is theirs to say, a yes yours too.",
  "appeal.withYou": "{name} is with you again{due}: {who} said no, and there are new facts",
  "appeal.final": "It was asked again with new facts, so this is final.",
};
