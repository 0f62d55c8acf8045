import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import { say } from "../../words/say.ts";
import type { RequestType } from "../../workflow/requestType.ts";
import { button } from "../buttons/button.ts";
import type { Card } from "../card.ts";
import { saySaid } from "./saidWords.ts";

/** A question to one person who asked their colleagues: nothing is started unless they say so. */
export function offerCard(
  request: RequestId,
  { icon, name }: RequestType,
  because: readonly string[],
  plant: Plant,
): Card {
  const says =
    because.length === 0
      ? say(plant, "draft.offer", { name })
      : say(plant, "draft.offerBecause", { name, words: saySaid(because, plant) });
  return {
    title: `${icon} ${say(plant, "draft.offerTitle")}`,
    key: null,
    blocks: [
      { type: "text", text: says, tone: "plain" },
      { type: "actions", actions: [button(request, "start", plant)], more: [] },
    ],
  };
}
