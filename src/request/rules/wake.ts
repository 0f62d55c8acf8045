import { DAY_MS, type EpochMs, earliest, later } from "../../clock.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import type { Step } from "../../workflow/requestType.ts";
import { type Actor, THE_CLOCK } from "../actor.ts";
import type { CommandOf, World } from "../commands.ts";
import type { Ping, RequestEvent } from "../events.ts";
import type { Ball, Draft, Open, RequestState, StepState } from "../state.ts";
import { holdFor, nextHopAt, nextPing } from "./chain.ts";
import { grantEnd, hasBegun } from "./follow.ts";
import { frozenNow } from "./freeze.ts";
import { ruleOf } from "./guards.ts";
import { held, openStep } from "./openStep.ts";
import { alsoTo, placesOnce, tellManager, tellOps } from "./places.ts";

/** A draft that nobody sent is put away. */
const DRAFT_LIVES_MS = DAY_MS;
/** The ping, one reminder, one when overdue: nobody hears of one request more often than this by the clock. */
const MOST_PINGS = 3;

/** The next instant at which this request must be looked at, in plant time; null when nothing can fall due. */
export function nextWake(state: RequestState): EpochMs | null {
  return earliest(dueInstants(state));
}

function dueInstants(state: RequestState): readonly (EpochMs | null)[] {
  switch (state.status) {
    case "draft":
      return state.discarded ? [] : [state.reminded ? null : state.remindAt, later(state.startedAt, DRAFT_LIVES_MS)];
    case "open":
      return [
        ...[...state.steps.values()].flatMap(stepInstants),
        state.grant.status === "running" ? state.grant.until : null,
        lapsesAt(state),
      ];
    default:
      return [];
  }
}

function stepInstants(step: StepState): readonly (EpochMs | null)[] {
  switch (step.status) {
    case "held":
      return [step.until];
    case "open":
      return [
        step.ball.clocks.hopAt,
        step.ball.reminded ? null : step.ball.clocks.remindAt,
        step.ball.clocks.dueAt,
        freezesAt(step.ball),
      ];
    case "asked":
      return [step.question.reminded ? null : step.question.remindAt];
    default:
      return [];
  }
}

/** Whoever has taken it may be in the middle of it: they have read when it freezes, and nothing is taken from them. */
function freezesAt({ takenBy, frozenFrom }: Ball): EpochMs | null {
  return takenBy === null ? frozenFrom : null;
}

/** A wake-up call, not a verdict: early, late or doubled, it does only what the instants in the state say is due. */
export function wake(state: RequestState, { at }: CommandOf<"wake">, world: World): readonly RequestEvent[] {
  switch (state.status) {
    case "draft":
      return wakeDraft(state, at);
    case "open":
      return wakeOpen(state, at, world);
    default:
      return [];
  }
}

function wakeDraft(draft: Draft, at: EpochMs): readonly RequestEvent[] {
  if (draft.discarded) return [];
  if (at >= later(draft.startedAt, DRAFT_LIVES_MS))
    return [{ type: "DraftDiscarded", because: "age", by: THE_CLOCK, at }];
  return !draft.reminded && draft.remindAt !== null && at >= draft.remindAt
    ? [{ type: "DraftReminded", by: THE_CLOCK, at }]
    : [];
}

function wakeOpen(state: Open, at: EpochMs, world: World): readonly RequestEvent[] {
  if (state.grant.status === "running" && state.grant.until <= at) {
    return [{ type: "GrantEnded", because: "time", reason: "", by: THE_CLOCK, at }];
  }
  const lapse = lapsesAt(state);
  if (lapse !== null && lapse <= at) {
    return [{ type: "RequestClosed", outcome: "lapsed", reason: "", by: THE_CLOCK, at }];
  }
  return placesOnce([...state.steps.values()].flatMap((step) => wakeStep(state, step, at, world)));
}

/** When what was asked for ends before anybody has begun to do it; null once somebody has, or when it has no end. */
function lapsesAt(state: Open): EpochMs | null {
  if (state.rules.endsAt === null || state.grant.status !== "none" || hasBegun(state)) return null;
  return grantEnd(state, state.at);
}

function wakeStep(state: Open, step: StepState, at: EpochMs, world: World): readonly RequestEvent[] {
  const rule = ruleOf(state, step.id);
  switch (step.status) {
    case "held":
      return step.until <= at ? openStep(state, rule, step, world, at) : [];
    case "open":
      return wakeBall(state, rule, step, at, world);
    case "asked":
      return !step.question.reminded && step.question.remindAt <= at
        ? [{ type: "QuestionReminded", step: step.id, by: THE_CLOCK, at }]
        : [];
    default:
      return [];
  }
}

type WithPeople = Extract<StepState, { status: "open" }>;

/** At most one thing per wake and step, so that after an outage nobody is paged five times in a second. */
function wakeBall(state: Open, rule: Step, step: WithPeople, at: EpochMs, world: World): readonly RequestEvent[] {
  const { ball } = step;
  const { hopAt, remindAt, dueAt } = ball.clocks;
  const freezes = freezesAt(ball);
  if (freezes !== null && freezes <= at) return freezeBegins(state, rule, ball, at, world);
  if (dueAt !== null && dueAt <= at) return overdue(state, rule, "decide", at, world);
  if (hopAt !== null && hopAt <= at) return hop(state, rule, step, THE_CLOCK, at, world);
  if (remindAt !== null && !ball.reminded && remindAt <= at) return [remind(rule, ball, at)];
  return [];
}

function freezeBegins(
  state: Open,
  rule: Step,
  { party }: Ball,
  at: EpochMs,
  { plant }: World,
): readonly RequestEvent[] {
  const frozen = frozenNow(state, rule, plant, at);
  return frozen === null
    ? [{ type: "FreezePassed", step: rule.id, by: THE_CLOCK, at }]
    : held(state, rule, party, holdFor(frozen), plant, at);
}

/** The next in the chain hears of it; when the chain has ended, Ops does. The ball stays where it is. */
export function hop(
  state: Open,
  rule: Step,
  step: WithPeople,
  by: Actor,
  at: EpochMs,
  world: World,
): readonly RequestEvent[] {
  const { ball } = step;
  const ping = nextPing(state, rule, ball, world.plant, at);
  if (ping === null) return overdue(state, rule, "take", at, world);
  const hopAt = nextHopAt(state, rule, { ...ball, pings: [...ball.pings, ping] }, world.plant, at);
  return [...shownTo(state, step, ping, world.plant, at), { type: "StepPinged", step: rule.id, ping, hopAt, by, at }];
}

function shownTo(state: Open, step: StepState, { rank, people }: Ping, plant: Plant, at: EpochMs) {
  switch (rank) {
    case "ops":
      return tellOps(state, plant, { at });
    case "manager":
      return tellManager(state, plant, at);
    default:
      return alsoTo(state, step, people, plant, at);
  }
}

function remind(rule: Step, ball: Ball, at: EpochMs): RequestEvent {
  const people = holders(ball).filter((person) => pingsOf(ball, person) < MOST_PINGS - 1);
  return { type: "StepReminded", step: rule.id, people, by: THE_CLOCK, at };
}

/** Past its time: Ops sees it. For a confirmation nobody gave, silence is said to be just that. */
function overdue(
  state: Open,
  rule: Step,
  clock: "take" | "decide",
  at: EpochMs,
  world: World,
): readonly RequestEvent[] {
  if (rule.kind === "confirm" && clock === "decide") {
    return [{ type: "StepConfirmed", step: rule.id, outcome: "notConfirmed", note: "", by: THE_CLOCK, at }];
  }
  return [...tellOps(state, world.plant, { at }), { type: "StepOverdue", step: rule.id, clock, by: THE_CLOCK, at }];
}

/** Who has it, or else who was asked last. */
export function holders({ takenBy, pings }: Ball): PersonId[] {
  return takenBy === null ? [...(pings.at(-1)?.people ?? [])] : [takenBy];
}

const pingsOf = ({ pings }: Ball, person: PersonId) => pings.filter(({ people }) => people.includes(person)).length;
