import type { RequestId } from "../request/ids.ts";
import type { Plants } from "./plants.ts";
import type { LoadedRequest } from "./requests.ts";

/**
 * What Ops ruled on assets in a request is remembered by the plant, and forgotten once they took it back, each once. A ruling is written to the request first, and
 * whoever wrote it may die before the plant has it: so it is done after every command that rules, and looked at with every
 * wake of a request that has rulings, the first of them at once.
 */
export async function rememberRulings(
  plants: Pick<Plants, "rememberRuling" | "liftRuling">,
  request: RequestId,
  { state, events }: Pick<LoadedRequest, "state" | "events">,
): Promise<void> {
  if (state.status === "unstarted") return;
  for (const [index, event] of events.entries()) {
    if (event.type === "RulingUndone") {
      const { ruledAt, reason, by, at } = event;
      for (const asset of event.assets) {
        const commandId = `unruling:${request}:${index + 1}:${asset}`;
        await plants.liftRuling(state.asked.plant, { asset, ruledAt, reason, by, at }, commandId);
      }
    }
    if (event.type !== "OwnerRuled" || event.asset === null) continue;
    for (const asset of [event.asset, ...event.also]) {
      const { team, reason, by, at } = event;
      const commandId = `ruling:${request}:${index + 1}:${asset}`;
      await plants.rememberRuling(state.asked.plant, { asset, team, reason, by, at }, commandId);
    }
  }
}
