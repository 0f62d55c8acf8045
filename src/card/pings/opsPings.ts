import type { EpochMs } from "../../clock.ts";
import { freezeCalled } from "../../plant/time/freeze.ts";
import { isReferee, sayWho } from "../../request/actor.ts";
import type { EventOf, RequestEvent } from "../../request/events.ts";
import { isForOps, isForRisk, type Place } from "../../request/place.ts";
import { isOpenWithoutAgreement, outlivesAgreement } from "../../request/rules/agreementLost.ts";
import { denialOf } from "../../request/rules/denial.ts";
import { deadlinesOf } from "../../request/rules/ending.ts";
import { mendedAt, standsOpen } from "../../request/rules/follow.ts";
import { isCutOffNow, ruleOf } from "../../request/rules/guards.ts";
import { answererName } from "../../request/rules/requester.ts";
import { riskOwnersFor } from "../../request/rules/riskOwner.ts";
import { cannotWait } from "../../request/rules/unanswered.ts";
import { isOpenUnsafe, isUnsafeWork, sayUnsafe } from "../../request/rules/unsafeWork.ts";
import { isSettled, type StepIn, type StepState } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { isAlarm, isClosing } from "../../workflow/requestType.ts";
import { isOverBefore } from "../lines/frozen.ts";
import { sayDeadline, sayStillNeeded } from "../lines/lapsed.ts";
import { sayOutcome, sayStanding } from "../lines/standing.ts";
import { notifiedAt, opsOnDuty } from "../people.ts";
import { onCard, partyLabel, sayRequest, sentence } from "../words.ts";
import { cutOffCard } from "./agreementPings.ts";
import { type At, type Ping, quietly, toPeople } from "./ping.ts";
import { sayClosing } from "./task.ts";

/** What Ops hears beside the card: whose is it, nobody has it, it is overdue. */
export function opsPing(event: RequestEvent, at: At): Ping | null {
  const { state, world, place } = at;
  if (!isForOps(place)) return deniedAgain(event, at);
  const name = sayRequest(state, world.plant);
  switch (event.type) {
    case "ProgressAsked":
    case "StepOverdue":
    case "StepDisputed":
      return calling(opsReason(state.steps.get(event.step), at), at);
    case "QuestionReminded":
      return unanswered(event, at);
    case "FactsChanged":
      return isAlarmTold(event, at) ? calling(alarmReason(at), at) : null;
    case "AgreementLost":
      return withCutOff(calling(agreementGone(at), at), at);
    case "DeadlineNears":
      return calling(deadlineReason(event.deadline, at), at);
    case "PlaceUnreachable": {
      const lost = state.places.get(event.place);
      const why = lost === undefined ? null : lostReason(lost, at);
      return why === null ? null : quietly(sentence(`${name}: ${why}`));
    }
    case "NudgeAsked":
      return nudgedLater(event, name, at);
    case "StepPinged":
      return rung(event, name, at);
    case "StepDone":
      return calling(failedReason(state.steps.get(event.step), at), at);
    case "RequestClosed":
      return lapsed(at) ?? notDone(at);
    case "GrantEnded":
      return calling(cutOffReason(at), at) ?? quietly(`${name}. ${sayStanding(state, world.plant)}`);
    default:
      return null;
  }
}

/**
 * What was asked about once more was denied again: its risk is still the risk owner's to take, whose card says so. Where a risk
 * taken back ended it, that no is older, and they know it.
 */
function deniedAgain({ type, at }: RequestEvent, { state, world, place }: At): Ping | null {
  if (!isForRisk(place) || type !== "RequestClosed" || state.status !== "closed" || state.appeal === null) return null;
  if (denialOf(state)?.denied.at !== at) return null;
  if (riskOwnersFor(state, world.plant, state.at).length === 0) return null;
  return quietly(say(world.plant, "risk.deniedAgain", { name: sayRequest(state, world.plant) }));
}

/** What cannot wait waits for an answer: Ops are called whenever whoever is to give it is reminded. */
function unanswered({ step, by }: EventOf<"QuestionReminded">, at: At): Ping | null {
  const { state } = at;
  // Whoever of Ops wanted it knows.
  if (state.status !== "open" || !isReferee(by) || !cannotWait(state, step)) return null;
  return calling(opsReason(state.steps.get(step), at), at);
}

/** Whoever pressed reads when they are asked; moot once they were. */
function nudgedLater({ step: id, due }: EventOf<"NudgeAsked">, name: string, { state, world }: At): Ping | null {
  const step = state.steps.get(id);
  if (step === undefined || !("ball" in step) || step.ball.nudgeAt !== due) return null;
  const isAsked = step.status === "asked";
  const who = isAsked ? answererName(state, world.plant) : partyLabel(world.plant, step.ball.party, state.asked);
  return quietly(
    sentence(say(world.plant, "opsWords.nudgedLater", { name, who, when: onCard(due, state.at, world.plant) })),
  );
}

/** Those of Ops who are asked to take it, while nobody has. */
function rung({ ping, step }: EventOf<"StepPinged">, name: string, at: At): Ping | null {
  if (ping.rank !== "ops" || isTaken(at.state.steps.get(step))) return null;
  return toPeople(ping.people, say(at.world.plant, "opsWords.nobodyTaken", { name }), at);
}

/** Said to whoever leads Ops now; null where there is no reason any more. */
export function calling(why: string | null, { state, world, place }: At): Ping | null {
  if (why === null) return null;
  const mention = notifiedAt(world.plant, opsOnDuty(world.plant, state.at), place.spot);
  return { text: sentence(`${sayRequest(state, world.plant)}: ${why}`), card: null, mention, line: null };
}

/** What could not be carried out is read by whoever leads Ops: they can help, or know who can. */
function notDone({ state, world, place }: At): Ping | null {
  if (state.status !== "closed" || state.outcome !== "failed") return null;
  const said = quietly(`${sayRequest(state, world.plant)}. ${sayOutcome(state, world.plant)}`);
  return { ...said, mention: notifiedAt(world.plant, opsOnDuty(world.plant, state.at), place.spot) };
}

/** It could not be carried out, and what was opened before is closed first. */
function failedReason(step: StepState | undefined, { state, world }: Pick<At, "state" | "world">): string | null {
  if (state.status !== "open" || !isSettled(step)) return null;
  const { verdict } = step;
  if (verdict.type !== "failed" && verdict.type !== "rolledBack") return null;
  const who = sayWho(verdict.by, state.asked, world.plant);
  return say(world.plant, "opsWords.notDone", { who, what: typed(verdict.evidence) });
}

/** What ended before it was decided. Every other end was somebody's word. */
function lapsed({ state, world }: At): Ping | null {
  if (state.status !== "closed" || state.outcome !== "lapsed") return null;
  return quietly(`${sayRequest(state, world.plant)}. ${sayOutcome(state, world.plant)}`);
}

const isTaken = (step: StepState | undefined) =>
  step === undefined || step.status !== "open" || step.ball.takenBy !== null;

/** What was begun by an agreement that holds no more: whether it goes on is for somebody to say. */
function agreementGone({ state, world }: Pick<At, "state" | "world">): string | null {
  if (state.status !== "open" || state.agreed === null || !outlivesAgreement(state)) return null;
  return say(world.plant, "vendor.goneForOps", { agreed: state.agreed.key });
}

/** The same, in one press. */
function withCutOff(ping: Ping | null, { request, state, world }: At): Ping | null {
  if (ping === null || !isOpenWithoutAgreement(state)) return ping;
  return { ...ping, card: cutOffCard(request, state, world.plant), line: null };
}

/** Why a request is before Ops, step by step. */
export function opsReasons(at: Pick<At, "state" | "world">): readonly string[] {
  const steps = [...at.state.steps.values()].flatMap((step) => opsReason(step, at) ?? []);
  const silent =
    at.state.status === "open" && mendedAt(at.state) !== null ? [say(at.world.plant, "opsWords.notSaidRuns")] : [];
  const soon =
    at.state.status === "open"
      ? [...at.state.deadlinesTold].flatMap((deadline) => deadlineReason(deadline, at) ?? [])
      : [];
  return [
    ...[alarmReason(at) ?? [], cutOffReason(at) ?? [], standsOpenReason(at) ?? [], agreementGone(at) ?? []].flat(),
    ...steps,
    ...soon,
    ...silent,
    ...[...at.state.places.values()].flatMap((place) => lostReason(place, at) ?? []),
  ];
}

/** Its time comes before it is decided, and for whom it waits; null once that is so no more. */
function deadlineReason(deadline: EpochMs, { state, world }: Pick<At, "state" | "world">): string | null {
  if (state.status !== "open" || deadline <= state.at) return null;
  const known = deadlinesOf(state).find((each) => each.deadline === deadline);
  if (known === undefined) return null;
  const needs = sayStillNeeded(state, world);
  const says = sayDeadline(state, deadline, known.what, world.plant);
  return needs === null ? says : say(world.plant, "opsWords.stillToCome", { deadline: says, what: needs });
}

/** Whether that it may be an attack was told with these facts. */
export function isAlarmTold({ rules, values }: EventOf<"FactsChanged">, { state }: Pick<At, "state">): boolean {
  const field = rules.alarm?.when.field;
  return field !== undefined && Object.hasOwn(values, field) && isAlarm(state.rules, state.values);
}

/** It was called for as an attack, or as what may be one. */
function alarmReason({ state, world }: Pick<At, "state" | "world">): string | null {
  return state.status === "open" && isAlarm(state.rules, state.values) ? say(world.plant, "opsWords.security") : null;
}

/** It stands open on what protects people, and Safety were not asked. */
export function standsOpenReason({ state, world }: Pick<At, "state" | "world">): string | null {
  return state.status === "open" && isOpenUnsafe(state, world.plant) ? sayUnsafe(state, world.plant) : null;
}

/** Somebody said that it is to be cut off now, and nobody has shown that it is. */
function cutOffReason({ state, world }: Pick<At, "state" | "world">): string | null {
  if (state.status !== "open" || !isCutOffNow(state) || !standsOpen(state) || state.grant.status !== "ended")
    return null;
  const who = sayWho(state.grant.by, state.asked, world.plant);
  return say(world.plant, "opsWords.cutOff", { who, when: onCard(state.grant.at, state.at, world.plant) });
}

/** A conversation was closed to Referee: people are reached another way, and somebody should let it in again. */
function lostReason({ lost, role }: Place, { state, world }: Pick<At, "state" | "world">): string | null {
  if (!lost || role.type === "ops" || role.type === "joined") return null;
  if (role.type === "requester")
    return say(world.plant, "opsWords.lostRequester", { who: answererName(state, world.plant) });
  const step = state.steps.get(role.step);
  const party =
    step !== undefined && "ball" in step ? partyLabel(world.plant, step.ball.party, state.asked) : role.step;
  return say(world.plant, "opsWords.lostParty", { who: party });
}

function heldReason(step: StepIn<"held">, { state, world }: Pick<At, "state" | "world">): string | null {
  const { id, party, until, freeze } = step;
  const when = onCard(until, state.at, world.plant);
  if (freeze !== null) {
    const name = freezeCalled(world.plant, freeze) ?? freeze;
    const isOver = state.status === "open" && isOverBefore(state, step);
    return say(world.plant, isOver ? "opsWords.frozenOver" : "opsWords.frozen", { when, name });
  }
  if (!isClosing(state.rules, id)) return null;
  return say(world.plant, "opsWords.stillOpen", { who: partyLabel(world.plant, party, state.asked), when });
}

/** Why a step is before Ops, for them to begin with; null when it is not, or not any more. */
function opsReason(step: StepState | undefined, { state, world }: Pick<At, "state" | "world">): string | null {
  switch (step?.status) {
    case "asked":
      return step.question.reminded
        ? say(world.plant, "opsWords.unanswered", {
            ...{ who: answererName(state, world.plant), when: onCard(step.question.at, state.at, world.plant) },
          })
        : null;
    case "disputed":
      if (isUnsafeWork(state, ruleOf(state, step.id), world.plant)) return sayUnsafe(state, world.plant);
      return say(world.plant, "opsWords.whose", { why: step.reason });
    case "held":
      return heldReason(step, { state, world });
    case "open":
      return openReason(step, { state, world });
    case "settled":
      return failedReason(step, { state, world });
    default:
      return null;
  }
}

function openReason(step: StepIn<"open">, { state, world }: Pick<At, "state" | "world">): string | null {
  const { overdue, takenBy, party, pings, progressAskedAt } = step.ball;
  const { plant } = world;
  const who = partyLabel(plant, party, state.asked);
  const closing = sayClosing(step, { state, world });
  if (overdue?.clock === "decide")
    return closing === null
      ? say(plant, "opsWords.overdueWith", { who })
      : say(plant, "opsWords.overdueClosing", { closing });
  const isRung = overdue !== null || pings.some(({ rank }) => rank === "ops");
  if (isRung && takenBy === null)
    return closing === null
      ? say(plant, "opsWords.nobodyOf", { who })
      : say(plant, "opsWords.nobodyClosing", { closing });
  return progressAskedAt === null ? null : say(plant, "opsWords.stillStands", { who });
}
