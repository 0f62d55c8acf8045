import type { RequestId } from "../../request/ids.ts";
import type { Draft, Open } from "../../request/state.ts";
import { button } from "../buttons/button.ts";
import type { Card } from "../card.ts";

/**
 * Something waits for this person's words where there are no threads, and what they wrote could stand for itself.
 * @param anew the id it would have as a request of its own
 */
export function whichCard(waiting: RequestId, state: Draft | Open, anew: RequestId): Card {
  const what =
    state.status === "draft" ? "Your draft here still needs an answer" : `${state.key} waits for your answer`;
  const about = { step: null, ask: 0, arg: anew };
  return {
    title: "Is this the answer, or something new?",
    key: state.status === "draft" ? null : state.key,
    blocks: [
      { type: "text", text: `${what}. What you wrote could also be a request of its own.`, tone: "plain" },
      {
        type: "actions",
        actions: [
          button(waiting, "reply", about),
          button(anew, "start", {}, { label: "Something new", style: "plain" }),
        ],
        more: [],
      },
    ],
  };
}
