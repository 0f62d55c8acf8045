import type { Card } from "../card/card.ts";
import { homeCard, oldHome } from "../card/home/homeCard.ts";
import { readerOfHome } from "../request/homeSpot.ts";
import type { Homes } from "../store/homes.ts";
import type { PlaceId } from "../store/types.ts";
import type { PlaceState, Say } from "../work/types.ts";
import type { HomeReader } from "./homeContents.ts";
import { digestOf, messageOf } from "./speech.ts";

/** What the name of a home's place begins with. */
export const HOME_PLACE = "home-";

export function isHome(place: PlaceId): boolean {
  return place.slice(place.indexOf(".") + 1).startsWith(HOME_PLACE);
}

/** What a home still owes: the card as it is now, where that is another one than it shows. */
export type HomePlan = (place: PlaceState) => Promise<readonly Say[]>;

export type HomePlanOptions = { readonly homes: Homes; readonly reader: HomeReader };

export function createHomePlan({ homes, reader }: HomePlanOptions): HomePlan {
  return async (place) => {
    if (!(await homes.isCurrent(place.id)))
      return lastWords(place, oldHome(await reader.plant(readerOfHome(place.spot))));
    const watch = (lists: readonly string[]) => homes.watch(place.id, lists);
    const { contents, world, at } = await reader.contents(readerOfHome(place.spot), watch);
    const { card, lasting } = homeCard(contents, world.plant, at);
    return says(place, card, lasting);
  };
}

/** A newer one stands further down. */
function lastWords(place: PlaceState, old: Card): readonly Say[] {
  return place.card === null ? [skip(place, null)] : says(place, old, old);
}

function says(place: PlaceState, card: Card, lasting: Card): readonly Say[] {
  const shown = digestOf({ card: lasting });
  const message = messageOf(card);
  const cover = { place: place.id, cursor: place.cursor, shown };
  if (place.card === null) {
    const effect = `${place.id}@home-${place.cursor}`;
    return [{ type: "post", effect, spot: place.spot, message, covers: [{ ...cover, card: true }] }];
  }
  if (shown === place.shown) return [skip(place, shown)];
  if (place.card === "unnamed") return [skip(place, null)];
  return [{ type: "update", posted: place.card, message, covers: [cover] }];
}

function skip(place: PlaceState, shown: string | null): Say {
  return { type: "skip", covers: [{ place: place.id, cursor: place.cursor, shown }] };
}
