import type { Plant } from "../../plant/plant.ts";
import { answersItself, type Step, type StepId, stepsOf } from "../../workflow/requestType.ts";
import { type Open, partyWith } from "../state.ts";
import { isSafetys } from "./safety.ts";

/**
 * The steps that a yes here answers too. Never one with a veto, nor what is Safety's by now, whatever the rules say that a
 * request was sent with.
 */
export function answeredWith(
  { rules, steps }: Pick<Open, "rules" | "steps">,
  { settles }: Step,
  plant: Plant,
): readonly StepId[] {
  return settles.filter((id) => {
    const rule = stepsOf(rules).find((step) => step.id === id);
    const step = steps.get(id);
    if (rule === undefined || step === undefined || answersItself(rule)) return false;
    return !isSafetys(rule, partyWith(step) ?? step.givenTo?.party ?? null, plant);
  });
}
