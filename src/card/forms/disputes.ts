import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import { denialOf } from "../../request/rules/denial.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { rulingsInForce } from "../../request/rules/ruling.ts";
import type { Closed, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { assetsOf } from "../../workflow/value.ts";
import type { Action } from "../action.ts";
import { partyLabel, sayAssets, sentence } from "../words.ts";

/** Above the form with which Ops rule. */
export function sayRules({ step }: Action, state: Open | Closed, plant: Plant): string {
  const decides = say(plant, "forms.decidesWhose");
  const isOfAsset = step !== null && ruleOf(state, step).owner === "assetOwner";
  const assets = isOfAsset ? assetsOf(plant, state.values[state.rules.asset]).map(({ id }) => id) : [];
  return assets.length === 0
    ? decides
    : `${decides} ${say(plant, "ruling.willHold", { things: sayAssets(assets, plant) })}`;
}

/** Above the form with which they take it back. */
export function sayUndoing({ arg }: Action, state: Open | Closed, plant: Plant): string {
  const ruling = rulingsInForce(state, plant).find(({ at }) => String(at) === arg);
  return ruling === undefined ? "" : say(plant, "ruling.undoIntro", { things: sayAssets(ruling.assets, plant) });
}

/** Above the form of whoever takes it. */
export function sayRisk(state: Open | Closed, plant: Plant): string {
  const denial = denialOf(state);
  if (denial === null) return "";
  const { step, denied } = denial;
  const party =
    step.party === null ? sayWho(denied.by, state.asked, plant) : partyLabel(plant, step.party, state.asked);
  return `${sentence(say(plant, "risk.intro", { party, reason: typed(denied.reason) }))} ${say(plant, "risk.ifTaken")}`;
}
