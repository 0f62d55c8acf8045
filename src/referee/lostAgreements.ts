import type { EpochMs } from "../clock.ts";
import { THE_RULES } from "../request/actor.ts";
import { numberIn, RequestId } from "../request/ids.ts";
import { goesByAgreement } from "../request/rules/agreementLost.ts";
import type { EventStore } from "../store/types.ts";
import type { Plants } from "./plants.ts";
import { INDEX } from "./requestProjection.ts";
import type { LoadedRequest, Requests } from "./requests.ts";

type Looking = {
  readonly requests: Pick<Requests, "load" | "happen">;
  readonly plants: Pick<Plants, "world">;
  readonly store: Pick<EventStore, "list">;
};

/**
 * Looks whether the agreement that a request goes by is still in force. It may have been cut off between the moment it was
 * looked up and Send: so a request is looked at once it is sent, and again when its agreement changes. One of both comes after
 * the other was recorded.
 */
export async function askWithoutAgreement(
  { requests, plants, store }: Looking,
  request: RequestId,
  { state, now }: Pick<LoadedRequest, "state"> & { readonly now: EpochMs },
  commandId: string,
): Promise<void> {
  if (!goesByAgreement(state, now)) return;
  const number = numberIn(state.agreed.key);
  const [hit] = await store.list(INDEX.key(state.asked.plant), { limit: 1, from: number, to: number });
  if (hit === undefined) return;
  const { state: agreement } = await requests.load(RequestId.parse(hit.stream));
  const world = await plants.world(state.asked.plant);
  await requests.happen(request, `${commandId}:agreement`, world, (at) => ({
    ...{ type: "agreementLost", agreement, by: THE_RULES, name: "Referee", at },
  }));
}
