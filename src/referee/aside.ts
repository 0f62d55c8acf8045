import type { Answer } from "../adapter.ts";
import type { Card } from "../card/card.ts";
import { assertNever } from "../errors.ts";

/** Told to whoever acted, and to nobody else. */
export function tell(text: string): Extract<Answer, { type: "private" }> {
  return { type: "private", text };
}

/** With it, what was pressed or sent off has done its part. */
export function spent(answer: Answer): Answer {
  return answer.type === "form" || answer.type === "formErrors" ? answer : { ...answer, spent: true };
}

/** For whoever asked alone. In a chat with Referee they are alone, and what is said there stays. */
export function alone(answer: Answer, inOwnChat: boolean): Answer {
  if (answer.type !== "reply" || inOwnChat) return answer;
  const { text, card } = answer.message;
  return { ...tell(text), ...(card !== null && { card }) };
}

/**
 * An answer, and before it what only its reader shall hear. One action has one answer: what would have been said in the
 * thread is then said to them alone, and a form that stays open says it at the first input to look at again.
 */
export function withAside(answer: Answer, aside: string | null): Answer {
  if (aside === null) return answer;
  const both = together(answer, aside);
  return "spent" in answer ? spent(both) : both;
}

function together(answer: Answer, aside: string): Answer {
  switch (answer.type) {
    case "private":
      return { ...answer, text: `${aside} ${answer.text}`, ...(answer.card && { card: under(aside, answer.card) }) };
    case "reply": {
      const { text, card } = answer.message;
      return { ...tell(`${aside} ${text}`), ...(card !== null && { card: under(aside, card) }) };
    }
    case "formErrors": {
      const [first = ["", ""], ...others] = Object.entries(answer.errors);
      return { type: "formErrors", errors: Object.fromEntries([[first[0], `${aside} ${first[1]}`], ...others]) };
    }
    case "nothing":
      return tell(aside);
    case "form":
      return answer; // nothing was written yet
    default:
      return assertNever(answer, "answer");
  }
}

function under(aside: string, card: Card): Card {
  return { ...card, blocks: [{ type: "text", text: aside, tone: "warning" }, ...card.blocks] };
}
