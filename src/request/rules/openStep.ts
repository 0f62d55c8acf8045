import { isDeepStrictEqual } from "node:util";
import type { EpochMs } from "../../clock.ts";
import type { Party } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import { type Told, told } from "../../plant/told/told.ts";
import { fallsToOps } from "../../workflow/kinds/kinds.ts";
import { isClosing, type Step } from "../../workflow/requestType.ts";
import { THE_RULES } from "../actor.ts";
import type { World } from "../commands.ts";
import type { Ping, RequestEvent } from "../events.ts";
import { asReason, inWords } from "../inWords.ts";
import type { Open, StepState } from "../state.ts";
import { clocksFor, type FirstPing, firstPing, nextRelief } from "./chain.ts";
import { nextLongFreeze, opsHearsOf } from "./freeze.ts";
import { hostFor } from "./oneCard.ts";
import { ownerNow } from "./owners.ts";
import { alsoTo, isSomebodyElses, type OpenedPlace, placeFor, placeLeft, placeOpened, tellOps } from "./places.ts";
import { isUnsafeWork, whyUnsafe } from "./unsafeWork.ts";
import { clockOf, usefulUntil, windowOf } from "./window.ts";

/** The ball arrives: whose step it is now, who is pinged and why, or until when it holds. */
export function openStep(state: Open, rule: Step, step: StepState, world: World, at: EpochMs): readonly RequestEvent[] {
  if (isUnsafeWork(state, rule, world.plant)) return dispute(state, rule, whyUnsafe(state, world.plant), world, at);
  const { party, because } = ownerNow(state, rule, step, world);
  // A call cannot wait for a ruling: Ops is rung as its owner, and may still say whose it is.
  if (party.type === "ops" && rule.owner !== "ops" && !fallsToOps(rule))
    return dispute(state, rule, because, world, at);
  return giveTo(state, rule, step, party, because, world, at);
}

/** The ball goes to this party, whatever the rules say about who should have it. */
export function giveTo(
  state: Open,
  rule: Step,
  step: StepState,
  party: Party,
  because: Told,
  { plant }: Pick<World, "plant">,
  at: EpochMs,
): readonly RequestEvent[] {
  const first = firstPing(state, rule, party, plant, at);
  const said = { step: rule.id, at, by: THE_RULES };
  if (first.type === "nobody") {
    const why = told("duty.thingOf", { thing: { party }, party: first.because });
    return fallsToOps(rule) && party.type !== "ops"
      ? giveTo(state, rule, step, { type: "ops" }, why, { plant }, at)
      : dispute(state, rule, why, { plant }, at);
  }
  const place = placeToShow(state, rule, step, party, first.type === "ping" ? first.ping : null, plant);
  const stays = showsAlready(state, step, party, first, plant);
  const shows = stays ? [] : showing(state, step, place, at);
  if (first.type === "hold") return [...shows, ...held(state, rule, party, first, plant, at)];
  const until = windowOf(state.values, rule)?.until ?? null;
  const leftMs = until === null || until <= at ? null : until - at;
  const clocks = clocksFor(plant, party, clockOf(state, rule), at, { leftMs, until: usefulUntil(state, rule) });
  const shown = stays || rule.owner === "requester" ? undefined : { ...place, lost: false };
  return [
    ...alsoTo(state, step, first.ping.people, plant, at, shown),
    ...shows,
    {
      ...said,
      type: "StepOpened",
      party,
      ...inWords(plant, because),
      ping: first.ping,
      clocks,
      frozenFrom: nextLongFreeze(state, rule, plant, at),
      reliefAt: nextRelief(state, rule, party, plant, at),
      plantVersion: plant.version,
    },
  ];
}

/** Its own place; or the card on which whoever is asked has another step already that they may answer with it. */
function placeToShow(
  state: Open,
  rule: Step,
  step: StepState,
  party: Party,
  ping: Ping | null,
  plant: Plant,
): OpenedPlace {
  const own = placeFor(state, rule, step, party, ping, plant);
  if (ping === null || step.status === "held" || own.role.type !== "step") return own;
  const host = hostFor(state, rule, ping, plant);
  return host === null ? own : { ...own, spot: host.spot, onCardOf: host.name };
}

/** A held step shows its card at once, and goes on there: unless somebody else is asked by then, who does not read it. */
function showsAlready(state: Open, step: StepState, party: Party, first: FirstPing, plant: Plant): boolean {
  const shown = step.place === null ? undefined : state.places.get(step.place);
  if (step.status !== "held" || shown === undefined || shown.left) return false;
  if (first.type === "ping" && isSomebodyElses(plant, shown.spot, first.ping.people)) return false;
  return isDeepStrictEqual(step.party, party);
}

function showing(state: Open, step: StepState, place: OpenedPlace, at: EpochMs): readonly RequestEvent[] {
  const left = step.status === "held" ? placeLeft(step, at) : [];
  return state.places.has(place.name) ? left : [...left, placeOpened(place, at)];
}

type Hold = Omit<Extract<FirstPing, { type: "hold" }>, "type">;

/** Nobody can act until an instant. Ops hear of it when it is theirs to weigh. */
export function held(
  state: Open,
  rule: Step,
  party: Party,
  { because, until, freeze }: Hold,
  plant: Plant,
  at: EpochMs,
): readonly RequestEvent[] {
  // What stays open though its end has come is worse than what is carried out late.
  const closes = isClosing(state.rules, rule.id);
  const tells = closes || (freeze !== null && opsHearsOf({ until }, at)) ? tellOps(state, plant, { at }) : [];
  const said = { step: rule.id, at, by: THE_RULES };
  return [
    ...tells,
    { ...said, type: "StepHeld", party, ...inWords(plant, because), until, freeze, plantVersion: plant.version },
  ];
}

/** Nobody owns the step, or nobody can act on it: Ops is asked whose it is. */
export function dispute(
  state: Open,
  rule: Step,
  reason: Told,
  { plant }: Pick<World, "plant">,
  at: EpochMs,
): readonly RequestEvent[] {
  const step = state.steps.get(rule.id);
  const left = step === undefined ? [] : placeLeft(step, at);
  return [
    ...left,
    ...tellOps(state, plant, { at }),
    { type: "StepDisputed", step: rule.id, ...asReason(plant, reason), at, by: THE_RULES },
  ];
}
