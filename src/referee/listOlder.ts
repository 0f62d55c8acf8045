import { RequestId } from "../request/ids.ts";
import type { EventStore } from "../store/types.ts";
import type { Plants } from "./plants.ts";
import { INDEX, type Requests } from "./requests.ts";

/** More open requests than any plant has, and of those that are over as many as a week may bring. */
const MOST = 2_000;

/** What was written before there were lists is listed once: without it, it would wait in nobody's home. */
export async function listOlder({
  store,
  requests,
  plants,
}: {
  readonly store: Pick<EventStore, "list" | "isListed">;
  readonly requests: Requests;
  readonly plants: Plants;
}): Promise<void> {
  for (const { code } of await plants.all()) {
    const open = await store.list(INDEX.open(code), { limit: MOST });
    const newest = await store.list(INDEX.key(code), { limit: MOST, newestFirst: true });
    for (const stream of new Set([...open, ...newest].map((hit) => hit.stream)))
      if (!(await store.isListed(stream))) await requests.listAgain(RequestId.parse(stream), await plants.world(code));
  }
}
