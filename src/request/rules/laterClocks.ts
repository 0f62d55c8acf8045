import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import type { LaterClocks } from "../events.ts";
import type { Open, WithBall } from "../state.ts";
import { answerMs, clocksFor, workMs } from "./chain.ts";
import { ruleOf } from "./guards.ts";
import { clockOf, usefulUntil, windowOf } from "./window.ts";

/**
 * What fell due when it was to end, since nothing is due after that, has its own time once it ends later: as if that end had been
 * known when it was asked for. Nothing for what was due sooner by itself.
 */
export function laterClocks(open: Open, end: EpochMs, plant: Plant): readonly LaterClocks[] {
  const { grant } = open;
  if (grant.status !== "running") return [];
  const longer: Open = { ...open, grant: { ...grant, until: end } };
  return [...open.steps.values()].flatMap((step) => {
    if ((step.status !== "open" && step.status !== "asked") || step.ball.clocks.dueAt !== grant.until) return [];
    return clocksUntil(longer, step, plant) ?? [];
  });
}

function clocksUntil(open: Open, step: WithBall, plant: Plant): LaterClocks | null {
  const rule = ruleOf(open, step.id);
  const clock = clockOf(open, rule);
  const { party, since, lent } = step.ball;
  const window = windowOf(open.values, rule)?.until ?? null;
  const decideMs = answerMs(clock);
  const wholeMs = window === null || window <= since ? decideMs : window - since;
  if (wholeMs === null) return null;
  const worked = (from: EpochMs, to: EpochMs) => workMs(plant, party, from, to, clock.always);
  // Of that time nothing goes while whoever asked has it, for the answer to a question.
  const backAt = lent.at(-1)?.to ?? since;
  const lentMs = lent.reduce((ms, { from, to }) => ms + worked(from, to), 0);
  const leftMs = Math.max(0, wholeMs - worked(since, backAt) + lentMs);
  const { remindAt, dueAt } = clocksFor(plant, party, clock, backAt, { leftMs, until: usefulUntil(open, rule) });
  const kept = step.status === "asked" && dueAt !== null ? { leftMs: worked(step.question.at, dueAt) } : {};
  return { step: step.id, remindAt, dueAt, ...kept };
}
