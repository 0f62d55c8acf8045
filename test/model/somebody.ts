import { Actor } from "../../src/request/actor.ts";
import type { World } from "../../src/request/commands.ts";
import type { RequestState } from "../../src/request/state.ts";
import type { StepId } from "../../src/workflow/requestType.ts";
import type { Chance } from "../support/chance.ts";
import { anyOf } from "./tries.ts";

/** An account that nobody knows. */
export const STRANGER = Actor.parse("slack:U0STRANGER");
/** Another, and a machine: neither ever decides. */
const OTHERS = [Actor.parse("slack:U0OTHER"), Actor.parse("referee:clock")] as const;

/** Those who were asked, whoever asked, Ops; and now and then anybody, an account nobody knows, or a machine. */
export function somebody(state: RequestState, step: StepId, { plant }: World, chance: Chance): Actor {
  const anybody = anyOf([...plant.people.keys()], chance) ?? STRANGER;
  const roll = chance.between(0, 1);
  if (state.status === "unstarted") return roll < 0.1 ? STRANGER : anybody;
  if (roll < 0.55) return pingedFor(state, step, chance) ?? state.asked.requester;
  if (roll < 0.7) return state.asked.requester;
  if (roll < 0.8) return anyOf(plant.ops.leads, chance) ?? anybody;
  return roll < 0.92 ? anybody : chance.oneOf([STRANGER, ...OTHERS]);
}

function pingedFor(state: RequestState, id: StepId, chance: Chance): Actor | undefined {
  if (state.status !== "open") return undefined;
  const step = state.steps.get(id);
  const pinged = step !== undefined && "ball" in step ? step.ball.pings.flatMap(({ people }) => people) : [];
  return anyOf(pinged, chance);
}
