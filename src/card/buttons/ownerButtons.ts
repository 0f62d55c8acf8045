import type { RequestId } from "../../request/ids.ts";
import { isWorkDone } from "../../request/rules/again.ts";
import { backOf } from "../../request/rules/back.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { type Closed, isSettled, type Open, type StepState, type WithBall } from "../../request/state.ts";
import { fieldsFrom, type Step } from "../../workflow/requestType.ts";
import type { Verb } from "../action.ts";
import type { CardAction } from "../card.ts";
import { type Actions, button, cutOff, type Look, NO_ACTIONS, named, note } from "./button.ts";

/** At whose cards what is open can be cut off; the requester and Ops may too. */
const CUTTERS: ReadonlySet<Step["owner"]> = new Set(["assetOwner", "shiftLead", "security"]);

export function forOwner(request: RequestId, state: Open, step: StepState): Actions {
  const rule = ruleOf(state, step.id);
  const beside = [...note(request), ...(CUTTERS.has(rule.owner) ? cutOff(request, state) : [])];
  if (!("ball" in step)) return { ...NO_ACTIONS, actions: takeBack(request, state, step), more: beside };
  return ANSWERS[rule.kind](request, state, rule, step, beside);
}

/** For whoever gave the answer, as long as it can be taken back. */
export function takeBack(request: RequestId, state: Open | Closed, step: StepState): readonly CardAction[] {
  if (!isSettled(step) || backOf(state, step, state.at) === null) return [];
  return [button(request, "takeBack", { step: step.id, ask: step.ask })];
}

type Answers = (request: RequestId, state: Open, rule: Step, step: WithBall, beside: readonly CardAction[]) => Actions;

/** How whoever has a step of each kind answers it. */
const ANSWERS: Readonly<Record<Step["kind"], Answers>> = {
  approve: toApprove,
  do: toDo,
  confirm: (request, state, rule, step, beside) => ({
    type: "actions",
    actions: confirmButtons(request, state, rule, step),
    more: beside,
  }),
};

function toApprove(
  request: RequestId,
  state: Open,
  rule: Step,
  step: WithBall,
  beside: readonly CardAction[],
): Actions {
  const press = presser(request, step);
  const [first, ...others] = passOn(request, step);
  const answers = [press("approve", { asks: owesFacts(state, rule) }), press("limits"), press("deny")];
  const actions = [...answers, ...toTake(request, rule, step), ...(first === undefined ? [] : [first])];
  return { type: "actions", actions, more: [...others, ...beside] };
}

function toDo(request: RequestId, state: Open, rule: Step, step: WithBall, beside: readonly CardAction[]): Actions {
  const press = presser(request, step);
  const take = toTake(request, rule, step);
  const style = take.length > 0 && rule.clock.always ? "plain" : "primary";
  const done = press("done", { ...named(rule.buttons.yes), style, asks: asksWhenDone(state, rule) });
  const actions = [...take, done, press("rolledBack"), press("failed")];
  return { type: "actions", actions, more: [...passOn(request, step), ...beside] };
}

function toTake(request: RequestId, { buttons }: Step, step: WithBall): readonly CardAction[] {
  return step.ball.takenBy === null ? [presser(request, step)("take", named(buttons.take))] : [];
}

/** A question that stays open keeps nobody from answering: they may have heard it another way. */
function passOn(request: RequestId, step: WithBall): readonly CardAction[] {
  const press = presser(request, step);
  const ask = step.status === "asked" ? [] : [press("ask")];
  return [...ask, press("notMine"), press("handOver")];
}

function presser(request: RequestId, { id, ask }: StepState) {
  return (verb: Verb, look?: Look) => button(request, verb, { step: id, ask }, look);
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
    button(request, "confirm", about, named(rule.buttons.yes)),
    // While somebody is at it, that it does not work yet is no news.
    ...(isWorkDone(state, id) ? [button(request, "notFixed", about)] : []),
  ];
}
