import type { Message } from "../../src/adapter.ts";
import type { EventStore, PlaceId } from "../../src/store/types.ts";
import type { PlaceState, Plan, PostCover, Say } from "../../src/work/types.ts";
import { type Errand, errandOf, readEvent } from "./errand.ts";

type Open = Exclude<Errand, { readonly status: "none" }>;
type Seen = { readonly place: PlaceState; readonly state: Open };

/** What an errand's places say: its owners are pinged once each while it is open, its asker has one card. */
export function errandPlan(store: Pick<EventStore, "load">, { bundled = false } = {}): Plan {
  return async (_lane, places) => {
    const seen: Seen[] = [];
    for (const place of places) {
      const { events } = await store.load(place.stream);
      const { initial, evolve } = errandOf(place.stream);
      const state = events.map(readEvent).reduce(evolve, initial);
      if (state.status !== "none") seen.push({ place, state });
    }
    const owners = seen.filter(({ place }) => turnOf(place.id) !== null);
    const askers = seen.filter(({ place }) => turnOf(place.id) === null);
    return [...pings(owners, bundled), ...askers.flatMap(card)];
  };
}

/** The owner's turn a place belongs to; null for the asker's. */
export function turnOf(place: PlaceId): number | null {
  const turn = /\.owner-(\d+)$/.exec(place)?.[1];
  return turn === undefined ? null : Number(turn);
}

function pings(owners: readonly Seen[], bundled: boolean): readonly Say[] {
  const due = owners.filter(owesPing);
  const moot = owners.filter((seen) => !owesPing(seen) && seen.place.cursor < seen.state.version);
  const skips: Say[] = moot.map(({ place, state }) => ({ type: "skip", covers: [cover(place, state)] }));
  if (bundled && due.length > 1) return [...skips, ping(due)];
  return [...skips, ...due.map((one) => ping([one]))];
}

function owesPing({ place, state }: Seen): boolean {
  const calledAt = state.calledAt[turnOf(place.id) ?? -1] ?? Number.POSITIVE_INFINITY;
  return state.status === "open" && place.cursor < calledAt && calledAt <= state.version;
}

function ping(seen: readonly Seen[]): Say {
  const [first] = seen;
  if (first === undefined) throw new Error("a ping needs a place");
  const text = seen.map(({ place }) => `your turn: ${place.stream}`).join(", ");
  const effect = `ping:${seen.map(({ place }) => place.id).join("+")}`;
  const covers = seen.map(({ place, state }): PostCover => ({ ...cover(place, state), card: false }));
  return { type: "post", effect, spot: first.place.spot, message: plain(text), covers };
}

function card({ place, state }: Seen): readonly Say[] {
  const shown = `${state.status} v${state.version}`;
  const message = plain(`${place.stream}: ${shown}`);
  const covered = { place: place.id, cursor: state.version, shown };
  if (place.shown === shown) return [{ type: "skip", covers: [covered] }];
  if (place.card === "unnamed") return [{ type: "skip", covers: [{ ...covered, shown: null }] }];
  if (place.card !== null) return [{ type: "update", posted: place.card, message, covers: [covered] }];
  const effect = `card:${place.id}:${state.version}`;
  return [{ type: "post", effect, spot: place.spot, message, covers: [{ ...covered, card: true }] }];
}

function cover(place: PlaceState, state: Open) {
  return { place: place.id, cursor: state.version, shown: null };
}

/** With a card, so that a refusal of its content can be answered with the text alone. */
function plain(text: string): Message {
  return { text, card: { title: text, key: null, blocks: [] }, mention: [] };
}
