import { type Closed, type Denied, isSettled, type Open, type StepIn } from "../state.ts";
import type { AboutStep } from "./guards.ts";
import { isOfExtension } from "./ofExtension.ts";

/** A request that a no ended, the step it was said to, and the no. */
export type Denial = { readonly closed: Closed; readonly step: StepIn<"settled">; readonly denied: Denied };

/** The no that ended a request; null where something else did, or nothing. */
export function denialOf(state: Open | Closed): Denial | null {
  if (state.status !== "closed" || state.outcome !== "denied") return null;
  for (const step of state.steps.values()) {
    if (!isSettled(step) || step.verdict.type !== "denied" || isOfExtension(state, step.id)) continue;
    const { type, ...denied } = step.verdict;
    return { closed: state, step, denied };
  }
  return null;
}

/** The no that ended a request, where it is the one a button is about; null where it is another, or none. */
export function denialAbout(state: Open | Closed, { step, ask }: AboutStep): Denial | null {
  const denial = denialOf(state);
  return denial !== null && denial.step.id === step && denial.step.ask === ask ? denial : null;
}
