import type { Inbound } from "../adapter.ts";
import { readBy } from "../plant/who/language.ts";
import type { World } from "../request/commands.ts";
import type { EventStore } from "../store/types.ts";
import { metaFor } from "./acting.ts";
import type { Plants } from "./plants.ts";
import type { Doing } from "./quotas.ts";

type Doors = { readonly plants: Plants; readonly store: Pick<EventStore, "plantNow"> };

/** What somebody does beside all requests, as it is counted in the plant that is theirs. */
export async function doingBeside(
  { plants, store }: Doors,
  kind: Doing["kind"],
  inbound: Inbound,
): Promise<{ readonly doing: Doing; readonly world: World }> {
  const { account, id: act } = inbound;
  const spot = inbound.type === "submitted" ? null : inbound.spot;
  const [world, now] = await Promise.all([plants.whose(account, spot).then(plants.world), store.plantNow()]);
  const doing = { kind, meta: metaFor(inbound, world, now), plant: readBy(world.plant, account), spot, act };
  return { doing, world };
}
