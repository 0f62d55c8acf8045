import type { Answer } from "../adapter.ts";
import { metaFor } from "./acting.ts";
import { type Heard, isOwnChat } from "./heard.ts";
import type { ReceiveOptions } from "./receiving.ts";
import { requestIdFor } from "./requests.ts";
import { withWayOn } from "./wayOn.ts";

/** The answer to the questions that a message asks Referee. */
export async function answerQueries(
  options: Pick<ReceiveOptions, "queries" | "offers">,
  heard: Heard,
): Promise<Answer> {
  const { said, act, reading, world, now } = heard;
  const { spot, account } = said;
  const asked = { act, spot, account, inOwnChat: isOwnChat(said), words: requestIdFor(act, 0) };
  const answer = await options.queries.answer(reading.queries, world, metaFor(said, world, now), asked);
  return withWayOn(options, heard, answer);
}
