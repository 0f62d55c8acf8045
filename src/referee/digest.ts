import type { AdapterName, Message } from "../adapter.ts";
import { digestCard, digestNotice, type Ended, sayEndedUndecided } from "../card/digest/digest.ts";
import { accountsOf, opsOnDuty } from "../card/people.ts";
import { DAY_MS, type EpochMs, later } from "../clock.ts";
import { mayActFor } from "../plant/duty/authority.ts";
import type { PlantCode } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import type { World } from "../request/commands.ts";
import { RequestId } from "../request/ids.ts";
import { REQUESTER_PLACE } from "../request/place.ts";
import { type EventStore, type PlaceId, placeId, streamOfPlace } from "../store/types.ts";
import { pressesOn } from "./audience.ts";
import { codeOf } from "./inForce.ts";
import { LIST } from "./lists.ts";
import { openRequests } from "./openRequests.ts";
import type { Plants } from "./plants.ts";
import type { Requests } from "./requests.ts";

export type DigestOptions = {
  readonly store: EventStore;
  readonly requests: Requests;
  readonly plants: Plants;
  /** An address that opens the thread a place's card stands in, or null. */
  readonly linkTo: (place: PlaceId) => Promise<string | null>;
};

/** The digest of a plant as it is now. Its channel may have other readers than Ops: what it asks to decide is for Ops. */
export async function digestMessage(
  { store, requests, plants, linkTo }: DigestOptions,
  place: PlaceId,
  adapter: AdapterName,
): Promise<Message> {
  const [world, now] = await Promise.all([plants.world(plantOf(place)), store.plantNow()]);
  const { plant } = world;
  const [listed, ended] = await Promise.all([
    openRequests({ store, requests, linkTo }, plant.code),
    endedUndecided({ store, requests, plants, linkTo }, world, now),
  ]);
  const card = digestCard(listed, plant, now, ended);
  const values = pressesOn(card).map(({ value }) => value);
  const reserved = { view: place, actors: opsAccounts(plant, adapter), values };
  return {
    text: digestNotice(listed, plant, now),
    card,
    mention: accountsOf(plant, opsOnDuty(plant, now), adapter),
    ...(values.length > 0 && { reserved }),
  };
}

/** A day has at least one digest; what ended since stands in one of them. */
async function endedUndecided(
  { store, requests, linkTo }: DigestOptions,
  world: World,
  now: EpochMs,
): Promise<readonly Ended[]> {
  const hits = await store.list(LIST.lapsed(world.plant.code), { limit: MOST_ENDED, from: later(now, -DAY_MS) });
  const ended = await Promise.all(
    hits.map(async ({ stream }) => {
      const { state } = await requests.load(RequestId.parse(stream));
      if (state.status !== "closed") return [];
      const link = await linkTo(placeId(stream, REQUESTER_PLACE));
      return [{ says: sayEndedUndecided(state, world, now), link }];
    }),
  );
  return ended.flat();
}

/** More than a plant ends in a day by silence. */
const MOST_ENDED = 50;

function plantOf(place: PlaceId): PlantCode {
  return codeOf(streamOfPlace(place));
}

function opsAccounts(plant: Plant, adapter: AdapterName) {
  const ops = [...plant.people.keys()].filter((person) => mayActFor(plant, { type: "ops" }, person));
  return accountsOf(plant, ops, adapter).toSorted();
}
