import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import type { Closed, Open } from "../../request/state.ts";
import { decodeAction } from "../action.ts";
import type { CardAction } from "../card.ts";
import { appeal, takeRisk } from "./askAgain.ts";
import { forRequester } from "./buttons.ts";
import { forOps, unrulings } from "./opsButtons.ts";
import { forOwner, takeBack } from "./ownerButtons.ts";

export type Press = Extract<CardAction, { type: "press" }>;

/** Every button that stands on any card of a request now, whosever it is: one each, as it is called there. */
export function doable(request: RequestId, state: Open, plant: Plant): readonly Press[] {
  const all = [
    forRequester(request, state, plant),
    ...[...state.steps.values()].map((step) => forOwner(request, state, step, plant)),
    forOps(request, state, plant),
  ].flatMap(({ actions, more }) => [...actions, ...more]);
  const presses = all.filter(isPress);
  const named = presses.map((press) => {
    const { verb, step } = decodeAction(press.value);
    return [`${verb} ${step ?? ""}`, press] as const;
  });
  return [...new Map(named.toReversed()).values()].toReversed();
}

/** The same of what is over. */
export function doneBefore(request: RequestId, state: Closed, plant: Plant): readonly Press[] {
  const all = [
    ...[...state.steps.values()].flatMap((step) => takeBack(request, state, step, plant)),
    ...appeal(request, state, plant),
    ...takeRisk(request, state, plant),
    ...unrulings(request, state, plant),
  ];
  return all.filter(isPress);
}

function isPress(action: CardAction): action is Press {
  return action.type === "press";
}
