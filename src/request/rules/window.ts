import type { EpochMs } from "../../clock.ts";
import { type Saying, saying } from "../../words/say.ts";
import { type FieldId, type RequestType, type Step, type StepClock, stepsOf } from "../../workflow/requestType.ts";
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

/** An end that cannot be, by the field that says it, in words for whoever said it. */
export type EndProblem = { readonly field: FieldId; readonly problem: Saying };

/** Ends that have passed, and ends that come before their beginning. */
export function endProblems(
  values: Values,
  type: Pick<RequestType, "stages" | "endsAt">,
  at: EpochMs,
): readonly EndProblem[] {
  const windows = stepsOf(type).flatMap(({ window }) => window ?? []);
  const ends = new Set([type.endsAt, ...windows.map(({ until }) => until)].filter((field) => field !== null));
  const passed = [...ends].filter((field) => isBefore(values[field], at));
  const reversed = windows.flatMap(({ from, until }) => {
    const end = until ?? type.endsAt;
    const begin = instantOf(values[from]);
    return end !== null && begin !== null && isBefore(values[end], begin) ? [end] : [];
  });
  return [
    ...passed.map((field) => ({ field, problem: saying("times.endPassed") })),
    ...reversed.map((field) => ({ field, problem: saying("times.endsFirst") })),
  ];
}

function isBefore(end: string | undefined, instant: EpochMs): boolean {
  const at = instantOf(end);
  return at !== null && at <= instant;
}

/** The clock a step is measured by: inside its window the hours of the day do not matter. */
export function clockOf({ values }: Pick<Open, "values">, rule: Step): StepClock {
  return windowOf(values, rule) === null ? rule.clock : { ...rule.clock, always: true };
}
