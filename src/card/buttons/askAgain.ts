import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import type { Closed } from "../../request/state.ts";
import type { CardBlock } from "../card.ts";
import { button } from "./button.ts";

/** What ended before it was decided is asked for once more with one press. */
export function askAgain(request: RequestId, state: Closed, plant: Plant): readonly CardBlock[] {
  if (state.outcome !== "lapsed") return [];
  return [{ type: "actions", actions: [button(request, "askAgain", plant)], more: [] }];
}
