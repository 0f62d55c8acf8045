import type { Answer, Message, Shown } from "../adapter.ts";
import { plainCard, plainForm } from "../card/plainCard.ts";
import { assertNever } from "../errors.ts";
import { oneLine } from "../plainText.ts";
import type { Say } from "../work/types.ts";

/** A message with everything it says made plain. */
export function plainMessage(message: Message): Message {
  return { ...message, text: oneLine(message.text), card: message.card === null ? null : plainCard(message.card) };
}

/** What a lane is to say, made plain. */
export function plainSay(say: Say): Say {
  return say.type === "skip" ? say : { ...say, message: plainMessage(say.message) };
}

/** A card for one reader, made plain. */
export function plainShown(shown: Shown): Shown {
  return shown.type === "card" ? { ...shown, message: plainMessage(shown.message) } : shown;
}

/** An answer with everything it says made plain. */
export function plainAnswer(answer: Answer): Answer {
  switch (answer.type) {
    case "nothing":
      return answer;
    case "private":
      return { ...answer, text: oneLine(answer.text), ...(answer.card && { card: plainCard(answer.card) }) };
    case "reply":
      return { ...answer, message: plainMessage(answer.message) };
    case "form":
      return { ...answer, form: plainForm(answer.form) };
    case "formErrors":
      return {
        ...answer,
        errors: Object.fromEntries(Object.entries(answer.errors).map(([id, text]) => [id, oneLine(text)])),
      };
    default:
      return assertNever(answer, "answer");
  }
}
