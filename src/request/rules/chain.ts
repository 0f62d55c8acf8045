import { type EpochMs, HOUR_MS, later } from "../../clock.ts";
import { RefereeError } from "../../errors.ts";
import { chainOf, type Link } from "../../plant/duty/chain.ts";
import { dutyChangesAt } from "../../plant/duty/duty.ts";
import { opsOf } from "../../plant/duty/ops.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Party } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import { type ActiveFreeze, calledByPlant } from "../../plant/time/freeze.ts";
import { dueAt, nextWorking, workedBetween } from "../../plant/time/workingTime.ts";
import { type Told, told } from "../../plant/told/told.ts";
import { toldFreeze } from "../../plant/told/toldFreeze.ts";
import { durationMs } from "../../workflow/duration.ts";
import { kindOf } from "../../workflow/kinds/kinds.ts";
import type { Step, StepClock } from "../../workflow/requestType.ts";
import type { Clocks, Ping } from "../events.ts";
import { inWords } from "../inWords.ts";
import type { Ball, Open } from "../state.ts";
import { frozenNow } from "./freeze.ts";
import { hasAsked, requesterPerson } from "./requester.ts";
import { mayHaveAsked } from "./sameName.ts";
import { deniedBefore } from "./secondNo.ts";
import { withoutOwnReview } from "./tookPart.ts";
import { clockOf, windowOf } from "./window.ts";

/** A holder is reminded once this share of the time to decide has passed. */
const REMIND_AT_SHARE = 0.75;

/** Whom to ask for a party right now; or until when nobody can be; or that nobody ever can. */
export type FirstPing =
  | { readonly type: "ping"; readonly ping: Ping }
  | {
      readonly type: "hold";
      readonly until: EpochMs;
      readonly because: Told;
      /** What the plant calls the freeze, when that is what it holds for. */
      readonly freeze: string | null;
    }
  | { readonly type: "nobody"; readonly because: Told };

/**
 * The first of the chain who is on duty. Outside its hours the step holds until the party works again: on call at night
 * means for a line that stands, whose clock always runs. Before its agreed time it holds too, and while what it is
 * about is frozen. The requester is passed over where they would decide on their own request.
 */
export function firstPing(state: Open, rule: Step, party: Party, plant: Plant, at: EpochMs): FirstPing {
  if (party.type === "account") {
    return { type: "ping", ping: pingOf({ rank: "requester", people: [], because: told("duty.asked") }, plant, at) };
  }
  const window = windowOf(state.values, rule);
  if (window !== null && window.from > at)
    return { type: "hold", until: window.from, because: told("duty.agreedTime"), freeze: null };
  const frozen = frozenNow(state, rule, plant, at);
  if (frozen !== null) return { type: "hold", ...holdFor(frozen) };
  const links = linksFor(state, rule, party, plant, at);
  const [first] = links;
  if (first === undefined) return { type: "nobody", because: told("duty.unreachable") };
  const until = clockOf(state, rule).always ? at : opensAgain(plant, party, at);
  if (until === null) return { type: "nobody", because: told("duty.noHours") };
  if (until > at) return { type: "hold", until, because: told("duty.outsideHours"), freeze: null };
  return { type: "ping", ping: pingOf(links.find(({ onDuty }) => onDuty) ?? first, plant, at) };
}

/** What a step that waits for a freeze to end says of it. */
export function holdFor({ freeze, until }: ActiveFreeze) {
  return { until, because: told("duty.freeze", { name: toldFreeze(freeze) }), freeze: calledByPlant(freeze) };
}

/** Who was pinged since the chain was begun, or begun anew. */
export function ofThisRound({ pings, roundFrom }: Ball): readonly Ping[] {
  return pings.slice(roundFrom);
}

/** The next in the chain who has not been pinged in this round and can be; null when the chain has ended. */
export function nextPing(state: Open, rule: Step, ball: Ball, plant: Plant, at: EpochMs): Ping | null {
  const pinged = new Set(ofThisRound(ball).flatMap(({ people }) => people));
  const own = linksFor(state, rule, ball.party, plant, at);
  // While a line stands, after the lead comes Ops: another team in between would only cost minutes.
  const chain = rule.clock.always
    ? [...own.filter(({ rank }) => rank !== "fallback"), ...alarmLinks(plant, state.rules.call !== null)]
    : own;
  const next = chain
    .map((link) => ({
      ...link,
      people: withoutOwnReview(state, rule, link.people).filter((person) => !pinged.has(person)),
    }))
    .find(({ people, onDuty }) => people.length > 0 && (onDuty || clockOf(state, rule).always));
  return next === undefined ? null : pingOf(next, plant, at);
}

/**
 * When others come on call for what cannot wait, whether they are chased or only asked how it goes; null for everything else,
 * whose chain is walked in working hours, and where nothing says who is on call when.
 */
export function nextRelief(state: Open, rule: Step, party: Party, plant: Plant, at: EpochMs): EpochMs | null {
  const { again, progress } = clockOf(state, rule);
  return again === null && progress === null ? null : dutyChangesAt(plant, party, at);
}

type Hop = {
  readonly rank: Ping["rank"];
  readonly people: readonly PersonId[];
  readonly because: Told;
  readonly onDuty: boolean;
};

/** After its own chain what cannot wait rings Ops; the plant manager only while a line stands. */
function alarmLinks(plant: Plant, isCall: boolean): readonly Hop[] {
  const { ops } = plant;
  const because = told("duty.nobodyBefore");
  const toOps = { rank: "ops", people: opsOf(plant), because, onDuty: true } as const;
  const manager = [ops.manager].filter((person) => plant.people.has(person));
  return isCall ? [toOps, { rank: "manager", people: manager, because, onDuty: true }] : [toOps];
}

function linksFor(state: Open, rule: Step, party: Party, plant: Plant, at: EpochMs): readonly Link[] {
  const requester = requesterPerson(state.asked);
  const part = kindOf(rule).requester;
  if (part === "first") return chainOf(plant, party, at, requester === null ? {} : { first: requester });
  // Help is called to whoever is there; what is to be decided is asked of nobody who may have asked for it.
  const own = new Set([requester, ...(part === "noVoice" ? mayHaveAsked(state, plant) : [])]);
  const isOwn = (person: PersonId) => own.has(person) || (part === "noVoice" && hasAsked(state, person, rule.id));
  const without = (people: readonly PersonId[]) =>
    withoutOwnReview(state, rule, people).filter((person) => !isOwn(person));
  const links = chainOf(plant, party, at)
    .map((link) => ({ ...link, people: without(link.people) }))
    .filter(({ people }) => people.length > 0);
  return withLast(links, deniedBefore(state, rule.id));
}

/** Whoever said no before is asked after their colleagues, and before another team would have to answer in their place. */
function withLast(links: readonly Link[], denier: PersonId | null): readonly Link[] {
  const theirs = links.find(({ people, rank }) => rank !== "fallback" && people.some((person) => person === denier));
  if (denier === null || theirs === undefined) return links;
  const others = links
    .map((link) => ({ ...link, people: link.people.filter((person) => person !== denier) }))
    .filter(({ people }) => people.length > 0);
  const own = others.filter(({ rank }) => rank !== "fallback");
  return [...own, { ...theirs, people: [denier] }, ...others.filter(({ rank }) => rank === "fallback")];
}

function pingOf({ rank, people, because }: Omit<Hop | Link, "onDuty">, plant: Plant, at: EpochMs): Ping {
  return { rank, people: [...people], ...inWords(plant, because), at };
}

/** When a party works again: now, if it works now; null when it never does. */
export function opensAgain(plant: Plant, party: Party, at: EpochMs): EpochMs | null {
  try {
    return nextWorking(plant, party, at);
  } catch (error) {
    if (error instanceof RefereeError && error.code === "CALENDAR_EMPTY") return null;
    throw error;
  }
}

/** A working day. */
const UNSAID_ANSWER_MS = 8 * HOUR_MS;

/**
 * How long until the answer, ms; null where nothing is ever overdue. Where a type says only who is asked next, whoever has
 * taken it would never be asked again.
 */
export function answerMs({ take, decide, progress }: StepClock): number | null {
  if (decide !== null) return durationMs(decide);
  return take === null || progress !== null ? null : UNSAID_ANSWER_MS;
}

/** `leftMs`: working time left to decide, when it comes back from a question. `until`: after it an answer is of no use. */
type Bounds = { readonly leftMs?: number | null; readonly until?: EpochMs | null };

/** The instants of a ball that arrives now. Nothing falls due after what it is about is over. */
export function clocksFor(
  plant: Plant,
  party: Party,
  clock: StepClock,
  since: EpochMs,
  { leftMs = null, until = null }: Bounds = {},
): Clocks {
  const decideMs = leftMs ?? answerMs(clock);
  const after = (ms: number) => dueOrPlain(plant, party, since, ms, clock.always);
  const dueAt = decideMs === null ? null : after(decideMs);
  const isCut = dueAt !== null && until !== null && until > since && until < dueAt;
  const wholeMs = isCut ? workMs(plant, party, since, until, clock.always) : decideMs;
  return {
    hopAt: clock.take === null ? null : after(hopMs(clock, 0)),
    // Who does not work before it is over is reminded of nothing.
    remindAt: wholeMs === null || (isCut && wholeMs === 0) ? null : after(wholeMs * REMIND_AT_SHARE),
    dueAt: isCut ? until : dueAt,
  };
}

/** A party's working time between two instants; plain time where its clock always runs. */
export function workMs(plant: Plant, party: Party, from: EpochMs, until: EpochMs, always: boolean): number {
  return always || party.type === "account" ? until - from : workedBetween(plant, party, from, until);
}

/** When the next hop is due, counted from the one that has just been made; null when nobody is chased. */
export function nextHopAt(state: Open, rule: Step, ball: Ball, plant: Plant, at: EpochMs): EpochMs | null {
  const clock = clockOf(state, rule);
  if (clock.take === null) return null;
  const next = nextPing(state, rule, ball, plant, at);
  // A chain that is short today must not wake the plant manager earlier: the last wait of the ring is theirs.
  const hops = next?.rank === "manager" ? clock.ring.length - 1 : ofThisRound(ball).length - 1;
  return dueOrPlain(plant, ball.party, at, hopMs(clock, hops), clock.always);
}

function hopMs({ take, ring }: StepClock, hops: number): number {
  const wait = ring[hops] ?? take;
  return wait === null ? 0 : durationMs(wait);
}

/** A party without working hours must not stop the clock: its time then counts as plain time. */
function dueOrPlain(plant: Plant, party: Party, since: EpochMs, ms: number, always: boolean): EpochMs {
  if (always || party.type === "account") return later(since, ms);
  try {
    return dueAt(plant, party, since, ms);
  } catch (error) {
    if (error instanceof RefereeError && error.code === "CALENDAR_EMPTY") return later(since, ms);
    throw error;
  }
}
