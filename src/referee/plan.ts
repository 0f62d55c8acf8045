import { sayHeldBackToOps } from "../card/heldBack.ts";
import { tellingsOf } from "../card/presence/presenceTold.ts";
import { DAY_MS } from "../clock.ts";
import type { Paint } from "../picture/painter.ts";
import { readPlantEvent } from "../plant/stored.ts";
import type { Boards } from "../store/boards.ts";
import { laneOf, placeId } from "../store/types.ts";
import type { PlaceState, Plan, Say } from "../work/types.ts";
import type { ReachAbsent } from "./absent.ts";
import { boardSays } from "./board.ts";
import { bundled } from "./bundle.ts";
import { type DigestOptions, digestSays } from "./digest.ts";
import { type HomePlan, isHome } from "./homePlan.ts";
import { codeOf } from "./inForce.ts";
import { BOARD_PLACE, HELD_PLACE, isTold, WEEK_PLACE } from "./plantProjection.ts";
import { type RequestPlace, requestPlaceOf } from "./requestPlace.ts";
import { type Owed, owed } from "./speech.ts";
import { type StageOptions, stageOf } from "./stage.ts";
import { weekSays } from "./week.ts";

export type PlanOptions = DigestOptions &
  StageOptions & {
    readonly boards: Boards;
    readonly paint: Paint;
    readonly homeSays: HomePlan;
    readonly reachAbsent: ReachAbsent;
  };

/** Draws what is due in a lane from the current state: pings of all its places first, then their cards. */
export function createPlan(options: PlanOptions): Plan {
  return async (_lane, places) => {
    const { requests, plants } = options;
    const once = {
      ...options,
      requests: { ...requests, load: each(requests.load) },
      plants: { ...plants, world: each(plants.world) },
    };
    const owing = await Promise.all(places.map((place) => owedBy(once, place)));
    const all = await bundled(owing, options.linkTo);
    return [...all.filter(({ type }) => type === "post"), ...all.filter(({ type }) => type !== "post")];
  };
}

/** What is drawn together is drawn from one look: two places of a request say the same of it. */
function each<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const known = new Map<Key, Promise<Value>>();
  return (key) => {
    const value = known.get(key) ?? read(key);
    known.set(key, value);
    return value;
  };
}

async function owedBy(options: PlanOptions, place: PlaceState): Promise<readonly Owed[]> {
  const about = requestPlaceOf(place.id);
  if (about !== null) return requestOwes(options, place, about);
  const says = await besideSays(options, place);
  return says.map((say) => ({ say, line: null }));
}

async function requestOwes(
  options: PlanOptions,
  place: PlaceState,
  { request, name }: RequestPlace,
): Promise<readonly Owed[]> {
  const { events, state, now } = await options.requests.load(request);
  if (state.status === "unstarted") return [];
  const shown = state.places.get(name);
  if (shown === undefined) {
    const cover = { place: place.id, cursor: events.length, shown: null };
    return [{ say: { type: "skip", covers: [cover] }, line: null }];
  }
  const stage = await stageOf(options, { request, place: place.id, events, state, shown, now });
  const says = owed(stage, place);
  await options.reachAbsent(request, stage, says);
  return says;
}

/** Of a place that belongs to no request. */
function besideSays(options: PlanOptions, place: PlaceState): Promise<readonly Say[]> {
  if (isHome(place.id)) return options.homeSays(place);
  if (isTold(place.id)) return toldSays(options, place);
  if (place.id === placeId(place.stream, BOARD_PLACE)) return boardSays(options, place);
  if (place.id === placeId(place.stream, WEEK_PLACE)) return weekSays(options, place);
  return place.id === placeId(place.stream, HELD_PLACE) ? heldBackSays(options, place) : digestSays(options, place);
}

/** Who sends too much, of whom that was not said yet. */
async function heldBackSays(options: PlanOptions, place: PlaceState): Promise<readonly Say[]> {
  const { events, version } = await options.store.load(place.stream);
  const held = events.slice(place.cursor).flatMap((bytes) => {
    const event = readPlantEvent(bytes);
    return event.type === "HeldBack" ? [event] : [];
  });
  const cover = { place: place.id, cursor: version, shown: null };
  if (held.length === 0) return [{ type: "skip", covers: [cover] }];
  const { plant } = await options.plants.world(codeOf(place.stream));
  const message = { text: sayHeldBackToOps(held, plant), card: null, mention: [] };
  const covers = [{ ...cover, card: false }];
  return [{ type: "post", effect: `${place.id}@${version}`, spot: place.spot, message, covers }];
}

/** What others arranged that somebody there should know, and was not told yet. A day later it is no news. */
async function toldSays({ store, plants }: PlanOptions, place: PlaceState): Promise<readonly Say[]> {
  const { events, version, now } = await store.load(place.stream);
  const { plant } = await plants.world(codeOf(place.stream));
  const fresh = events
    .slice(place.cursor)
    .map(readPlantEvent)
    .filter(({ at }) => at > now - DAY_MS);
  const lane = laneOf(place.spot);
  const texts = fresh
    .flatMap((event) => tellingsOf(event, plant))
    .flatMap(({ spot, text }) => (laneOf(spot) === lane ? [text] : []));
  const cover = { place: place.id, cursor: version, shown: null };
  if (texts.length === 0) return [{ type: "skip", covers: [cover] }];
  const message = { text: texts.join("\n"), card: null, mention: [] };
  const covers = [{ ...cover, card: false }];
  return [{ type: "post", effect: `${place.id}@${version}`, spot: place.spot, message, covers }];
}
