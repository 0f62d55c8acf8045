import type { EpochMs } from "../../clock.ts";
import { relievedAt } from "../../plant/duty/duty.ts";
import type { Plant } from "../../plant/plant.ts";
import { told } from "../../plant/told/told.ts";
import type { World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import type { Open, StepIn } from "../state.ts";
import { ruleOf } from "./guards.ts";
import { released } from "./released.ts";
import { clockOf } from "./window.ts";

/** When the shift of whoever has a step is over and the next takes it up; null where it stays theirs, or has no shifts. */
export function handsOnAt(state: Open, { id, ball }: StepIn<"open">, plant: Plant): EpochMs | null {
  const { party, takenBy, takenAt } = ball;
  const rule = ruleOf(state, id);
  if (takenBy === null || takenAt === null || rule.stays) return null;
  if (party.type === "team" && plant.teams.get(party.team)?.takenStays === true) return null;
  return relievedAt(plant, party, takenBy, takenAt, clockOf(state, rule).always);
}

/** Whoever goes home is released, and the next shift is asked, with why. */
export function handsOn(state: Open, step: StepIn<"open">, world: World, at: EpochMs): readonly RequestEvent[] {
  const due = handsOnAt(state, step, world.plant);
  const { takenBy } = step.ball;
  if (due === null || takenBy === null || due > at) return [];
  const reason = told("notes.offShift", { when: { at: due, seen: due } });
  return released(state, ruleOf(state, step.id), step, takenBy, reason, world, at);
}
