import type { Answer } from "../adapter.ts";
import { metaFor } from "./acting.ts";
import { type Heard, isOwnChat } from "./heard.ts";
import type { ReceiveOptions } from "./receiving.ts";

/** The answer to the questions that a message asks Referee. */
export function answerQueries(
  { queries }: Pick<ReceiveOptions, "queries">,
  { said, act, reading, world, now }: Heard,
): Promise<Answer> {
  const { spot, account } = said;
  const asked = { act, spot, account, inOwnChat: isOwnChat(said) };
  return queries.answer(reading.queries, world, metaFor(said, world, now), asked);
}
