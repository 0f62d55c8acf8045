import { createHash } from "node:crypto";
import type { Message, Posted } from "../adapter.ts";
import type { Card } from "../card/card.ts";
import { draftCard } from "../card/draftCard.ts";
import { requesterAccounts } from "../card/people.ts";
import { draftPing, firstMention, type Ping, pingFor } from "../card/pings.ts";
import { requestCard } from "../card/requestCard.ts";
import type { World } from "../request/commands.ts";
import type { RequestEvent } from "../request/events.ts";
import type { RequestId } from "../request/ids.ts";
import type { Place, Spot } from "../request/place.ts";
import type { RequestState } from "../request/state.ts";
import type { PlaceState, Say } from "../work/types.ts";

/** A place of a request, with what happened there and what is true now. */
export type Stage = {
  readonly request: RequestId;
  readonly place: PlaceState;
  readonly shown: Place;
  readonly state: Exclude<RequestState, { status: "unstarted" }>;
  readonly events: readonly RequestEvent[];
  readonly world: World;
};

/** What a place still owes, most pressing first: its first card, or else pings in order and then the card as it is now. */
export function owed(stage: Stage): readonly Say[] {
  const { place, state, shown } = stage;
  const card = cardFor(stage);
  const digest = digestOf(card);
  const cover = { place: place.id, cursor: state.version, shown: digest };
  if (place.card === null) {
    if (shown.left) return [{ type: "skip", covers: [cover] }];
    const message = { ...messageOf(card), mention: mentionFor(stage) };
    return [
      {
        type: "post",
        effect: `${place.id}@card-${place.cursor}`,
        spot: place.spot,
        message,
        covers: [{ ...cover, card: true }],
      },
    ];
  }
  const pings = pingsOf(stage, place.card);
  if (digest === place.shown) return [...pings, { type: "skip", covers: [cover] }];
  const message = { ...messageOf(card), mention: mentionFor(stage) };
  return [...pings, { type: "update", posted: place.card, message, covers: [cover] }];
}

function cardFor({ request, state, shown, world }: Stage): Card {
  return state.status === "draft" ? draftCard(request, state, world) : requestCard(request, state, shown, world);
}

function mentionFor({ state, shown, world }: Stage): Message["mention"] {
  if (state.status === "draft") return requesterAccounts(world.plant, state.asked.requester, shown.spot.adapter);
  return shown.left || state.status === "closed" ? [] : firstMention({ state, place: shown, world });
}

function pingsOf(stage: Stage, card: Posted): readonly Say[] {
  const { place, events } = stage;
  return events.slice(place.cursor).flatMap((event, i): readonly Say[] => {
    const ping = pingOf(stage, event);
    if (ping === null) return [];
    const version = place.cursor + i + 1;
    // The digest stays that of the card: a ping beside it does not change what the card shows.
    const cover = { place: place.id, cursor: version, shown: place.shown, card: false };
    return [
      { type: "post", effect: `${place.id}@${version}`, spot: threadOf(place, card), message: ping, covers: [cover] },
    ];
  });
}

function pingOf({ request, state, shown, world }: Stage, event: RequestEvent): Ping | null {
  if (state.status === "draft") return draftPing(event, state, request, world, shown.spot.adapter);
  return pingFor(event, { request, state, place: shown, world });
}

/** Pings stand in the thread of the card, or in the thread in which the request was asked. */
function threadOf({ spot }: PlaceState, card: Posted): Spot {
  if (spot.thread !== null) return spot;
  return { adapter: spot.adapter, conversation: card.conversation, thread: card.thread ?? card.message };
}

export function messageOf(card: Card): Message {
  const [first] = card.blocks;
  const says = first?.type === "text" ? ` – ${first.text}` : "";
  return { text: `${card.key === null ? "" : `${card.key} `}${card.title}${says}`, card, mention: [] };
}

/** What a card shows, in short: a card that would look the same is not sent again. */
export function digestOf(card: Card): string {
  return createHash("sha256").update(JSON.stringify(card)).digest("base64url").slice(0, 22);
}
