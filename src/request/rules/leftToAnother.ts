import type { EpochMs } from "../../clock.ts";
import { decides } from "../../workflow/kinds/kinds.ts";
import type { Step } from "../../workflow/requestType.ts";
import type { World } from "../commands.ts";
import type { Open, StepIn, StepState } from "../state.ts";
import { firstPing } from "./chain.ts";
import { ownerNow } from "./owners.ts";
import { answeredWith } from "./settles.ts";

/**
 * Where a yes of one of two is enough and nobody can be asked for this one, such as the shift lead who asks for it themselves,
 * the other is: it waits, and Ops have nothing to decide. It is looked at again whenever anything happens, so it opens as soon
 * as somebody can be asked.
 */
export function isLeftToAnother(state: Open, rule: Step, step: StepIn<"waiting">, world: World, at: EpochMs): boolean {
  if (!decides(rule)) return false;
  const stage = state.rules.stages.find(({ steps }) => steps.some(({ id }) => id === rule.id));
  const others =
    stage?.steps.filter((other) => other.id !== rule.id && answeredWith(state, other, world.plant).includes(rule.id)) ??
    [];
  if (others.length === 0 || canBeAsked(state, rule, step, world, at)) return false;
  return others.some((other) => isWithSomebody(state, other, world, at));
}

function isWithSomebody(state: Open, rule: Step, world: World, at: EpochMs): boolean {
  const step = state.steps.get(rule.id);
  switch (step?.status) {
    case "open":
    case "asked":
    case "held":
      return true;
    case "waiting":
      return canBeAsked(state, rule, step, world, at);
    default:
      return false;
  }
}

function canBeAsked(state: Open, rule: Step, step: StepState, world: World, at: EpochMs): boolean {
  const { party } = ownerNow(state, rule, step, world);
  // What nobody owns is Ops' to rule on, which is not the same as theirs.
  if (party.type === "ops" && rule.owner !== "ops") return false;
  return firstPing(state, rule, party, world.plant, at).type !== "nobody";
}
