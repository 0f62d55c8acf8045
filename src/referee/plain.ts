import type { Answer, Message, Shown } from "../adapter.ts";
import type { Card } from "../card/card.ts";
import { plainCard, plainForm } from "../card/plainCard.ts";
import { assertNever } from "../errors.ts";
import { oneLine } from "../plainText.ts";
import type { Tongue } from "../words/reader.ts";
import type { Say } from "../work/types.ts";

/** A message with everything it says made plain. @param tongue in which its frame speaks */
export function plainMessage(message: Message, tongue?: Tongue): Message {
  return { ...message, text: oneLine(message.text), card: message.card === null ? null : framed(message.card, tongue) };
}

function framed(card: Card, tongue: Tongue | undefined): Card {
  return { ...plainCard(card), ...(tongue !== undefined && { tongue }) };
}

/** What a lane is to say, made plain. */
export function plainSay(say: Say, tongue: Tongue): Say {
  return say.type === "skip" ? say : { ...say, message: plainMessage(say.message, tongue) };
}

/** A card for one reader, made plain. */
export function plainShown(shown: Shown, tongue: Tongue): Shown {
  return shown.type === "card" ? { ...shown, message: plainMessage(shown.message, tongue) } : shown;
}

/** An answer with everything it says made plain. */
export function plainAnswer(answer: Answer, tongue: Tongue): Answer {
  switch (answer.type) {
    case "nothing":
      return answer;
    case "private":
      return { ...answer, text: oneLine(answer.text), ...(answer.card && { card: framed(answer.card, tongue) }) };
    case "reply":
      return { ...answer, message: plainMessage(answer.message, tongue) };
    case "form":
      return { ...answer, form: { ...plainForm(answer.form), tongue } };
    case "formErrors":
      return {
        ...answer,
        errors: Object.fromEntries(Object.entries(answer.errors).map(([id, text]) => [id, oneLine(text)])),
      };
    default:
      return assertNever(answer, "answer");
  }
}
