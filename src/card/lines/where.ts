import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { currentStage } from "../../request/rules/currentStage.ts";
import type { Open, StepState } from "../../request/state.ts";
import { onCard, partyLabel, requesterName } from "../words.ts";

/** One line that says where an open request stands and with whom, for "what is waiting?". */
export function sayWhere(state: Open, plant: Plant, at: EpochMs): string {
  const stage = currentStage(state);
  const waiting = [...state.steps.values()].filter(
    ({ id, status }) => status !== "settled" && status !== "waiting" && stage?.steps.some((rule) => rule.id === id),
  );
  if (waiting.length > 0) return waiting.map((step) => sayStep(state, step, plant, at)).join("; ");
  return state.grant.status === "running"
    ? `open until ${onCard(state.grant.until, at, plant)}`
    : "on its way to the next step";
}

function sayStep(state: Open, step: StepState, plant: Plant, at: EpochMs): string {
  switch (step.status) {
    case "open": {
      const { party, overdue, clocks } = step.ball;
      const label = partyLabel(plant, party, state.asked);
      if (overdue?.clock === "decide") return `with ${label}, overdue since ${onCard(overdue.at, at, plant)}`;
      return clocks.dueAt === null ? `with ${label}` : `with ${label}, due ${onCard(clocks.dueAt, at, plant)}`;
    }
    case "asked":
      return `waits for ${requesterName(state, plant)}'s answer`;
    case "held":
      return `with ${partyLabel(plant, step.party, state.asked)}, on hold until ${onCard(step.until, at, plant)}`;
    default:
      return "with Ops, who decide whose it is";
  }
}
