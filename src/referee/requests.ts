import { createHash } from "node:crypto";
import { DAY_MS, type EpochMs } from "../clock.ts";
import { RefusedError } from "../errors.ts";
import { waitsForWordsSince } from "../intake/reply.ts";
import type { Thing } from "../plant/inForce/touched.ts";
import type { Plant } from "../plant/plant.ts";
import { readOnce } from "../recent.ts";
import { THE_RULES } from "../request/actor.ts";
import type { RequestCommand, World } from "../request/commands.ts";
import { decide } from "../request/decide.ts";
import type { RequestEvent } from "../request/events.ts";
import { evolve } from "../request/evolve.ts";
import { RequestId, RequestKey } from "../request/ids.ts";
import { nextWake } from "../request/rules/wake.ts";
import { type RequestState, UNSTARTED } from "../request/state.ts";
import { readEvent, writeEvent } from "../request/stored/read.ts";
import {
  type Aggregate,
  type Decision,
  type EventStore,
  type Guard,
  type Handled,
  type IndexEntry,
  type Json,
  type ListEntry,
  laneOf,
  type Projected,
  placeId,
  type Situation,
  type StreamId,
  type Touch,
} from "../store/types.ts";
import { assetsOf } from "../workflow/value.ts";
import { type Counted, countedIn } from "./counted.ts";
import { dependsOn } from "./dependsOn.ts";
import { listsOf } from "./lists.ts";
import { countsBetween } from "./weekCounts.ts";
import { weightOf } from "./weight.ts";

/** A command made once the state and the time are known. Throws what the person is told when it cannot be. */
export type MakeCommand = (state: RequestState, at: EpochMs) => Making;

/** A command and the answer to give once it is recorded; or only an answer. */
export type Making =
  | {
      readonly type: "command";
      readonly command: RequestCommand;
      readonly answer: Json;
      /** What is answered in place of a refusal; null where it stays one. Default: it does. */
      readonly refused?: (error: RefusedError) => Json | null;
    }
  | { readonly type: "answer"; readonly answer: Json };

/** The one door to requests. */
export type Requests = {
  /** For what people do. `aside`: said before the reason when it is refused. */
  act(request: RequestId, commandId: string, world: World, make: MakeCommand, aside?: string | null): Promise<Handled>;
  /** As `act`, for what may send a request: it takes its turn with whatever else takes a number of the plant. */
  send(request: RequestId, commandId: string, world: World, make: MakeCommand): Promise<Handled>;
  /** For what happens by itself: nobody delivers it again later. */
  happen(request: RequestId, commandId: string, world: World, make: HappenCommand): Promise<Handled>;
  /** Something it depends on changed: its people, holds and freezes are found anew, and its cards drawn again. */
  revisit(request: RequestId, commandId: string, world: World): Promise<Handled>;
  /** Nothing happens; what is looked up by others is written anew. */
  listAgain(request: RequestId, world: World): Promise<Handled>;
  load(request: RequestId): Promise<LoadedRequest>;
};

/** What happens is the same whatever the state; only its time is told when it is decided. */
type HappenCommand = (at: EpochMs) => RequestCommand;

/** A request's events and the states they led to: `states[i]` is the state after `i` events. */
export type LoadedRequest = {
  readonly events: readonly RequestEvent[];
  readonly state: RequestState;
  readonly now: EpochMs;
};

/** As many as some hundred requests have that are being worked on. */
const KEPT_EVENTS = 4_000;

/** @param count told what was recorded, once of each append */
export function createRequests(
  store: EventStore,
  count: (counted: readonly Counted[]) => void = () => undefined,
): Requests {
  const door = { store, readEvent: readOnce(readEvent, KEPT_EVENTS), count };
  return {
    act: (request, commandId, world, make, aside = null) =>
      act(door, world, { request, commandId, make, aside, lasting: true, guardNames: [] }),
    send: (request, commandId, world, make) =>
      act(door, world, { request, commandId, make, aside: null, lasting: true, guardNames: [numberOf(world)] }),
    happen: (request, commandId, world, commandAt) => {
      const make: MakeCommand = (_, at) => ({ type: "command", command: commandAt(at), answer: null });
      return act(door, world, { request, commandId, make, aside: null, lasting: false, guardNames: [] });
    },
    revisit: (request, commandId, world) => {
      const make: MakeCommand = (_, at) => ({
        type: "command",
        command: { type: "revisit", by: THE_RULES, name: "Referee", at },
        answer: null,
      });
      const known = { aside: null, lasting: false, guardNames: [], redraw: true };
      return act(door, world, { request, commandId, make, ...known });
    },
    listAgain: (request, world) => {
      const make: MakeCommand = () => ({ type: "answer", answer: null });
      return act(door, world, {
        ...{ request, commandId: `list:${request}`, make, aside: null },
        lasting: false,
        guardNames: [],
      });
    },
    load: async (request) => {
      const history = await store.load(request);
      const events = history.events.map(door.readEvent);
      return { events, state: events.reduce<RequestState>(evolve, UNSTARTED), now: history.now };
    },
  };
}

/** The id of the request that a platform's event starts: the same event sent again starts the same request. */
export function requestIdFor(eventId: string, index: number): RequestId {
  const digest = createHash("sha256").update(`${eventId}#${index}`).digest("hex");
  return RequestId.parse(`req_${digest.slice(0, 12)}`);
}

type Door = {
  readonly store: EventStore;
  readonly readEvent: (bytes: string) => RequestEvent;
  readonly count: (counted: readonly Counted[]) => void;
};

type Act = {
  readonly request: RequestId;
  readonly commandId: string;
  readonly make: MakeCommand;
  readonly aside: string | null;
  readonly lasting: boolean;
  readonly guardNames: readonly string[];
  /** Whether its cards may look different though nothing happened to it. Default: false. */
  readonly redraw?: boolean;
};

async function act(
  { store, readEvent, count }: Door,
  world: World,
  { request, make, aside, redraw = false, ...known }: Act,
): Promise<Handled> {
  // Decided again after a lost race: only the last of it was recorded.
  let counted: readonly Counted[] = [];
  const aggregate = aggregateOf(request, world, readEvent, redraw);
  const handled = await store.handle<RequestState, RequestEvent>({
    ...aggregate,
    ...known,
    stream: request,
    decide: (situation) => {
      counted = [];
      return refusing(aside, world, () => decideOn(situation, world, make, known.guardNames));
    },
    project: (state, version, events, before) => {
      counted = countedIn(before, state, events);
      return aggregate.project(state, version, events, before);
    },
  });
  if (handled.type === "accepted" && !handled.repeated && counted.length > 0) count(counted);
  return handled;
}

function decideOn(
  situation: Situation<RequestState>,
  world: World,
  make: MakeCommand,
  guardNames: readonly string[],
): Decision<RequestEvent> {
  const made = make(situation.state, situation.at);
  if (made.type === "answer") return { events: [], answer: made.answer };
  try {
    return decided(situation, world, made, guardNames);
  } catch (error) {
    const answer = error instanceof RefusedError ? (made.refused?.(error) ?? null) : null;
    if (answer === null) throw error;
    return { events: [], answer };
  }
}

function decided(
  { state, guards }: Situation<RequestState>,
  world: World,
  { command, answer }: Extract<Making, { type: "command" }>,
  guardNames: readonly string[],
): Decision<RequestEvent> {
  const number = Number(guards[numberOf(world)] ?? "") || 0;
  const nextKey = RequestKey.parse(`${world.plant.code}-${number + 1}`);
  const events = decide(state, command, { ...world, nextKey });
  if (!numbered(events)) return { events, answer };
  // Without having read the last number nobody may give the next: it would be HAM-1 again.
  if (guardNames.length === 0) throw new Error(`${command.type} sends a request, so it has to go through send`);
  return { events, answer, guards: [take(numberOf(world), number)] };
}

/** A refusal is kept as it is told: in the words of whoever acted, and with what is said beside it. */
function refusing<T>(aside: string | null, { reader, plant }: World, decision: () => T): T {
  try {
    return decision();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const said = error.saidTo(reader ?? plant);
    throw new RefusedError(error.code, aside === null ? said : `${aside} ${said}`, { cause: error });
  }
}

/** The guard that holds the last number given in a plant. */
export const NUMBER_GUARD = "number-";
const numberOf = ({ plant }: World) => `${NUMBER_GUARD}${plant.code}`;

const numbered = (events: readonly RequestEvent[]) => events.some(({ type }) => type === "RequestSent");

/** The number is taken in the same step as the event that carries it: no gap, no number twice. */
function take(name: string, number: number): Guard {
  return { name, expected: number === 0 ? "" : String(number), next: String(number + 1) };
}

function aggregateOf(
  request: RequestId,
  world: World,
  readEvent: Door["readEvent"],
  redraw: boolean,
): Aggregate<RequestState, RequestEvent> {
  return {
    initial: UNSTARTED,
    evolve,
    readEvent,
    writeEvent,
    project: (state, _version, events, before) => project(request, { before, state, events }, world, redraw),
  };
}

type Changed = {
  readonly before: RequestState;
  readonly state: RequestState;
  readonly events: readonly RequestEvent[];
};

/** What is looked up by others, when to look again, and who has something new to see. */
function project(request: RequestId, { before, state, events }: Changed, world: World, redraw: boolean): Projected {
  return {
    projection: projectionOf(state),
    indexes: [...indexesOf(state, world.plant), ...wordsIndexesOf(state, world)],
    lists: [...listsOf(state, world.plant), ...dependsOnLists(state, world)],
    // What was ruled for the plant is written to the request first: a wake at once carries it on, whoever dies here.
    wakeAt: events.some(rulesForPlant) ? state.at : nextWake(state, world.plant),
    touches: events.length === 0 && !redraw ? [] : touchesOf(request, state, events, world, redraw),
    endsAfterMs: endsAfterMs(state),
    revisits: [],
    counts: countsBetween(before, state, world.plant),
  };
}

/** What nobody sent decides nothing, and is looked at by nobody once it was put away. What was sent stays. */
const PUT_AWAY_KEPT_MS = 30 * DAY_MS;

function endsAfterMs(state: RequestState): number | null {
  const isPutAway = state.status === "unstarted" || (state.status === "draft" && state.discarded !== null);
  return isPutAway ? PUT_AWAY_KEPT_MS : null;
}

function rulesForPlant(event: RequestEvent): boolean {
  return event.type === "OwnerRuled" && event.asset !== null;
}

/** Which lists a request was written into: greater as soon as there are others, so that it is listed anew. */
export const LISTS = "4";

function projectionOf(state: RequestState): Readonly<Record<string, string>> {
  if (state.status === "unstarted") return {};
  const { plant, requester } = state.asked;
  const common = { status: state.status, plant, requester, lists: LISTS };
  if (state.status === "draft") return common;
  return {
    ...common,
    key: state.key,
    type: state.rules.type,
    ...(state.status === "closed" ? { outcome: state.outcome } : {}),
  };
}

/** Index names; scores are instants, but `key` is scored by number. */
export const INDEX = {
  open: (plant: string) => `open-${plant}`,
  key: (plant: string) => `key-${plant}`,
  asset: (plant: string, asset: string) => `asset-${plant}-${asset}`,
  /** The open requests that something of the plant decides about. */
  dependsOn: (plant: string, { type, id }: Thing) => `dep-${plant}-${type}-${id}`,
  /** What waits for its requester's words in a conversation where they may stand below everything, by since when. */
  words: (lane: string) => `words-${lane}`,
} as const;

function indexesOf(state: RequestState, plant: Plant): readonly IndexEntry[] {
  if (state.status === "unstarted" || state.status === "draft") return [];
  const code = state.asked.plant;
  const assets = assetsOf(plant, state.values[state.rules.asset]).map(({ id }) => id);
  const before = state.wasAbout.flatMap((item) => (item.startsWith("asset:") ? [item.slice("asset:".length)] : []));
  const open = state.status === "open" ? state.sentAt : null;
  return [
    { name: INDEX.open(code), score: open },
    { name: INDEX.key(code), score: Number(state.key.slice(state.key.indexOf("-") + 1)) },
    ...[...new Set(assets)].map((asset) => ({ name: INDEX.asset(code, asset), score: state.sentAt })),
    ...before
      .filter((id) => !assets.some((asset) => asset === id))
      .map((asset) => ({ name: INDEX.asset(code, asset), score: null })),
  ];
}

/** Where they are heard below everything, what its requester writes next is for what waits for it there. */
function wordsIndexesOf(state: RequestState, { hearing }: World): readonly IndexEntry[] {
  if (state.status === "unstarted" || hearing === undefined) return [];
  const since = waitsForWordsSince(state);
  const there = [...state.places.values()].filter(({ role, spot }) => role.type === "requester" && hearing(spot).next);
  const lanes = new Map(there.map(({ spot }) => [laneOf(spot), false]));
  for (const { spot, left } of there) if (!left) lanes.set(laneOf(spot), true);
  return [...lanes].map(([lane, stands]) => ({ name: INDEX.words(lane), score: stands ? since : null }));
}

function dependsOnLists(state: RequestState, world: World): readonly ListEntry[] {
  if (state.status !== "open") return [];
  const names = new Set(dependsOn(state, world).map((thing) => INDEX.dependsOn(state.asked.plant, thing)));
  return [...names].map((name) => ({ name, score: state.sentAt }));
}

/** Whether people are to hear of it, rather than only see it the next time they look. */
function asksSomebody(events: readonly RequestEvent[]): boolean {
  return events.some(({ type }) => !QUIET.has(type));
}

const QUIET: ReadonlySet<RequestEvent["type"]> = new Set(["StepHeld", "FreezePassed", "PlaceLeft"]);

/** Every place that still follows the request, and those that leave it now. */
function touchesOf(
  request: StreamId,
  state: RequestState,
  events: readonly RequestEvent[],
  world: World,
  redraw: boolean,
): readonly Touch[] {
  if (state.status === "unstarted") return [];
  const weight = redraw && !asksSomebody(events) ? "redraw" : weightOf(state, events, world);
  // Opened once more, a place that was closed to Referee may be open again.
  const opens = new Set(events.flatMap((event) => (event.type === "PlaceOpened" ? [event.place.name] : [])));
  const leaves = new Set(events.flatMap((event) => (event.type === "PlaceLeft" ? [event.place] : [])));
  return [...state.places.values()]
    .filter(({ name, left }) => !left || leaves.has(name))
    .map(({ name, spot }) => {
      return { place: placeId(request, name), lane: laneOf(spot), spot, tryAgain: opens.has(name), weight };
    });
}
