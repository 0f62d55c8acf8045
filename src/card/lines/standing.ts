import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import { closedAgainAt, currentStage, verdictsOf } from "../../request/rules/follow.ts";
import { type Closed, isSettled, type Open } from "../../request/state.ts";
import { carriesOut, decides } from "../../workflow/kinds/kinds.ts";
import { stepsOf } from "../../workflow/requestType.ts";
import { onCard, partyLabel, requesterName, sentence } from "../words.ts";
import { sayTooSoon, sayWaitedFor } from "./lapsed.ts";
import { sayHalted } from "./takenBack.ts";

/** One sentence above everything: where the request stands. */
export function sayStanding(state: Open | Closed, plant: Plant): string {
  if (state.status === "closed") return sayOutcome(state, plant);
  if (state.grant.status === "running") return `Open until ${onCard(state.grant.until, state.at, plant)}.`;
  if (state.grant.status === "ended") return sayEnded(state.grant, state, plant);
  if (state.rules.call !== null) return sayCalled(state, plant);
  const approvals = stepsOf(state.rules).filter(decides);
  const given = approvals.filter(({ id }) => isSettled(state.steps.get(id))).length;
  if (given < approvals.length) {
    return given === 0
      ? "In review. Nothing is approved yet."
      : `In review. ${given} of ${approvals.length} approvals are given.`;
  }
  const doing = currentStage(state)?.steps.some(carriesOut) ?? false;
  if (!doing) return "Done, not confirmed yet.";
  const halted = sayHalted(state, plant);
  if (halted !== null) return halted;
  return approvals.length === 0 ? "Asked for, not done yet." : "Approved, not done. Not a work permit.";
}

/** Past its end it is still open until somebody shows that it is closed again. */
function sayEnded(grant: Extract<Open["grant"], { status: "ended" }>, state: Open, plant: Plant): string {
  const closedAt = closedAgainAt(state);
  if (closedAt !== null) return `Closed again, ${onCard(closedAt, state.at, plant)}. Not confirmed yet.`;
  const when = onCard(grant.at, state.at, plant);
  return grant.because === "cutOff"
    ? `To be cut off now: ${sayWho(grant.by, state.asked, plant)}, ${when}. Still open until it is closed again.`
    : `Its end came ${when}. Still open until it is closed again.`;
}

function sayCalled(state: Open, plant: Plant): string {
  const helping = [...state.steps.values()].find((step) => step.status === "open" && step.ball.takenBy !== null);
  const repaired = verdictsOf(state).find(({ type }) => type === "done");
  if (repaired !== undefined) {
    const who = sayWho(repaired.by, state.asked, plant);
    return `${who} has done what was to be done, ${onCard(repaired.at, state.at, plant)}. Not confirmed yet that it runs.`;
  }
  if (helping?.status !== "open" || helping.ball.takenBy === null)
    return `Help was called ${onCard(state.sentAt, state.at, plant)}.`;
  return `${sayWho(helping.ball.takenBy, state.asked, plant)} is on it, since ${onCard(helping.ball.takenAt ?? helping.ball.since, state.at, plant)}.`;
}

export function sayOutcome(state: Closed, plant: Plant): string {
  const when = onCard(state.closedAt, state.at, plant);
  const reason = state.reason === "" ? "" : `: ${state.reason}`;
  switch (state.outcome) {
    case "done":
      return state.rules.call === null ? `Done, ${when}.` : `Running again, ${when}.`;
    case "lapsed":
      return `${sentence(`Over, ${when}: its time came before it was ${sayTooSoon(state)}: ${sayWaitedFor(state, plant)}`)} If it is still needed, ask again with a new time.`;
    case "closedAgain":
      return `Closed again, ${when}.`;
    case "denied":
      return sayDenied(state, plant);
    case "withdrawn":
      return sentence(`Withdrawn by ${requesterName(state, plant)}, ${when}${reason}`);
    case "failed":
      return sentence(`Not carried out, ${when}${reason}`);
    case "notConfirmed":
      return `Done, but not confirmed by anybody, ${when}.`;
    default:
      return sentence(`Closed by Ops (${sayWho(state.closedBy, state.asked, plant)}), ${when}${reason}`);
  }
}

/** Who said no, why, and what would make it a yes. */
function sayDenied(state: Closed, plant: Plant): string {
  const when = onCard(state.closedAt, state.at, plant);
  for (const step of state.steps.values()) {
    if (step.status !== "settled" || step.verdict.type !== "denied") continue;
    const { by, reason, yesIf } = step.verdict;
    const party = step.party === null ? "" : ` for ${partyLabel(plant, step.party, state.asked)}`;
    const no = sentence(`Not approved: ${sayWho(by, state.asked, plant)}${party}, ${when}: ${reason}`);
    return `${no} ${sentence(`What would make it a yes: ${yesIf}`)}`;
  }
  return sentence(`Not approved, ${when}: ${state.reason}`);
}
