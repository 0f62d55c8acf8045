import { type Adapter, type Budget, DeliveryError, type DeliveryFailure, type EffectId } from "../adapter.ts";
import { assertNever } from "../errors.ts";
import { isHomeTab } from "../request/homeSpot.ts";
import {
  type CardLeft,
  type LaneStanding,
  type Lanes,
  type OwingPlace,
  type Patience,
  type Rank,
  type Turn,
  waitingAt,
} from "./lanes.ts";
import type { Cover, Timings, WorkOptions } from "./types.ts";

/**
 * What came of one say. `said`: go on with the next. `again`: the lane's places changed, plan anew. `stopped`: the lane
 * was given back or lost, say nothing more. How the lane stands, where that was settled with it.
 */
export type Outcome = "said" | "again" | "stopped" | LaneStanding;

/**
 * One worker's turn in one lane, the platform it speaks on, and which rank it speaks for. `left`: of the places that were planned
 * those of which only the card is still to be changed. Default: none.
 */
export type Session = {
  readonly turn: Turn;
  readonly adapter: Adapter;
  readonly rank: Rank;
  readonly left?: readonly CardLeft[];
  /** With what is said now all of these were. Default: more is to be said of what was planned. */
  readonly settles?: readonly OwingPlace[];
};

export type DeliverOptions = Pick<WorkOptions, "onUnreachable" | "log" | "checkpoint"> & {
  readonly lanes: Lanes;
  readonly timings: Timings;
};

/** What was being said when it failed, and how to say it without its card. */
export type Attempt = {
  readonly method: "post" | "update" | "find";
  /** Under which it is counted how often no answer came. */
  readonly name: string;
  readonly covers: readonly Cover[];
  readonly plain: (() => Promise<Outcome>) | null;
  /** The message beside the card that was to lose its buttons. Default: none. */
  readonly ends?: EffectId | null;
};

/** Does what can be done about an utterance that failed, so that nothing owed is lost and nothing is said twice. */
export async function failed(
  options: DeliverOptions,
  session: Session,
  attempt: Attempt,
  error: unknown,
): Promise<Outcome> {
  const { lanes, log } = options;
  const places = attempt.covers.map(({ place }) => place);
  if (error instanceof DeliveryError) {
    log.debug("not delivered", { places, error });
    return failedFor(options, session, attempt, error.failure);
  }
  // Not the platform's doing, and nothing known about whether it was said: these places wait, the others go on.
  log.error("a place cannot be shown", { places, method: attempt.method, error });
  await lanes.hold(session.turn, places);
  if (attempt.method === "update") return "again";
  await lanes.stop(session.turn, { why: attempt.method === "find" ? "backoff" : "wait", ms: 0 }, true);
  return "stopped";
}

async function failedFor(
  options: DeliverOptions,
  session: Session,
  attempt: Attempt,
  failure: DeliveryFailure,
): Promise<Outcome> {
  const { lanes } = options;
  const keepIntent = attempt.method === "find";
  if (attempt.ends != null && isForGood(failure, attempt)) return letStand(options, session, attempt);
  switch (failure.type) {
    case "rateLimited":
      await waitAsTold(options, session, attempt, failure);
      return "stopped";
    case "unreachable":
      return giveUp(options, session, attempt, failure.why);
    case "notEditable":
      return (await lanes.forgetCard(
        session.turn,
        attempt.covers.map(({ place }) => place),
      ))
        ? "again"
        : "stopped";
    case "refused":
      if (attempt.plain !== null) return attempt.plain();
      options.log.error("refused even as plain text", { lane: session.turn.lane, why: failure.why });
      return giveUp(options, session, attempt, failure.why);
    case "unknown":
      return unanswered(options, session, attempt, failure);
    case "unavailable": {
      const { first: firstMs, longest: longestMs } = options.timings.backoffMs;
      const patience = { beside: MOST_REFUSED, always: null, keepIntent, firstMs, longestMs, growth: 2 };
      return tryAgain(options, session, attempt, patience, failure.why);
    }
    default:
      return assertNever(failure, "delivery failure");
  }
}

/** Cards wait for the budget of their method without anything else; a conversation is silent as a whole. */
async function waitAsTold(
  { lanes }: DeliverOptions,
  session: Session,
  { method }: Attempt,
  { scope, retryAfterMs: ms }: Extract<DeliveryFailure, { type: "rateLimited" }>,
): Promise<void> {
  const isOfMethod = scope === "method";
  if (isOfMethod) await lanes.closeBucket(methodBucket(session, method), ms);
  const waiting = isOfMethod && method === "update" ? waitingAt(session.rank) : null;
  if (waiting !== null) await lanes.wait(session.turn, ms, waiting, session.left ?? []);
  else await lanes.stop(session.turn, { why: isOfMethod ? "wait" : "pause", ms }, method === "find");
}

/** Whether a message that is to lose its buttons never will: it was deleted, or cannot be changed. */
function isForGood({ type }: DeliveryFailure, { plain }: Attempt): boolean {
  return type === "notEditable" || type === "unreachable" || (type === "refused" && plain === null);
}

/** A change that does not happen: what stood there before still does, until something new changes it. */
async function letStand({ lanes }: DeliverOptions, { turn }: Session, attempt: Attempt): Promise<Outcome> {
  const covers = attempt.covers.map((cover) => ({ ...cover, shown: null }));
  const ends = attempt.ends ?? null;
  const { type } = await lanes.record(turn, { effect: null, posted: null, covers, ends });
  return type === "recorded" ? "again" : "stopped";
}

/**
 * How often a message is said, or changed, without an answer. Each time may have been a copy; after the last, some six minutes
 * later, its people are told in another way: a lost call for help is worse than a double, and a double without end than both.
 */
const MOST_TRIES = 5;
/**
 * How often it is said where there is hardly a copy to fear: it is looked for before, or the platform answered with an error of
 * its own. Half an hour, if the platform took others meanwhile; else for hours, since then it takes nothing from anybody.
 */
const MOST_DOUBTFUL = 10;
const MOST_IN_ALL = 50;
/** How often what was certainly not done, while others were: some seven minutes, in which nothing else is said in its lane. */
const MOST_REFUSED = 20;
/** The longest pause after an answer that did not come, in those after trouble that is certain. */
const LONGER_UNSURE = 10;

/**
 * It may still be on its way: looking for it at once would miss it, and saying it again would double it. Where it can be
 * looked for, it is not said again unless it is not there.
 */
async function unanswered(
  options: DeliverOptions,
  session: Session,
  attempt: Attempt,
  { why }: Extract<DeliveryFailure, { type: "unknown" }>,
): Promise<Outcome> {
  const isLookedFor =
    attempt.method === "find" || (attempt.method === "post" && session.adapter.showsHistory !== false);
  const most =
    isLookedFor || why !== undefined
      ? { beside: MOST_DOUBTFUL, always: MOST_IN_ALL }
      : { beside: MOST_TRIES, always: MOST_TRIES };
  const { sendTimeoutMs, backoffMs } = options.timings;
  const pauses = { firstMs: sendTimeoutMs, longestMs: LONGER_UNSURE * backoffMs.longest, growth: 4 };
  return tryAgain(options, session, attempt, { ...most, ...pauses, keepIntent: true }, why ?? "no answer");
}

/** Later, unless that was often enough: then its people are asked in another way, and Ops hear of it. */
async function tryAgain(
  options: DeliverOptions,
  session: Session,
  attempt: Attempt,
  patience: Patience,
  why: string,
): Promise<Outcome> {
  const { lanes, log } = options;
  const unsure = await lanes.unsure(session.turn, attempt.name, patience);
  if (unsure.type === "lost") return "stopped";
  const { tries } = unsure;
  const places = attempt.covers.map(({ place }) => place);
  const what = { lane: session.turn.lane, places, method: attempt.method, tries, why };
  if (unsure.type === "paused") {
    if (patience.keepIntent) log.warn("no answer: it may or may not have been said", what);
    return "stopped";
  }
  log.error("no answer again and again: not tried any more", what);
  if (attempt.method === "update") return letStand(options, session, attempt);
  return giveUp(options, session, attempt, sayTried(patience, tries, why));
}

function sayTried({ keepIntent }: Patience, tries: number, why: string): string {
  return `${why}, ${tries} times${keepIntent ? "; it may stand there" : ""}`;
}

/** First the record hears of it, then the place falls silent: a crash in between only tells the record once more. */
async function giveUp(options: DeliverOptions, { turn }: Session, attempt: Attempt, why: string): Promise<Outcome> {
  const { lanes, onUnreachable, log } = options;
  try {
    for (const { place, cursor } of attempt.covers) {
      await onUnreachable({ place, why, commandId: `unreachable:${place}:${cursor}` });
    }
  } catch (error) {
    log.error("could not record that a place is unreachable", { lane: turn.lane, error });
    await lanes.stop(turn, { why: "backoff" }, true);
    return "stopped";
  }
  log.warn("place unreachable", { lane: turn.lane, why });
  const places = attempt.covers.map(({ place }) => place);
  return (await lanes.block(turn, places, why)) ? "again" : "stopped";
}

/** The budget of everything that uses one method of a platform. Tabs have one of their own: no card waits for them. */
export function methodBucket(session: Session, method: Attempt["method"]): string {
  return `${session.adapter.name}:${isTab(session) ? "home" : method}`;
}

/** What the platform allows of it. */
export function methodBudget(session: Session, method: "post" | "update"): Budget {
  const { pacing } = session.adapter;
  return isTab(session) ? (pacing.home ?? pacing.update) : pacing[method];
}

function isTab({ adapter, turn }: Session): boolean {
  return isHomeTab(turn.lane.slice(adapter.name.length + 1));
}
