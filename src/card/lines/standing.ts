import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import { currentStage, mustReview } from "../../request/rules/currentStage.ts";
import { denialOf } from "../../request/rules/denial.ts";
import { closedAgainAt, verdictsOf } from "../../request/rules/follow.ts";
import { type Closed, isSettled, type Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { carriesOut, decides } from "../../workflow/kinds/kinds.ts";
import { stepsOf } from "../../workflow/requestType.ts";
import { onCard, partyLabel, sentence } from "../words.ts";
import { sayWaitedFor, tooSoon } from "./lapsed.ts";
import { sayHalted } from "./takenBack.ts";

/** One sentence above everything: where the request stands. */
export function sayStanding(state: Open | Closed, plant: Plant): string {
  if (state.status === "closed") return sayOutcome(state, plant);
  if (state.grant.status === "running")
    return say(plant, "standing.openUntil", { when: onCard(state.grant.until, state.at, plant) });
  if (state.grant.status === "ended") return sayEnded(state.grant, state, plant);
  if (state.rules.call !== null) return sayCalled(state, plant);
  const { given, total } = approvalsOf(state);
  if (isInReview(state)) return say(plant, "standing.inReview", { given, total: String(total) });
  if (isCarriedOut(state)) return say(plant, "standing.doneNotConfirmed");
  return sayHalted(state, plant) ?? sayNotDone(state, plant);
}

/** Nobody reads as approved what somebody said no to: whose risk it is stands with it. */
function sayNotDone(state: Open, plant: Plant): string {
  const risk = verdictsOf(state).find(({ type }) => type === "riskTaken");
  if (risk !== undefined) return say(plant, "standing.riskNotDone", { who: sayWho(risk.by, state.asked, plant) });
  return say(plant, stepsOf(state.rules).some(decides) ? "standing.approvedNotDone" : "standing.askedNotDone");
}

/** How many have said yes while there are others to; null once all have, or none is asked. */
export function sayGiven(state: Open | Closed, plant: Plant): string | null {
  if (state.status === "closed" || state.grant.status !== "none" || state.rules.call !== null) return null;
  const { given, total } = approvalsOf(state);
  return isInReview(state) ? say(plant, "standing.given", { given, total: String(total) }) : null;
}

/** Whether all have answered who decide about it, and all who carry it out. */
export function isCarriedOut(state: Open): boolean {
  return !isInReview(state) && !(currentStage(state)?.steps.some(carriesOut) ?? false);
}

function isInReview({ rules, steps }: Open): boolean {
  return stepsOf(rules).some((rule) => decides(rule) && !isSettled(steps.get(rule.id)));
}

/** A veto whose risk was taken is none: that is said by itself. */
function approvalsOf({ rules, steps }: Open): { readonly given: number; readonly total: number } {
  const approvals = stepsOf(rules)
    .filter(decides)
    .map(({ id }) => steps.get(id))
    .filter((step) => !(isSettled(step) && step.verdict.type === "riskTaken"));
  return { given: approvals.filter(isSettled).length, total: approvals.length };
}

/** Past its end it is still open until somebody shows that it is closed again. */
function sayEnded(grant: Extract<Open["grant"], { status: "ended" }>, state: Open, plant: Plant): string {
  const closedAt = closedAgainAt(state);
  const key = mustReview(state) ? "standing.closedNotReviewed" : "standing.closedNotConfirmed";
  if (closedAt !== null) return say(plant, key, { when: onCard(closedAt, state.at, plant) });
  const when = onCard(grant.at, state.at, plant);
  return grant.because === "cutOff"
    ? say(plant, "standing.toCutOff", { who: sayWho(grant.by, state.asked, plant), when })
    : say(plant, "standing.endCame", { when });
}

function sayCalled(state: Open, plant: Plant): string {
  const helping = [...state.steps.values()].find((step) => step.status === "open" && step.ball.takenBy !== null);
  const repaired = verdictsOf(state).find(({ type }) => type === "done");
  if (repaired !== undefined) {
    const who = sayWho(repaired.by, state.asked, plant);
    return say(plant, "standing.repaired", { who, when: onCard(repaired.at, state.at, plant) });
  }
  if (helping?.status !== "open" || helping.ball.takenBy === null)
    return say(plant, "standing.helpCalled", { when: onCard(state.sentAt, state.at, plant) });
  const since = onCard(helping.ball.takenAt ?? helping.ball.since, state.at, plant);
  return say(plant, "standing.onIt", { who: sayWho(helping.ball.takenBy, state.asked, plant), when: since });
}

export function sayOutcome(state: Closed, plant: Plant): string {
  const when = onCard(state.closedAt, state.at, plant);
  const reason = typed(state.reason);
  switch (state.outcome) {
    case "done":
      return say(plant, state.rules.call === null ? "standing.done" : "standing.runsAgain", { when });
    case "lapsed":
      return say(plant, "standing.lapsed", { when, not: tooSoon(state), why: sayWaitedFor(state, plant) });
    case "closedAgain":
      return say(plant, "standing.closedAgain", { when });
    case "denied":
      return sayDenied(state, plant);
    case "withdrawn": {
      const who = sayWho(state.closedBy, state.asked, plant);
      if (state.reason === "") return sentence(say(plant, "standing.withdrawn", { who, when }));
      return sentence(say(plant, "standing.withdrawnBecause", { who, when, reason }));
    }
    case "failed":
      if (state.reason === "") return sentence(say(plant, "standing.failed", { when }));
      return sentence(say(plant, "standing.failedBecause", { when, reason }));
    case "notConfirmed":
      return say(plant, "standing.notConfirmed", { when });
    default: {
      const who = sayWho(state.closedBy, state.asked, plant);
      if (state.reason === "") return sentence(say(plant, "standing.closedByOps", { who, when }));
      return sentence(say(plant, "standing.closedByOpsBecause", { who, when, reason }));
    }
  }
}

/** Who said no, why, and what would make it a yes. */
function sayDenied(state: Closed, plant: Plant): string {
  const denial = denialOf(state);
  if (denial === null) {
    const when = onCard(state.closedAt, state.at, plant);
    return sentence(say(plant, "standing.denied", { when, reason: typed(state.reason) }));
  }
  const { by, at, reason, yesIf } = denial.denied;
  const { party } = denial.step;
  // Its risk may have been taken meanwhile, and taken back: the no is as old as it is.
  const said = { who: sayWho(by, state.asked, plant), when: onCard(at, state.at, plant), reason: typed(reason) };
  const no =
    party === null
      ? say(plant, "standing.deniedBy", said)
      : say(plant, "standing.deniedFor", { ...said, party: partyLabel(plant, party, state.asked) });
  const final = state.appeal === null ? [] : [say(plant, "appeal.final")];
  return [sentence(no), sentence(say(plant, "standing.yesIf", { what: typed(yesIf) })), ...final].join(" ");
}
