import { isDeepStrictEqual } from "node:util";
import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { tell, told } from "../../plant/told/told.ts";
import type { Step } from "../../workflow/requestType.ts";
import { sayWho, THE_RULES } from "../actor.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { evolve } from "../evolve.ts";
import type { Open, RequestState, StepIn, StepState } from "../state.ts";
import { reopened } from "./again.ts";
import { isBegun } from "./begun.ts";
import { firstPing, holdFor } from "./chain.ts";
import { frozenNow, nextLongFreeze } from "./freeze.ts";
import { ruleOf } from "./guards.ts";
import { noteOfReferee } from "./noteOfReferee.ts";
import { held, openStep } from "./openStep.ts";
import { isKnown, ownerNow } from "./owners.ts";
import { directSpot, freshName, placeLeft, placeOpened, placesOnce, showsRequester, tellOps } from "./places.ts";
import { askedAnew } from "./released.ts";
import { onCallSince } from "./relief.ts";
import { requesterLeft } from "./requester.ts";
import { riskOwnersAnew } from "./riskOwner.ts";
import { asksFrom } from "./unanswered.ts";
import { begunUnsafe, isUnsafeWork, openUnsafe } from "./unsafeWork.ts";

/**
 * The plant changed under an open request: people, holds and freezes are found anew. Whoever can act goes on as they were;
 * what nobody could act on, or may be touched no more, goes where it belongs now. Under one that a veto ended it is found anew
 * who may take that risk.
 */
export function revisit(state: RequestState, { at }: CommandOf<"revisit">, world: World): readonly RequestEvent[] {
  if (state.status === "closed") return riskOwnersAnew(state, world.plant, at);
  if (state.status !== "open") return [];
  const stoodIn = requesterStoodIn(state, world.plant, at);
  const now = stoodIn.reduce<RequestState>(evolve, state);
  if (now.status !== "open") return stoodIn;
  return placesOnce([
    ...stoodIn,
    ...begunUnsafe(now, world.plant, at),
    ...openUnsafe(now, world.plant, at),
    ...[...now.steps.values()].flatMap((step) => revisitStep(now, step, world, at)),
  ]);
}

/** What goes on after it was over: nobody looked meanwhile who of its people had gone, and their time went by. */
export function asOfNow(state: RequestState, at: EpochMs, world: World): readonly RequestEvent[] {
  const late = state.status === "open" ? wentByClosed(state, at) : [];
  const now = late.reduce<RequestState>(evolve, state);
  return [...late, ...revisit(now, { type: "revisit", by: THE_RULES, name: "Referee", at }, world)];
}

/**
 * Nobody could answer what was over, so nobody is late with it: whose time went by meanwhile is asked anew. What somebody
 * takes back is with them, and due when it was.
 */
function wentByClosed(state: Open, at: EpochMs): readonly RequestEvent[] {
  return [...state.steps.values()].flatMap((step) => {
    if (step.status !== "open" || step.ball.backAt === at || step.ball.overdue !== null) return [];
    const { hopAt, remindAt, dueAt } = step.ball.clocks;
    const isPast = [hopAt, step.ball.reminded ? null : remindAt, dueAt].some((due) => due !== null && due <= at);
    return isPast ? reopened(step, "its time went by while it was over", at) : [];
  });
}

/** Whoever answers in the requester's place sees the request in their own chat, with what waits for an answer. */
function requesterStoodIn(state: Open, plant: Plant, at: EpochMs): readonly RequestEvent[] {
  const left = requesterLeft(state, plant, at);
  if (left === null) return [];
  const spot = directSpot(plant, left.to, state.asked.spot.adapter);
  if (spot === null) return [left, ...tellOps(state, plant, { at })];
  if (showsRequester(state, spot)) return [left];
  const name = freshName(state, "requester-direct");
  return [left, placeOpened({ name, spot, role: { type: "requester" } }, at)];
}

function revisitStep(state: Open, step: StepState, world: World, at: EpochMs): readonly RequestEvent[] {
  const rule = ruleOf(state, step.id);
  const isWithSomebody = "ball" in step || step.status === "held";
  if (isWithSomebody && isUnsafeWork(state, rule, world.plant)) return openStep(state, rule, step, world, at);
  switch (step.status) {
    case "held":
      return revisitHeld(state, rule, step, world, at);
    case "open":
      return revisitOpen(state, rule, step, world, at);
    case "asked":
      return movedOn(state, rule, step, world, at) ?? askedAnew(state, rule, step, world, at);
    case "disputed":
      return revisitDisputed(state, rule, step, world, at);
    default:
      return [];
  }
}

/** Its owner is no longer in the plant file, or it is another's while nobody has it yet. Null: it stays. */
function movedOn(
  state: Open,
  rule: Step,
  step: StepIn<"open" | "asked">,
  world: World,
  at: EpochMs,
): readonly RequestEvent[] | null {
  const { party } = ownerNow(state, rule, step, world);
  const isGone = !isKnown(world.plant, step.ball.party);
  // Ops have what nobody else could be called for.
  if (step.ball.party.type === "ops") return null;
  if (!isGone && (step.ball.takenBy !== null || step.status === "asked")) return null;
  if (isDeepStrictEqual(party, step.ball.party)) return null;
  const goesOn = openStep(state, rule, { ...step, status: "waiting" }, world, at);
  const asks = step.status === "asked" ? questionGoesOn(state, rule, step, goesOn, world, at) : [];
  return [...placeLeft(step, at), ...goesOn, ...asks];
}

/** A question waits on for whoever has its step now; where nobody has, what was asked stays on the card. */
function questionGoesOn(
  state: Open,
  rule: Step,
  { question }: StepIn<"asked">,
  goesOn: readonly RequestEvent[],
  { plant }: World,
  at: EpochMs,
): readonly RequestEvent[] {
  const opened = goesOn.find((event) => event.type === "StepOpened");
  if (opened?.type !== "StepOpened") {
    const who = sayWho(question.by, state.asked, plant);
    return [noteOfReferee(plant, told("notes.hadAsked", { who, text: question.text }), at)];
  }
  const { text, via, by: asker } = question;
  const asked = { step: rule.id, question: text, ...asksFrom(state, rule, opened, plant, at), asker };
  return [{ type: "QuestionAsked", ...asked, ...(via === null ? {} : { via }), by: THE_RULES, at }];
}

function revisitOpen(
  state: Open,
  rule: Step,
  step: StepIn<"open">,
  world: World,
  at: EpochMs,
): readonly RequestEvent[] {
  const moved = movedOn(state, rule, step, world, at);
  if (moved !== null) return moved;
  const { plant } = world;
  const frozen = isBegun(step) ? null : frozenNow(state, rule, plant, at);
  if (frozen !== null) return held(state, rule, step.ball.party, holdFor(frozen), plant, at);
  const anew = askedAnew(state, rule, step, world, at);
  if (anew.length > 0) return anew;
  return [...onCallSince(state, rule, step, world, at), ...freezeAhead(state, rule, step, plant, at)];
}

/** The next long freeze is another one than was known when it was opened. */
function freezeAhead(
  state: Open,
  rule: Step,
  step: StepIn<"open">,
  plant: Plant,
  at: EpochMs,
): readonly RequestEvent[] {
  const next = nextLongFreeze(state, rule, plant, at);
  if (isBegun(step) || next === step.ball.frozenFrom) return [];
  return [{ type: "FreezePassed", step: step.id, next, by: THE_RULES, at }];
}

/** It goes on at once where nothing holds it any more, and waits otherwise where something else does. */
function revisitHeld(
  state: Open,
  rule: Step,
  step: StepIn<"held">,
  world: World,
  at: EpochMs,
): readonly RequestEvent[] {
  const { party } = ownerNow(state, rule, step, world);
  const first = firstPing(state, rule, party, world.plant, at);
  const isSame =
    first.type === "hold" &&
    first.until === step.until &&
    first.freeze === step.freeze &&
    tell(world.plant, first.because) === step.because;
  return isSame && isDeepStrictEqual(party, step.party) ? [] : openStep(state, rule, step, world, at);
}

/** The plant file did not say whose it is, or named nobody who can act, and does now. What people disputed stays with Ops. */
function revisitDisputed(
  state: Open,
  rule: Step,
  step: StepIn<"disputed">,
  world: World,
  at: EpochMs,
): readonly RequestEvent[] {
  if (step.by !== THE_RULES) return [];
  const opened = openStep(state, rule, { ...step, status: "waiting" }, world, at);
  return opened.some(({ type }) => type === "StepDisputed") ? [] : opened;
}
