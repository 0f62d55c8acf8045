import type { EpochMs } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import type { World } from "../../request/commands.ts";
import { ownerNow } from "../../request/rules/owners.ts";
import type { Ball, Closed, Open, StepIn, StepState, Verdict } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { isClosing, type Step, stepsOf } from "../../workflow/requestType.ts";
import type { StepLine } from "../card.ts";
import { onCard, partyLabel, requesterName, sayPeople, shortName } from "../words.ts";

type Sent = Open | Closed;

/**
 * The steps of the request, all or those that are shown, in order, each with one sentence that is true until the next event. Once the request is
 * closed, only what was answered is left to tell.
 */
export function stepLines(
  state: Sent,
  world: World,
  isShown: (step: StepState) => boolean = () => true,
): readonly StepLine[] {
  return stepsOf(state.rules).flatMap((rule) => {
    const step = state.steps.get(rule.id);
    if (step === undefined || !isShown(step) || (state.status === "closed" && step.status !== "settled")) return [];
    return [
      {
        mark: markOf(state, step),
        owner: ownerLabel(state, rule, step, world),
        says: says(state, rule, step, world.plant),
      },
    ];
  });
}

function markOf({ rules }: Sent, step: StepState): StepLine["mark"] {
  switch (step.status) {
    case "settled":
      return isMoot(rules, step.verdict) ? "skipped" : MARKS[step.verdict.type];
    case "waiting":
    case "held":
      return step.status === "held" ? "held" : "waiting";
    default:
      return "open";
  }
}

const MARKS: Readonly<Record<Verdict["type"], StepLine["mark"]>> = {
  approved: "done",
  denied: "refused",
  done: "done",
  rolledBack: "refused",
  failed: "refused",
  works: "done",
  doesNotWork: "refused",
  notConfirmed: "skipped",
  through: "done",
};

/** What the end overtook: nobody did it, and nobody is to do it any more. */
function isMoot(rules: Sent["rules"], verdict: Verdict): boolean {
  return verdict.type === "through" && isClosing(rules, verdict.step);
}

function ownerLabel(state: Sent, rule: Step, step: StepState, world: World): string {
  const { plant } = world;
  if ("ball" in step) return partyLabel(plant, step.ball.party, state.asked);
  if (step.status === "disputed") return "Ops";
  if ("party" in step && step.party !== null) return partyLabel(plant, step.party, state.asked);
  return partyLabel(plant, ownerNow(state, rule, step, world).party, state.asked);
}

function says(state: Sent, rule: Step, step: StepState, plant: Plant): string {
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
      return `${sayBall(step.ball, now, plant)}${sayMoves(step)}`;
    case "settled":
      return sayVerdict(state, rule, step.verdict, plant);
    default:
      return assertNever(step, "step state");
  }
}

/** How often it found another owner, and why it is here now. */
function sayMoves({ moves, ball }: StepIn<"open">): string {
  return moves === 0 ? "" : `; moved ${moves === 1 ? "once" : `${moves} times`}: ${ball.because}`;
}

/** Who has it, since when, until when. */
export function sayBall(ball: Ball, now: EpochMs, plant: Plant): string {
  const when = [sayKnown(ball, now, plant), sayDue(ball, now, plant)].filter((part) => part !== "");
  return [sayHolder(ball, now, plant), ...when].join(", ");
}

function sayHolder(ball: Ball, now: EpochMs, plant: Plant): string {
  if (ball.takenBy !== null)
    return `${shortName(plant, ball.takenBy)} has it since ${onCard(ball.takenAt ?? ball.since, now, plant)}`;
  const asked = ball.pings.at(-1);
  if (asked === undefined || asked.people.length === 0) return "nobody has it yet";
  const were = asked.people.length === 1 ? "was" : "were";
  return `nobody has it yet, ${sayPeople(plant, asked.people)} ${were} asked ${onCard(asked.at, now, plant)}`;
}

/** Once nobody took it in time, Ops knows; that is not the same as overdue. */
function sayKnown({ overdue, takenBy }: Ball, now: EpochMs, plant: Plant): string {
  return overdue?.clock === "take" && takenBy === null ? `Ops knows since ${onCard(overdue.at, now, plant)}` : "";
}

function sayDue({ clocks, overdue }: Ball, now: EpochMs, plant: Plant): string {
  if (overdue?.clock === "decide") return `overdue since ${onCard(overdue.at, now, plant)}`;
  return clocks.dueAt === null ? "" : `due ${onCard(clocks.dueAt, now, plant)}`;
}

function sayVerdict(state: Sent, rule: Step, verdict: Verdict, plant: Plant): string {
  const who = sayWho(verdict.by, state.asked, plant);
  const when = onCard(verdict.at, state.at, plant);
  switch (verdict.type) {
    case "approved":
      if (verdict.halt !== null) {
        const { reason, at } = verdict.halt;
        return say(plant, "back.halted", { who, approved: when, when: onCard(at, state.at, plant), reason });
      }
      return verdict.limits.length === 0 ? `${who} approved, ${when}` : `${who} approved with limits, ${when}`;
    case "denied":
      return `${who} said no, ${when}`; // why stands above: the request is closed by it
    case "done":
      return `${who}: ${doneWord(rule)}, ${when}${proof(verdict)}`;
    case "rolledBack":
      return `${who} rolled it back, ${when}: ${verdict.evidence}`;
    case "failed":
      return `${who} could not do it, ${when}: ${verdict.evidence}`;
    case "works":
      return `${who}: ${(rule.buttons.yes ?? "it works").toLowerCase()}, ${when}`;
    case "doesNotWork":
      return `${who}: it does not work, ${when}: ${verdict.note}`;
    case "notConfirmed":
      return `not confirmed by anybody, ${when}`;
    case "through":
      return isMoot(state.rules, verdict)
        ? `not to be done any more, ${when}`
        : `answered together with another step, ${when}`;
    default:
      return assertNever(verdict, "verdict");
  }
}

type Done = Extract<Verdict, { evidence: string }>;

/** In the words of the button that was pressed: "opened", "closed again". */
const doneWord = ({ buttons }: Step) => (buttons.yes ?? "done").toLowerCase();

function proof({ evidence, onSite }: Done): string {
  const parts = [evidence, onSite === "" ? "" : `on site: ${onSite}`].filter((part) => part !== "");
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}
