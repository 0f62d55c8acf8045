import { assertNever } from "../errors.ts";
import type { Told } from "../plant/told/told.ts";
import { stepsOf } from "../workflow/requestType.ts";
import { personIn } from "./actor.ts";
import type { EventOf, FrozenType, LaterClocks, RequestEvent } from "./events.ts";
import { type Asking, type Ball, isGoAhead, isToWatch, type Open, type StepState, type Verdict } from "./state.ts";

/** The events that change one step. */
export type StepEvent = Extract<RequestEvent, { step: unknown }>;

export function isAboutStep(event: RequestEvent): event is StepEvent {
  return "step" in event;
}

/** Every step before anybody has decided: when a request is sent, and when what was approved is not asked for any more. */
export function allWaiting(rules: FrozenType, ask: number): Open["steps"] {
  return new Map(
    stepsOf(rules).map(({ id }) => [
      id,
      { id, status: "waiting", ask, moves: 0, begun: false, givenTo: null, complaint: null, place: null },
    ]),
  );
}

/** One step after one more event about it. */
export function evolveStep(step: StepState, event: StepEvent, version: number): StepState {
  const after = evolved(step, event, version);
  return BEGINS.has(event.type) ? { ...after, begun: true } : after;
}

const BEGINS: ReadonlySet<StepEvent["type"]> = new Set(["StepTaken", "StepDone"]);

function evolved(step: StepState, event: StepEvent, version: number): StepState {
  switch (event.type) {
    case "StepOpened":
      return open(step, event, version);
    case "StepHeld":
      return {
        ...common(step, version),
        status: "held",
        party: event.party,
        because: event.because,
        ...keptTold(event),
        since: event.at,
        until: event.until,
        freeze: event.freeze,
      };
    case "StepDisputed":
      return {
        ...common(step, version),
        status: "disputed",
        by: event.by,
        reason: event.reason,
        ...keptTold(event),
        since: event.at,
      };
    case "StepMoved":
    case "OwnerRuled":
      return { ...common(step, version), status: "waiting", moves: step.moves + 1, givenTo: givenTo(event) };
    case "StepReopened":
    case "DenialAppealed":
      return { ...common(step, version), status: "waiting" };
    case "RiskTaken":
      return riskTaken(step, event, version);
    case "RiskTakenBack":
      return riskTakenBack(step, version);
    case "RulingUndone":
      return { ...step, givenTo: null };
    case "StepTakenBack":
      return takenBack(step, event, version);
    case "HaltAsked":
      return halted(step, event);
    case "StepPinged":
    case "StepReminded":
    case "StepOverdue":
    case "StepNudged":
    case "NudgeAsked":
    case "StepTaken":
    case "StepReleased":
    case "StepHandedOver":
    case "FreezePassed":
    case "ReliefPassed":
    case "ProgressAsked":
      return withBall(step, (ball) => evolveBall(ball, event));
    case "QuestionAsked":
    case "QuestionReminded":
    case "QuestionAnswered":
      return evolveQuestion(step, event, version);
    case "FactsGiven":
      return { ...step, ask: version };
    default:
      return settled(step, event, version);
  }
}

/** What is kept to be said again, where it is. */
export function keptTold({ told }: { readonly told?: Told | undefined }): { readonly told?: Told } {
  return told === undefined ? {} : { told };
}

const common = ({ id, moves, begun, givenTo, complaint, place }: StepState, ask: number) => ({
  id,
  moves,
  begun,
  givenTo,
  complaint,
  place,
  ask,
});

/** To whom a step goes by a hand that passes it on, or by a ruling, and why. */
export function givenTo(event: EventOf<"StepMoved" | "OwnerRuled">): NonNullable<StepState["givenTo"]> {
  return event.type === "StepMoved"
    ? { party: event.party, because: event.because, ...keptTold(event) }
    : { party: { type: "team", team: event.team }, because: event.reason, ruled: true };
}

function open(step: StepState, event: EventOf<"StepOpened">, version: number): StepState {
  const { party, because, ping, clocks, frozenFrom, reliefAt, at } = event;
  const ball: Ball = {
    party,
    because,
    ...keptTold(event),
    pings: [ping],
    takenBy: null,
    takenAt: null,
    released: null,
    since: at,
    backAt: null,
    lent: [],
    again: false,
    clocks,
    reminded: false,
    frozenFrom,
    roundFrom: 0,
    reliefAt,
    nudgedAt: null,
    nudgeAt: null,
    progressAskedAt: null,
    overdue: null,
  };
  return { ...common(step, version), status: "open", ball };
}

function withBall(step: StepState, change: (ball: Ball) => Ball): StepState {
  return step.status === "open" || step.status === "asked" ? { ...step, ball: change(step.ball) } : step;
}

/** What a step has time for now that what it is about ends later. */
export function withClocks(steps: Open["steps"], { step: id, remindAt, dueAt, leftMs }: LaterClocks): Open["steps"] {
  const step = steps.get(id);
  if (step === undefined) return steps;
  const due = withBall(step, (ball) => ({ ...ball, clocks: { ...ball.clocks, remindAt, dueAt } }));
  const left = due.status === "asked" && leftMs !== undefined ? { ...due, question: { ...due.question, leftMs } } : due;
  return new Map(steps).set(id, left);
}

type BallEvent = EventOf<
  | "StepPinged"
  | "ReliefPassed"
  | "StepReminded"
  | "StepOverdue"
  | "ProgressAsked"
  | "StepNudged"
  | "NudgeAsked"
  | "StepTaken"
  | "StepReleased"
  | "StepHandedOver"
  | "FreezePassed"
>;

function evolveBall(ball: Ball, event: BallEvent): Ball {
  switch (event.type) {
    case "StepPinged":
      return {
        ...ball,
        pings: [...ball.pings, event.ping],
        // Who is rung to watch takes nothing from what was promised of those who can act.
        nudgeAt: isToWatch(event.ping) ? ball.nudgeAt : null,
        clocks: { ...ball.clocks, hopAt: event.hopAt },
        reliefAt: event.reliefAt,
      };
    case "ReliefPassed":
      return { ...ball, reliefAt: event.reliefAt, clocks: { ...ball.clocks, hopAt: event.hopAt ?? ball.clocks.hopAt } };
    case "ProgressAsked":
      return { ...ball, progressAskedAt: event.at };
    case "StepReminded":
      return { ...ball, reminded: true, nudgeAt: null };
    case "StepNudged":
      return {
        ...ball,
        nudgedAt: event.at,
        nudgeAt: null,
        pings: [...ball.pings, { rank: "named", people: event.people, because: "", says: "opsAsked", at: event.at }],
      };
    case "NudgeAsked":
      return { ...ball, nudgeAt: event.due };
    case "StepOverdue":
      return {
        ...ball,
        // That nobody took it since takes nothing from its being late.
        overdue: ball.overdue?.clock === "decide" ? ball.overdue : { clock: event.clock, at: event.at },
        ...(event.clock === "take" ? nextRound(ball, event) : { clocks: { ...ball.clocks, dueAt: null } }),
      };
    case "StepTaken":
      return {
        ...ball,
        takenBy: personIn(event.by),
        takenAt: event.at,
        released: null,
        clocks: { ...ball.clocks, hopAt: null },
      };
    case "StepHandedOver":
      return {
        ...ball,
        takenBy: null,
        takenAt: null,
        nudgeAt: null,
        pings: [...ball.pings, handOver(event)],
        clocks: { ...ball.clocks, hopAt: event.hopAt },
      };
    case "FreezePassed":
      return { ...ball, frozenFrom: event.next };
    case "StepReleased":
      return {
        ...ball,
        takenBy: null,
        takenAt: null,
        roundFrom: ball.pings.length,
        released: { person: event.person, reason: event.reason, ...keptTold(event), at: event.at },
      };
    default:
      return assertNever(event, "ball event");
  }
}

/** The chain has ended; where it is asked anew, everybody in it is new again. */
function nextRound({ pings, clocks }: Ball, { againAt, reliefAt }: EventOf<"StepOverdue">) {
  return { clocks: { ...clocks, hopAt: againAt }, roundFrom: pings.length, reliefAt };
}

function handOver(event: EventOf<"StepHandedOver">): Asking {
  const { to, at, because } = event;
  const asked: Pick<Asking, "rank" | "people" | "at"> = { rank: "named", people: [to], at };
  return because === undefined
    ? { ...asked, because: "", says: "handedOver" }
    : { ...asked, because, ...keptTold(event) };
}

type QuestionEvent = EventOf<"QuestionAsked" | "QuestionReminded" | "QuestionAnswered">;

function evolveQuestion(step: StepState, event: QuestionEvent, version: number): StepState {
  switch (event.type) {
    case "QuestionAsked": {
      if (step.status !== "open") return step;
      const { question: text, at, leftMs, remindAt, via = null, asker } = event;
      const by = asker ?? event.by;
      // Whoever asks has it. Those to whom a question only went have not taken it.
      const taken =
        asker === undefined ? { takenBy: personIn(by) ?? step.ball.takenBy, takenAt: step.ball.takenAt ?? at } : {};
      // The answer will ask whoever has it.
      const ball = { ...step.ball, ...taken, nudgeAt: null };
      return {
        ...common(step, version),
        status: "asked",
        ball,
        question: { text, by, at, leftMs, remindAt, reminded: false, remindedAt: null, via },
      };
    }
    case "QuestionReminded":
      return step.status === "asked"
        ? {
            ...step,
            ball: { ...step.ball, nudgeAt: null },
            question: { ...step.question, reminded: true, remindedAt: event.at },
          }
        : step;
    case "QuestionAnswered": {
      if (step.status !== "asked") return step;
      const { ball, question } = step;
      const lent = [...ball.lent, { from: question.at, to: event.at }];
      return {
        ...common(step, version),
        status: "open",
        // The answer asks whoever has it: what was promised was for whoever was to answer.
        ball: { ...ball, nudgeAt: null, backAt: event.at, lent, clocks: event.clocks },
      };
    }
    default:
      return assertNever(event, "question event");
  }
}

/** With whoever had answered it, and due when it was due before. */
function takenBack(step: StepState, { by, at }: EventOf<"StepTakenBack">, version: number): StepState {
  if (step.status !== "settled" || step.before === null) return { ...common(step, version), status: "waiting" };
  const { clocks } = step.before;
  const taken = { takenBy: personIn(by), takenAt: at, backAt: at, again: true };
  const ball = { ...step.before, ...taken, clocks: { ...clocks, hopAt: null } };
  return { ...common(step, version), status: "open", ball };
}

/** It is answered as if it had agreed: by somebody else, and what was said against it stays with it. */
function riskTaken(step: StepState, { by, at, reason }: EventOf<"RiskTaken">, version: number): StepState {
  if (step.status !== "settled" || step.verdict.type !== "denied") return step;
  const { type, ...denied } = step.verdict;
  return { ...step, ask: version, verdict: { type: "riskTaken", by, at, reason, denied, halt: null } };
}

/** Nobody takes it any more: the no stands as it was said. */
function riskTakenBack(step: StepState, version: number): StepState {
  if (step.status !== "settled" || step.verdict.type !== "riskTaken") return step;
  return { ...step, ask: version, verdict: { type: "denied", ...step.verdict.denied } };
}

/** Its buttons are as good as before: nothing is decided anew. */
function halted(step: StepState, { reason, at }: EventOf<"HaltAsked">): StepState {
  if (step.status !== "settled" || !isGoAhead(step.verdict)) return step;
  return { ...step, verdict: { ...step.verdict, halt: { reason, at } } };
}

type VerdictEvent = EventOf<"StepApproved" | "StepDenied" | "StepDone" | "StepConfirmed" | "StepSettled">;

function settled(step: StepState, event: VerdictEvent, version: number): StepState {
  const before = "ball" in step ? step.ball : null;
  const party = before !== null ? before.party : "party" in step ? step.party : null;
  const known = { ...common(step, version), complaint: null };
  return { ...known, status: "settled", party, verdict: verdictOf(event), before };
}

function verdictOf(event: VerdictEvent): Verdict {
  const { by, at } = event;
  switch (event.type) {
    case "StepApproved":
      return { type: "approved", by, at, limits: event.limits, halt: null };
    case "StepDenied":
      return { type: "denied", by, at, reason: event.reason, yesIf: event.yesIf };
    case "StepDone":
      return { type: event.outcome, by, at, evidence: event.evidence, onSite: event.onSite, files: event.files ?? [] };
    case "StepConfirmed":
      return { type: event.outcome, by, at, note: event.note, again: event.again ?? null };
    case "StepSettled":
      return { type: "through", by, at, step: event.through };
    default:
      return assertNever(event, "verdict");
  }
}
