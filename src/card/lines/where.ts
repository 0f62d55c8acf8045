import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { currentStage } from "../../request/rules/currentStage.ts";
import { answererName } from "../../request/rules/requester.ts";
import type { Open, StepState } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { onCard, partyLabel } from "../words.ts";

/** One line that says where an open request stands and with whom, for "what is waiting?". */
export function sayWhere(state: Open, plant: Plant, at: EpochMs): string {
  const stage = currentStage(state);
  const waiting = [...state.steps.values()].filter(
    ({ id, status }) => status !== "settled" && status !== "waiting" && stage?.steps.some((rule) => rule.id === id),
  );
  if (waiting.length > 0) return waiting.map((step) => sayStep(state, step, plant, at)).join("; ");
  return state.grant.status === "running"
    ? say(plant, "where.openUntil", { when: onCard(state.grant.until, at, plant) })
    : say(plant, "where.onItsWay");
}

function sayStep(state: Open, step: StepState, plant: Plant, at: EpochMs): string {
  switch (step.status) {
    case "open": {
      const { party, overdue, clocks } = step.ball;
      const who = partyLabel(plant, party, state.asked);
      if (overdue?.clock === "decide")
        return say(plant, "where.withOverdue", { who, when: onCard(overdue.at, at, plant) });
      if (clocks.dueAt === null) return say(plant, "where.with", { who });
      return say(plant, "where.withDue", { who, when: onCard(clocks.dueAt, at, plant) });
    }
    case "asked":
      return say(plant, "where.waitsFor", { who: answererName(state, plant) });
    case "held":
      return say(plant, "where.held", {
        ...{ who: partyLabel(plant, step.party, state.asked), when: onCard(step.until, at, plant) },
      });
    default:
      return say(plant, "where.disputed");
  }
}
