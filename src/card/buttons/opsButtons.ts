import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import { mustReview } from "../../request/rules/currentStage.ts";
import { standsOpen } from "../../request/rules/follow.ts";
import { frozenSteps } from "../../request/rules/freeze.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { keepsOwner } from "../../request/rules/keepsOwner.ts";
import { ownerOf } from "../../request/rules/owners.ts";
import { rulingsInForce } from "../../request/rules/ruling.ts";
import { bearTheName } from "../../request/rules/sameName.ts";
import { isUnsafeWork } from "../../request/rules/unsafeWork.ts";
import type { Closed, Open, StepIn, StepState } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { carriesOut } from "../../workflow/kinds/kinds.ts";
import type { StepId } from "../../workflow/requestType.ts";
import type { CardAction } from "../card.ts";
import { partyLabel } from "../words.ts";
import { type Actions, button, cutOff, named, note, stepsWith, toHolders } from "./button.ts";

/** First what only Ops can do: say whose a disputed step is; then nudge, say whose it is instead, cut off, close. */
export function forOps(request: RequestId, state: Open, plant: Plant): Actions {
  const all = rulings(request, state, plant);
  const disputed = toRule(state).filter(({ id }) => !isUnsafeWork(state, ruleOf(state, id), plant)).length;
  const close = standsOpen(state) || mustReview(state) ? [] : [button(request, "close", plant)];
  return {
    type: "actions",
    actions: [
      ...rungFor(request, state, plant),
      ...all.slice(0, disputed),
      ...goOn(request, state, plant),
      ...sameName(request, state, plant),
      ...nudges(request, state, plant),
      ...all.slice(disputed, disputed + 1),
      ...cutOff(request, state, plant),
      ...close,
    ],
    more: [...all.slice(disputed + 1), ...unrulings(request, state, plant), ...note(request, plant)],
  };
}

/** Rung for a line that stands, Ops can take it themselves. */
function rungFor(request: RequestId, state: Open, plant: Plant): readonly CardAction[] {
  return stepsWith(state, "open").flatMap((step) => {
    const rule = ruleOf(state, step.id);
    if (!carriesOut(rule) || step.ball.takenBy !== null) return [];
    const rung = step.ball.pings.some(({ rank }) => rank === "ops" || rank === "manager");
    const about = { step: step.id, ask: step.ask };
    return rung ? [button(request, "take", plant, about, { ...named(rule.buttons.take), style: "primary" })] : [];
  });
}

function nudges(request: RequestId, state: Open, plant: Plant): readonly CardAction[] {
  // Who is to be asked once more already need not be asked for.
  const steps = stepsWith(state, "open").filter(({ ball }) => ball.nudgeAt === null);
  return toHolders("nudge", steps, state, plant).map(({ label, step }) =>
    button(request, "nudge", plant, { step: step.id, ask: step.ask }, { label }),
  );
}

/** A ruling never goes around a veto, unless nobody owns the step. Disputed steps first. */
function rulings(request: RequestId, state: Open, plant: Plant): readonly CardAction[] {
  // What is not to be begun is nobody's, whatever Ops rule.
  const isToBegin = ({ id }: StepState) => !isUnsafeWork(state, ruleOf(state, id), plant);
  const disputed = toRule(state).filter(isToBegin);
  const contestable = stepsWith(state, "open", "asked").filter(({ id }) => {
    const rule = ruleOf(state, id);
    return !rule.veto && !keepsOwner(state, rule);
  });
  const all = [...disputed, ...contestable.filter(isToBegin)];
  return all.map((step, index) => {
    const look = all.length === 1 ? {} : { label: whoseOf(state, step.id, all, plant) };
    const style = step.status === "disputed" && index === 0 ? "primary" : "plain";
    return button(request, "rule", plant, { step: step.id, ask: step.ask }, { ...look, style });
  });
}

/** What they ruled here and the plant goes by; the last of them where there are several on one step. */
export function unrulings(request: RequestId, state: Open | Closed, plant: Plant): readonly CardAction[] {
  const last = rulingsInForce(state, plant).at(-1);
  return last === undefined ? [] : [button(request, "unrule", plant, { step: last.step, arg: String(last.at) })];
}

/** What nobody owns and Ops may give to somebody. */
export function toRule(state: Open): readonly StepIn<"disputed">[] {
  return stepsWith(state, "disputed").filter(({ id }) => !keepsOwner(state, ruleOf(state, id)));
}

/** What is to be decided of one step among several, so that none is called as another is. */
function whoseOf(state: Open, id: StepId, all: readonly StepState[], plant: Plant): string {
  const rule = ruleOf(state, id);
  const { does } = rule;
  if (all.filter((other) => ruleOf(state, other.id).does === does).length === 1)
    return say(plant, "verbs.ruleWho", { does });
  const whose = partyLabel(plant, ownerOf(state, rule, { plant }).party, state.asked);
  return say(plant, "verbs.ruleWhoFor", { does, whose });
}

function goOn(request: RequestId, state: Open, plant: Plant): readonly CardAction[] {
  return frozenSteps(state).length > 0 ? [button(request, "setFreezeAside", plant)] : [];
}

function sameName(request: RequestId, state: Open, plant: Plant): readonly CardAction[] {
  return bearTheName(state, plant).length > 0 ? [button(request, "ruleOut", plant)] : [];
}
