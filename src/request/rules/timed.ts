import { isDeepStrictEqual } from "node:util";
import { type RequestType, type Step, type StepClock, stepsOf } from "../../workflow/requestType.ts";
import type { Values } from "../../workflow/value.ts";
import type { FrozenType } from "../events.ts";

type Rules = Pick<RequestType, "stages">;

/** The rules with the clocks that count for what was told when it was sent. */
export function timed<R extends Rules>(rules: R, values: Values): R {
  return withClocks(rules, (step) => soonerClock(step, values) ?? step.clock);
}

/**
 * The same once facts are others. What is in no hurry any more has the clock of its type again, unless the type says
 * something else of it by now.
 */
export function timedAnew(rules: FrozenType, values: Values, type: RequestType | undefined): FrozenType {
  const usual = type === undefined ? [] : stepsOf(type);
  return withClocks(rules, (step) => soonerClock(step, values) ?? usualClock(step, usual));
}

function withClocks<R extends Rules>(rules: R, clockOf: (step: Step) => StepClock): R {
  const stages = rules.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => ({ ...step, clock: clockOf(step) })),
  }));
  return { ...rules, stages };
}

/** The clock for what is in more of a hurry than usual; null where it is not. */
function soonerClock({ sooner }: Step, values: Values): StepClock | null {
  return sooner !== null && values[sooner.field] === sooner.is ? sooner.clock : null;
}

function usualClock({ id, sooner, clock }: Step, usual: readonly Step[]): StepClock {
  if (sooner === null) return clock;
  return usual.find((step) => step.id === id && isDeepStrictEqual(step.sooner, sooner))?.clock ?? clock;
}
