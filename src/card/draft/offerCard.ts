import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import { sayList } from "../../words/sayList.ts";
import type { RequestType } from "../../workflow/requestType.ts";
import { button } from "../buttons/button.ts";
import type { Card } from "../card.ts";

/** A question to one person who asked their colleagues: nothing is started unless they say so. */
export function offerCard(
  request: RequestId,
  { icon, name }: RequestType,
  because: readonly string[],
  plant: Plant,
): Card {
  const why = because.length === 0 ? "" : ` because of ${sayList(because, plant)}`;
  const says = `I read your message as “${name}”${why}. Only you see this, and nothing has been started.`;
  return {
    title: `${icon} Shall I start a request?`,
    key: null,
    blocks: [
      { type: "text", text: says, tone: "plain" },
      { type: "actions", actions: [button(request, "start")], more: [] },
    ],
  };
}
