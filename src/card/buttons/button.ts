import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import { isOpenWithoutAgreement } from "../../request/rules/agreementLost.ts";
import { standsOpen } from "../../request/rules/follow.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import type { Open, StepIn, StepState } from "../../request/state.ts";
import type { Reader } from "../../words/reader.ts";
import { say } from "../../words/say.ts";
import { type Action, encodeAction, type Verb } from "../action.ts";
import type { CardAction, CardBlock } from "../card.ts";
import type { Style } from "../verbs/verb.ts";
import { VERBS } from "../verbs/verbs.ts";
import { partyLabel } from "../words.ts";

export type Actions = Extract<CardBlock, { type: "actions" }>;

export const NO_ACTIONS: Actions = { type: "actions", actions: [], more: [] };

/** How a button differs from what its verb says of itself. */
export type Look = {
  readonly label?: string;
  readonly style?: Style;
  /** Of a verb that needs a form or none: whether it does. Default: no. */
  readonly asks?: boolean;
};

/** A button of one request. */
export function button(
  request: RequestId,
  verb: Verb,
  reader: Reader,
  about: Partial<Pick<Action, "step" | "ask" | "arg">> = {},
  look: Look = {},
): Extract<CardAction, { type: "press" }> {
  const { step = null, ask = 0, arg = "" } = about;
  const row = VERBS[verb];
  const { label = say(reader, row.label), style = row.style ?? "plain", asks = row.by === "form" } = look;
  const value = encodeAction({ verb, request, step, ask, arg });
  return { type: "press", label: asks ? `${label}…` : label, style, value };
}

/** The look of a button for which the request type may have words of its own. */
export function named(label: string | undefined): Look {
  return label === undefined ? {} : { label };
}

type Labelled = { readonly label: string; readonly step: StepState };

/** One thing to do to each step: named by who has it, or by what they do where one team has several. */
export function toHolders(
  verb: "answer" | "nudge",
  steps: readonly StepState[],
  state: Open,
  plant: Plant,
): readonly Labelled[] {
  return holdersOf(steps, state, plant).map(({ who, step }) => ({
    ...{
      label: steps.length === 1 ? say(plant, `verbs.${verb}`) : say(plant, `verbs.${verb}Whom`, { whom: who }),
      step,
    },
  }));
}

/** Who has each step, so that none is called as another is. */
function holdersOf(
  steps: readonly StepState[],
  state: Open,
  plant: Plant,
): readonly { readonly who: string; readonly step: StepState }[] {
  const holders = steps.map((step) => holderOf(state, step, plant));
  const areTold = new Set(holders).size === steps.length;
  return steps.map((step, index) => {
    const whoever = say(plant, "verbs.whoever", { does: ruleOf(state, step.id).does });
    return { who: areTold ? (holders[index] ?? whoever) : whoever, step };
  });
}

function holderOf(state: Open, step: StepState, plant: Plant): string {
  return "ball" in step ? partyLabel(plant, step.ball.party, state.asked) : say(plant, "verbs.itsOwner");
}

export function stepsWith<S extends StepState["status"]>({ steps }: Open, ...statuses: S[]): readonly StepIn<S>[] {
  const isOne = (step: StepState): step is StepIn<S> => statuses.some((status) => status === step.status);
  return [...steps.values()].filter(isOne);
}

export function cutOff(request: RequestId, state: Open, reader: Reader): readonly CardAction[] {
  const late = state.grant.status === "ended" && !state.grant.now && standsOpen(state);
  const asks = !isOpenWithoutAgreement(state);
  return state.grant.status === "running" || late ? [button(request, "cutOff", reader, {}, { asks })] : [];
}

export function note(request: RequestId, reader: Reader): readonly CardAction[] {
  return [button(request, "note", reader)];
}
