import type { Place } from "../../request/place.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { besideOnCard } from "../../request/rules/oneCard.ts";
import { isLive } from "../../request/rules/places.ts";
import { type Closed, isSettled, type Open, type StepIn, type StepState, type Verdict } from "../../request/state.ts";
import { decides } from "../../workflow/kinds/kinds.ts";
import type { StepId } from "../../workflow/requestType.ts";

/** The step this place is for, while its answer is still to be given here. */
export function ownStep(state: Open | Closed, place: Place): StepIn<"open"> | null {
  if (state.status !== "open" || place.role.type !== "step") return null;
  const step = state.steps.get(place.role.step);
  return step?.status === "open" && isLive(place, step) ? step : null;
}

/** As much of what was answered as is still news; the rest is one tap away. */
const MOST_ANSWERS = 3;

/**
 * Whether a step's line stands in sight: whose turn it is, what was answered here, the last answers, and what did not go well.
 * Whoever answers here reads of those only what did not: who said yes is counted where it stands, and is told with the rest.
 */
export function isInSight(state: Open | Closed, place: Place): (step: StepState) => boolean {
  const own = ownStep(state, place);
  const here = place.role.type === "step" ? place.role.step : null;
  const turns = besideOwn(state, own).map(({ id }) => id);
  const news = own === null ? lastAnswers(state, here) : [];
  return (step) => {
    if (step.id === here || turns.includes(step.id)) return step.status !== "waiting";
    if (step.status === "settled") return !WENT_WELL.has(step.verdict.type) || news.includes(step);
    return own === null && step.status !== "waiting";
  };
}

/** @param here what was answered here counts among them, however old it is */
function lastAnswers({ steps }: Open | Closed, here: StepId | null): readonly StepState[] {
  const answered = [...steps.values()].filter(isSettled).filter(({ id }) => id !== here);
  const most = here === null ? MOST_ANSWERS : MOST_ANSWERS - 1;
  return answered.toSorted((one, other) => one.verdict.at - other.verdict.at).slice(-most);
}

const WENT_WELL: ReadonlySet<Verdict["type"]> = new Set<Verdict["type"]>(["approved", "done", "works", "through"]);

/** What is answered on the same card beside it. */
export function besideOwn(state: Open | Closed, own: StepIn<"open"> | null): readonly StepState[] {
  return state.status === "open" && own !== null ? besideOnCard(state, own.id) : [];
}

/** Whether it is a yes or no, rather than something to do or to look at. */
export function isDecision(state: Open | Closed, { id }: StepIn<"open">): boolean {
  return decides(ruleOf(state, id));
}

/** Where whoever asked reads it: their own words stand above the card. */
export const isForRequester = ({ role }: Place) => role.type === "requester";
