import type { Adapter, Posted } from "../adapter.ts";
import type { Log } from "../log.ts";
import { keepNewest } from "../recent.ts";
import type { EventStore, PlaceId } from "../store/types.ts";

/** As many addresses as are kept: those of a plant's open requests, and more. */
const MOST_KEPT = 5_000;

/** The address of a place's card in its platform's own client, or null. */
export type LinkTo = (place: PlaceId) => Promise<string | null>;

/**
 * The address of a place's card in its platform's own client; null where there is none, or it cannot be told now. A message
 * keeps its address, so each is asked for once: a home shows many, and is drawn often.
 */
export function createLinks(store: Pick<EventStore, "cardOf">, adapters: readonly Adapter[], log: Log): LinkTo {
  const kept = new Map<string, string>();
  // Lanes draw at the same time, and several of them may ask for one.
  const asked = new Map<string, Promise<string | null>>();

  async function ask(adapter: Adapter, card: Posted, place: PlaceId): Promise<string | null> {
    try {
      const address = await adapter.permalink(card);
      if (address !== null) keepNewest(kept, nameOf(card), address, MOST_KEPT);
      return address;
    } catch (error) {
      log.warn("no address for a card", { place, error });
      return null;
    } finally {
      asked.delete(nameOf(card));
    }
  }

  return async (place) => {
    const card = await store.cardOf(place);
    const adapter = adapters.find(({ name }) => name === card?.adapter);
    if (card === null || adapter === undefined) return null;
    const known = kept.get(nameOf(card));
    if (known !== undefined) return known;
    const asking = asked.get(nameOf(card)) ?? ask(adapter, card, place);
    asked.set(nameOf(card), asking);
    return asking;
  };
}

function nameOf({ adapter, conversation, message }: Posted): string {
  return `${adapter}/${conversation}/${message}`;
}
