import { createHash } from "node:crypto";
import type { Audience, Message, Posted } from "../adapter.ts";
import type { Card } from "../card/card.ts";
import { draftCard } from "../card/draftCard.ts";
import { draftNotice, firstMention, noticeFor } from "../card/notice.ts";
import { requesterAccounts } from "../card/people.ts";
import type { Ping } from "../card/ping.ts";
import { draftPing, pingFor } from "../card/pings.ts";
import { requestCard } from "../card/requestCard.ts";
import type { RequestEvent } from "../request/events.ts";
import type { RequestId } from "../request/ids.ts";
import type { Spot } from "../request/place.ts";
import type { PlaceId } from "../store/types.ts";
import type { PlaceState, Say } from "../work/types.ts";
import { audienceOf, type Scene } from "./audience.ts";

/** A place of a request, with what happened and what is true now. */
export type Stage = Scene & {
  readonly request: RequestId;
  readonly place: PlaceId;
  readonly events: readonly RequestEvent[];
};

/** Something a place owes. `line`: how it reads as one of several that are said together; null when it stands alone. */
export type Owed = { readonly say: Say; readonly line: string | null };

/** What a place still owes, most pressing first: its first card, or else pings in order and then the card as it is now. */
export function owed(stage: Stage, place: PlaceState): readonly Owed[] {
  const { state, shown } = stage;
  const message = cardMessage(stage);
  const digest = digestOf(message.card, message.audience);
  const cover = { place: place.id, cursor: state.version, shown: digest };
  if (place.card === null) {
    if (shown.left || isGone(state)) return [alone({ type: "skip", covers: [cover] })];
    const effect = `${place.id}@card-${place.cursor}`;
    return [alone({ type: "post", effect, spot: place.spot, message, covers: [{ ...cover, card: true }] })];
  }
  const pings = pingsOf(stage, place, place.card);
  if (digest === place.shown) return [...pings, alone({ type: "skip", covers: [cover] })];
  return [...pings, alone({ type: "update", posted: place.card, message, covers: [cover] })];
}

/** Its message was deleted before anything stood below it: a card would stand beside nothing. */
function isGone(state: Stage["state"]): boolean {
  return state.status === "draft" && state.discarded === "deleted";
}

function alone(say: Say): Owed {
  return { say, line: null };
}

/** The card of a place, or the ping that the event at `version` says there; null when that is moot by now. */
export function messageAt(stage: Stage, version: number | null): Message | null {
  if (version === null) return cardMessage(stage);
  const event = stage.events[version - 1];
  return event === undefined ? null : (pingAt(stage, event, version)?.message ?? null);
}

function cardMessage(stage: Stage): Message & { readonly card: Card } {
  const { request, place, state, shown, world } = stage;
  if (state.status === "draft") {
    const mention =
      state.discarded !== null ? [] : requesterAccounts(world.plant, state.asked.requester, shown.spot.adapter);
    const card = draftCard(request, state, world);
    return { text: draftNotice(state, world), card, mention, ...audience(card, place, stage) };
  }
  const at = { state, place: shown, world };
  const card = requestCard(request, state, shown, world);
  return { text: noticeFor(at), card, mention: firstMention(at), ...audience(card, place, stage) };
}

function audience(card: Card, view: string, stage: Stage): Pick<Message, "audience"> {
  const found = audienceOf(card, view, stage);
  return found === null ? {} : { audience: found };
}

function pingsOf(stage: Stage, place: PlaceState, card: Posted): readonly Owed[] {
  return stage.events.slice(place.cursor).flatMap((event, i): readonly Owed[] => {
    const version = place.cursor + i + 1;
    const ping = pingAt(stage, event, version);
    if (ping === null) return [];
    const { line, message } = ping;
    // The digest stays that of the card: a ping beside it does not change what the card shows.
    const cover = { place: place.id, cursor: version, shown: place.shown, card: false };
    const effect = effectOf(place.id, version);
    return [{ say: { type: "post", effect, spot: threadOf(place, card), message, covers: [cover] }, line }];
  });
}

/** Names a ping for ever, and the view of it. */
function effectOf(place: PlaceId, version: number): string {
  return `${place}@${version}`;
}

type SaidPing = { readonly message: Message; readonly line: string | null };

function pingAt(stage: Stage, event: RequestEvent, version: number): SaidPing | null {
  const ping = pingOf(stage, event);
  if (ping === null) return null;
  const { line, ...message } = ping;
  if (message.card === null) return { line, message };
  return { line, message: { ...message, ...audience(message.card, effectOf(stage.place, version), stage) } };
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

/** What a card shows and to whom, in short: a card that would look the same to everybody is not sent again. */
export function digestOf(card: Card, audience?: Audience): string {
  const shown = audience === undefined ? card : { card, actors: audience.actors };
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 22);
}
