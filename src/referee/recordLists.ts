import type { Card, ListItem } from "../card/card.ts";
import type { RecordList } from "../card/home/homeAction.ts";
import { listedItem, recordCard } from "../card/record/recordCard.ts";
import type { EpochMs } from "../clock.ts";
import type { Plant } from "../plant/plant.ts";
import { RequestId } from "../request/ids.ts";
import { REQUESTER_PLACE } from "../request/place.ts";
import { type EventStore, type PlaceId, placeId } from "../store/types.ts";
import { LIST } from "./lists.ts";
import { INDEX } from "./requestProjection.ts";
import type { Requests } from "./requests.ts";

export type RecordOptions = {
  readonly store: Pick<EventStore, "list" | "count">;
  readonly requests: Pick<Requests, "load">;
  readonly linkTo: (place: PlaceId) => Promise<string | null>;
};

/** As much as fits a phone; the rest is one press away. */
const MOST_AT_A_TIME = 10;
/** Nobody presses on as far as this. */
const FARTHEST = 2_000;

type Index = { readonly name: string; readonly newestFirst: boolean };

/**
 * A page of a list of the record, from an entry on. Reads one index, and of the requests and their addresses only those
 * that are shown, however many there are.
 */
export async function recordPage(
  options: RecordOptions,
  list: RecordList,
  from: number,
  plant: Plant,
  at: EpochMs,
): Promise<Card> {
  const { name, newestFirst } = indexOf(list, plant);
  const limit = Math.min(from, FARTHEST) + MOST_AT_A_TIME;
  const [hits, all] = await Promise.all([options.store.list(name, { limit, newestFirst }), options.store.count(name)]);
  // Fewer may be left than when the button was made, and a button is whatever a client makes of it.
  const start = from < Math.min(hits.length, FARTHEST + 1) ? from : 0;
  const shown = hits.slice(start, start + MOST_AT_A_TIME);
  const items = (await Promise.all(shown.map(({ stream }) => itemOf(options, stream, plant, at)))).flat();
  const next = start + shown.length;
  return recordCard(list, { items, left: Math.max(0, all - next), next: next > FARTHEST ? null : next }, plant, at);
}

function indexOf(list: RecordList, plant: Plant): Index {
  const { code } = plant;
  switch (list.of) {
    case "stuck":
      return { name: LIST.stuck(code), newestFirst: false };
    case "held":
      return { name: LIST.held(code), newestFirst: false };
    case "undecided":
      return { name: LIST.undecided(code), newestFirst: false };
    case "granted":
      return { name: LIST.granted(code, null), newestFirst: false };
    case "team":
      return { name: LIST.team(code, list.id), newestFirst: false };
    case "asset":
      return { name: INDEX.asset(code, list.id), newestFirst: true };
    case "line":
      return { name: LIST.line(code, list.id), newestFirst: true };
    default:
      return { name: INDEX.open(code), newestFirst: false };
  }
}

async function itemOf(
  { requests, linkTo }: RecordOptions,
  stream: string,
  plant: Plant,
  at: EpochMs,
): Promise<readonly ListItem[]> {
  const request = RequestId.parse(stream);
  const { state } = await requests.load(request);
  if (state.status !== "open" && state.status !== "closed") return [];
  return [listedItem(state, await linkTo(placeId(request, REQUESTER_PLACE)), plant, at)];
}
