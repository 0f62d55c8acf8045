import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import { appealable } from "../../request/rules/appeal.ts";
import { denialOf } from "../../request/rules/denial.ts";
import { riskOwnersFor } from "../../request/rules/riskOwner.ts";
import type { Closed } from "../../request/state.ts";
import type { CardAction, CardBlock } from "../card.ts";
import { button } from "./button.ts";

/** Whether it ended before it was decided, or could not be carried out: whoever asked may still need it. */
export function mayAskAgain({ outcome }: Pick<Closed, "outcome">): boolean {
  return outcome === "lapsed" || outcome === "failed";
}

/** Such a request is asked for once more with one press; what was denied with what is new. */
export function askAgain(request: RequestId, state: Closed, plant: Plant): readonly CardBlock[] {
  const actions = [...again(request, state, plant), ...appeal(request, state, plant)];
  return actions.length === 0 ? [] : [{ type: "actions", actions, more: [] }];
}

function again(request: RequestId, state: Closed, plant: Plant): readonly CardAction[] {
  return mayAskAgain(state) ? [button(request, "askAgain", plant)] : [];
}

/** For whoever was denied, once, and as long as the no could be taken back. */
export function appeal(request: RequestId, state: Closed, plant: Plant): readonly CardAction[] {
  const denial = appealable(state, state.at);
  return denial === null ? [] : [button(request, "appeal", plant, { step: denial.step.id, ask: denial.step.ask })];
}

/** For the risk owner alone, where they were shown what a veto denied. */
export function takeRisk(request: RequestId, state: Closed, plant: Plant): readonly CardAction[] {
  const denial = denialOf(state);
  if (denial === null || riskOwnersFor(state, plant, state.at).length === 0) return [];
  return [button(request, "takeRisk", plant, { step: denial.step.id, ask: denial.step.ask })];
}
