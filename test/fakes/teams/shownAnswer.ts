import { z } from "zod";
import { problemsOf } from "../../adapters/adaptive/official.ts";
import type { Delivered } from "./delivery.ts";

// What Teams says by itself when a bot answers with an error.
const WENT_WRONG = "Something went wrong. Please try again.";

/** What a client shows after an invoke was answered. */
export type Shown =
  | { readonly type: "notice"; readonly text: string }
  /** The bot did not do what was asked. */
  | { readonly type: "failed"; readonly text: string }
  | { readonly type: "card"; readonly card: unknown }
  | { readonly type: "dialog"; readonly text: string; readonly card?: unknown }
  | { readonly type: "closed" };

const CardAnswer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });
const ErrorValue = z.object({ code: z.string(), message: z.string() });
const TaskAnswer = z.object({
  task: z.discriminatedUnion("type", [
    z.object({ type: z.literal("message"), value: z.string() }),
    z.object({
      type: z.literal("continue"),
      value: z.object({ title: z.string(), card: z.object({ contentType: z.string(), content: z.unknown() }) }),
    }),
  ]),
});

/** What the client makes of the answer to an invoke. @throws on a card that no client of Adaptive Cards 1.5 could draw */
export function readAnswer({ status, body }: Delivered): Shown {
  if (status !== 200) return { type: "failed", text: WENT_WRONG };
  const task = TaskAnswer.safeParse(body);
  if (task.success) {
    const { type, value } = task.data.task;
    return type === "message"
      ? { type: "dialog", text: value }
      : { type: "dialog", text: value.title, card: drawable(value.card.content) };
  }
  const card = CardAnswer.safeParse(body);
  if (!card.success) return { type: "closed" };
  if (card.data.type === "application/vnd.microsoft.card.adaptive")
    return { type: "card", card: drawable(card.data.value) };
  const error = ErrorValue.safeParse(card.data.value);
  return { type: "notice", text: error.success ? error.data.message : z.string().parse(card.data.value) };
}

function drawable(card: unknown): unknown {
  const problems = problemsOf(card);
  if (problems.length > 0) throw new Error(`The client cannot draw the card it was answered: ${problems.join("; ")}`);
  return card;
}
