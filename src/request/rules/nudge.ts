import { type EpochMs, later, MINUTE_MS } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { THE_CLOCK } from "../actor.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import { lastAskedToAct, type Open, type RequestState, type StepIn, type WithBall, whoCanAct } from "../state.ts";
import { opensAgain } from "./chain.ts";
import { requireCurrent, requireOpen, requireOps, ruleOf } from "./guards.ts";

/** Those who were asked have this long; sooner would be noise. */
const PAUSE_MS = 15 * MINUTE_MS;

/**
 * Ops want whoever has it asked once more: at once, or as soon as they work and had a little time. Twice in a row is once.
 * @throws RefusedError for everybody else, and once it was answered
 */
export function nudge(state: RequestState, command: CommandOf<"nudge">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  requireOps(command, world);
  const step = requireCurrent(open, command, world);
  const { by, at } = command;
  const { nudgedAt, nudgeAt } = step.ball;
  const wantedAt = step.status === "asked" ? step.question.remindedAt : nudgedAt;
  const isJustNow = wantedAt !== null && at - wantedAt < PAUSE_MS;
  if (nudgeAt !== null || isJustNow) return [];
  const due = mayBeAsked(open, step, world.plant, at);
  if (due > at) return [{ type: "NudgeAsked", step: step.id, due, by, at }];
  // It is with whoever is to answer.
  if (step.status === "asked") return [{ type: "QuestionReminded", step: step.id, by, at }];
  return [{ type: "StepNudged", step: step.id, people: whoCanAct(step.ball), by, at }];
}

/** When Ops' wish has come; later, where their hours are others by now. */
export function nudgeDue(
  open: Open,
  step: StepIn<"open">,
  { plant }: Pick<World, "plant">,
  at: EpochMs,
): readonly RequestEvent[] {
  const { nudgeAt } = step.ball;
  if (nudgeAt === null || nudgeAt > at) return [];
  const due = mayBeAsked(open, step, plant, at);
  if (due > at) return [{ type: "NudgeAsked", step: step.id, due, by: THE_CLOCK, at }];
  return [{ type: "StepNudged", step: step.id, people: whoCanAct(step.ball), by: THE_CLOCK, at }];
}

/** From when on: they work, and were asked long enough ago. Whoever asked for it is asked at any hour. */
function mayBeAsked(open: Open, step: WithBall, plant: Plant, at: EpochMs): EpochMs {
  const { id, ball } = step;
  const last = step.status === "asked" ? (step.question.remindedAt ?? step.question.at) : lastAskedToAct(ball);
  const since = last === null ? at : later(last, PAUSE_MS);
  const from = since > at ? since : at;
  if (step.status === "asked") return from;
  return ruleOf(open, id).clock.always ? from : (opensAgain(plant, ball.party, from) ?? from);
}
