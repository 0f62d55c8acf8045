import type { PlantCode } from "../plant/ids.ts";
import type { World } from "../request/commands.ts";
import { RequestId } from "../request/ids.ts";
import { agreedBy, machinesOf } from "../request/rules/agreement.ts";
import { openNow } from "../request/rules/openNow.ts";
import type { Open, RequestState } from "../request/state.ts";
import type { EventStore, ListEntry } from "../store/types.ts";
import { stepsOf, type TypeId } from "../workflow/requestType.ts";
import type { Requests } from "./requests.ts";

/** The agreements that stand open about the first machine of a draft, by which some of its steps may be answered. */
export type Agreements = (state: RequestState, world: Pick<World, "plant" | "types">) => Promise<readonly Open[]>;

/** A machine has no more vendors who come and go at a time; of more, those that end last are looked at. */
const MOST_LOOKED_AT = 12;

/** In which list an agreement stands while it is open, of one type and about one machine (`asset:plc-12`), by its end. */
function inForceList(plant: PlantCode, type: TypeId, machine: string): string {
  return `inforce ${plant} ${type} ${machine}`;
}

/** The lists of a request by which others may be answered beforehand. */
export function agreementLists(state: RequestState, { types }: Pick<World, "types">): readonly ListEntry[] {
  if (state.status !== "open" || openNow(state)?.type !== "running" || state.grant.status !== "running") return [];
  const { rules, values, asked, grant } = state;
  const isAgreement = [...types.values()].some((type) => stepsOf(type).some(({ agreed }) => agreed === rules.type));
  const machines = isAgreement ? (machinesOf(rules, values) ?? []) : [];
  return [...new Set(machines)].map((machine) => ({
    name: inForceList(asked.plant, rules.type, machine),
    score: grant.until,
  }));
}

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
