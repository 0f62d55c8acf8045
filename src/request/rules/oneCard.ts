import { isDeepStrictEqual } from "node:util";
import type { EpochMs } from "../../clock.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import type { Step, StepId } from "../../workflow/requestType.ts";
import type { World } from "../commands.ts";
import type { Ping, RequestEvent } from "../events.ts";
import type { Place } from "../place.ts";
import { type Open, type StepIn, type StepState, stepAt } from "../state.ts";
import { ruleOf } from "./guards.ts";
import { isLive, placeFor, placeLeft, placeOpened, reads } from "./places.ts";

/**
 * Whether one person may answer two steps that open together: where the type says so, of a kind, and never with a veto nor in
 * an emergency, whose two people are its safeguard.
 */
export function mayAnswerBoth({ stages, emergency }: Open["rules"], one: Step, other: Step): boolean {
  const saysSo = one.together.includes(other.id) || other.together.includes(one.id);
  const isBeside = stages.some(({ steps }) => [one, other].every(({ id }) => steps.some((step) => step.id === id)));
  return saysSo && isBeside && one.id !== other.id && one.kind === other.kind && !(one.veto || other.veto || emergency);
}

/** Where what somebody is asked for stands already, when one person alone has another step that they may answer with it. */
export function hostFor(open: Open, rule: Step, { people }: Ping, plant: Plant): Place | null {
  const [person, ...others] = people;
  if (person === undefined || others.length > 0) return null;
  const hosts = [...open.steps.values()].flatMap((step) => {
    const place = step.place === null ? undefined : open.places.get(step.place);
    const isHost =
      place?.onCardOf === undefined && hasAlone(step, person) && isAlike(open, rule, ruleOf(open, step.id));
    return isHost && place !== undefined && isLive(place, step) && reads(plant, person, place) ? [place] : [];
  });
  return hosts[0] ?? null;
}

/** Answered, reminded of and handed on by the same clock: what is said of one is true of the other. */
function isAlike({ rules }: Open, one: Step, other: Step): boolean {
  const same = (["clock", "sooner", "window", "stays"] as const).every((key) =>
    isDeepStrictEqual(one[key], other[key]),
  );
  return same && mayAnswerBoth(rules, one, other);
}

/** Whether nobody else was asked for it last, or has it. */
function hasAlone(step: StepState, person: PersonId): step is StepIn<"open"> {
  if (step.status !== "open") return false;
  const { pings, takenBy } = step.ball;
  const asked = pings.at(-1)?.people ?? [];
  return asked.length === 1 && asked[0] === person && (takenBy === null || takenBy === person);
}

/** The step on whose card another stands; null where it has one of its own, or they went apart. */
function hostOf(open: Open, step: StepState): StepIn<"open"> | null {
  const onCardOf = placeOf(open, step)?.onCardOf;
  const place = onCardOf === undefined ? undefined : open.places.get(onCardOf);
  const host = place === undefined ? undefined : stepAt(open, place);
  if (place === undefined || host?.status !== "open" || step.status !== "open" || !isLive(place, host)) return null;
  const person = step.ball.pings.at(-1)?.people[0];
  const isTheirs = person !== undefined && hasAlone(step, person) && hasAlone(host, person);
  const isTakenAlike = isTheirs && step.ball.takenBy === host.ball.takenBy;
  return isTakenAlike && isAlike(open, ruleOf(open, step.id), ruleOf(open, host.id)) ? host : null;
}

function placeOf({ places }: Open, { place }: StepState): Place | undefined {
  return place === null ? undefined : places.get(place);
}

/** Whether a step stands on the card of another now. */
export function isOnAnothersCard(open: Open, step: StepState): boolean {
  return hostOf(open, step) !== null;
}

/** What stands on the card of a step beside it, and is answered with it in one press. */
export function besideOnCard(open: Open, id: StepId): readonly StepIn<"open">[] {
  return [...open.steps.values()].filter(
    (step): step is StepIn<"open"> => step.status === "open" && hostOf(open, step)?.id === id,
  );
}

/** The others on the card on which a step stands, whosever card it is. */
export function matesOf(open: Open, step: StepState): readonly StepIn<"open">[] {
  const host = hostOf(open, step);
  const all = host === null ? besideOnCard(open, step.id) : [host, ...besideOnCard(open, host.id)];
  return all.filter(({ id }) => id !== step.id);
}

/** Asked of somebody else, or alone now: what stood on the card of another gets its own, where its people read it. */
export function apart(open: Open, { plant }: World, at: EpochMs): readonly RequestEvent[] {
  return [...open.steps.values()].flatMap((step) => {
    if (!("ball" in step) || placeOf(open, step)?.onCardOf === undefined || hostOf(open, step) !== null) return [];
    const { party, pings } = step.ball;
    const place = placeFor(open, ruleOf(open, step.id), step, party, pings.at(-1) ?? null, plant);
    return [...placeLeft(step, at), placeOpened(place, at)];
  });
}
