import type { Plant } from "../plant/plant.ts";
import type { RequestId } from "../request/ids.ts";
import type { Place } from "../request/place.ts";
import { frozenSteps } from "../request/rules/freeze.ts";
import { isLive } from "../request/rules/places.ts";
import type { Open, StepState } from "../request/state.ts";
import { fieldsFrom, type Step, stepsOf } from "../workflow/requestType.ts";
import { encodeAction, type Verb } from "./action.ts";
import type { CardAction, CardBlock } from "./card.ts";
import { partyLabel } from "./words.ts";

type Style = Extract<CardAction, { type: "press" }>["style"];
type Actions = Extract<CardBlock, { type: "actions" }>;
const NO_ACTIONS: Actions = { type: "actions", actions: [], more: [] };

/** A button of one request. */
export function button(
  request: RequestId,
  verb: Verb,
  label: string,
  style: Style = "plain",
  about?: { step: Step["id"] | null; ask: number; arg?: string },
): CardAction {
  const { step = null, ask = 0, arg = "" } = about ?? {};
  return { type: "press", label, style, value: encodeAction({ verb, request, step, ask, arg }) };
}

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
  switch (place.role.type) {
    case "requester":
      return forRequester(request, state, plant);
    case "step": {
      const step = state.steps.get(place.role.step);
      return step === undefined || !isLive(place, step) ? NO_ACTIONS : forOwner(request, state, step);
    }
    default:
      return forOps(request, state, plant);
  }
}

/** Whose people may have what is open cut off; the requester and Ops may too. */
const CUTTERS: ReadonlySet<Step["owner"]> = new Set(["assetOwner", "shiftLead"]);

function ruleFor(state: Open, step: StepState): Step | undefined {
  return stepsOf(state.rules).find(({ id }) => id === step.id);
}

function forOwner(request: RequestId, state: Open, step: StepState): Actions {
  const rule = ruleFor(state, step);
  const cut = rule !== undefined && CUTTERS.has(rule.owner) ? cutOff(request, state) : [];
  if (rule === undefined || step.status !== "open") return { ...NO_ACTIONS, more: [...note(request), ...cut] };
  const about = { step: step.id, ask: step.ask };
  const press = (verb: Verb, label: string, style?: Style) => button(request, verb, label, style, about);
  const take = step.ball.takenBy === null ? [press("take", rule.buttons.take ?? "Take it")] : [];
  const others = [
    press("ask", "Ask a question…"),
    press("notMine", "Not mine…"),
    press("handOver", "Hand to a colleague…"),
    ...note(request),
    ...cut,
  ];
  switch (rule.kind) {
    case "approve": {
      const owes = owesFacts(state, rule);
      const answers = [
        press("approve", owes ? "Approve…" : "Approve", "primary"),
        press("limits", "Approve with limits…"),
        press("deny", "Deny…", "danger"),
      ];
      return { type: "actions", actions: [...answers, ...take, ...others.slice(0, 1)], more: others.slice(1) };
    }
    case "do": {
      const done = press("done", doneLabel(state, rule), take.length > 0 && rule.clock.always ? "plain" : "primary");
      return {
        type: "actions",
        actions: [...take, done, press("rolledBack", "Rolled back…"), press("failed", "Failed…", "danger")],
        more: others,
      };
    }
    default:
      return { type: "actions", actions: confirmButtons(request, rule, step), more: [...note(request), ...cut] };
  }
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

export function confirmButtons(request: RequestId, rule: Step, { id, ask }: StepState): readonly CardAction[] {
  const about = { step: id, ask };
  return [
    button(request, "confirm", rule.buttons.yes ?? "It works", "primary", about),
    button(request, "notFixed", "It does not work…", "plain", about),
  ];
}

function forRequester(request: RequestId, state: Open, plant: Plant): Actions {
  const asked = toHolders("Answer", stepsWith(state, "asked"), state, plant).map(({ label, step }) =>
    button(request, "answer", `${label}…`, "primary", { step: step.id, ask: step.ask }),
  );
  const own = [...state.steps.values()].flatMap((step) => {
    const rule = ruleFor(state, step);
    return rule?.owner === "requester" && step.status === "open" ? confirmButtons(request, rule, step) : [];
  });
  const withdraw = state.grant.status === "none" ? [button(request, "withdraw", "Withdraw…")] : [];
  const change = state.grant.status === "none" ? [button(request, "change", "Change a fact…")] : [];
  return {
    type: "actions",
    actions: [...asked, ...own, ...cutOff(request, state), ...note(request), ...withdraw],
    more: change,
  };
}

/** First what only Ops can do: say whose a disputed step is; then nudge, say whose it is instead, cut off, close. */
function forOps(request: RequestId, state: Open, plant: Plant): Actions {
  const all = rulings(request, state);
  const disputed = stepsWith(state, "disputed").length;
  const close = state.grant.status === "none" ? [button(request, "close", "Close with a reason…", "danger")] : [];
  return {
    type: "actions",
    actions: [
      ...rungFor(request, state),
      ...all.slice(0, disputed),
      ...goOn(request, state),
      ...nudges(request, state, plant),
      ...all.slice(disputed, disputed + 1),
      ...cutOff(request, state),
      ...close,
    ],
    more: [...all.slice(disputed + 1), ...note(request)],
  };
}

/** Rung for a line that stands, Ops can take it themselves. */
function rungFor(request: RequestId, state: Open): readonly CardAction[] {
  return stepsWith(state, "open").flatMap((step) => {
    const rule = ruleFor(state, step);
    if (rule?.kind !== "do" || !("ball" in step) || step.ball.takenBy !== null) return [];
    const rung = step.ball.pings.some(({ rank }) => rank === "ops" || rank === "manager");
    const about = { step: step.id, ask: step.ask };
    return rung ? [button(request, "take", rule.buttons.take ?? "Take it", "primary", about)] : [];
  });
}

function nudges(request: RequestId, state: Open, plant: Plant): readonly CardAction[] {
  return toHolders("Nudge", stepsWith(state, "open"), state, plant).map(({ label, step }) =>
    button(request, "nudge", label, "plain", { step: step.id, ask: step.ask }),
  );
}

type Labelled = { readonly label: string; readonly step: StepState };

/** One thing to do to each step: named by who has it, or by what they do where one team has several. */
function toHolders(word: string, steps: readonly StepState[], state: Open, plant: Plant): readonly Labelled[] {
  const holders = steps.map((step) => holderOf(state, step, plant));
  const areTold = new Set(holders).size === steps.length;
  return steps.map((step, index) => {
    const whom = areTold ? holders[index] : `whoever ${doesOf(state, step)}`;
    return { label: steps.length === 1 ? word : `${word} ${whom}`, step };
  });
}

function doesOf(state: Open, step: StepState): string {
  return ruleFor(state, step)?.does ?? "does it";
}

/** A ruling never goes around a veto, unless nobody owns the step. Disputed steps first. */
function rulings(request: RequestId, state: Open): readonly CardAction[] {
  const disputed = stepsWith(state, "disputed");
  const contestable = stepsWith(state, "open").filter((step) => ruleFor(state, step)?.veto === false);
  const all = [...disputed, ...contestable];
  return all.map((step, index) => {
    const label = all.length === 1 ? "Decide whose…" : `Decide who ${doesOf(state, step)}…`;
    const style = step.status === "disputed" && index === 0 ? "primary" : "plain";
    return button(request, "rule", label, style, { step: step.id, ask: step.ask });
  });
}

function stepsWith(state: Open, status: StepState["status"]): readonly StepState[] {
  return [...state.steps.values()].filter((step) => step.status === status);
}

function holderOf(state: Open, step: StepState, plant: Plant): string {
  return "ball" in step ? partyLabel(plant, step.ball.party, state.asked) : "its owner";
}

function goOn(request: RequestId, state: Open): readonly CardAction[] {
  return frozenSteps(state).length > 0 ? [button(request, "setFreezeAside", "Go on now…")] : [];
}

function cutOff(request: RequestId, state: Open): readonly CardAction[] {
  return state.grant.status === "running" ? [button(request, "cutOff", "Cut off now…", "danger")] : [];
}

function note(request: RequestId): readonly CardAction[] {
  return [button(request, "note", "Add a note…")];
}
