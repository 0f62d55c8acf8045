import type { EpochMs } from "../../clock.ts";
import { say } from "../../words/say.ts";
import { carriesOut, decides } from "../../workflow/kinds/kinds.ts";
import { type Step, stepsOf } from "../../workflow/requestType.ts";
import { sayWho, THE_RULES } from "../actor.ts";
import type { World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { isSettled, type Open, type StepState } from "../state.ts";
import { kept } from "./guards.ts";
import { giveTo } from "./openStep.ts";
import { placeLeft } from "./places.ts";

/** Steps that were answered and are to be answered once more: what was done does not help, or could not be done. */
export function toDoAgain(state: Open, world: World, at: EpochMs): readonly RequestEvent[] {
  const given = givenUp(state, world, at);
  return given.length > 0 ? given : complained(state, at);
}

/** Whoever was called could not mend it: the line still stands, so the call goes on, with Ops. */
function givenUp(state: Open, world: World, at: EpochMs): readonly RequestEvent[] {
  if (state.rules.call === null) return [];
  return stepsOf(state.rules).flatMap((rule) => {
    const step = state.steps.get(rule.id);
    if (!isSettled(step) || (step.verdict.type !== "failed" && step.verdict.type !== "rolledBack")) return [];
    const waiting = { ...step, status: "waiting" } as const;
    const because = say(world.plant, "duty.notMended", { what: step.verdict.evidence });
    const text = `${sayWho(step.verdict.by, state.asked, world.plant)} could not mend it: ${step.verdict.evidence}`;
    return [
      { type: "NoteAdded", text: kept(text), name: "Referee", place: null, by: THE_RULES, at },
      ...reopened(step, because, at),
      ...giveTo(state, rule, waiting, { type: "ops" }, because, world, at),
    ];
  });
}

/**
 * "It does not work": what was done last is to be done again, and whatever looks whether it works has to look again. So it
 * is with what was closed at its end: who takes it back may have found it open.
 */
function complained(state: Open, at: EpochMs): readonly RequestEvent[] {
  const rules = stepsOf(state.rules);
  const index = rules.findIndex(({ id }) => isComplaint(state.steps.get(id)));
  const rule = rules[index];
  if (rule === undefined) return [];
  const work = isWorkDone(state, rule.id) ? workBefore(state.rules, rule.id) : null;
  const from = work === null ? index : rules.indexOf(work);
  return rules.slice(from).flatMap((each) => {
    const step = state.steps.get(each.id);
    return step === undefined || step.status === "waiting" || decides(each)
      ? []
      : reopened(step, "it does not work yet", at);
  });
}

function isComplaint(step: StepState | undefined): boolean {
  return isSettled(step) && step.verdict.type === "doesNotWork";
}

/** Whether what a step looks at is there to be looked at. */
export function isWorkDone({ rules, steps }: Pick<Open, "rules" | "steps">, id: StepState["id"]): boolean {
  const work = workBefore(rules, id);
  return work === null || isSettled(steps.get(work.id));
}

/** What a step looks at: the last before it that was carried out; null when there is none. */
export function workBefore(rules: Open["rules"], id: StepState["id"]): Step | null {
  const steps = stepsOf(rules);
  const index = steps.findIndex((step) => step.id === id);
  return steps.slice(0, index).findLast(carriesOut) ?? null;
}

/** A step is asked again. Its old card says where to look, so that it is not answered, or called for, in two places. */
export function reopened(step: StepState, reason: string, at: EpochMs): readonly RequestEvent[] {
  return [...placeLeft(step, at), { type: "StepReopened", step: step.id, reason, at, by: THE_RULES }];
}
