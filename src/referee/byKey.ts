import { notLinkedCard } from "../card/answers.ts";
import type { Card } from "../card/card.ts";
import type { Plant } from "../plant/plant.ts";
import type { Actor } from "../request/actor.ts";
import { RequestId } from "../request/ids.ts";
import { keptFrom, mayKnow } from "../request/rules/mayRead.ts";
import type { Closed, Open } from "../request/state.ts";
import type { RecordOptions } from "./recordLists.ts";
import { INDEX } from "./requestProjection.ts";

/** A request that was sent, or why somebody may not read it. */
export type ByKey =
  | { readonly type: "found"; readonly request: RequestId; readonly state: Open | Closed }
  | { readonly type: "kept"; readonly request: RequestId; readonly why: "stranger" | "guest" };

/** Who wants to read, and the plant they ask in. */
type Reader = { readonly plant: Plant; readonly by: Actor };

/**
 * The one door to a request by the key that people call it by: nobody is told more of it than they may read, or have before them
 * as theirs to answer. Null for no such key.
 */
export async function requestByKey(
  options: Pick<RecordOptions, "requests"> & { readonly store: Pick<RecordOptions["store"], "list"> },
  key: string,
  { plant, by }: Reader,
): Promise<ByKey | null> {
  const number = Number(/[1-9]\d*$/.exec(key)?.[0] ?? Number.NaN);
  if (!Number.isSafeInteger(number) || !key.toUpperCase().startsWith(`${plant.code}-`)) return null;
  const [hit] = await options.store.list(INDEX.key(plant.code), { limit: 1, from: number, to: number });
  if (hit === undefined) return null;
  const request = RequestId.parse(hit.stream);
  const { state } = await options.requests.load(request);
  if (state.status !== "open" && state.status !== "closed") return null;
  return mayKnow(state, plant, by)
    ? { type: "found", request, state }
    : { type: "kept", request, why: keptFrom(plant, by) ?? "stranger" };
}

/** What is told in place of what may not be read; null where anything may, or nothing was found at all. */
export function keptCard(found: readonly (ByKey | null)[], plant: Plant): Card | null {
  if (found.some((each) => each?.type === "found")) return null;
  const kept = found.find((each) => each?.type === "kept");
  return kept?.type === "kept" ? notLinkedCard(plant, kept.why) : null;
}
