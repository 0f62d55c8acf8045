import { createHash } from "node:crypto";
import { tellingsOf } from "../card/presence/presenceTold.ts";
import { earliest } from "../clock.ts";
import { nextOwnAway } from "../plant/duty/ownAway.ts";
import type { PlantEvent } from "../plant/events.ts";
import type { PlantCode } from "../plant/ids.ts";
import { nextBoundary } from "../plant/inForce/boundaries.ts";
import { digestedAt, type PlantState } from "../plant/inForce/state.ts";
import type { Touched } from "../plant/inForce/touched.ts";
import type { Plant } from "../plant/plant.ts";
import { nextDigestAt } from "../plant/time/digestTime.ts";
import { channelOf } from "../plant/who/channel.ts";
import type { Spot } from "../request/place.ts";
import { laneOf, type PlaceId, type Projected, placeId, type Touch } from "../store/types.ts";
import { PLANTS_INDEX, plantStream } from "./inForce.ts";
import { LIST } from "./lists.ts";
import { sinceLook } from "./plantDecisions.ts";
import { INDEX } from "./requestProjection.ts";

/** Which places a plant was written with: another one as soon as there are more, so that these stand at the next start. */
export const LISTED = "2";

/** The place of a plant's digests. */
export const DIGEST_PLACE = "digest";
/** The place of the picture of a plant's week, below the digest. */
export const WEEK_PLACE = "week";
/** What a place is called in which people are told what others arranged. */
const TOLD_PLACE = "told-";

/** The place of a plant in which somebody at that spot is told what others arranged. */
export function toldPlace(spot: Spot): string {
  return `${TOLD_PLACE}${createHash("sha256").update(laneOf(spot)).digest("hex").slice(0, 24)}`;
}

/** Whether people are told in it what others arranged. */
export function isTold(place: PlaceId): boolean {
  return place.slice(place.indexOf(".") + 1).startsWith(TOLD_PLACE);
}

/** The place of the board of what is open in a plant. */
export const BOARD_PLACE = "board";

/** Where Ops read that somebody sends too much. */
export const HELD_PLACE = "held-back";

/** When to look at a plant again, who has something to see of it, and which requests look different now. */
export function projectPlant(
  plant: Plant,
  state: PlantState,
  events: readonly PlantEvent[],
  touched: Touched | null,
): Projected {
  const channel = channelOf(plant, { type: "ops" });
  const last = digestedAt(state);
  const told = [
    ...(events.some(({ type }) => type === "DigestDue") ? [DIGEST_PLACE] : []),
    ...(state.week.digest > state.events - events.length ? [WEEK_PLACE] : []),
    ...(events.some(({ type }) => type === "HeldBack") ? [HELD_PLACE] : []),
    ...(events.length === 0 || events.some(({ type }) => BOARD_ANEW.has(type)) ? [BOARD_PLACE] : []),
  ];
  const spot: Spot | null =
    channel === null ? null : { adapter: channel.adapter, conversation: channel.channel, thread: null };
  return {
    projection: { plant: plant.code, listed: LISTED },
    indexes: [{ name: PLANTS_INDEX, score: state.events }],
    wakeAt: earliest([
      last === null ? null : nextDigestAt(plant, last),
      nextBoundary(state),
      nextOwnAway(plant, sinceLook(state, state.at).from, state.at),
    ]),
    touches: [...(spot === null ? [] : told.map((name) => touchOf(plant, name, spot))), ...tellings(plant, events)],
    revisits: touched === null ? [] : indexesOf(plant.code, touched),
    stirs: events.length === 0 ? [] : [LIST.plant(plant.code), LIST.board(plant.code)],
  };
}

/** Its channel may be another one; and once a day it is shown anew, so that one that somebody deleted stands again. */
const BOARD_ANEW: ReadonlySet<PlantEvent["type"]> = new Set(["PlantPublished", "DigestDue"]);

function touchOf(plant: Plant, name: string, spot: Spot): Touch {
  return { place: placeId(plantStream(plant.code), name), lane: laneOf(spot), spot, tryAgain: true };
}

/** Each place once, however much there is to tell in it. */
function tellings(plant: Plant, events: readonly PlantEvent[]): readonly Touch[] {
  const spots = events.flatMap((event) => tellingsOf(event, plant)).map(({ spot }) => spot);
  const touches = spots.map((spot) => touchOf(plant, toldPlace(spot), spot));
  return [...new Map(touches.map((touch) => [touch.place, touch])).values()];
}

/** Where the open requests stand that depend on what is different now, and those that were denied and may go on. */
export function indexesOf(code: PlantCode, touched: Touched): readonly string[] {
  if (touched.type === "everything") return [INDEX.open(code), LIST.denied(code)];
  return touched.things.map((thing) => INDEX.dependsOn(code, thing));
}
