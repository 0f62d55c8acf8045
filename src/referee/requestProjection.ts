import { DAY_MS, later } from "../clock.ts";
import { waitsForWordsSince } from "../intake/reply.ts";
import type { Thing } from "../plant/inForce/touched.ts";
import type { Plant } from "../plant/plant.ts";
import type { World } from "../request/commands.ts";
import type { RequestEvent } from "../request/events.ts";
import { numberIn, type RequestId } from "../request/ids.ts";
import { openNow } from "../request/rules/openNow.ts";
import { nextWake } from "../request/rules/wake.ts";
import type { RequestState } from "../request/state.ts";
import { RESTS_MS } from "../store/packing.ts";
import {
  type IndexEntry,
  type ListEntry,
  laneOf,
  type Projected,
  placeId,
  type StreamId,
  type Touch,
} from "../store/types.ts";
import { assetsOf } from "../workflow/value.ts";
import { agreementLists, beginsToGoBy, lostWith } from "./agreementLists.ts";
import { dependsOn, dependsOnceDenied } from "./dependsOn.ts";
import { LIST, listsOf } from "./lists.ts";
import { samplesBetween } from "./usual.ts";
import { countsBetween } from "./weekCounts.ts";
import { weightOf } from "./weight.ts";

type Changed = {
  readonly before: RequestState;
  readonly state: RequestState;
  readonly events: readonly RequestEvent[];
};

/** What is looked up by others, when to look again, and who has something new to see. */
export function projectRequest(
  request: RequestId,
  { before, state, events }: Changed,
  world: World,
  redraw: boolean,
): Projected {
  return {
    projection: projectionOf(state),
    indexes: [...indexesOf(state, world.plant), ...wordsIndexesOf(state, world)],
    lists: [...listsOf(state, world.plant), ...dependsOnLists(state, world), ...agreementLists(state, world)],
    // What was ruled for the plant is written to the request first, and an agreement may be over by the time it is sent: a
    // wake at once carries it on, whoever dies here.
    wakeAt: events.some(rulesForPlant) || beginsToGoBy(before, state) ? state.at : nextWake(state, world.plant),
    packsAt: state.status === "closed" ? later(state.at, RESTS_MS) : null,
    touches: events.length === 0 && !redraw ? [] : touchesOf(request, state, events, world, redraw),
    endsAfterMs: endsAfterMs(state),
    revisits: lostWith(before, state, world),
    stirs: openNow(before) === null && openNow(state) === null ? [] : boardsOf(state),
    counts: countsBetween(before, state, world.plant),
    samples: samplesBetween(before, state, world.plant),
  };
}

function boardsOf(state: RequestState): readonly string[] {
  return state.status === "unstarted" ? [] : [LIST.board(state.asked.plant)];
}

/** What nobody sent decides nothing, and is looked at by nobody once it was put away. What was sent stays. */
const PUT_AWAY_KEPT_MS = 30 * DAY_MS;

function endsAfterMs(state: RequestState): number | null {
  const isPutAway = state.status === "unstarted" || (state.status === "draft" && state.discarded !== null);
  return isPutAway ? PUT_AWAY_KEPT_MS : null;
}

function rulesForPlant(event: RequestEvent): boolean {
  return event.type === "RulingUndone" || (event.type === "OwnerRuled" && event.asset !== null);
}

/** Which lists a request was written into: greater as soon as there are others, so that it is listed anew. */
export const LISTS = "9";

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
  /** The open requests that something of the plant decides about, and those that were denied and may go on. */
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
    { name: INDEX.key(code), score: numberIn(state.key) },
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
  if (state.status !== "open" && state.status !== "closed") return [];
  const things = state.status === "open" ? dependsOn(state, world) : dependsOnceDenied(state, world);
  const names = new Set(things.map((thing) => INDEX.dependsOn(state.asked.plant, thing)));
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
