import type { PersonId } from "../../plant/ids.ts";
import { reviews } from "../../workflow/kinds/kinds.ts";
import { type Step, stepsOf } from "../../workflow/requestType.ts";
import type { Actor } from "../actor.ts";
import { isGoAhead, isSettled, type Open } from "../state.ts";

type Answered = Pick<Open, "rules" | "steps">;

/** Whether somebody would review what they agreed to or carried out themselves: that is for others to look at. */
export function wouldReviewOwn(state: Answered, rule: Pick<Step, "kind">, by: Actor): boolean {
  return reviews(rule) && tookPart(state, by);
}

/** Who of them may be asked for a step as far as that goes. */
export function withoutOwnReview(
  state: Answered,
  rule: Pick<Step, "kind">,
  people: readonly PersonId[],
): readonly PersonId[] {
  return people.filter((person) => !wouldReviewOwn(state, rule, person));
}

/** A review is no part of it: one person may look at it as its owner and for security. */
function tookPart({ rules, steps }: Answered, by: Actor): boolean {
  return stepsOf(rules).some((rule) => {
    const step = steps.get(rule.id);
    if (reviews(rule) || !isSettled(step) || step.verdict.by !== by) return false;
    return isGoAhead(step.verdict) || step.verdict.type === "done";
  });
}
