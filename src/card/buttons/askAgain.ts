import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import type { Closed } from "../../request/state.ts";
import type { CardBlock } from "../card.ts";
import { button } from "./button.ts";

/** Whether it ended before it was decided, or could not be carried out: whoever asked may still need it. */
export function mayAskAgain({ outcome }: Pick<Closed, "outcome">): boolean {
  return outcome === "lapsed" || outcome === "failed";
}

/** Such a request is asked for once more with one press. */
export function askAgain(request: RequestId, state: Closed, plant: Plant): readonly CardBlock[] {
  if (!mayAskAgain(state)) return [];
  return [{ type: "actions", actions: [button(request, "askAgain", plant)], more: [] }];
}
