import { DAY_MS, type EpochMs, earliest, later } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import { mayActFor } from "../../plant/duty/authority.ts";
import { ownsRisks } from "../../plant/duty/riskOwner.ts";
import { type Saying, saying } from "../../words/say.ts";
import { carriesOut } from "../../workflow/kinds/kinds.ts";
import { type StepId, stepsOf } from "../../workflow/requestType.ts";
import { personIn, THE_CLOCK } from "../actor.ts";
import type { Meta, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import {
  type Closed,
  isGoAhead,
  isSettled,
  type Open,
  type RequestState,
  type StepIn,
  type StepState,
} from "../state.ts";
import { isBegun } from "./begun.ts";
import { pendingExtension } from "./extend.ts";
import { type AboutStep, outdated, requireOpen, requirePerson } from "./guards.ts";
import { grantEnd, windowsOf } from "./window.ts";

/** A no can be taken back so long, while what was asked for is still to come. */
const NO_KEPT_MS = 7 * DAY_MS;

/**
 * What becomes of a yes or no that is taken back. `free`: nobody has begun what comes next, so it is as if it had not been
 * said. `begun`: somebody has, is told, and decides. Null where there is nothing to take back any more.
 */
type Back = "free" | "begun";

/** @throws RefusedError for whoever did not decide it, and once it is too late */
export function requireDecider(state: RequestState, about: AboutStep, { by, at }: Meta, world: World): Back {
  const sent = requireSent(state, world);
  const step = about.step === null ? undefined : sent.steps.get(about.step);
  if (!isSettled(step) || step.ask !== about.ask) throw outdated(sent);
  requirePerson(by);
  if (!isTheirWord(step, { by, at }, world)) throw new RefusedError("NOT_ALLOWED", saying("refused.onlyDecider"));
  const back = backOf(sent, step, at);
  if (back !== null) return back;
  throw new RefusedError("OUTDATED", tooLate(sent));
}

/** The same as a yes or no, for asking it of everybody. */
export function isDecider(
  state: RequestState,
  about: AboutStep,
  who: Pick<Meta, "by" | "at">,
  world: Pick<World, "plant">,
): boolean {
  if (state.status !== "open" && state.status !== "closed") return false;
  const step = about.step === null ? undefined : state.steps.get(about.step);
  return isSettled(step) && step.ask === about.ask && mayTakeBack(state, step, who, world);
}

/** Whether somebody may take back the answer that a step has: it is theirs, and not too late. */
export function mayTakeBack(
  sent: Open | Closed,
  step: StepIn<"settled">,
  who: Pick<Meta, "by" | "at">,
  world: Pick<World, "plant">,
): boolean {
  return isTheirWord(step, who, world) && backOf(sent, step, who.at) !== null;
}

/**
 * Whether somebody gave the answer that a step has, and may give it still. Authority is read when the button is pressed: who has
 * left the team since decides nothing any more.
 */
export function isTheirWord(
  { verdict, party, before }: StepIn<"settled">,
  { by, at }: Pick<Meta, "by" | "at">,
  { plant }: Pick<World, "plant">,
): boolean {
  const person = personIn(by);
  if (person === null || verdict.by !== by || party === null) return false;
  if (verdict.type === "riskTaken") return ownsRisks(plant, person);
  const fallback = before?.pings.some(({ rank }) => rank === "fallback") ?? false;
  return mayActFor(plant, party, person, { at, fallback });
}

/** What becomes of a step's answer when it is taken back at an instant. */
export function backOf(state: Open | Closed, step: StepIn<"settled">, at: EpochMs): Back | null {
  const { verdict } = step;
  if (state.status === "closed") {
    const until = deniedUntil(state);
    // Asked once more it was denied again: that is final.
    const isFinal = state.appeal !== null || until === null || at >= until;
    return verdict.type === "denied" && !isFinal ? "free" : null;
  }
  // Of a later end, while the others have still to answer.
  if (pendingExtension(state)?.steps.includes(step.id)) return verdict.type === "approved" ? "free" : null;
  if (!isGoAhead(verdict) || verdict.halt !== null || state.grant.status !== "none") return null;
  const work = laterSteps(state, step.id).filter(({ id }) => isWork(state, id));
  if (work.some(isSettled)) return null;
  return work.some(isBegun) ? "begun" : "free";
}

/** Until when the no that ended a request can be taken back; null where that is not so, or no longer. */
export function deniedUntil(state: Closed): EpochMs | null {
  if (state.outcome !== "denied" || state.stands || state.grant.status !== "none") return null;
  const end = state.rules.endsAt === null ? null : grantEnd(state, later(state.closedAt, NO_KEPT_MS));
  const windows = windowsOf(state.rules, state.values).map(({ until }) => until);
  return earliest([later(state.closedAt, NO_KEPT_MS), end, ...windows]);
}

/** The no that ended it is final from now on. */
export function denialStands(state: Closed, at: EpochMs): readonly RequestEvent[] {
  const until = deniedUntil(state);
  return until !== null && until <= at ? [{ type: "DenialStands", by: THE_CLOCK, at }] : [];
}

/** @throws RefusedError for a draft */
export function requireSent(state: RequestState, world: World): Open | Closed {
  return state.status === "closed" ? state : requireOpen(state, world);
}

function isWork({ rules }: Pick<Open, "rules">, id: StepId): boolean {
  return stepsOf(rules).some((rule) => rule.id === id && carriesOut(rule));
}

/** The steps of the stages after that of a step. */
export function laterSteps({ rules, steps }: Pick<Open, "rules" | "steps">, id: StepId): readonly StepState[] {
  const stage = rules.stages.findIndex((each) => each.steps.some((rule) => rule.id === id));
  return rules.stages.slice(stage + 1).flatMap((each) => each.steps.flatMap((rule) => steps.get(rule.id) ?? []));
}

function tooLate({ status, key, grant }: Open | Closed): Saying {
  if (status === "closed") return saying("back.tooLate", { key });
  return saying(grant.status === "running" ? "back.isOpen" : "back.isDone", { key });
}
