import type { EpochMs } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import type { Party } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import { type Actor, sayWho } from "../../request/actor.ts";
import type { World } from "../../request/commands.ts";
import { ownerNow } from "../../request/rules/owners.ts";
import { answererName } from "../../request/rules/requester.ts";
import { isUnsafeWork, sayUnsafe } from "../../request/rules/unsafeWork.ts";
import type { Ball, Closed, Open, StepIn, StepState, Verdict } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import { typed } from "../../words/typed.ts";
import { isClosing, type Step, type StepId, stepsOf } from "../../workflow/requestType.ts";
import type { StepLine } from "../card.ts";
import { capital, onCard, partyLabel, sayPeople, sayQuoted, shortName } from "../words.ts";

type Sent = Open | Closed;

/**
 * The steps of the request, all or those that are shown, in order, each with one sentence that is true until the next
 * event. Once the request is closed, only what was answered is left to tell.
 * @param own the steps whose people read it: they know when they were asked
 */
export function stepLines(
  state: Sent,
  world: World,
  isShown: (step: StepState) => boolean = () => true,
  own: readonly StepId[] = [],
): readonly StepLine[] {
  return stepsOf(state.rules).flatMap((rule) => {
    const step = state.steps.get(rule.id);
    if (step === undefined || !isShown(step) || (state.status === "closed" && step.status !== "settled")) return [];
    return [
      {
        mark: markOf(state, step),
        owner: ownerLabel(state, rule, step, world),
        says:
          own.includes(rule.id) && step.status === "open"
            ? sayOwn(step, state.at, world.plant)
            : says(state, rule, step, world.plant),
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
  riskTaken: "done",
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
  if ("ball" in step) return atHead(step.ball.party, state, plant);
  if (step.status === "disputed") return say(plant, "who.ops");
  if ("party" in step && step.party !== null) return atHead(step.party, state, plant);
  return atHead(ownerNow(state, rule, step, world).party, state, plant);
}

/** A role begins its line with a capital; a name is written as the plant writes it. */
function atHead(party: Party, { asked }: Sent, plant: Plant): string {
  const label = partyLabel(plant, party, asked);
  return party.type === "shiftLead" || party.type === "manager" ? capital(label) : label;
}

function says(state: Sent, rule: Step, step: StepState, plant: Plant): string {
  const now = state.at;
  switch (step.status) {
    case "waiting":
      return rule.does;
    case "held":
      return say(plant, "steps.held", { when: onCard(step.until, now, plant), why: step.because });
    case "disputed":
      return isUnsafeWork(state, rule, plant)
        ? say(plant, "steps.stopped", { when: onCard(step.since, now, plant), why: sayUnsafe(state, plant) })
        : say(plant, "steps.disputed", { when: onCard(step.since, now, plant), why: step.reason });
    case "asked":
      return say(plant, "steps.asked", {
        ...{ who: answererName(state, plant), when: onCard(step.question.at, now, plant) },
      });
    case "open":
      return sayMoves(step, sayBall(step.ball, now, plant), plant);
    case "settled":
      return sayVerdict(state, rule, step.verdict, plant);
    default:
      return assertNever(step, "step state");
  }
}

/** How often it found another owner, and why it is here now. */
function sayMoves({ moves, ball }: StepIn<"open">, says: string, plant: Plant): string {
  return moves === 0 ? says : `${says}; ${say(plant, "steps.moved", { count: moves, why: ball.because })}`;
}

/** Who has it, since when, until when. */
export function sayBall(ball: Ball, now: EpochMs, plant: Plant): string {
  return withDue(sayHolder(ball, now, plant), ball, now, plant);
}

function withDue(holder: string, ball: Ball, now: EpochMs, plant: Plant): string {
  const when = [sayKnown(ball, now, plant), sayDue(ball, now, plant)].filter((part) => part !== "");
  return [holder, ...when].join(", ");
}

/** To those who have it: who of them, until when. */
function sayOwn(step: StepIn<"open">, now: EpochMs, plant: Plant): string {
  const { ball } = step;
  const asked = ball.takenBy === null ? (ball.pings.at(-1)?.people ?? []) : [];
  const holder =
    asked.length === 0
      ? sayHolder(ball, now, plant)
      : say(plant, "steps.toTake", { who: sayPeople(plant, asked), count: asked.length });
  return sayMoves(step, withDue(holder, ball, now, plant), plant);
}

function sayHolder(ball: Ball, now: EpochMs, plant: Plant): string {
  if (ball.takenBy !== null)
    return say(plant, "steps.has", {
      ...{ who: shortName(plant, ball.takenBy), when: onCard(ball.takenAt ?? ball.since, now, plant) },
    });
  const asked = ball.pings.at(-1);
  if (asked === undefined || asked.people.length === 0) return say(plant, "steps.nobody");
  const who = sayPeople(plant, asked.people);
  return say(plant, "steps.nobodyAsked", { who, count: asked.people.length, when: onCard(asked.at, now, plant) });
}

/** Once nobody took it in time, Ops knows; that is not the same as overdue. */
function sayKnown({ overdue, takenBy }: Ball, now: EpochMs, plant: Plant): string {
  const isKnown = overdue?.clock === "take" && takenBy === null;
  return isKnown ? say(plant, "steps.opsKnows", { when: onCard(overdue.at, now, plant) }) : "";
}

function sayDue({ clocks, overdue }: Ball, now: EpochMs, plant: Plant): string {
  if (overdue?.clock === "decide") return say(plant, "steps.overdue", { when: onCard(overdue.at, now, plant) });
  return clocks.dueAt === null ? "" : say(plant, "steps.due", { when: onCard(clocks.dueAt, now, plant) });
}

function sayVerdict(state: Sent, rule: Step, verdict: Verdict, plant: Plant): string {
  const who = sayWho(verdict.by, state.asked, plant);
  const when = onCard(verdict.at, state.at, plant);
  switch (verdict.type) {
    case "approved":
      if (verdict.halt !== null) {
        const { reason, at } = verdict.halt;
        return say(plant, "back.halted", {
          who,
          approved: when,
          when: onCard(at, state.at, plant),
          reason: typed(reason),
        });
      }
      return say(plant, verdict.limits.length === 0 ? "steps.approved" : "steps.approvedWithLimits", { who, when });
    case "denied":
      return say(plant, "steps.saidNo", { who, when }); // why stands above: the request is closed by it
    case "riskTaken":
      if (verdict.halt !== null) {
        const { reason, at } = verdict.halt;
        return say(plant, "risk.halted", {
          who,
          taken: when,
          when: onCard(at, state.at, plant),
          reason: typed(reason),
        });
      }
      return say(plant, "risk.step", { who, when, denier: sayWho(verdict.denied.by, state.asked, plant) });
    case "done":
      return sayDone(verdict, { who, what: yesWord(rule, "verbs.done", plant), when }, plant);
    case "rolledBack":
      return say(plant, "steps.rolledBack", { who, when, what: typed(verdict.evidence) });
    case "failed":
      return say(plant, "steps.failed", { who, when, what: typed(verdict.evidence) });
    case "works":
      return say(plant, "steps.did", { who, what: yesWord(rule, "verbs.confirm", plant), when });
    case "doesNotWork":
      return say(plant, "steps.doesNotWork", { who, when, what: typed(verdict.note) });
    case "notConfirmed":
      return say(plant, "steps.notConfirmed", { when });
    case "through":
      return isMoot(state.rules, verdict)
        ? say(plant, "steps.notAnyMore", { when })
        : say(plant, "steps.together", { who: sayWho(answererOf(state, verdict), state.asked, plant), when });
    default:
      return assertNever(verdict, "verdict");
  }
}

/** Whose answer to another step settled this one. */
function answererOf({ steps }: Sent, { step, by }: Extract<Verdict, { type: "through" }>): Actor {
  const other = steps.get(step);
  return other?.status === "settled" ? other.verdict.by : by;
}

type Done = Extract<Verdict, { evidence: string }>;

/** In the words of the button that was pressed: "opened", "closed again". */
function yesWord({ buttons }: Step, otherwise: "verbs.done" | "verbs.confirm", plant: Plant): string {
  return (buttons.yes ?? say(plant, otherwise)).toLowerCase();
}

type Did = { readonly who: string; readonly what: string; readonly when: string };

/** As many files as a line can name; each of them stands with its link below. */
const MOST_NAMED = 2;

function sayFiles(files: Done["files"], plant: Plant): string {
  if (files.length === 0) return "";
  const more = files.length - MOST_NAMED;
  const names = files.slice(0, MOST_NAMED).map(({ name }) => `📎 ${sayQuoted(name, plant)}`);
  return sayList(more > 0 ? [...names, say(plant, "request.more", { count: String(more) })] : names, plant);
}

function sayDone({ evidence, onSite, files }: Done, did: Did, plant: Plant): string {
  const seen = onSite === "" ? "" : say(plant, "steps.onSite", { who: typed(onSite) });
  const shown = evidence === "" ? "" : sayQuoted(evidence, plant);
  const proof = [shown, seen, sayFiles(files, plant)].filter((part) => part !== "").join("; ");
  return proof === "" ? say(plant, "steps.did", did) : say(plant, "steps.didProof", { ...did, proof });
}
