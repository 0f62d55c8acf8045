import { assertNever } from "../../errors.ts";
import { closedAgainAt } from "../../request/rules/follow.ts";
import type { Closed, Open } from "../../request/state.ts";
import type { Mood } from "../card.ts";

/** The colour beside the words that say where a request stands. The words say it all; the colour is seen from afar. */
export function moodOf(state: Open | Closed): Mood {
  if (state.status === "closed") return state.outcome === "done" || state.outcome === "closedAgain" ? "good" : "over";
  switch (state.grant.status) {
    case "running":
      return "open";
    case "ended":
      return closedAgainAt(state) === null ? "alarm" : "waits";
    case "none":
      return state.rules.call !== null && !isTaken(state) ? "alarm" : "waits";
    default:
      return assertNever(state.grant, "grant");
  }
}

function isTaken({ steps }: Open): boolean {
  return [...steps.values()].some(
    (step) => step.status === "settled" || ("ball" in step && step.ball.takenBy !== null),
  );
}
