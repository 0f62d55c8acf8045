import type { EpochMs } from "../../clock.ts";
import { stepsOf } from "../../workflow/requestType.ts";
import { THE_RULES } from "../actor.ts";
import type { World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { isSettled, type Open, type Settled } from "../state.ts";
import { giveTo } from "./openStep.ts";
import { placeLeft } from "./places.ts";

/** Steps that were answered and are to be answered once more: what was done does not help, or could not be done. */
export function toDoAgain(state: Open, world: World, at: EpochMs): readonly RequestEvent[] {
  const given = givenUp(state, world, at);
  return given.length > 0 ? given : complained(state).flatMap((step) => reopened(step, "it does not work yet", at));
}

/** Whoever was called could not mend it: the line still stands, so the call goes on, with Ops. */
function givenUp(state: Open, world: World, at: EpochMs): readonly RequestEvent[] {
  if (state.rules.call === null) return [];
  return stepsOf(state.rules).flatMap((rule) => {
    const step = state.steps.get(rule.id);
    if (!isSettled(step) || (step.verdict.type !== "failed" && step.verdict.type !== "rolledBack")) return [];
    const waiting = { ...step, status: "waiting" } as const;
    const because = `it could not be mended: ${step.verdict.evidence}`;
    return [...reopened(step, because, at), ...giveTo(state, rule, waiting, { type: "ops" }, because, world, at)];
  });
}

/** "It does not work": what was done last is to be done again, and what was confirmed since to be confirmed again. */
function complained(state: Open): readonly Settled[] {
  const rules = stepsOf(state.rules);
  const complains = rules.findIndex(({ id }) => {
    const step = state.steps.get(id);
    return isSettled(step) && step.verdict.type === "doesNotWork";
  });
  if (complains === -1) return [];
  const from = Math.max(
    0,
    rules.findLastIndex(({ kind }, index) => kind === "do" && index < complains),
  );
  return rules.slice(from).flatMap(({ id, kind }) => {
    const step = state.steps.get(id);
    return isSettled(step) && kind !== "approve" ? [step] : [];
  });
}

/** A step is asked again. Its old card says where to look, so that it is not answered, or called for, in two places. */
export function reopened(step: Settled, reason: string, at: EpochMs): readonly RequestEvent[] {
  return [...placeLeft(step, at), { type: "StepReopened", step: step.id, reason, at, by: THE_RULES }];
}
