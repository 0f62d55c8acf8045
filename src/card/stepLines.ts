import type { EpochMs } from "../clock.ts";
import { assertNever } from "../errors.ts";
import type { Plant } from "../plant/plant.ts";
import type { World } from "../request/commands.ts";
import { ownerOf } from "../request/rules/openStep.ts";
import type { Ball, Closed, Open, StepState, Verdict } from "../request/state.ts";
import { type Step, stepsOf } from "../workflow/requestType.ts";
import type { StepLine } from "./card.ts";
import { onCard, partyLabel, requesterName, sayList, sayWho, shortName } from "./words.ts";

type Sent = Open | Closed;

/** Every step of the request, in order, each with one sentence that is true until the next event. */
export function stepLines(state: Sent, world: World): readonly StepLine[] {
  return stepsOf(state.rules).flatMap((rule) => {
    const step = state.steps.get(rule.id);
    return step === undefined
      ? []
      : [
          {
            mark: markOf(state, step),
            owner: ownerLabel(state, rule, step, world),
            says: says(state, rule, step, world.plant),
          },
        ];
  });
}

function markOf(state: Sent, step: StepState): StepLine["mark"] {
  switch (step.status) {
    case "settled":
      return step.verdict.type === "denied" || step.verdict.type === "failed" || step.verdict.type === "doesNotWork"
        ? "refused"
        : "done";
    case "waiting":
      return state.status === "closed" ? "skipped" : "waiting";
    case "held":
      return "held";
    default:
      return state.status === "closed" ? "skipped" : "open";
  }
}

function ownerLabel(state: Sent, rule: Step, step: StepState, world: World): string {
  const { plant } = world;
  if ("ball" in step) return partyLabel(plant, step.ball.party, state.asked);
  if (step.status === "disputed") return "Ops";
  if ("party" in step && step.party !== null) return partyLabel(plant, step.party, state.asked);
  if (rule.owner === "requester") return requesterName(state, plant);
  return partyLabel(plant, ownerOf({ ...state, status: "open" }, rule, world).party, state.asked);
}

function says(state: Sent, rule: Step, step: StepState, plant: Plant): string {
  if (state.status === "closed" && step.status !== "settled") return "not needed any more";
  const now = state.at;
  switch (step.status) {
    case "waiting":
      return rule.does;
    case "held":
      return `on hold until ${onCard(step.until, now, plant)}: ${step.because}`;
    case "disputed":
      return `decides whose it is, since ${onCard(step.since, now, plant)} (${step.reason})`;
    case "asked":
      return `waits for ${requesterName(state, plant)}'s answer since ${onCard(step.question.at, now, plant)}`;
    case "open":
      return sayBall(step.ball, now, plant);
    case "settled":
      return sayVerdict(state, step.verdict, plant);
    default:
      return assertNever(step, "step state");
  }
}

/** Who has it, since when, until when. */
export function sayBall(ball: Ball, now: EpochMs, plant: Plant): string {
  const due =
    ball.overdue !== null ? `, overdue since ${onCard(ball.overdue.at, now, plant)}` : sayDue(ball, now, plant);
  if (ball.takenBy !== null)
    return `${shortName(plant, ball.takenBy)} has it since ${onCard(ball.since, now, plant)}${due}`;
  const asked = ball.pings.at(-1)?.people.map((person) => shortName(plant, person)) ?? [];
  return asked.length === 0 ? `nobody has it yet${due}` : `nobody has it yet, ${sayList(asked)} was asked${due}`;
}

function sayDue({ clocks }: Ball, now: EpochMs, plant: Plant): string {
  return clocks.dueAt === null ? "" : `, due ${onCard(clocks.dueAt, now, plant)}`;
}

function sayVerdict(state: Sent, verdict: Verdict, plant: Plant): string {
  const who = sayWho(verdict.by, state.asked, plant);
  const when = onCard(verdict.at, state.at, plant);
  switch (verdict.type) {
    case "approved":
      return verdict.limits.length === 0 ? `${who} approved, ${when}` : `${who} approved with limits, ${when}`;
    case "denied":
      return `${who} said no, ${when}: ${verdict.reason}`;
    case "done":
      return [`${who} did it, ${when}`, verdict.evidence, verdict.onSite === "" ? "" : `on site: ${verdict.onSite}`]
        .filter((part) => part !== "")
        .join("; ");
    case "rolledBack":
      return `${who} rolled it back, ${when}: ${verdict.evidence}`;
    case "failed":
      return `${who} could not do it, ${when}: ${verdict.evidence}`;
    case "works":
      return `${who} confirmed, ${when}`;
    case "doesNotWork":
      return `${who} says it does not work, ${when}: ${verdict.note}`;
    case "notConfirmed":
      return `not confirmed by anybody, ${when}`;
    case "through":
      return `answered together with another step, ${when}`;
    default:
      return assertNever(verdict, "verdict");
  }
}
