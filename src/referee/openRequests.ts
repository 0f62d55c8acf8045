import type { Listed } from "../card/digest/digestContents.ts";
import type { PlantCode } from "../plant/ids.ts";
import { RequestId } from "../request/ids.ts";
import { REQUESTER_PLACE } from "../request/place.ts";
import type { Open } from "../request/state.ts";
import { type EventStore, type PlaceId, placeId } from "../store/types.ts";
import { INDEX, type Requests } from "./requests.ts";

/** More open requests than any plant has; beyond, an answer leaves out the newest. */
const MOST_OPEN = 1_000;

type Doors = { readonly store: Pick<EventStore, "list">; readonly requests: Requests };
type OpenRequest = { readonly request: RequestId; readonly state: Open };

/** The open requests of a plant, oldest first, each with the address of its card where people can go. */
export async function openRequests(
  doors: Doors & { readonly linkTo: (place: PlaceId) => Promise<string | null> },
  plant: PlantCode,
): Promise<readonly Listed[]> {
  const open = await loadOpen(doors, plant);
  return Promise.all(
    open.map(async (each) => ({ ...each, link: await doors.linkTo(placeId(each.request, REQUESTER_PLACE)) })),
  );
}

async function loadOpen({ store, requests }: Doors, plant: PlantCode): Promise<readonly OpenRequest[]> {
  const hits = await store.list(INDEX.open(plant), { limit: MOST_OPEN });
  const loaded = await Promise.all(
    hits.map(async ({ stream }) => {
      const request = RequestId.parse(stream);
      const { state } = await requests.load(request);
      return state.status === "open" ? [{ request, state }] : [];
    }),
  );
  return loaded.flat();
}
