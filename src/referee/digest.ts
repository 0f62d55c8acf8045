import type { AdapterName, Message } from "../adapter.ts";
import { digestCard, digestNotice } from "../card/digest/digest.ts";
import { accountsOf, opsOnDuty } from "../card/people.ts";
import type { PlantCode } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { mayActFor } from "../plant/who/authority.ts";
import { type EventStore, type PlaceId, streamOfPlace } from "../store/types.ts";
import { codeOf } from "./inForce.ts";
import { openRequests } from "./openRequests.ts";
import type { Plants } from "./plants.ts";
import type { Requests } from "./requests.ts";
import { reservedPresses } from "./reserved.ts";

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
  const [{ plant }, now] = await Promise.all([plants.world(plantOf(place)), store.plantNow()]);
  const listed = await openRequests({ store, requests, linkTo }, plant.code);
  const card = digestCard(listed, plant, now);
  const values = reservedPresses(card).map(({ value }) => value);
  const reserved = { view: place, actors: opsAccounts(plant, adapter), values };
  return {
    text: digestNotice(listed, plant, now),
    card,
    mention: accountsOf(plant, opsOnDuty(plant, now), adapter),
    ...(values.length > 0 && { reserved }),
  };
}

function plantOf(place: PlaceId): PlantCode {
  return codeOf(streamOfPlace(place));
}

function opsAccounts(plant: Plant, adapter: AdapterName) {
  const ops = [...plant.people.keys()].filter((person) => mayActFor(plant, { type: "ops" }, person));
  return accountsOf(plant, ops, adapter).toSorted();
}
