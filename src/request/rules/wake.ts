import { DAY_MS, type EpochMs, earliest, later, latest } from "../../clock.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { durationMs } from "../../workflow/duration.ts";
import { kindOf } from "../../workflow/kinds/kinds.ts";
import type { Step } from "../../workflow/requestType.ts";
import { type Actor, THE_CLOCK } from "../actor.ts";
import type { CommandOf, World } from "../commands.ts";
import type { Ping, RequestEvent } from "../events.ts";
import { type Ball, type Draft, holders, type Open, type RequestState, type StepIn, type StepState } from "../state.ts";
import { denialStands, deniedUntil } from "./back.ts";
import { isBegun } from "./begun.ts";
import { holdFor, nextHopAt, nextPing, nextRelief } from "./chain.ts";
import { deadlineNears, lapse, lapsesAt, warnings } from "./ending.ts";
import { endNears, endNearsAt } from "./extend.ts";
import { mendedAt } from "./follow.ts";
import { frozenNow, nextLongFreeze } from "./freeze.ts";
import { ruleOf } from "./guards.ts";
import { nudgeDue } from "./nudge.ts";
import { held, openStep } from "./openStep.ts";
import { alsoTo, opsAgainAt, placesOnce, tellManager, tellOps } from "./places.ts";
import { relieved } from "./relief.ts";
import { handsOn, handsOnAt } from "./shiftChange.ts";
import { unansweredInstants, wakeQuestion } from "./unanswered.ts";

/** A draft that nobody sent is put away. */
const DRAFT_LIVES_MS = DAY_MS;
/** The ping, one reminder, one when overdue: nobody hears of one request more often than this by the clock. */
const MOST_PINGS = 3;

/** The next instant at which this request must be looked at, in plant time; null when nothing can fall due. */
export function nextWake(state: RequestState, plant: Plant): EpochMs | null {
  return earliest(dueInstants(state, plant));
}

function dueInstants(state: RequestState, plant: Plant): readonly (EpochMs | null)[] {
  switch (state.status) {
    case "draft":
      return state.discarded !== null
        ? []
        : [state.reminded ? null : state.remindAt, later(state.startedAt, DRAFT_LIVES_MS)];
    case "open":
      return [
        ...[...state.steps.values()].flatMap((step) => stepInstants(state, step, plant)),
        state.grant.status === "running" ? state.grant.until : null,
        lapsesAt(state),
        opsAgainAt(state),
        endNearsAt(state, plant),
        ...warnings(state, plant).map(({ warnAt }) => warnAt),
      ];
    case "closed":
      return [deniedUntil(state)];
    default:
      return [];
  }
}

function stepInstants(state: Open, step: StepState, plant: Plant): readonly (EpochMs | null)[] {
  switch (step.status) {
    case "held":
      return [step.until];
    case "open":
      return [
        step.ball.clocks.hopAt,
        isToRemind(step.ball) ? step.ball.clocks.remindAt : null,
        step.ball.clocks.dueAt,
        freezesAt(step),
        reliefAt(step.ball),
        handsOnAt(state, step, plant),
        askedAfterAt(state, step),
        step.ball.nudgeAt,
      ];
    case "asked":
      return unansweredInstants(state, step);
    default:
      return [];
  }
}

/** A reminder says that time is running out: it comes once, and not after that it has. */
export function isToRemind({ reminded, overdue }: Ball): boolean {
  return !reminded && overdue?.clock !== "decide";
}

/** Whoever has taken it may be in the middle of it: they have read when it freezes, and nothing is taken from them. */
function freezesAt(step: StepIn<"open">): EpochMs | null {
  return isBegun(step) ? null : step.ball.frozenFrom;
}

/** A wake-up call, not a verdict: early, late or doubled, it does only what the instants in the state say is due. */
export function wake(state: RequestState, { at }: CommandOf<"wake">, world: World): readonly RequestEvent[] {
  switch (state.status) {
    case "draft":
      return wakeDraft(state, at);
    case "open":
      return wakeOpen(state, at, world);
    case "closed":
      return denialStands(state, at);
    default:
      return [];
  }
}

function wakeDraft(draft: Draft, at: EpochMs): readonly RequestEvent[] {
  if (draft.discarded !== null) return [];
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
  const end = lapsesAt(state);
  if (end !== null && end <= at) return lapse(state, world.plant, at);
  return placesOnce([
    ...deadlineNears(state, world.plant, at),
    ...opsAgain(state, world.plant, at),
    ...endNears(state, world.plant, at),
    ...[...state.steps.values()].flatMap((step) => wakeStep(state, step, at, world)),
  ]);
}

/**
 * When whoever has what cannot wait is asked how it goes, and Ops hear it too: again and again, since it ends by a
 * person. So is whoever is to say that a line runs, once it was mended. Null while nobody has it: then it rings.
 */
function askedAfterAt(state: Open, { id, ball }: StepIn<"open">): EpochMs | null {
  const rule = ruleOf(state, id);
  const { progress } = rule.clock;
  if (progress === null) return null;
  const since = kindOf(rule).asksSince === "mended" ? mendedAt(state) : ball.takenAt;
  return since === null ? null : later(latest([since, ball.progressAskedAt ?? since]) ?? since, durationMs(progress));
}

/** When others come on call and are told at once; whoever has it already needs nobody else. */
function reliefAt({ takenBy, reliefAt: at }: Ball): EpochMs | null {
  return takenBy === null ? at : null;
}

/** Nobody of Ops could be reached: somebody may have let Referee in again. */
function opsAgain(state: Open, plant: Plant, at: EpochMs): readonly RequestEvent[] {
  const due = opsAgainAt(state);
  return due !== null && due <= at ? tellOps(state, plant, { at }) : [];
}

function wakeStep(state: Open, step: StepState, at: EpochMs, world: World): readonly RequestEvent[] {
  const rule = ruleOf(state, step.id);
  switch (step.status) {
    case "held":
      return step.until <= at ? openStep(state, rule, step, world, at) : [];
    case "open":
      return wakeBall(state, rule, step, at, world);
    case "asked":
      return wakeQuestion(state, step, at, world.plant);
    default:
      return [];
  }
}

/** At most one thing per wake and step, so that after an outage nobody is paged five times in a second. */
function wakeBall(state: Open, rule: Step, step: StepIn<"open">, at: EpochMs, world: World): readonly RequestEvent[] {
  const { ball } = step;
  const { hopAt, dueAt } = ball.clocks;
  const freezes = freezesAt(step);
  if (freezes !== null && freezes <= at) return freezeBegins(state, rule, ball, at, world);
  if (dueAt !== null && dueAt <= at) return overdue(state, rule, step, "decide", at, world);
  const next = handsOn(state, step, world, at);
  if (next.length > 0) return next;
  const relief = reliefAt(ball);
  if (relief !== null && relief <= at) return relieved(state, rule, step, world, at);
  if (hopAt !== null && hopAt <= at) return hop(state, rule, step, THE_CLOCK, at, world);
  return remindOrAsk(state, rule, step, at, world);
}

function remindOrAsk(
  state: Open,
  rule: Step,
  step: StepIn<"open">,
  at: EpochMs,
  world: World,
): readonly RequestEvent[] {
  const { remindAt } = step.ball.clocks;
  if (remindAt !== null && isToRemind(step.ball) && remindAt <= at) return [remind(rule, step.ball, at)];
  const askAfter = askedAfterAt(state, step);
  if (askAfter !== null && askAfter <= at) return howItGoes(state, step, at, world);
  return nudgeDue(state, step, world, at);
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
    ? [{ type: "FreezePassed", step: rule.id, next: nextLongFreeze(state, rule, plant, at), by: THE_CLOCK, at }]
    : held(state, rule, party, holdFor(frozen), plant, at);
}

/** The next in the chain hears of it; when the chain has ended, Ops does. The ball stays where it is. */
export function hop(
  state: Open,
  rule: Step,
  step: StepIn<"open">,
  by: Actor,
  at: EpochMs,
  world: World,
): readonly RequestEvent[] {
  const { ball } = step;
  const ping = nextPing(state, rule, ball, world.plant, at);
  if (ping === null) return overdue(state, rule, step, "take", at, world);
  const hopAt = nextHopAt(state, rule, { ...ball, pings: [...ball.pings, ping] }, world.plant, at);
  const relief = nextRelief(state, rule, ball.party, world.plant, at);
  return [
    ...shownTo(state, step, ping, world.plant, at),
    { type: "StepPinged", step: rule.id, ping, hopAt, reliefAt: relief, by, at },
  ];
}

function howItGoes(state: Open, { id, ball }: StepIn<"open">, at: EpochMs, { plant }: World): readonly RequestEvent[] {
  return [
    ...tellOps(state, plant, { at }),
    { type: "ProgressAsked", step: id, people: holders(ball), by: THE_CLOCK, at },
  ];
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
  { ball }: StepIn<"open">,
  clock: "take" | "decide",
  at: EpochMs,
  world: World,
): readonly RequestEvent[] {
  if (clock === "decide" && kindOf(rule).silence === "notConfirmed") {
    return [{ type: "StepConfirmed", step: rule.id, outcome: "notConfirmed", note: "", by: THE_CLOCK, at }];
  }
  const { again } = rule.clock;
  const againAt = clock === "decide" || again === null ? null : later(at, durationMs(again));
  const relief = nextRelief(state, rule, ball.party, world.plant, at);
  const event = { type: "StepOverdue", step: rule.id, clock, againAt, reliefAt: relief, by: THE_CLOCK, at } as const;
  return [...tellOps(state, world.plant, { at }), event];
}

const pingsOf = ({ pings }: Ball, person: PersonId) => pings.filter(({ people }) => people.includes(person)).length;
