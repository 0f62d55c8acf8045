import type { RequestId } from "../request/ids.ts";
import { isWorkDone } from "../request/rules/again.ts";
import { ruleOf } from "../request/rules/guards.ts";
import type { Open, StepState, WithBall } from "../request/state.ts";
import { fieldsFrom, type Step } from "../workflow/requestType.ts";
import type { Verb } from "./action.ts";
import { type Actions, button, cutOff, NO_ACTIONS, note, type Style } from "./button.ts";
import type { CardAction } from "./card.ts";

/** At whose cards what is open can be cut off; the requester and Ops may too. */
const CUTTERS: ReadonlySet<Step["owner"]> = new Set(["assetOwner", "shiftLead", "security"]);

export function forOwner(request: RequestId, state: Open, step: StepState): Actions {
  const rule = ruleOf(state, step.id);
  const beside = [...note(request), ...(CUTTERS.has(rule.owner) ? cutOff(request, state) : [])];
  if (!("ball" in step)) return { ...NO_ACTIONS, more: beside };
  switch (rule.kind) {
    case "approve":
      return toApprove(request, state, rule, step, beside);
    case "do":
      return toDo(request, state, rule, step, beside);
    default:
      return { type: "actions", actions: confirmButtons(request, state, rule, step), more: beside };
  }
}

function toApprove(
  request: RequestId,
  state: Open,
  rule: Step,
  step: WithBall,
  beside: readonly CardAction[],
): Actions {
  const press = presser(request, step);
  const [first, ...others] = passOn(request, step);
  const answers = [
    press("approve", owesFacts(state, rule) ? "Approve…" : "Approve", "primary"),
    press("limits", "Approve with limits…"),
    press("deny", "Deny…", "danger"),
  ];
  const actions = [...answers, ...toTake(request, rule, step), ...(first === undefined ? [] : [first])];
  return { type: "actions", actions, more: [...others, ...beside] };
}

function toDo(request: RequestId, state: Open, rule: Step, step: WithBall, beside: readonly CardAction[]): Actions {
  const press = presser(request, step);
  const take = toTake(request, rule, step);
  const done = press("done", doneLabel(state, rule), take.length > 0 && rule.clock.always ? "plain" : "primary");
  const actions = [...take, done, press("rolledBack", "Rolled back…"), press("failed", "Failed…", "danger")];
  return { type: "actions", actions, more: [...passOn(request, step), ...beside] };
}

function toTake(request: RequestId, { buttons }: Step, step: WithBall): readonly CardAction[] {
  return step.ball.takenBy === null ? [presser(request, step)("take", buttons.take ?? "Take it")] : [];
}

/** A question that stays open keeps nobody from answering: they may have heard it another way. */
function passOn(request: RequestId, step: WithBall): readonly CardAction[] {
  const press = presser(request, step);
  const ask = step.status === "asked" ? [] : [press("ask", "Ask a question…")];
  return [...ask, press("notMine", "Not mine…"), press("handOver", "Hand to a colleague…")];
}

function presser(request: RequestId, { id, ask }: StepState) {
  return (verb: Verb, label: string, style?: Style) => button(request, verb, label, style, { step: id, ask });
}

function doneLabel(state: Open, rule: Step): string {
  const label = rule.buttons.yes ?? "Done";
  return asksWhenDone(state, rule) ? `${label}…` : label;
}

/** Whether pressing Done opens a form first. */
export function asksWhenDone(state: Open, rule: Step): boolean {
  return rule.evidence !== null || rule.checks.length > 0 || owesFacts(state, rule);
}

/** Whether a step still owes a fact that blocks its answer. */
export function owesFacts(state: Open, rule: Step): boolean {
  return fieldsFrom(state.rules, rule.id).some(({ id, required }) => required && state.values[id] === undefined);
}

export function confirmButtons(
  request: RequestId,
  state: Pick<Open, "rules" | "steps">,
  rule: Step,
  { id, ask }: StepState,
): readonly CardAction[] {
  const about = { step: id, ask };
  return [
    button(request, "confirm", rule.buttons.yes ?? "It works", "primary", about),
    // While somebody is at it, that it does not work yet is no news.
    ...(isWorkDone(state, id) ? [button(request, "notFixed", "It does not work…", "plain", about)] : []),
  ];
}
