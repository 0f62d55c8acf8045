import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import { isForRisk, isForSafety, type Place } from "../../request/place.ts";
import { isDecider } from "../../request/rules/back.ts";
import { hasBegun } from "../../request/rules/begun.ts";
import { canExtend } from "../../request/rules/extend.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { isCutter } from "../../request/rules/ops.ts";
import { isLive, readerOf } from "../../request/rules/places.ts";
import { isSettled, type Open } from "../../request/state.ts";
import { decodeAction } from "../action.ts";
import type { CardAction } from "../card.ts";
import { type Actions, button, cutOff, NO_ACTIONS, note, stepsWith, toHolders } from "./button.ts";
import { forOps } from "./opsButtons.ts";
import { confirmButtons, forOwner, takeBack } from "./ownerButtons.ts";

/** The buttons of a place: what its people can do now, the likeliest first. None once it was left. */
export function buttonsFor(request: RequestId, state: Open, place: Place, plant: Plant): Actions {
  const { actions, more } = buttonsOf(request, state, place, plant);
  // A menu of one thing only hides it.
  const all = more.length === 1 ? { actions: [...actions, ...more], more: [] } : { actions, more };
  return { type: "actions", ...all, actions: withOnePrimary(all.actions) };
}

/** Two buttons that stand out are none: where several steps want something of the same people, the first one does. */
function withOnePrimary(actions: readonly CardAction[]): readonly CardAction[] {
  const first = actions.findIndex(isPrimary);
  return actions.map((action, index) => (isPrimary(action) && index > first ? { ...action, style: "plain" } : action));
}

function isPrimary(action: CardAction): action is Extract<CardAction, { type: "press" }> {
  return action.type === "press" && action.style === "primary";
}

function buttonsOf(request: RequestId, state: Open, place: Place, plant: Plant): Actions {
  if (place.left) return NO_ACTIONS;
  if (isForSafety(place))
    return { ...NO_ACTIONS, actions: [...cutOff(request, state, plant), ...note(request, plant)] };
  if (isForRisk(place)) return forRiskTaker(request, state, place, plant);
  switch (place.role.type) {
    case "requester":
      return forRequester(request, state, plant);
    case "joined":
      return NO_ACTIONS;
    case "step": {
      const step = state.steps.get(place.role.step);
      return step === undefined || !isLive(place, step)
        ? NO_ACTIONS
        : readersOwn(forOwner(request, state, step, plant), state, place, plant);
    }
    default:
      return forOps(request, state, plant);
  }
}

/** Somebody's own chat has no way to cut off what they may not. */
function readersOwn(all: Actions, state: Open, { spot }: Place, plant: Plant): Actions {
  const reader = readerOf(plant, spot);
  if (reader === null || isCutter(state, { by: reader.id, at: state.at }, { plant })) return all;
  const isTheirs = (action: CardAction) => action.type !== "press" || decodeAction(action.value).verb !== "cutOff";
  return { ...all, actions: all.actions.filter(isTheirs), more: all.more.filter(isTheirs) };
}

/** Whoever took a risk takes it back, or has what they took it for closed at once. */
function forRiskTaker(request: RequestId, state: Open, { spot }: Place, plant: Plant): Actions {
  const reader = readerOf(plant, spot);
  if (reader === null) return NO_ACTIONS;
  const who = { by: reader.id, at: state.at };
  const own = [...state.steps.values()].filter(isSettled).filter(({ verdict }) => verdict.type === "riskTaken");
  const back = own.filter((step) => isDecider(state, { step: step.id, ask: step.ask }, who, { plant }));
  const actions = [
    ...back.flatMap((step) => takeBack(request, state, step, plant)),
    ...(isCutter(state, who, { plant }) ? cutOff(request, state, plant) : []),
  ];
  return { ...NO_ACTIONS, actions };
}

/** What whoever asked can still do about what they asked for. */
export function requesterCan(state: Open): { readonly change: boolean; readonly withdraw: boolean } {
  const withdraw = state.grant.status === "none";
  return { withdraw, change: withdraw && (state.rules.call !== null || !hasBegun(state)) };
}

/** One for each question that waits for an answer; who asked stands on it where there are several. */
export function answerButtons(request: RequestId, state: Open, plant: Plant): readonly CardAction[] {
  return toHolders("answer", stepsWith(state, "asked"), state, plant).map(({ label, step }) =>
    button(request, "answer", plant, { step: step.id, ask: step.ask }, { label }),
  );
}

export function forRequester(request: RequestId, state: Open, plant: Plant): Actions {
  const asked = answerButtons(request, state, plant);
  const own = stepsWith(state, "open").flatMap((step) => {
    const rule = ruleOf(state, step.id);
    return rule.owner === "requester" ? confirmButtons(request, state, rule, step, plant) : [];
  });
  const can = requesterCan(state);
  const withdraw = can.withdraw ? [button(request, "withdraw", plant)] : [];
  const longer = canExtend(state, plant) ? [button(request, "extend", plant)] : [];
  const change = can.change ? [button(request, "change", plant)] : [];
  return {
    type: "actions",
    actions: [...asked, ...own, ...longer, ...cutOff(request, state, plant), ...note(request, plant), ...withdraw],
    more: change,
  };
}
