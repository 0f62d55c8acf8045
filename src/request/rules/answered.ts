import type { EpochMs } from "../../clock.ts";
import type { TeamId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { workedBetween } from "../../plant/time/workingTime.ts";
import { decides } from "../../workflow/kinds/kinds.ts";
import type { Step, TypeId } from "../../workflow/requestType.ts";
import type { Actor } from "../actor.ts";
import type { Open, RequestState, StepState, WithBall } from "../state.ts";
import { ruleOf } from "./guards.ts";
import { isOfExtension } from "./ofExtension.ts";
import { FEWEST_PEOPLE } from "./usual.ts";

/** A yes or no of a team. `ms`: its working time from when it came to them, without that in which it was with whoever asked. */
export type Answered = {
  readonly team: TeamId;
  readonly type: TypeId;
  readonly by: Actor;
  readonly at: EpochMs;
  readonly ms: number;
};

/**
 * What teams answered between one state and the next, each once: two steps that a team answers together are one answer. Not
 * the answers of single people, and none of which the time says nothing about others: what had been answered before, what
 * only moves an end, and what rings at any hour.
 */
export function answeredBetween(before: RequestState, after: RequestState, plant: Plant): readonly Answered[] {
  if (before.status !== "open" || (after.status !== "open" && after.status !== "closed")) return [];
  const longest = new Map<TeamId, Answered>();
  for (const step of after.steps.values()) {
    const answered = answerOf(before, step, plant);
    if (answered !== null && answered.ms >= (longest.get(answered.team)?.ms ?? 0)) longest.set(answered.team, answered);
  }
  return [...longest.values()];
}

function answerOf(before: Open, step: StepState, plant: Plant): Answered | null {
  const was = before.steps.get(step.id);
  if (step.status !== "settled" || was === undefined || (was.status !== "open" && was.status !== "asked")) return null;
  const { verdict } = step;
  const { party, again, since } = was.ball;
  if ((verdict.type !== "approved" && verdict.type !== "denied") || party.type !== "team" || again) return null;
  const { reopenedAt } = before;
  const wasClosed = reopenedAt !== null && reopenedAt > since;
  if (wasClosed || isOfExtension(before, step.id) || !isTimed(ruleOf(before, step.id), party.team, plant)) return null;
  const { by, at } = verdict;
  return { team: party.team, type: before.rules.type, by, at, ms: heldUntil(at, was, party, plant) };
}

/**
 * Whether it says something of others how long a team took for a step: it is a yes or no in their working time. Of a team of
 * one or two it would be said of a person: each of two knows what the other took.
 */
export function isTimed(rule: Step, team: TeamId, plant: Plant): boolean {
  const members = plant.teams.get(team)?.members ?? [];
  return decides(rule) && !rule.clock.always && members.length >= FEWEST_PEOPLE;
}

function heldUntil(
  at: EpochMs,
  step: WithBall,
  party: Extract<WithBall["ball"]["party"], { type: "team" }>,
  plant: Plant,
) {
  const { since, lent } = step.ball;
  const asked = step.status === "asked" ? [{ from: step.question.at, to: at }] : [];
  const lentMs = [...lent, ...asked].map(({ from, to }) => workedBetween(plant, party, from, to));
  return lentMs.reduce((left, ms) => left - ms, workedBetween(plant, party, since, at));
}
