import type { Spot } from "../adapter.ts";
import type { RequestId } from "../request/ids.ts";
import { isSameConversation } from "../request/place.ts";
import { type PlaceId, placeId } from "../store/types.ts";
import type { Work } from "../work/types.ts";
import { requestPlaceOf } from "./requestPlace.ts";
import type { Requests } from "./requests.ts";

/**
 * Tells lanes which message a button stands on: it may be a card that its platform took without telling its id, and that
 * nobody could change until now.
 */
export type NameCard = {
  /** Somebody pressed a button of this request on a message. */
  pressed(request: RequestId, spot: Spot, message: string | undefined): Promise<void>;
  /** Somebody's client showed the card of a place. */
  shown(place: PlaceId, message: string | undefined): Promise<void>;
};

/** Whether a message is where a card was said: in its thread, or at the top of its conversation, where it begins a thread of its own. */
function mayStandIn(spot: Spot, pressedAt: Spot, message: string): boolean {
  if (!isSameConversation(spot, pressedAt)) return false;
  return pressedAt.thread === null || pressedAt.thread === (spot.thread ?? message);
}

export function createNameCard(requests: Pick<Requests, "load">, name: Work["nameCard"]): NameCard {
  const placesOf = async (request: RequestId) => {
    const { state } = await requests.load(request);
    return state.status === "unstarted" ? [] : [...state.places.values()];
  };
  return {
    pressed: async (request, pressedAt, message) => {
      if (message === undefined) return;
      const here = (await placesOf(request)).filter(({ spot }) => mayStandIn(spot, pressedAt, message));
      const [first] = here;
      if (first === undefined) return;
      await name(
        { ...first.spot, message },
        here.map((place) => placeId(request, place.name)),
      );
    },
    shown: async (id, message) => {
      const about = requestPlaceOf(id);
      if (message === undefined || about === null) return;
      const place = (await placesOf(about.request)).find((each) => each.name === about.name);
      if (place !== undefined) await name({ ...place.spot, message }, [id]);
    },
  };
}
