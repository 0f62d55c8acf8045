import type { World } from "../request/commands.ts";
import { RequestId } from "../request/ids.ts";
import { agreedBy, machinesOf } from "../request/rules/agreement.ts";
import type { Open, RequestState } from "../request/state.ts";
import type { EventStore } from "../store/types.ts";
import { inForceList } from "./agreementLists.ts";
import type { Requests } from "./requests.ts";

/** The agreements that stand open about the first machine of a draft, by which some of its steps may be answered. */
export type Agreements = (state: RequestState, world: Pick<World, "plant" | "types">) => Promise<readonly Open[]>;

/** A machine has no more vendors who come and go at a time; of more, those that end last are looked at. */
const MOST_LOOKED_AT = 12;

export function createAgreements({
  store,
  requests,
}: {
  readonly store: Pick<EventStore, "list">;
  readonly requests: Pick<Requests, "load">;
}): Agreements {
  return async (state, { plant, types }) => {
    if (state.status !== "draft" || state.discarded !== null || state.reading.type === null) return [];
    const type = types.get(state.reading.type);
    const by = type === undefined ? null : agreedBy(type);
    const [machine] = type === undefined ? [] : (machinesOf(type, state.values) ?? []);
    if (by === null || machine === undefined) return [];
    const hits = await store.list(inForceList(plant.code, by, machine), { limit: MOST_LOOKED_AT, newestFirst: true });
    const found = await Promise.all(hits.map(({ stream }) => requests.load(RequestId.parse(stream))));
    return found.flatMap(({ state: agreement }) => (agreement.status === "open" ? [agreement] : []));
  };
}
