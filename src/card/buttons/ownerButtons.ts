import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import { isWorkDone } from "../../request/rules/again.ts";
import { backOf } from "../../request/rules/back.ts";
import { missingFrom } from "../../request/rules/draft.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { keepsOwner } from "../../request/rules/keepsOwner.ts";
import { alsoFor } from "../../request/rules/mayPress.ts";
import { besideOnCard } from "../../request/rules/oneCard.ts";
import { type Closed, isSettled, type Open, type StepState, type WithBall } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { kindOf } from "../../workflow/kinds/kinds.ts";
import { isCheckedOnSite, type Step } from "../../workflow/requestType.ts";
import type { Verb } from "../action.ts";
import type { CardAction } from "../card.ts";
import { canHandOver } from "../verbs/passVerbs.ts";
import { type Actions, button, cutOff, type Look, NO_ACTIONS, named, note } from "./button.ts";

/** At whose cards what is open can be cut off, beside whoever said yes to it; the requester and Ops may too. */
const CUTTERS: ReadonlySet<Step["owner"]> = new Set(["assetOwner", "shiftLead", "security"]);

function hasAgreed(step: StepState): boolean {
  return isSettled(step) && step.verdict.type === "approved";
}

export function forOwner(request: RequestId, state: Open, step: StepState, plant: Plant): Actions {
  const rule = ruleOf(state, step.id);
  const beside = [
    ...note(request, plant),
    ...(CUTTERS.has(rule.owner) || hasAgreed(step) ? cutOff(request, state, plant) : []),
  ];
  if (!("ball" in step)) return { ...NO_ACTIONS, actions: takeBack(request, state, step, plant), more: beside };
  return ANSWERS[rule.kind](request, state, rule, step, { beside, plant });
}

/** For whoever gave the answer, as long as it can be taken back. */
export function takeBack(
  request: RequestId,
  state: Open | Closed,
  step: StepState,
  plant: Plant,
): readonly CardAction[] {
  if (!isSettled(step) || backOf(state, step, state.at) === null) return [];
  return [button(request, "takeBack", plant, { step: step.id, ask: step.ask })];
}

/** What stands beside the answers, and for whom. */
type Beside = { readonly beside: readonly CardAction[]; readonly plant: Plant };

type Answers = (request: RequestId, state: Open, rule: Step, step: WithBall, beside: Beside) => Actions;

/** How whoever has a step of each kind answers it. */
const ANSWERS: Readonly<Record<Step["kind"], Answers>> = {
  approve: toApprove,
  do: toDo,
  review: toDo,
  confirm: (request, state, rule, step, { beside, plant }) => {
    const mates = besideOnCard(state, step.id);
    const own = confirmButtons(request, state, rule, step, plant);
    if (mates.length === 0) return { type: "actions", actions: own, more: beside };
    const [, ...others] = own;
    const each = [step, ...mates].map((one) => onlyThis(request, state, one, "confirm", plant));
    return {
      type: "actions",
      actions: [...yesToBoth(request, state, step, plant), ...others],
      more: [...each, ...beside],
    };
  },
};

function toApprove(request: RequestId, state: Open, rule: Step, step: WithBall, { beside, plant }: Beside): Actions {
  const press = presser(request, step, plant);
  const [first, ...others] = passOn(
    request,
    state,
    step,
    plant,
    !(keepsOwner(state, rule) && step.ball.party.type === "ops"),
  );
  const mates = besideOnCard(state, step.id);
  const each = [step, ...mates].map((one) => onlyThis(request, state, one, "approve", plant));
  const yes =
    mates.length === 0 ? [press("approve", { asks: owesFacts(state, rule) })] : yesToBoth(request, state, step, plant);
  const answers = [...yes, press("limits"), press("deny")];
  const actions = [...answers, ...toTake(request, rule, step, plant), ...(first === undefined ? [] : [first])];
  return { type: "actions", actions, more: [...(mates.length === 0 ? [] : each), ...others, ...beside] };
}

/** One press for each other step on the card: mostly there is one. */
function yesToBoth(request: RequestId, state: Open, step: StepState, plant: Plant): readonly CardAction[] {
  const [mate] = besideOnCard(state, step.id);
  if (mate === undefined) return [];
  const asks = [step, mate].some(({ id }) => owesFacts(state, ruleOf(state, id)));
  const label = say(plant, ruleOf(state, step.id).kind === "confirm" ? "verbs.bothWork" : "verbs.both");
  return [button(request, "both", plant, { step: step.id, ask: step.ask, arg: alsoFor(mate) }, { label, asks })];
}

/** A yes to one of two on a card. */
function onlyThis(
  request: RequestId,
  state: Open,
  { id, ask }: StepState,
  verb: "approve" | "confirm",
  plant: Plant,
): CardAction {
  const rule = ruleOf(state, id);
  const look = { label: say(plant, "verbs.onlyThis", { does: rule.does }), style: "plain" } as const;
  return button(request, verb, plant, { step: id, ask }, { ...look, asks: owesFacts(state, rule) });
}

function toDo(request: RequestId, state: Open, rule: Step, step: WithBall, { beside, plant }: Beside): Actions {
  const press = presser(request, step, plant);
  // Where nobody may wait, that somebody has it is what the others need to know first.
  const takesFirst = step.ball.takenBy === null && rule.clock.always;
  const take = toTake(request, rule, step, plant, takesFirst ? "primary" : "plain");
  const style = takesFirst ? "plain" : "primary";
  const done = press("done", { ...named(rule.buttons.yes), style, asks: asksWhenDone(state, rule) });
  const actions = [...take, done, ...(kindOf(rule).canFail ? [press("rolledBack"), press("failed")] : [])];
  return { type: "actions", actions, more: [...passOn(request, state, step, plant), ...beside] };
}

function toTake(
  request: RequestId,
  { buttons }: Step,
  step: WithBall,
  plant: Plant,
  style: "primary" | "plain" = "plain",
): readonly CardAction[] {
  return step.ball.takenBy === null ? [presser(request, step, plant)("take", { ...named(buttons.take), style })] : [];
}

/** A question that stays open keeps nobody from answering: they may have heard it another way. */
function passOn(request: RequestId, state: Open, step: WithBall, plant: Plant, mayLeave = true): readonly CardAction[] {
  const press = presser(request, step, plant);
  const ask = step.status === "asked" ? [] : [press("ask")];
  const hands = canHandOver(step, state, plant) ? [press("handOver")] : [];
  return [...ask, ...(mayLeave ? [press("notMine")] : []), ...hands];
}

function presser(request: RequestId, { id, ask }: StepState, plant: Plant) {
  return (verb: Verb, look?: Look) => button(request, verb, plant, { step: id, ask }, look);
}

/** Whether pressing Done opens a form first. */
export function asksWhenDone(state: Open, rule: Step): boolean {
  return rule.evidence !== null || isCheckedOnSite(rule) || owesFacts(state, rule);
}

/** Whether a step still owes a fact that blocks its answer. */
function owesFacts(state: Open, rule: Step): boolean {
  return missingFrom(state.values, state.rules, rule.id).length > 0;
}

export function confirmButtons(
  request: RequestId,
  state: Pick<Open, "rules" | "steps">,
  rule: Step,
  { id, ask }: StepState,
  plant: Plant,
): readonly CardAction[] {
  const about = { step: id, ask };
  return [
    button(request, "confirm", plant, about, named(rule.buttons.yes)),
    // While somebody is at it, that it does not work yet is no news.
    ...(isWorkDone(state, id) ? [button(request, "notFixed", plant, about)] : []),
  ];
}
