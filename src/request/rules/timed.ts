import { isDeepStrictEqual } from "node:util";
import { type RequestType, type Step, stepsOf } from "../../workflow/requestType.ts";
import type { Values } from "../../workflow/value.ts";
import type { FrozenType } from "../events.ts";

type Rules = Pick<RequestType, "stages">;

/** The rules with the clocks that count for what was told when it was sent. */
export function timed<R extends Rules>(rules: R, values: Values): R {
  return withClocks(rules, (step) => (isSooner(step, values) ? (step.sooner?.clock ?? step.clock) : step.clock));
}

/**
 * The same once facts are others. What is in no hurry any more has the clock of its type again, unless the type says
 * something else of it by now.
 */
export function timedAnew(rules: FrozenType, values: Values, type: RequestType | undefined): FrozenType {
  if (stepsOf(rules).every(({ sooner }) => sooner === null)) return rules;
  const usual = type === undefined ? [] : stepsOf(type);
  return withClocks(timed(rules, values), (step) => {
    if (step.sooner === null || isSooner(step, values)) return step.clock;
    const same = usual.find(({ id, sooner }) => id === step.id && isDeepStrictEqual(sooner, step.sooner));
    return same?.clock ?? step.clock;
  });
}

function withClocks<R extends Rules>(rules: R, clockOf: (step: Step) => Step["clock"]): R {
  const stages = rules.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => ({ ...step, clock: clockOf(step) })),
  }));
  return { ...rules, stages };
}

function isSooner({ sooner }: Step, values: Values): boolean {
  return sooner !== null && values[sooner.field] === sooner.is;
}
