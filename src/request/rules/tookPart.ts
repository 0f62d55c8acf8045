import type { PersonId } from "../../plant/ids.ts";
import { reviews } from "../../workflow/kinds/kinds.ts";
import type { Step } from "../../workflow/requestType.ts";
import type { Actor } from "../actor.ts";
import { isGoAhead, isSettled, type Open } from "../state.ts";

type Answered = Pick<Open, "steps" | "worked">;

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

/** Done, rolled back, failed or to be done again: whoever had their hands in it took part. */
function tookPart({ steps, worked }: Answered, by: Actor): boolean {
  if (worked.has(by)) return true;
  return [...steps.values()].filter(isSettled).some(({ verdict }) => verdict.by === by && isGoAhead(verdict));
}
