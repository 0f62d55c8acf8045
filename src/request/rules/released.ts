import type { EpochMs } from "../../clock.ts";
import { standInFor, tellIsAway } from "../../plant/duty/absence.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { type Told, told } from "../../plant/told/told.ts";
import { kindOf } from "../../workflow/kinds/kinds.ts";
import type { Step } from "../../workflow/requestType.ts";
import { THE_RULES } from "../actor.ts";
import type { World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { asReason } from "../inWords.ts";
import type { Ball, Open, WithBall } from "../state.ts";
import { firstPing, nextHopAt, nextPing, nextRelief } from "./chain.ts";
import { isHolder } from "./guards.ts";
import { giveTo } from "./openStep.ts";
import { alsoTo, placeLeft, tellManager, tellOps } from "./places.ts";
import { hasAsked, isRequesters } from "./requester.ts";
import { bearTheName, mayHaveAsked } from "./sameName.ts";
import { wouldReviewOwn } from "./tookPart.ts";

/**
 * Whoever has it, or was asked last, cannot act on it any more: the next in the chain is asked at once, with why. Empty
 * where they can, and where nobody is left who was not asked before and Ops know.
 */
export function askedAnew(state: Open, rule: Step, step: WithBall, world: World, at: EpochMs): readonly RequestEvent[] {
  const { takenBy } = step.ball;
  if (takenBy !== null) {
    const reason = whyNot(state, rule, step.ball, takenBy, world, at);
    return reason === null ? [] : released(state, rule, step, takenBy, reason, world, at);
  }
  return isAskedInVain(state, rule, step.ball, world, at) ? next(state, rule, step, world, at) : [];
}

/** Somebody gives it up, with why: the chain begins anew. */
export function released(
  state: Open,
  rule: Step,
  step: WithBall,
  person: PersonId,
  reason: Told,
  world: World,
  at: EpochMs,
): readonly RequestEvent[] {
  const ball: Ball = {
    ...step.ball,
    takenBy: null,
    takenAt: null,
    roundFrom: step.ball.pings.length,
    released: { person, ...asReason(world.plant, reason), at },
  };
  const why = asReason(world.plant, reason);
  const gaveUp: RequestEvent = { type: "StepReleased", step: step.id, person, ...why, by: THE_RULES, at };
  return [gaveUp, ...next(state, rule, { ...step, ball }, world, at)];
}

/** The next in the chain; where nobody can be asked now, it waits for them or for a freeze to end, or for Ops to say whose it is. */
function next(state: Open, rule: Step, step: WithBall, world: World, at: EpochMs): readonly RequestEvent[] {
  const { plant } = world;
  const { ball } = step;
  const ping = nextPing(state, rule, ball, plant, at);
  if (ping !== null) {
    const hopAt = nextHopAt(state, rule, { ...ball, pings: [...ball.pings, ping] }, plant, at);
    const reliefAt = nextRelief(state, rule, ball.party, plant, at);
    const shown =
      ping.rank === "ops"
        ? tellOps(state, plant, { at })
        : ping.rank === "manager"
          ? tellManager(state, plant, at)
          : alsoTo(state, step, ping.people, plant, at);
    return [...shown, { type: "StepPinged", step: step.id, ping, hopAt, reliefAt, by: THE_RULES, at }];
  }
  const first = firstPing(state, rule, ball.party, plant, at);
  // Everybody who is left was asked before.
  if (first.type === "ping") return tellOps(state, plant, { at });
  // The chain goes on once the answer has come.
  if (first.type === "hold" && step.status === "asked") return [];
  if (first.type === "hold" && first.freeze === null) return goesOnAt(step, first.until, at);
  const waiting = { ...step, status: "waiting" } as const;
  return [...placeLeft(step, at), ...giveTo(state, rule, waiting, ball.party, ball.told ?? ball.because, world, at)];
}

/** Its people only do not work now: it stays as late as it is, and the chain goes on as soon as they do. */
function goesOnAt({ id, ball: { clocks, reliefAt } }: WithBall, hopAt: EpochMs, at: EpochMs): readonly RequestEvent[] {
  if (clocks.hopAt !== null && clocks.hopAt <= hopAt) return [];
  return [{ type: "ReliefPassed", step: id, reliefAt, hopAt, by: THE_RULES, at }];
}

/** Why somebody can have it no longer; null while they can. */
function whyNot(state: Open, rule: Step, ball: Ball, person: PersonId, { plant }: World, at: EpochMs): Told | null {
  if (!plant.people.has(person)) return told(plant.left.has(person) ? "duty.isGone" : "duty.notInFile");
  const isOwn = isRequesters(state, rule, person);
  if (!isOwn && !isHolder(plant, rule, ball, person, at))
    return told("duty.actsNoMore", { party: { party: ball.party } });
  return noVoice(state, rule, person, plant) ?? tellIsAway(plant, person, at);
}

/** It is theirs by now, or was all along: they may neither answer it nor pass it on. Null where they have a voice. */
function noVoice(state: Open, rule: Step, person: PersonId, plant: Plant): Told | null {
  if (kindOf(rule).requester === "noVoice") {
    if (hasAsked(state, person, rule.id)) return told("duty.answersForIt");
    if (mayHaveAsked(state, plant).includes(person))
      return told(bearTheName(state, plant).includes(person) ? "duty.mayHaveAsked" : "duty.asked");
  }
  return wouldReviewOwn(state, rule, person) ? told("duty.tookPart") : null;
}

/** Nobody who was asked last can act. Ops and the manager were rung to watch, and a guest has no chain. */
function isAskedInVain(state: Open, rule: Step, ball: Ball, world: World, at: EpochMs): boolean {
  const last = ball.pings.at(-1);
  if (last === undefined || last.people.length === 0 || last.rank === "ops" || last.rank === "manager") return false;
  return last.people.every(
    (person) =>
      whyNot(state, rule, ball, person, world, at) !== null ||
      // What somebody has taken stays theirs; what they were only asked goes to whoever was put in their place.
      standInFor(world.plant, person, ball.party, at) !== null,
  );
}
