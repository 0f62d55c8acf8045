import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import type { Draft, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { button } from "../buttons/button.ts";
import type { Card } from "../card.ts";

/**
 * Something waits for this person's words where there are no threads, and what they wrote could stand for itself.
 * @param anew the id it would have as a request of its own
 */
export function whichCard(waiting: RequestId, state: Draft | Open, anew: RequestId, plant: Plant): Card {
  const text =
    state.status === "draft" ? say(plant, "draft.whichDraft") : say(plant, "draft.whichRequest", { key: state.key });
  const about = { step: null, ask: 0, arg: anew };
  return {
    title: say(plant, "draft.which"),
    key: state.status === "draft" ? null : state.key,
    blocks: [
      { type: "text", text, tone: "plain" },
      {
        type: "actions",
        actions: [
          button(waiting, "reply", plant, about),
          button(anew, "start", plant, {}, { label: say(plant, "verbs.somethingNew"), style: "plain" }),
        ],
        more: [],
      },
    ],
  };
}
