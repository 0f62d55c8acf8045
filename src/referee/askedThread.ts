import type { Adapter } from "../adapter.ts";
import { ownStep } from "../card/lines/ownStep.ts";
import { accountsOf, opsOnDuty } from "../card/people.ts";
import type { Log } from "../log.ts";
import type { AccountId, PersonId } from "../plant/ids.ts";
import type { RequestId } from "../request/ids.ts";
import { REQUESTER_PLACE } from "../request/place.ts";
import { isDirect, readerOf } from "../request/rules/places.ts";
import { holders } from "../request/state.ts";
import { placeId } from "../store/types.ts";
import type { Scene } from "./audience.ts";
import type { LinkTo } from "./links.ts";

/** The address of the thread in which a request was asked, for a card that asks somebody; null where they cannot open it. */
export type AskedThread = (request: RequestId, scene: Scene) => Promise<string | null>;

/**
 * A link that its reader cannot open only costs them a press, so it is left out: to another platform, into somebody's own
 * chat, and where the platform tells that one of those who are asked is no member.
 */
export function createAskedThread(linkTo: LinkTo, adapters: readonly Adapter[], log: Log): AskedThread {
  const opensTo = async (conversation: string, account: AccountId, adapter: Adapter): Promise<boolean> => {
    try {
      return (await adapter.opensTo?.(conversation, account)) ?? true;
    } catch (error) {
      log.warn("it cannot be told who can open a conversation", { conversation, error });
      return false;
    }
  };
  return async (request, scene) => {
    const spot = spotAsked(scene);
    const adapter = adapters.find(({ name }) => name === spot?.adapter);
    const readers = spot === null ? [] : readersOf(scene);
    if (spot === null || adapter === undefined || readers.length === 0) return null;
    const opened = await Promise.all(readers.map((account) => opensTo(spot.conversation, account, adapter)));
    return opened.every((isOpen) => isOpen) ? linkTo(placeId(request, REQUESTER_PLACE)) : null;
  };
}

/** Where it was asked, if that is on the card's platform and no chat of one person. */
function spotAsked({ state, shown, world }: Scene) {
  const asked = state.places.get(REQUESTER_PLACE);
  if (asked === undefined || asked.lost || shown.role.type === "requester") return null;
  const isTheirOwn = `${asked.spot.adapter}:${asked.spot.conversation}` === state.asked.requester;
  const isNear = asked.spot.adapter === shown.spot.adapter && !isTheirOwn && !isDirect(world.plant, asked.spot);
  return isNear ? asked.spot : null;
}

/** Who is asked by the card, where it still asks somebody. */
function readersOf({ state, shown, world: { plant } }: Scene): readonly AccountId[] {
  if (state.status !== "open" || shown.left) return [];
  const own = ownStep(state, shown);
  const asked: readonly PersonId[] =
    own !== null ? holders(own.ball) : shown.role.type === "ops" ? opsOnDuty(plant, state.at) : [];
  if (asked.length === 0) return [];
  const reader = readerOf(plant, shown.spot);
  return accountsOf(plant, reader === null ? asked : [reader.id], shown.spot.adapter);
}
