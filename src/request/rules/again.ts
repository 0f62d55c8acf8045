import type { EpochMs } from "../../clock.ts";
import { tell, told } from "../../plant/told/told.ts";
import { carriesOut, looksBack } from "../../workflow/kinds/kinds.ts";
import { type Step, stepsOf } from "../../workflow/requestType.ts";
import { sayWho, THE_RULES } from "../actor.ts";
import type { World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { isSettled, type Open, type StepState } from "../state.ts";
import { noteOf, noteOfReferee } from "./noteOfReferee.ts";
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
    const { evidence, by } = step.verdict;
    const because = told("duty.notMended", { what: evidence });
    const text = told("notes.gaveUp", { who: sayWho(by, state.asked, world.plant) });
    return [
      ...noteOf(evidence, { by, at }),
      noteOfReferee(world.plant, text, at),
      ...reopened(step, tell(world.plant, because), at),
      ...giveTo(state, rule, waiting, { type: "ops" }, because, world, at),
    ];
  });
}

/**
 * "It does not work": what was chosen, of what the step looks at, is to be done again, and with it what was done on it
 * since; whatever looks whether that works has to look again. So it is with what was closed at its end: who takes it back
 * may have found it open. What nobody complained of stays done.
 */
function complained(state: Open, at: EpochMs): readonly RequestEvent[] {
  const rules = stepsOf(state.rules);
  const rule = rules.find(({ id }) => isComplaint(state.steps.get(id)));
  if (rule === undefined) return [];
  const works = isWorkDone(state, rule.id) ? worksDoneAgain(state, rule.id) : [];
  const isAgain = ({ id }: Step) =>
    id === rule.id || works.includes(id) || worksBefore(state.rules, id).some((work) => works.includes(work.id));
  return rules.filter(isAgain).flatMap((each) => {
    const step = state.steps.get(each.id);
    return step === undefined || step.status === "waiting" ? [] : reopened(step, "it does not work yet", at);
  });
}

/** The chosen one, and those of later stages that the same step looks at. */
function worksDoneAgain({ rules, steps }: Open, id: StepState["id"]): readonly StepState["id"][] {
  const step = steps.get(id);
  const works = worksBefore(rules, id);
  const chosen = isSettled(step) && "again" in step.verdict ? step.verdict.again : null;
  const work = works.find((each) => each.id === chosen) ?? works.at(-1);
  if (work === undefined) return [];
  const stage = stageOf(rules, work.id);
  return [work, ...works.filter((each) => stageOf(rules, each.id) > stage)].map((each) => each.id);
}

function isComplaint(step: StepState | undefined): boolean {
  return isSettled(step) && step.verdict.type === "doesNotWork";
}

/** Whether what a step looks at is there to be looked at. */
export function isWorkDone({ rules, steps }: Pick<Open, "rules" | "steps">, id: StepState["id"]): boolean {
  return worksBefore(rules, id).every((work) => isSettled(steps.get(work.id)));
}

/**
 * What a step that looks whether it works looks at: what it says, else what was carried out before it, in the last stage in
 * which anything was. None of steps that look at nothing.
 */
export function worksBefore(rules: Open["rules"], id: StepState["id"]): readonly Step[] {
  const steps = stepsOf(rules);
  const index = steps.findIndex((step) => step.id === id);
  const rule = steps[index];
  if (rule === undefined || !looksBack(rule)) return [];
  const before = steps.slice(0, index).filter(carriesOut);
  if (rule.looksAt.length > 0) return before.filter((work) => rule.looksAt.includes(work.id));
  const last = before.at(-1);
  return last === undefined ? [] : before.filter((work) => stageOf(rules, work.id) === stageOf(rules, last.id));
}

function stageOf({ stages }: Open["rules"], id: StepState["id"]): number {
  return stages.findIndex(({ steps }) => steps.some((step) => step.id === id));
}

/** A step is asked again. Its old card says where to look, so that it is not answered, or called for, in two places. */
export function reopened(step: StepState, reason: string, at: EpochMs): readonly RequestEvent[] {
  return [...placeLeft(step, at), { type: "StepReopened", step: step.id, reason, at, by: THE_RULES }];
}
