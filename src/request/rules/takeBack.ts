import type { EpochMs } from "../../clock.ts";
import type { CommandOf, Meta, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { evolve, tookBack } from "../evolve.ts";
import {
  type Closed,
  isGoAhead,
  isSettled,
  type Open,
  type RequestState,
  type StepIn,
  type StepState,
} from "../state.ts";
import { reopened } from "./again.ts";
import { laterSteps, requireDecider, requireSent } from "./back.ts";
import { requireWords } from "./guards.ts";
import { asOfNow } from "./revisit.ts";
import { saidBeside } from "./saidOtherwise.ts";

/**
 * Whoever approved or denied, or took the risk of a no, takes it back. Before anybody has begun what comes next the step is
 * open again, with whoever had answered it and with its old clocks; what a no had ended goes on from there, and a no whose
 * risk nobody takes any more ends it again. Once somebody has begun they are told.
 * @throws RefusedError in words for whoever pressed
 */
export function takeBack(state: RequestState, command: CommandOf<"takeBack">, world: World): readonly RequestEvent[] {
  const { by, at, step: id } = command;
  const sent = requireSent(state, world);
  const step = sent.steps.get(id);
  const isBack = step !== undefined && isTakenBackBy(sent, step, command);
  // It has happened: only another reason is new.
  if (isBack || (sent.status === "closed" && wasTheirRisk(sent, command)))
    return saidBeside(sent, command.reason, command);
  const back = requireDecider(sent, command, command, world);
  const said = { step: id, reason: requireWords(command.reason, "why"), by, at };
  if (back === "begun") return [{ type: "HaltAsked", ...said }];
  if (isSettled(step) && step.verdict.type === "riskTaken")
    // Nobody is asked any more on the strength of it, whatever becomes of the no.
    return [{ type: "RiskTakenBack", ...said }, ...laterSteps(sent, id).flatMap((each) => waitsAgain(each, at))];
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
function isTakenBackBy({ notes }: Open | Closed, step: StepState, { by }: Meta): boolean {
  // Who has it may never have answered it.
  if (step.status === "open")
    return step.ball.again && step.ball.takenBy === by && notes.some((note) => note.by === by && tookBack(note));
  return isSettled(step) && step.verdict.by === by && isGoAhead(step.verdict) && step.verdict.halt !== null;
}

/** The same of a risk, which the no that it was taken of has ended since. */
function wasTheirRisk({ notes, outcome }: Closed, { by }: Meta): boolean {
  return outcome === "denied" && notes.some((note) => note.says === "tookRisk" && note.by === by);
}

/** Whoever was asked on the strength of it waits; what others have answered stays their answer. */
function waitsAgain(step: StepState, at: EpochMs): readonly RequestEvent[] {
  if (step.status === "waiting" || isSettled(step)) return [];
  return reopened(step, "an approval before it was taken back", at);
}
