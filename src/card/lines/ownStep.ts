import type { Place } from "../../request/place.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { besideOnCard } from "../../request/rules/oneCard.ts";
import { isLive } from "../../request/rules/places.ts";
import type { Closed, Open, StepIn, StepState, Verdict } from "../../request/state.ts";
import { decides } from "../../workflow/kinds/kinds.ts";

/** The step this place is for, while its answer is still to be given here. */
export function ownStep(state: Open | Closed, place: Place): StepIn<"open"> | null {
  if (state.status !== "open" || place.role.type !== "step") return null;
  const step = state.steps.get(place.role.step);
  return step?.status === "open" && isLive(place, step) ? step : null;
}

/**
 * Whether a step's line stands in sight: who has answered, and whose turn it is. Whoever answers here reads their own turn, and
 * what did not go well; who said yes is counted where it stands, and is told with the rest, as whose else it is.
 */
export function isInSight(own: StepIn<"open"> | null, beside: readonly StepState[] = []): (step: StepState) => boolean {
  if (own === null) return ({ status }) => status !== "waiting";
  const turns = new Set([own, ...beside].map(({ id }) => id));
  return (step) => turns.has(step.id) || (step.status === "settled" && !WENT_WELL.has(step.verdict.type));
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
