import { type EpochMs, latest } from "../../clock.ts";
import { told } from "../../plant/told/told.ts";
import { carriesOut, kindOf } from "../../workflow/kinds/kinds.ts";
import { closingSteps, type Stage } from "../../workflow/requestType.ts";
import { type Actor, THE_CLOCK, THE_RULES } from "../actor.ts";
import type { World } from "../commands.ts";
import type { EventOf, RequestEvent } from "../events.ts";
import { evolve } from "../evolve.ts";
import { asReason } from "../inWords.ts";
import { isSettled, type Open, type RequestState, type Verdict } from "../state.ts";
import { toDoAgain } from "./again.ts";
import { opsHearAlarm } from "./alarm.ts";
import { hasBegun, workOf } from "./begun.ts";
import { currentStage, reviewsLeft } from "./currentStage.ts";
import { extensionDecided } from "./extend.ts";
import { ruleOf } from "./guards.ts";
import { isLeftToAnother } from "./leftToAnother.ts";
import { noteOf, noteOfReferee } from "./noteOfReferee.ts";
import { isOfExtension } from "./ofExtension.ts";
import { apart } from "./oneCard.ts";
import { openStep } from "./openStep.ts";
import { placeLeft } from "./places.ts";
import { sponsorHears } from "./sponsor.ts";
import { grantEnd } from "./window.ts";

/** More rounds than any request has steps: a rule that never comes to rest is a defect, not a request. */
const MOST_ROUNDS = 50;

/** The events, with everything that follows from them by the rules: steps that open, the grant, the end. */
export function withConsequences(
  state: RequestState,
  events: readonly RequestEvent[],
  world: World,
  at: EpochMs,
): readonly RequestEvent[] {
  let all = events;
  let now = events.reduce(evolve, state);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const more = now.status === "open" ? consequences(now, world, at) : [];
    if (more.length === 0) return all;
    all = [...all, ...more];
    now = more.reduce(evolve, now);
  }
  throw new Error(`The rules of ${now.status} request do not come to rest`);
}

/** What follows next; nothing when the request waits for people or for an instant. */
function consequences(state: Open, world: World, at: EpochMs): readonly RequestEvent[] {
  const first = [
    ...opsHearAlarm(state, world.plant, at),
    ...toDoAgain(state, world, at),
    ...extensionDecided(state, world, at),
    ...sponsorHears(state, world.plant, at),
    ...apart(state, world, at),
  ];
  if (first.length > 0) return first;
  const ending = endingOf(state, at);
  if (ending !== null) return [ending];
  const stage = currentStage(state);
  if (stage === null) return [closed(outcomeOf(state), at)];
  if (grantBegins(state)) return [{ type: "GrantStarted", until: grantEnd(state, at), at, by: THE_RULES }];
  if (stage.opens !== "next" && state.grant.status === "none") return [closed(outcomeOf(state), at)];
  const beside = besideOpened(state, world, at);
  return beside.length > 0 ? beside : opensNext(state, stage, world, at);
}

/** The steps of the stage that comes, or what the end has overtaken. */
function opensNext(state: Open, stage: Stage, world: World, at: EpochMs): readonly RequestEvent[] {
  if (stage.opens === "end" && state.grant.status === "running") return [];
  const moot = mootOnceEnded(state, stage, at);
  return moot.length > 0 ? moot : firstOpened(state, stage, world, at);
}

/** Those who were not asked are told at once, whatever else is going on. */
function besideOpened(state: Open, world: World, at: EpochMs): readonly RequestEvent[] {
  const reviews = state.grant.status === "none" ? null : reviewsLeft(state);
  return reviews === null ? [] : firstOpened(state, reviews, world, at);
}

/** The first of its steps that still waits and that somebody can be asked for: the others follow one by one. */
function firstOpened(state: Open, { steps }: Stage, world: World, at: EpochMs): readonly RequestEvent[] {
  for (const rule of steps) {
    const step = state.steps.get(rule.id);
    if (step?.status !== "waiting" || isLeftToAnother(state, ruleOf(state, rule.id), step, world, at)) continue;
    return openStep(state, ruleOf(state, rule.id), step, world, at);
  }
  return [];
}

/** What a no, or a failure, comes to; null while nobody has said either. */
function endingOf(state: Open, at: EpochMs): RequestEvent | null {
  const ended = endedBy(state);
  if (ended === null || state.grant.status === "ended") return null;
  if (state.grant.status === "none") return closed(ended.end, at);
  // What was opened and then could not be mended is closed again first: an end on paper leaves a port open.
  // In the name of whoever said so: its reason is in their words.
  return { type: "GrantEnded", because: "cutOff", reason: ended.end.reason, now: false, at, by: ended.by };
}

/** What those who answered said, in the order of the rules. */
export function verdictsOf(state: Pick<Open, "steps">): readonly Verdict[] {
  return [...state.steps.values()].filter(isSettled).map(({ verdict }) => verdict);
}

type End = Pick<EventOf<"RequestClosed">, "outcome" | "reason">;

type Ended = { readonly end: End; readonly by: Actor };

function endedBy(state: Open): Ended | null {
  for (const step of state.steps.values()) {
    // A no to a later end leaves the end that was agreed.
    if (!isSettled(step) || isOfExtension(state, step.id)) continue;
    const { verdict } = step;
    const { by } = verdict;
    if (verdict.type === "denied") return { end: { outcome: "denied", reason: verdict.reason }, by };
    if (verdict.type === "failed" || verdict.type === "rolledBack")
      return { end: { outcome: "failed", reason: verdict.evidence }, by };
  }
  return null;
}

function outcomeOf(state: Open): End {
  if (state.grant.status === "ended") return { outcome: "closedAgain", reason: "" };
  const unconfirmed = verdictsOf(state).some(({ type }) => type === "notConfirmed");
  return { outcome: unconfirmed ? "notConfirmed" : "done", reason: "" };
}

function closed(end: End, at: EpochMs): RequestEvent {
  return { type: "RequestClosed", ...end, at, by: THE_RULES };
}

/** Once all that opens the grant is done, it runs until its end. */
function grantBegins(state: Open): boolean {
  if (state.grant.status !== "none" || state.rules.endsAt === null) return false;
  const doing = stagesToGrant(state).flatMap(({ steps }) => steps.filter(carriesOut));
  return doing.length > 0 && doing.every(({ id }) => isSettled(state.steps.get(id)));
}

/** What has to happen before something is granted; what follows an end looks back at it. */
export function stagesToGrant({ rules }: Pick<Open, "rules">): readonly Stage[] {
  const end = rules.stages.findIndex(({ opens }) => opens === "end");
  return end === -1 ? rules.stages : rules.stages.slice(0, end);
}

/**
 * When the grant has ended, nobody needs to confirm any more that it works, and least of all to open it once more: what
 * still waits before the end must not keep it from being closed again.
 */
function mootOnceEnded(state: Open, stage: Stage, at: EpochMs): readonly RequestEvent[] {
  const [closing] = closingSteps(state.rules);
  if (state.grant.status !== "ended" || closing === undefined || !stagesToGrant(state).includes(stage)) return [];
  return stage.steps.flatMap((rule): readonly RequestEvent[] => {
    const { id } = rule;
    const step = state.steps.get(id);
    if (step === undefined || isSettled(step)) return [];
    const left = placeLeft(step, at);
    return kindOf(rule).silence === "notConfirmed"
      ? [...left, { type: "StepConfirmed", step: id, outcome: "notConfirmed", note: "", at, by: THE_CLOCK }]
      : [...left, { type: "StepSettled", step: id, through: closing.id, at, by: THE_RULES }];
  });
}

/** When whoever was called for a line that stands was done; null while they are not, and for what is no call. */
export function mendedAt(state: Pick<Open, "rules" | "steps">): EpochMs | null {
  if (state.rules.call === null) return null;
  const work = workOf(state);
  return work.every(isSettled) ? latest(work.map(({ verdict }) => verdict.at)) : null;
}

/** When the last step that closes it was answered; null while one of them waits. */
export function closedAgainAt({ rules, steps }: Pick<Open, "rules" | "steps">): EpochMs | null {
  const closing = closingSteps(rules).map(({ id }) => steps.get(id));
  return closing.every(isSettled) ? latest(closing.map(({ verdict }) => verdict.at)) : null;
}

/** Whether what was granted stands open still, also past its end. */
export function standsOpen(open: Open): boolean {
  return open.grant.status === "running" || (open.grant.status === "ended" && closedAgainAt(open) === null);
}

/** Whether somebody may have opened already, though it was not reported, what would have to be closed again. */
export function mayStandOpen(open: Open): boolean {
  return open.grant.status === "none" && closingSteps(open.rules).length > 0 && hasBegun(open);
}

/** Taken back while somebody opens it: an end on paper could leave it open, so it is over once it is shown to be closed. */
export function closedFirst(
  what: "closedByOps" | "withdrawn",
  reason: string,
  { by, at }: Pick<RequestEvent, "by" | "at">,
  { plant }: Pick<World, "plant">,
): readonly RequestEvent[] {
  const why = reason === "" ? told(`notes.${what}`) : told(`notes.${what}Because`, { reason });
  return [
    ...noteOf(reason, { by, at }),
    noteOfReferee(plant, told("notes.closedFirst", { why: told(`notes.${what}`) }), at),
    { type: "GrantEnded", because: "cutOff", ...asReason(plant, why), now: false, by, at },
  ];
}
