import type { EpochMs } from "../../clock.ts";
import type { CommandOf, Meta, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { evolve } from "../evolve.ts";
import { isSettled, type RequestState, type StepIn, type StepState } from "../state.ts";
import { reopened } from "./again.ts";
import { laterSteps, requireDecider, requireSent } from "./back.ts";
import { requireWords } from "./guards.ts";
import { asOfNow } from "./revisit.ts";

/**
 * Whoever approved or denied takes it back. Before anybody has begun what comes next the step is open again, with whoever
 * had answered it and with its old clocks; what a no had ended goes on from there. Once somebody has begun they are told.
 * @throws RefusedError in words for whoever pressed
 */
export function takeBack(state: RequestState, command: CommandOf<"takeBack">, world: World): readonly RequestEvent[] {
  const { by, at, step: id } = command;
  const sent = requireSent(state, world);
  const step = sent.steps.get(id);
  if (step !== undefined && isTakenBackBy(step, command)) return [];
  const back = requireDecider(sent, command, command, world);
  const said = { step: id, reason: requireWords(command.reason, "why"), by, at };
  if (back === "begun") return [{ type: "HaltAsked", ...said }];
  const verdict = state.status === "closed" ? "denied" : "approved";
  const first: RequestEvent = { type: "StepTakenBack", verdict, ...said };
  if (state.status === "closed") return [first, ...asOfNow(evolve(state, first), at, world)];
  const through = [...sent.steps.values()].filter((each) => isSettled(each) && isThrough(each, id));
  return [
    first,
    ...through.flatMap((each) => reopened(each, "the answer that stood for it was taken back", at)),
    ...laterSteps(sent, id).flatMap((each) => waitsAgain(each, at)),
  ];
}

/** Whether it was answered by another step's answer. */
function isThrough({ verdict }: StepIn<"settled">, id: StepState["id"]): boolean {
  return verdict.type === "through" && verdict.step === id;
}

/** A second press: it has happened. */
function isTakenBackBy(step: StepState, { by }: Meta): boolean {
  if (step.status === "open") return step.ball.takenBy === by;
  return isSettled(step) && step.verdict.by === by && step.verdict.type === "approved" && step.verdict.halt !== null;
}

/** Whoever was asked on the strength of it waits; what others have answered stays their answer. */
function waitsAgain(step: StepState, at: EpochMs): readonly RequestEvent[] {
  if (step.status === "waiting" || isSettled(step)) return [];
  return reopened(step, "an approval before it was taken back", at);
}
