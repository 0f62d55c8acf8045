import { createHash } from "node:crypto";
import { decides } from "../../workflow/kinds/kinds.ts";
import { isSettled, type Open, type RequestState, type StepIn, type StepState } from "../state.ts";
import { missingFrom } from "./draft.ts";
import { ruleOf } from "./guards.ts";
import { isOfExtension } from "./ofExtension.ts";

/** A yes or no that may be given together with others: a word for those of the same type, the same machine and step. */
export type Alike = { readonly step: StepIn<"open">; readonly group: string };

/**
 * The steps of a request that may be approved together with equal ones. Never where somebody has a veto, in an emergency or
 * for a line that stands, nor while its people have to tell a fact with it; nor once a no was said: a list does not say so.
 */
export function alikeIn(state: RequestState): readonly Alike[] {
  if (state.status !== "open" || state.rules.call !== null || state.rules.emergency) return [];
  if (state.appeal !== null || [...state.steps.values()].some(isRiskTaken)) return [];
  return [...state.steps.values()].flatMap((step) => {
    const isAlike = step.status === "open" && isPlain(state, step) && !isOfExtension(state, step.id);
    return isAlike ? [{ step, group: groupOf(state, step) }] : [];
  });
}

function isRiskTaken(step: StepState): boolean {
  return isSettled(step) && step.verdict.type === "riskTaken";
}

function isPlain(state: Open, { id }: StepIn<"open">): boolean {
  const rule = ruleOf(state, id);
  if (!decides(rule) || rule.veto) return false;
  return missingFrom(state.values, state.rules, id).length === 0;
}

function groupOf({ rules, values }: Open, { id }: StepIn<"open">): string {
  const same = JSON.stringify([rules.type, id, values[rules.asset] ?? ""]);
  return createHash("sha256").update(same).digest("hex").slice(0, 16);
}
