import type { Contradiction } from "./contradiction.ts";
import { carriesOut, kindOf } from "./kinds/kinds.ts";
import type { RequestType, Step, StepClock } from "./requestType.ts";

/**
 * Steps that would wait for ever: nothing says when somebody else, or Ops, hear that nobody answers. Whoever lets a step go
 * without a clock relies on another one: an end that comes anyway, or, while a line stands, the question how it goes.
 */
export function clocklessSteps(type: RequestType): readonly Contradiction[] {
  return type.stages.flatMap(({ steps }, stage) =>
    steps.flatMap((step, at) =>
      clocksOf(step).flatMap(({ clock, path }) =>
        isChased(clock) || isAskedAfter(type, stage, step, clock) || endsByItself(type, stage)
          ? []
          : [{ path: ["stages", stage, "steps", at, ...path], what: FORGOTTEN, todo: "say take or decide" }],
      ),
    ),
  );
}

const FORGOTTEN = "without take or decide nobody ever hears that this step was not answered";

function clocksOf({ clock, sooner }: Step): readonly { readonly clock: StepClock; readonly path: readonly string[] }[] {
  return [{ clock, path: ["clock"] }, ...(sooner === null ? [] : [{ clock: sooner.clock, path: ["sooner", "clock"] }])];
}

function isChased({ take, decide }: StepClock): boolean {
  return take !== null || decide !== null;
}

/** Whoever is to say that a line runs is asked again and again, once it was mended; until then whoever mends it is. */
function isAskedAfter({ call, stages }: RequestType, stage: number, step: Step, { progress }: StepClock): boolean {
  const isMended = stages.slice(0, stage + 1).some(({ steps }) => steps.some(carriesOut));
  return call !== null && progress !== null && kindOf(step).asksSince === "mended" && isMended;
}

/** Open only while the grant runs: all is done that it needs, and its end closes the step. */
function endsByItself({ endsAt, stages }: RequestType, stage: number): boolean {
  const end = stages.findIndex(({ opens }) => opens === "end");
  const before = end === -1 ? [] : stages.slice(0, end);
  const done = before.findLastIndex(({ steps }) => steps.some(carriesOut));
  return endsAt !== null && done !== -1 && done < stage && stage < end;
}
