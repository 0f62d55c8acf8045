import type { Overlap } from "../card/lines/overlaps.ts";
import { isDecision, ownStep } from "../card/lines/ownStep.ts";
import { RequestId } from "../request/ids.ts";
import { REQUESTER_PLACE } from "../request/place.ts";
import { commonTime, plannedIn, touchedThings } from "../request/rules/overlap.ts";
import type { Open } from "../request/state.ts";
import { type EventStore, placeId } from "../store/types.ts";
import type { Scene } from "./audience.ts";
import type { LinkTo } from "./links.ts";
import { LIST } from "./lists.ts";
import type { Requests } from "./requests.ts";

/** What else is planned at the same time on the same machine or line, for whoever is about to decide. */
export type Overlapping = (request: RequestId, scene: Scene) => Promise<readonly Overlap[]>;

export type OverlappingOptions = {
  readonly store: Pick<EventStore, "list">;
  readonly requests: Pick<Requests, "load">;
  readonly linkTo: LinkTo;
};

/** As many as are looked at, those that begin last; more than are planned on one machine before one of them ends. */
const MOST_LOOKED_AT = 12;
/** As many as somebody reads before they decide. */
const MOST_SHOWN = 3;

/** Looks among what is planned on the same things, by their lists, and at nothing else. */
export function createOverlapping({ store, requests, linkTo }: OverlappingOptions): Overlapping {
  return async (request, { state, shown, world: { plant } }) => {
    if (state.status !== "open") return [];
    const own = ownStep(state, shown);
    if (own === null || !isDecision(state, own)) return [];
    const planned = plannedIn(state);
    if (planned.length === 0) return [];
    const to = Math.max(...planned.map((span) => span.to)) - 1;
    const lists = touchedThings(state, plant).map((thing) => LIST.planned(plant.code, thing));
    const hits = await Promise.all(
      lists.map((list) => store.list(list, { to, limit: MOST_LOOKED_AT, newestFirst: true })),
    );
    const others = new Set(hits.flat().map(({ stream }) => RequestId.parse(stream)));
    others.delete(request);
    const found = await Promise.all([...others].map((id) => atTheSameTime(state, id, requests)));
    const first = found
      .flat()
      .toSorted((a, b) => a.time.from - b.time.from)
      .slice(0, MOST_SHOWN);
    return Promise.all(
      first.map(async ({ id, ...other }) => ({ ...other, link: await linkTo(placeId(id, REQUESTER_PLACE)) })),
    );
  };
}

async function atTheSameTime(
  state: Open,
  id: RequestId,
  requests: OverlappingOptions["requests"],
): Promise<readonly (Omit<Overlap, "link"> & { readonly id: RequestId })[]> {
  const { state: other } = await requests.load(id);
  const time = other.status === "open" ? commonTime(state, other) : null;
  return other.status !== "open" || time === null ? [] : [{ id, state: other, time }];
}
