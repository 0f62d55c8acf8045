import { DAY_MS, type EpochMs, earliest, HOUR_MS, later } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { durationMs } from "../../workflow/duration.ts";
import { isClosing, type Step, type StepId } from "../../workflow/requestType.ts";
import { THE_CLOCK } from "../actor.ts";
import type { EventOf, RequestEvent } from "../events.ts";
import { OPS_PLACE } from "../place.ts";
import type { Ball, Open, StepIn } from "../state.ts";
import { workMs } from "./chain.ts";
import { ruleOf } from "./guards.ts";
import { tellOps } from "./places.ts";
import { clockOf } from "./window.ts";

/** Whoever asked is reminded of a question once, after this long. */
const REMIND_REQUESTER_MS = 4 * HOUR_MS;
/** Ops hear of a question that nobody answers so long after the reminder. */
const UNANSWERED_MS = DAY_MS;

/** What goes with a question that whoever asked is to answer from now on: the time left for deciding, and when they are reminded. */
export function asksFrom(
  state: Open,
  rule: Step,
  { party, clocks: { dueAt } }: Pick<Ball, "party" | "clocks">,
  plant: Plant,
  at: EpochMs,
): Pick<EventOf<"QuestionAsked">, "leftMs" | "remindAt"> {
  const { always } = clockOf(state, rule);
  const leftMs = dueAt === null ? null : Math.max(0, workMs(plant, party, at, dueAt, always));
  return { leftMs, remindAt: remindedFirstAt(rule, at) };
}

/** Of what cannot wait as soon as its holder would be asked. */
function remindedFirstAt({ clock: { progress } }: Pick<Step, "clock">, at: EpochMs): EpochMs {
  return later(at, progress === null ? REMIND_REQUESTER_MS : durationMs(progress));
}

/** When something is due about a question that waits for its answer. */
export function unansweredInstants(state: Open, step: StepIn<"asked">): readonly (EpochMs | null)[] {
  return [remindAt(state, step), opsHearAt(state, step), step.ball.nudgeAt];
}

/** Whoever is to answer is reminded; Ops hear it with them where it cannot wait, and else a day later. */
export function wakeQuestion(state: Open, step: StepIn<"asked">, at: EpochMs, plant: Plant): readonly RequestEvent[] {
  // Ops may have wanted it sooner.
  const due = earliest([remindAt(state, step), step.ball.nudgeAt]);
  if (due !== null && due <= at) {
    const reminded = { type: "QuestionReminded", step: step.id, by: THE_CLOCK, at } as const;
    return cannotWait(state, step.id) ? [...tellOps(state, plant, { at }), reminded] : [reminded];
  }
  const unanswered = opsHearAt(state, step);
  return unanswered !== null && unanswered <= at ? tellOps(state, plant, { at }) : [];
}

/** Whether Ops hear of a question whenever whoever asked is reminded: while it waits, a line stands or something stays open. */
export function cannotWait(state: Open, id: StepId): boolean {
  return progressOf(state, id) !== null || isClosing(state.rules, id);
}

/**
 * Once, as was said when it was asked. What cannot wait is asked again as often as whoever has it would be asked how it goes, by
 * the clock that holds now: it may have been cut off since.
 */
function remindAt(state: Open, { id, question }: StepIn<"asked">): EpochMs | null {
  const progress = progressOf(state, id);
  if (progress !== null) return later(question.remindedAt ?? question.at, progress);
  return question.reminded ? null : question.remindAt;
}

function progressOf(state: Open, id: StepId): number | null {
  const { progress } = ruleOf(state, id).clock;
  return progress === null ? null : durationMs(progress);
}

/** When Ops hear of what whoever asked was reminded of, with them or later. */
function opsHearAt(state: Open, { id, question }: StepIn<"asked">): EpochMs | null {
  if (!question.reminded) return null;
  return untold(state, cannotWait(state, id) ? question.remindAt : later(question.remindAt, UNANSWERED_MS));
}

/** An instant at which Ops are to be told; null when they see the request, or were told since, in vain maybe. */
function untold({ places }: Open, at: EpochMs): EpochMs | null {
  const ops = places.get(OPS_PLACE);
  return ops !== undefined && (!ops.left || ops.openedAt >= at) ? null : at;
}
