import { decides } from "../../workflow/kinds/kinds.ts";
import type { Step } from "../../workflow/requestType.ts";
import type { Actor } from "../actor.ts";
import { isSettled, type Open } from "../state.ts";

/** Whether somebody answered another approval of the same stage: two approvals in parallel are two people. */
export function hasAnsweredBeside({ rules, steps }: Pick<Open, "rules" | "steps">, rule: Step, by: Actor): boolean {
  const stage = rules.stages.find((each) => each.steps.some(({ id }) => id === rule.id));
  return (
    stage?.steps.some((other) => {
      const step = steps.get(other.id);
      return other.id !== rule.id && decides(other) && isSettled(step) && step.verdict.by === by;
    }) ?? false
  );
}
