import { decides } from "../../workflow/kinds/kinds.ts";
import type { Step } from "../../workflow/requestType.ts";
import type { Actor } from "../actor.ts";
import { isSettled, type Open } from "../state.ts";
import { extensionOf } from "./ofExtension.ts";
import { mayAnswerBoth } from "./oneCard.ts";

/**
 * Whether somebody answered another approval of the same stage: two approvals in parallel are two people, unless the type says that one may give both. Those of a later
 * end stand beside others, and beside those of an end before it, but are one answer by themselves.
 */
export function hasAnsweredBeside(open: Pick<Open, "rules" | "steps" | "extensions">, rule: Step, by: Actor): boolean {
  const { rules, steps } = open;
  const extension = extensionOf(open, rule.id);
  const stage = rules.stages.find((each) => each.steps.some(({ id }) => id === rule.id));
  return (
    stage?.steps.some((other) => {
      const step = steps.get(other.id);
      const isBeside = other.id !== rule.id && extensionOf(open, other.id) === extension;
      return (
        isBeside && !mayAnswerBoth(rules, rule, other) && decides(other) && isSettled(step) && step.verdict.by === by
      );
    }) ?? false
  );
}
