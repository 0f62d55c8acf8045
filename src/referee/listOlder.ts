import { RequestId } from "../request/ids.ts";
import type { EventStore } from "../store/types.ts";
import type { Plants } from "./plants.ts";
import { INDEX, LISTS } from "./requestProjection.ts";
import type { Requests } from "./requests.ts";

/** More open requests than any plant has, and of those that are over as many as a week may bring. */
const MOST = 2_000;

/** What was written before there were these lists is listed once: without it, it would wait in nobody's home or digest. */
export async function listOlder({
  store,
  requests,
  plants,
}: {
  readonly store: Pick<EventStore, "list" | "projection">;
  readonly requests: Requests;
  readonly plants: Plants;
}): Promise<void> {
  for (const { code } of await plants.all()) {
    const open = await store.list(INDEX.open(code), { limit: MOST });
    const newest = await store.list(INDEX.key(code), { limit: MOST, newestFirst: true });
    for (const stream of new Set([...open, ...newest].map((hit) => hit.stream)))
      if (isOlder(await store.projection(stream)))
        await requests.listAgain(RequestId.parse(stream), await plants.world(code));
  }
}

/** What lies in an archive stays in the lists it was in. */
function isOlder({ lists, archived }: Readonly<Record<string, string>>): boolean {
  return lists !== LISTS && archived === undefined;
}
