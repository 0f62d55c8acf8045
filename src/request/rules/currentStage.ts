import type { Stage } from "../../workflow/requestType.ts";
import { isSettled, type Open } from "../state.ts";

/** The first stage with a step that still waits for somebody; null when all have been answered. Reviews hold nothing up. */
export function currentStage(state: Pick<Open, "rules" | "steps">): Stage | null {
  return state.rules.stages.find((stage) => stage.opens !== "granted" && waits(state, stage)) ?? reviewsLeft(state);
}

/** What was done in an emergency and is not reviewed by all who are asked to; null where that is not so. */
export function reviewsLeft(state: Pick<Open, "rules" | "steps">): Stage | null {
  return state.rules.stages.find((stage) => stage.opens === "granted" && waits(state, stage)) ?? null;
}

/** Whether it went around people who are to look at it, and have not. */
export function mustReview(state: Pick<Open, "rules" | "steps" | "grant">): boolean {
  return state.grant.status !== "none" && reviewsLeft(state) !== null;
}

function waits({ steps: all }: Pick<Open, "steps">, { steps }: Stage): boolean {
  return steps.some(({ id }) => !isSettled(all.get(id)));
}
