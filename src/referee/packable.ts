import { evolve } from "../request/evolve.ts";
import { RequestId } from "../request/ids.ts";
import { type RequestState, UNSTARTED } from "../request/state.ts";
import { readEvent, sharedInStored } from "../request/stored/read.ts";
import type { Packable } from "../store/packing.ts";
import { type EventStore, placeId, type StreamId } from "../store/types.ts";

/** What is needed to pack a request; null for one that is not over, and for a plant, which never is. */
export async function packableOf(store: Pick<EventStore, "load">, stream: StreamId): Promise<Packable | null> {
  const request = RequestId.safeParse(stream);
  if (!request.success) return null;
  const { events } = await store.load(stream);
  const state = events.map(readEvent).reduce<RequestState>(evolve, UNSTARTED);
  if (state.status !== "closed") return null;
  return {
    places: [...state.places.keys()].map((name) => placeId(request.data, name)),
    shared: events.flatMap((bytes) => sharedInStored(bytes) ?? []),
    at: state.at,
  };
}
