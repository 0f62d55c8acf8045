import { createHash } from "node:crypto";
import type { Message, Posted } from "../adapter.ts";
import type { Card } from "../card/card.ts";
import { draftCard } from "../card/draftCard.ts";
import { draftNotice, firstMention, noticeFor } from "../card/notice.ts";
import { requesterAccounts } from "../card/people.ts";
import type { Ping } from "../card/ping.ts";
import { draftPing, pingFor } from "../card/pings.ts";
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

/** Something a place owes. `line`: how it reads as one of several that are said together; null when it stands alone. */
export type Owed = { readonly say: Say; readonly line: string | null };

/** What a place still owes, most pressing first: its first card, or else pings in order and then the card as it is now. */
export function owed(stage: Stage): readonly Owed[] {
  const { place, state, shown } = stage;
  const message = cardMessage(stage);
  const digest = digestOf(message.card);
  const cover = { place: place.id, cursor: state.version, shown: digest };
  if (place.card === null) {
    if (shown.left) return [alone({ type: "skip", covers: [cover] })];
    const effect = `${place.id}@card-${place.cursor}`;
    return [alone({ type: "post", effect, spot: place.spot, message, covers: [{ ...cover, card: true }] })];
  }
  const pings = pingsOf(stage, place.card);
  if (digest === place.shown) return [...pings, alone({ type: "skip", covers: [cover] })];
  return [...pings, alone({ type: "update", posted: place.card, message, covers: [cover] })];
}

function alone(say: Say): Owed {
  return { say, line: null };
}

function cardMessage({ request, state, shown, world }: Stage): Message & { readonly card: Card } {
  if (state.status === "draft") {
    const mention = state.discarded ? [] : requesterAccounts(world.plant, state.asked.requester, shown.spot.adapter);
    return { text: draftNotice(state, world), card: draftCard(request, state, world), mention };
  }
  const at = { state, place: shown, world };
  return { text: noticeFor(at), card: requestCard(request, state, shown, world), mention: firstMention(at) };
}

function pingsOf(stage: Stage, card: Posted): readonly Owed[] {
  const { place, events } = stage;
  return events.slice(place.cursor).flatMap((event, i): readonly Owed[] => {
    const ping = pingOf(stage, event);
    if (ping === null) return [];
    const { line, ...message } = ping;
    const version = place.cursor + i + 1;
    // The digest stays that of the card: a ping beside it does not change what the card shows.
    const cover = { place: place.id, cursor: version, shown: place.shown, card: false };
    const effect = `${place.id}@${version}`;
    return [{ say: { type: "post", effect, spot: threadOf(place, card), message, covers: [cover] }, line }];
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

/** A card that answers by itself: its title is what a notification shows. */
export function messageOf(card: Card): Message {
  return { text: card.title, card, mention: [] };
}

/** What a card shows, in short: a card that would look the same is not sent again. */
export function digestOf(card: Card): string {
  return createHash("sha256").update(JSON.stringify(card)).digest("base64url").slice(0, 22);
}
