import type { EpochMs } from "../../clock.ts";
import { type RequestType, type Step, type StepClock, stepsOf } from "../../workflow/requestType.ts";
import { instantOf, type Values } from "../../workflow/value.ts";
import type { Open } from "../state.ts";

/** The agreed time in which something is carried out; `until` is null where only its beginning was agreed. */
export type Window = { readonly from: EpochMs; readonly until: EpochMs | null };

/** When a step is to be carried out; null for a step without a window, and while nobody has named its beginning. */
export function windowOf(values: Values, { window }: Pick<Step, "window">): Window | null {
  const from = window === null ? null : instantOf(values[window.from]);
  if (window === null || from === null) return null;
  return { from, until: window.until === null ? null : instantOf(values[window.until]) };
}

/** The windows of all steps. One without an end of its own ends with what is granted. */
export function windowsOf(rules: Pick<RequestType, "stages" | "endsAt">, values: Values): readonly Window[] {
  const end = rules.endsAt === null ? null : instantOf(values[rules.endsAt]);
  return stepsOf(rules).flatMap((step) => {
    const window = windowOf(values, step);
    return window === null ? [] : [{ ...window, until: window.until ?? end }];
  });
}

/** The clock a step is measured by: inside its window the hours of the day do not matter. */
export function clockOf({ values }: Pick<Open, "values">, rule: Step): StepClock {
  return windowOf(values, rule) === null ? rule.clock : { ...rule.clock, always: true };
}
