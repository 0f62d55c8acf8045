import type { PlaceState, Plan, Say } from "../work/types.ts";
import { bundled } from "./bundle.ts";
import { type DigestOptions, digestMessage } from "./digest.ts";
import { codeOf } from "./inForce.ts";
import { type RequestPlace, requestPlaceOf } from "./requestPlace.ts";
import { digestOf, type Owed, owed } from "./speech.ts";

export type PlanOptions = DigestOptions;

/** Draws what is due in a lane from the current state: pings of all its places first, then their cards. */
export function createPlan(options: PlanOptions): Plan {
  return async (_lane, places) => {
    const owing = await Promise.all(places.map((place) => owedBy(options, place)));
    const all = await bundled(owing, options.linkTo);
    return [...all.filter(({ type }) => type === "post"), ...all.filter(({ type }) => type !== "post")];
  };
}

async function owedBy(options: PlanOptions, place: PlaceState): Promise<readonly Owed[]> {
  const about = requestPlaceOf(place.id);
  if (about !== null) return requestOwes(options, place, about);
  const says = await digestSays(options, place);
  return says.map((say) => ({ say, line: null }));
}

async function requestOwes(
  { requests, plants }: PlanOptions,
  place: PlaceState,
  { request, name }: RequestPlace,
): Promise<readonly Owed[]> {
  const { events, state, now } = await requests.load(request);
  if (state.status === "unstarted") return [];
  const shown = state.places.get(name);
  if (shown === undefined) {
    const cover = { place: place.id, cursor: events.length, shown: null };
    return [{ say: { type: "skip", covers: [cover] }, line: null }];
  }
  const world = await plants.world(state.asked.plant);
  return owed({ request, place: place.id, shown, state, events, world, now }, place);
}

/** The newest digest; one that was never said before it is out of date and stays unsaid. */
async function digestSays(options: PlanOptions, place: PlaceState): Promise<readonly Say[]> {
  const { due, version } = await options.plants.digest(codeOf(place.stream));
  if (due <= place.cursor) return [{ type: "skip", covers: [{ place: place.id, cursor: version, shown: null }] }];
  const message = await digestMessage(options, place.id, place.spot.adapter);
  const covers = [{ place: place.id, cursor: version, shown: digestOf(message), card: true }];
  return [{ type: "post", effect: `${place.id}@${due}`, spot: place.spot, message, covers }];
}
