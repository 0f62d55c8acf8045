import type { Answer } from "../adapter.ts";
import { withOtherwise } from "../card/draft/otherwise.ts";
import { readerOf } from "../request/asRead.ts";
import { keepWords } from "./answerTalk.ts";
import type { Heard } from "./heard.ts";
import type { ReceiveOptions } from "./receiving.ts";
import { messageOf } from "./speech.ts";

/**
 * An answer with a button behind which the other readings of the same words stand, as of a draft. Without it where the words
 * have none, or where something of theirs is a draft already.
 */
export async function withWayOn(
  options: Pick<ReceiveOptions, "offers">,
  heard: Heard,
  answer: Answer,
  label?: "verbs.isARequest",
): Promise<Answer> {
  if (heard.reading.otherwise === null) return answer;
  if (answer.type === "reply" && answer.message.card !== null) {
    const card = withOtherwise(answer.message.card, await keepWords(options, heard), readerOf(heard.world), label);
    return { type: "reply", message: messageOf(card) };
  }
  if (answer.type !== "private" || answer.card === undefined) return answer;
  return {
    ...answer,
    card: withOtherwise(answer.card, await keepWords(options, heard), readerOf(heard.world), label),
  };
}
