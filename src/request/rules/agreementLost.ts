import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { type Told, told, toldTogether } from "../../plant/told/told.ts";
import { closingSteps, type Step, stepsOf } from "../../workflow/requestType.ts";
import { THE_RULES } from "../actor.ts";
import type { CommandOf, World } from "../commands.ts";
import type { Agreed, FrozenType, RequestEvent } from "../events.ts";
import { asReason } from "../inWords.ts";
import { type Closed, isGoAhead, isSettled, type Open, type RequestState } from "../state.ts";
import { hasBegun } from "./begun.ts";
import { laterEndRefused } from "./extend.ts";
import { noteOfReferee } from "./noteOfReferee.ts";
import { leavePlaces, tellOps } from "./places.ts";
import { grantEnd } from "./window.ts";

// An agreement that somebody cut off, or wants back, holds for nothing any more: what was asked for by it and is not begun
// asks whoever was spared; of what somebody has begun, Ops and everybody else read that it does not hold.

/** Whether what was agreed on may answer a step now: it is open, and nobody who agreed to it wants that back. */
export function isInForce(state: RequestState): boolean {
  if (state.status !== "open" || state.grant.status !== "running") return false;
  return [...state.steps.values()].every(
    (step) => !isSettled(step) || !isGoAhead(step.verdict) || step.verdict.halt === null,
  );
}

/** Whether a request still goes by what was agreed on: until that instant its agreement has to be in force. */
export function goesByAgreement(state: RequestState, at: EpochMs): state is Open & { readonly agreed: Agreed } {
  return state.status === "open" && state.agreed !== null && at < state.agreed.until;
}

/** Whether what was begun by an agreement goes on though that holds no more: it then ends later than was agreed. */
export function outlivesAgreement(state: Open): boolean {
  const { agreed, grant } = state;
  if (agreed === null || grant.status === "ended") return false;
  return (grant.status === "running" ? grant.until : grantEnd(state, state.at)) > agreed.until;
}

/** The same of what stands open: whoever may cut it off is asked whether it goes on. */
export function isOpenWithoutAgreement(state: RequestState): state is Open & { readonly agreed: Agreed } {
  return state.status === "open" && state.grant.status === "running" && outlivesAgreement(state);
}

/** Whoever was not asked is asked, once the agreement by which they were not is in force no more. */
export function agreementLost(
  state: RequestState,
  { agreement, at }: CommandOf<"agreementLost">,
  world: World,
): readonly RequestEvent[] {
  if (agreement.status !== "open" && agreement.status !== "closed") return [];
  if (!goesByAgreement(state, at) || agreement.key !== state.agreed.key || isInForce(agreement)) return [];
  const { agreed } = state;
  const { plant } = world;
  const begun = hasBegun(state) || state.grant.status !== "none";
  const who = toldTogether(
    agreed.steps.map(({ party }) => ({ party })),
    "and",
  );
  const text = told(begun ? "vendor.goneInUse" : "vendor.goneAsked", { agreed: agreed.key, who });
  const rules = begun ? null : withAsked(state.rules, agreed, agreement, world);
  return [
    ...(begun ? tellOps(state, plant, { at }) : leavePlaces(state, at)),
    ...(begun ? notLonger(state, text, plant, at) : []),
    { type: "AgreementLost", key: agreed.key, rules, by: THE_RULES, at },
    // Of what is open everybody is told by that itself, with what they can do about it.
    ...(state.grant.status === "running" ? [] : [noteOfReferee(plant, text, at)]),
  ];
}

/** A later end that is asked for would be one yes, of whoever has it anyway: it is asked for anew, of all. */
function notLonger(state: Open, why: Told, plant: Plant, at: EpochMs): readonly RequestEvent[] {
  const [closing] = closingSteps(state.rules);
  return closing === undefined
    ? []
    : laterEndRefused(state, { through: closing.id, ...asReason(plant, why), by: THE_RULES, at });
}

/** The rules with the steps that were answered beforehand, first of all; as their type has them now, or as they were agreed to. */
function withAsked(rules: FrozenType, agreed: Agreed, agreement: Open | Closed, { types }: World): FrozenType {
  const type = types.get(rules.type);
  const known = [...(type === undefined ? [] : stepsOf(type)), ...stepsOf(agreement.rules)];
  const asked = agreed.steps.flatMap(({ step }): readonly Step[] => {
    const rule = known.find(({ id }) => id === step);
    return rule === undefined ? [] : [{ ...rule, agreed: null, settles: [], together: [] }];
  });
  const [first, ...others] = rules.stages;
  const isBefore = first !== undefined && first.opens === "next";
  const stages = isBefore
    ? [{ ...first, steps: [...first.steps, ...asked] }, ...others]
    : [{ opens: "next" as const, steps: asked }, ...rules.stages];
  return { ...rules, stages };
}
