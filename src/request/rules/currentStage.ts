import type { Stage } from "../../workflow/requestType.ts";
import { isSettled, type Open } from "../state.ts";

/** The first stage with a step that still waits for somebody; null when all have been answered. */
export function currentStage(state: Pick<Open, "rules" | "steps">): Stage | null {
  return state.rules.stages.find(({ steps }) => steps.some(({ id }) => !isSettled(state.steps.get(id)))) ?? null;
}
