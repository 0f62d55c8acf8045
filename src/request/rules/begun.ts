import { carriesOut } from "../../workflow/kinds/kinds.ts";
import { stepsOf } from "../../workflow/requestType.ts";
import type { Values } from "../../workflow/value.ts";
import type { Open, StepState } from "../state.ts";

/** Whether somebody has, or had, in hand what is to be carried out; until then the request is only words. */
export function hasBegun(open: Open): boolean {
  return workOf(open).some(isBegun);
}

/** Whoever asks about it has it, but asking touches nothing: once they passed it on, nobody has begun. */
export function isBegun(step: StepState): boolean {
  return step.begun || ("ball" in step && step.ball.takenBy !== null);
}

/** The steps that carry something out. */
export function workOf({ rules, steps }: Pick<Open, "rules" | "steps">): readonly StepState[] {
  return stepsOf(rules)
    .filter(carriesOut)
    .flatMap(({ id }) => steps.get(id) ?? []);
}

/**
 * Whether facts are told while somebody is on a call already, about the same place: it goes on with whoever has it, and
 * nothing was approved on other facts.
 */
export function isToldOnTheWay(open: Open, changed: Values): boolean {
  return open.rules.call !== null && hasBegun(open) && !Object.hasOwn(changed, open.rules.asset);
}
