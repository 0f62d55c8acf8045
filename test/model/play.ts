import { isDeepStrictEqual } from "node:util";
import { DAY_MS, type EpochMs, HOUR_MS, instant, later, MINUTE_MS } from "../../src/clock.ts";
import { RefusedError } from "../../src/errors.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { Actor } from "../../src/request/actor.ts";
import type { RequestCommand, World } from "../../src/request/commands.ts";
import { decide } from "../../src/request/decide.ts";
import type { EventType, RequestEvent } from "../../src/request/events.ts";
import { evolve } from "../../src/request/evolve.ts";
import { RequestKey } from "../../src/request/ids.ts";
import { nextWake } from "../../src/request/rules/wake.ts";
import { isSettled, type Open, type RequestState, UNSTARTED } from "../../src/request/state.ts";
import { readEvent, writeEvent } from "../../src/request/stored/read.ts";
import { type RequestType, type StepId, stepsOf } from "../../src/workflow/requestType.ts";
import { changedPlant, type PlantChange } from "../request/madeUp.ts";
import { type Chance, chanceFrom } from "../support/chance.ts";
import { type Happened, INVARIANTS } from "./invariants.ts";
import { somebody } from "./somebody.ts";
import { anyOf, type CommandType, NO_STEP, stepIn, TRIES } from "./tries.ts";

/** What came of it. `broken`: the first invariant that did not hold, with what led to it. */
export type Played = {
  readonly tried: number;
  readonly refused: number;
  readonly requests: number;
  /** The kinds of events that happened. */
  readonly happened: ReadonlySet<EventType>;
  readonly broken: Broken | null;
};

export type Broken = {
  readonly invariant: string;
  readonly detail: string;
  /** The request it broke in, counted from 1. */
  readonly request: number;
  readonly type: string;
  /** Everything that was tried in it, the last of them broke it. */
  readonly commands: readonly RequestCommand[];
};

type Rules = typeof decide;

/** The plant, the types, and the rules that are tried; all the same for the same seed. */
export type Field = { readonly plant: Plant; readonly types: readonly RequestType[]; readonly rules?: Rules };

/** A request that is over is left soon, and one that goes on for ever as well. */
const MOST_PER_REQUEST = 70;
const LEFT_WHEN_OVER = 0.25;

/**
 * Random commands of random people at random times, request after request, until so many were tried or something broke.
 * @param commands how many are tried in all
 */
export function play(commands: number, seed: number, { plant, types, rules = decide }: Field): Played {
  const chance = chanceFrom(seed);
  let [tried, refused, requests] = [0, 0, 0];
  const happened = new Set<EventType>();
  while (tried < commands) {
    requests += 1;
    const type = anyOf(types, chance);
    if (type === undefined) throw new Error("There are no types to play with");
    const life = live(Math.min(MOST_PER_REQUEST, commands - tried), { plant, type, rules, chance });
    tried += life.commands.length;
    refused += life.refused;
    for (const { type: kind } of life.events) happened.add(kind);
    if (life.wrong !== null) {
      const broken = { ...life.wrong, request: requests, type: type.type, commands: life.commands };
      return { tried, refused, requests, happened, broken };
    }
  }
  return { tried, refused, requests, happened, broken: null };
}

type Wrong = Pick<Broken, "invariant" | "detail">;
type Life = {
  readonly commands: readonly RequestCommand[];
  readonly events: readonly RequestEvent[];
  readonly refused: number;
  readonly wrong: Wrong | null;
};
type Player = { readonly plant: Plant; readonly type: RequestType; readonly rules: Rules; readonly chance: Chance };

type Now = { state: RequestState; world: World; events: RequestEvent[] };

/** One request, from its draft on. */
function live(most: number, { plant, type, rules, chance }: Player): Life {
  // Ops stand in for the risk owner, while they are away.
  const [standIn = null] = plant.ops.leads;
  const world = {
    plant: { ...plant, riskOwnerStandIn: standIn },
    types: new Map([[type.type, type]]),
    nextKey: RequestKey.parse(`${plant.code}-1`),
  };
  const now: Now = { state: UNSTARTED, world, events: [] };
  const commands: RequestCommand[] = [];
  let refused = 0;
  for (let at = begins(chance); commands.length < most; at = passes(at, chance)) {
    if (isOver(now.state) && chance.between(0, 1) < LEFT_WHEN_OVER) break;
    const due = nextWake(now.state, now.world.plant);
    // Mostly Referee wakes in time; after an outage it comes late.
    const wakes = due !== null && (due <= at || isHeld(now.state)) && chance.between(0, 1) < 0.9;
    const command = wakes ? waking(later(due, Math.max(0, now.state.at - due))) : next(now, type, at, chance);
    commands.push(command);
    const outcome = tryOut(now, command, rules);
    if (outcome === "refused") refused += 1;
    else if (outcome !== null) return { commands, events: now.events, refused, wrong: outcome };
  }
  return { commands, events: now.events, refused, wrong: foldsTo(now) };
}

/** Nobody can act before an instant: mostly that is what comes next. */
function isHeld(state: RequestState): boolean {
  if (state.status !== "open" || state.grant.status === "running") return false;
  const steps = [...state.steps.values()];
  return steps.some(({ status }) => status === "held") && !steps.some((step) => "ball" in step);
}

const waking = (at: EpochMs): RequestCommand => ({ type: "wake", by: "referee:clock", at, name: "Referee" });

/** Some Monday to Sunday, at any hour. */
function begins(chance: Chance): EpochMs {
  return later(instant("2026-11-23T06:00:00+01:00"), Math.round(chance.between(0, 7 * 24 * 60)) * MINUTE_MS);
}

function passes(at: EpochMs, chance: Chance): EpochMs {
  const isLong = chance.between(0, 1) < 0.04;
  const most = isLong ? 9 * DAY_MS : chance.oneOf([2 * MINUTE_MS, 30 * MINUTE_MS, 30 * MINUTE_MS, 4 * HOUR_MS]);
  return later(at, Math.round(chance.between(0, most)));
}

function isOver(state: RequestState): boolean {
  return state.status === "closed" || (state.status === "draft" && state.discarded !== null);
}

function next(now: Now, type: RequestType, at: EpochMs, chance: Chance): RequestCommand {
  if (now.state.status !== "unstarted" && chance.between(0, 1) < 0.04) {
    now.world = { ...now.world, plant: changedPlant(now.world.plant, someChange(chance), now.state.at) };
    const by = Actor.parse("referee:rules");
    return TRIES.revisit({ ...now, type, by, at: atLeast(at, now.state), chance, step: NO_STEP });
  }
  const step = stepIn({ ...now, chance });
  const by = somebody(now.state, step.id, now.world, chance);
  const due = nextWake(now.state, now.world.plant);
  const command = what(now.state, step.id, chance);
  if (command === "wake" && due !== null) return waking(later(due, Math.max(0, now.state.at - due)));
  return TRIES[command]({ ...now, type, by, at: atLeast(at, now.state), chance, step });
}

/** The record lets nothing happen before what happened last. */
function atLeast(at: EpochMs, state: RequestState): EpochMs {
  return later(at, Math.max(0, state.at - at));
}

const EVERY = Object.keys(TRIES).filter((each): each is CommandType => Object.hasOwn(TRIES, each));

/** What leads on comes up more often than what ends a request. */
function what(state: RequestState, step: StepId, chance: Chance): CommandType {
  const isLikely = chance.between(0, 1) < 0.7;
  if (state.status === "unstarted") return isLikely ? "start" : (anyOf(EVERY, chance) ?? "start");
  if (!isLikely) return anyOf(EVERY, chance) ?? "wake";
  switch (state.status) {
    case "draft":
      return "send";
    case "closed":
      return chance.oneOf(state.outcome === "denied" ? ["takeBack", "appeal", "takeRisk", "takeRisk"] : ["wake"]);
    default:
      return likely(state, step, chance);
  }
}

const ANSWER = { approve: "approve", do: "finish", confirm: "confirm", review: "finish" } as const;

function likely(state: Open, id: StepId, chance: Chance): CommandType {
  const steps = [...state.steps.values()];
  const isWithPeople = steps.some((step) => "ball" in step || step.status === "disputed");
  const isRisk = steps.some((step) => isSettled(step) && step.verdict.type === "riskTaken");
  if (isRisk && chance.between(0, 1) < 0.25) return "takeBack";
  if (state.agreed !== null && chance.between(0, 1) < 0.2) return "agreementLost";
  if (!isWithPeople) return whileHeld(state, chance);
  if (state.rulings.some(({ undone }) => undone === null) && chance.between(0, 1) < 0.3) return "undoRuling";
  const status = state.steps.get(id)?.status;
  if (status === "disputed") return "rule";
  if (status === "asked" && chance.between(0, 1) < 0.5) return "answer";
  return answered(state, id, chance);
}

/** What waits for an instant waits; while it is open, much else may be wanted of it. */
function whileHeld({ grant }: Open, chance: Chance): CommandType {
  if (grant.status === "running") return chance.oneOf(["extend", "cutOff", "wake", "wake"]);
  return chance.between(0, 1) < 0.1 ? "setFreezeAside" : "wake";
}

function answered(state: Open, id: StepId, chance: Chance): CommandType {
  const rule = stepsOf(state.rules).find((each) => each.id === id);
  if (rule === undefined) return "wake";
  // A no is where much begins; what is asked once more is denied again now and then.
  if (rule.kind === "approve" && chance.between(0, 1) < (state.appeal?.step === id ? 0.4 : 0.12)) return "deny";
  const answer = ANSWER[rule.kind];
  const beside: CommandType = state.grant.status === "running" ? "extend" : "takeBack";
  return chance.oneOf([answer, answer, answer, answer, "take", beside]);
}

function someChange(chance: Chance): PlantChange {
  const whats = ["away", "standIn", "covered", "frozen", "ruled", "left"] as const;
  return { what: chance.oneOf([...whats]), nth: Math.floor(chance.between(0, 40)), lagging: false };
}

/** Null where it happened and all is well. */
function tryOut(now: Now, command: RequestCommand, rules: Rules): "refused" | Wrong | null {
  try {
    // As the record does: what could not be read again would end its request.
    const events = rules(now.state, command, now.world).map((event) => readEvent(writeEvent(event)));
    const after = events.reduce(evolve, now.state);
    const happened = { before: now.state, events, after, plant: now.world.plant };
    now.state = after;
    now.events.push(...events);
    return brokenBy(happened);
  } catch (error) {
    if (error instanceof RefusedError) return "refused";
    return {
      invariant: "nothing but a refusal is thrown",
      detail: String(error instanceof Error ? error.stack : error),
    };
  }
}

function brokenBy(happened: Happened): Wrong | null {
  for (const [invariant, check] of Object.entries(INVARIANTS)) {
    const detail = check(happened);
    if (detail !== null) return { invariant, detail };
  }
  return null;
}

/** Folded from its beginning it is what it became step by step. */
function foldsTo({ state, events }: Now): Wrong | null {
  const folded = events.reduce<RequestState>(evolve, UNSTARTED);
  return isDeepStrictEqual(folded, state)
    ? null
    : { invariant: "folding gives the same again", detail: "it is another" };
}
