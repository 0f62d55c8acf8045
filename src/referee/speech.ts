import { createHash } from "node:crypto";
import type { Mention, Message, Utterance } from "../adapter.ts";
import type { Card } from "../card/card.ts";
import { draftCard } from "../card/draft/draftCard.ts";
import type { Before } from "../card/draft/sameDraft.ts";
import type { TeamUsual } from "../card/draft/sayUsual.ts";
import { type Overlap, withOverlaps } from "../card/lines/overlaps.ts";
import { isReceipt } from "../card/lines/ownStep.ts";
import { lastingOnReceipt, withoutFolded } from "../card/lines/receipt.ts";
import { mentionsOf, requesterAccounts } from "../card/people.ts";
import { answeredCard } from "../card/pings/answeredCard.ts";
import { draftNotice, firstMention, noticeFor } from "../card/pings/notice.ts";
import type { Ping } from "../card/pings/ping.ts";
import { draftPing, notesPing, pingFor } from "../card/pings/pings.ts";
import { requestCard } from "../card/requestCard.ts";
import type { AccountId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { opensDetails, showsReadersApart } from "../platforms.ts";
import type { EventOf, RequestEvent } from "../request/events.ts";
import type { RequestId } from "../request/ids.ts";
import type { Spot } from "../request/place.ts";
import { isDirect } from "../request/rules/places.ts";
import type { Open } from "../request/state.ts";
import type { PlaceId } from "../store/types.ts";
import type { PlaceState, Say } from "../work/types.ts";
import { audienceOf, pressesOn, type Scene } from "./audience.ts";
import { forReader, reservedOn } from "./reserved.ts";

/** A place of a request, with what happened and what is true now. */
export type Stage = Scene & {
  readonly request: RequestId;
  readonly place: PlaceId;
  readonly events: readonly RequestEvent[];
  /** The address of the thread in which it was asked, where the place's readers can open it. */
  readonly thread: string | null;
  /** Of a draft: what was asked for about the same things, newest first. */
  readonly before: readonly Before[];
  /** Of a draft: how long those it goes to first took for such requests. */
  readonly usual: readonly TeamUsual[];
  /** Of a draft: what stands open by which some of its steps may be answered beforehand. */
  readonly agreements: readonly Open[];
  /** What else is planned at the same time, where somebody decides. */
  readonly overlapping: readonly Overlap[];
};

/** Something a place owes. `line`: how it reads as one of several that are said together; null when it stands alone. */
export type Owed = { readonly say: Say; readonly line: Line | null };

/** With the plant as it is read there. */
export type Line = { readonly text: string; readonly plant: Plant };

/** What a place still owes, most pressing first: its first card, or else pings in order and then the card as it is now. */
export function owed(stage: Stage, place: PlaceState): readonly Owed[] {
  const { state, shown } = stage;
  const message = cardMessage(stage);
  const digest = digestOf({ ...message, card: lastingOn(message.card, stage) });
  const cover = { place: place.id, cursor: state.version, shown: digest };
  if (place.card === null) {
    if (shown.left || shown.onCardOf !== undefined || isGone(state)) return [alone({ type: "skip", covers: [cover] })];
    const effect = `${place.id}@card-${place.cursor}`;
    const say: Say = { type: "post", effect, spot: place.spot, message, covers: [{ ...cover, card: true }] };
    return [{ say, line: lineFrom(calls(stage, message) ? message.text : null, stage) }];
  }
  const pings = [...pingsOf(stage, place, place.card), ...answered(stage, place)];
  if (digest === place.shown) return [...pings, alone({ type: "skip", covers: [cover] })];
  // Said, and its platform has not told under which id: it is changed as soon as that turns up.
  if (place.card === "unnamed") return [...pings, alone({ type: "skip", covers: [{ ...cover, shown: null }] })];
  return [...pings, alone({ type: "update", posted: place.card, message, covers: [cover] })];
}

/**
 * What of a card is sent again when it changes. What is folded away is drawn when it is opened, where the platform can.
 */
function lastingOn(card: Card, { state, shown }: Stage): Card {
  if (state.status === "draft" || !opensDetails(shown.spot.adapter)) return card;
  return isReceipt(state, shown) ? lastingOnReceipt(card) : withoutFolded(card);
}

/** Whether a first card calls people where others read, too: there it can also stand quietly. */
function calls({ state, shown, world }: Stage, { mention }: Message): boolean {
  const isOwners = state.status === "open" && shown.role.type === "step";
  return isOwners && mention.length > 0 && !isDirect(world.plant, shown.spot);
}

/** Its message was deleted before anything stood below it: a card would stand beside nothing. */
function isGone(state: Stage["state"]): boolean {
  return state.status === "draft" && state.discarded === "deleted";
}

function lineFrom(text: string | null, { world }: Stage): Line | null {
  return text === null ? null : { text, plant: world.plant };
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
    const card = draftCard(request, state, world, shown.spot, stage);
    return { text: draftNotice(state, world), mention: named(mention, stage), ...shownTo(card, place, stage) };
  }
  const at = { state, place: shown, world };
  const whole = requestCard(request, state, shown, world, stage.thread);
  const card = withOverlaps(whole, stage.overlapping, world.plant, state.at);
  const isFolded = card.blocks.some(({ type }) => type === "details");
  const folded = isFolded ? { folded: place } : {};
  return { text: noticeFor(at), mention: named(firstMention(at), stage), ...shownTo(card, place, stage), ...folded };
}

/** Whom it notifies, as its readers know them: who asked, or wanted the same, from an account nobody knows told its name then. */
function named(accounts: readonly AccountId[], { state, shown, world }: Stage): readonly Mention[] {
  return mentionsOf(world.plant, accounts, (account) => {
    if (shown.role.type === "joined" && shown.role.by === account) return shown.role.name;
    return state.asked.requester === account ? state.asked.requesterName : null;
  });
}

type Shown = Pick<Message, "audience" | "reserved"> & { readonly card: Card };

/**
 * A card with who has which of its buttons. For whom each of them is takes a look at everybody of the plant, and so it is asked
 * only where each reader can have a card of their own; what is reserved is hidden on Slack, too, behind a button that asks.
 */
function shownTo(whole: Card, view: string, stage: Stage): Shown {
  const card = forReader(whole, stage);
  const audience = showsReadersApart(stage.shown.spot.adapter) ? audienceOf(card, view, stage) : null;
  const reserved = reservedOn(card, view, stage);
  return { card, ...(audience !== null && { audience }), ...(reserved !== null && { reserved }) };
}

function pingsOf(stage: Stage, place: PlaceState, card: Utterance): readonly Owed[] {
  const said: Owed[] = [];
  let from = place.cursor;
  while (from < stage.events.length) {
    const { version, ping } = nextPing(stage, from);
    from = version;
    if (ping === null) continue;
    const { line, message } = ping;
    // The digest stays that of the card: a ping beside it does not change what the card shows.
    const cover = { place: place.id, cursor: version, shown: place.shown, card: false };
    const effect = effectOf(place.id, version);
    const asks = message.card === null ? [] : pressesOn(message.card).map(({ value }) => value);
    said.push({
      say: { type: "post", effect, spot: threadOf(place, card), message, covers: [cover], asks },
      line: lineFrom(line, stage),
    });
  }
  return said;
}

/** What asked for something beside the card, and waits for nobody any more: it loses its buttons, and says why. */
function answered(stage: Stage, place: PlaceState): readonly Owed[] {
  return place.asking.flatMap(({ effect, posted, values }) => {
    const version = Number(effect.slice(effect.lastIndexOf("@") + 1));
    const now = messageAt(stage, version)?.card ?? null;
    const offered = new Set(now === null ? [] : pressesOn(now).map(({ value }) => value));
    if (values.every((value) => offered.has(value))) return [];
    const card = answeredCard(version, stage.events, { ...stage, place });
    const covers = [{ place: place.id, cursor: place.cursor, shown: place.shown }];
    return [alone({ type: "update", posted, message: messageOf(card), covers, ends: effect })];
  });
}

/** What is said next at a place after so many events, and up to which version it tells: notes without anything between. */
function nextPing(stage: Stage, from: number): NextPing {
  const { notes, version } = notesFrom(stage, from);
  const [only] = notes;
  if (only !== undefined) return notes.length > 1 ? together(stage, notes, version) : { version, ping: only.ping };
  if (version > from) return { version, ping: null };
  const event = stage.events[from];
  return { version: from + 1, ping: event === undefined ? null : pingAt(stage, event, from + 1) };
}

type NextPing = { readonly version: number; readonly ping: SaidPing | null };

/** The notes before the next thing that is said, and how far they and what says nothing reach. */
function notesFrom(stage: Stage, from: number): { readonly notes: readonly Noted[]; readonly version: number } {
  const notes: Noted[] = [];
  let version = from;
  for (const event of stage.events.slice(from)) {
    const ping = pingAt(stage, event, version + 1);
    if (ping !== null && event.type !== "NoteAdded") break;
    version += 1;
    if (ping !== null && event.type === "NoteAdded") notes.push({ event, ping, version });
  }
  return { notes, version };
}

type Noted = { readonly event: EventOf<"NoteAdded">; readonly ping: SaidPing; readonly version: number };

/** Of notes that do not all fit, the others are said after it. */
function together(stage: Stage, notes: readonly Noted[], last: number): NextPing {
  const { request, state, shown, world } = stage;
  if (state.status !== "open" && state.status !== "closed") return { version: last, ping: null };
  const { count, ping } = notesPing(
    notes.map(({ event }) => event),
    { request, state, place: shown, world },
  );
  const { line, ...message } = saidOf(ping, stage);
  const next = notes[count];
  return { version: next === undefined ? last : next.version - 1, ping: { message, line } };
}

/** Names a ping for ever, and the view of it. */
function effectOf(place: PlaceId, version: number): string {
  return `${place}@${version}`;
}

type SaidPing = { readonly message: Message; readonly line: string | null };

function pingAt(stage: Stage, event: RequestEvent, version: number): SaidPing | null {
  const ping = pingOf(stage, event);
  if (ping === null) return null;
  const { line, ...message } = saidOf(ping, stage);
  if (message.card === null) return { line, message };
  return { line, message: { ...message, ...shownTo(message.card, effectOf(stage.place, version), stage) } };
}

function saidOf(ping: Ping, stage: Stage): Message & { readonly line: string | null } {
  return { ...ping, mention: named(ping.mention, stage) };
}

function pingOf({ request, state, shown, world }: Stage, event: RequestEvent): Ping | null {
  if (state.status === "draft") return draftPing(event, state, request, world, shown.spot.adapter);
  return pingFor(event, { request, state, place: shown, world });
}

/** Pings stand in the thread of the card, or in the thread in which the request was asked. */
function threadOf({ spot }: PlaceState, card: Utterance): Spot {
  if (spot.thread !== null || card === "unnamed") return spot;
  return { adapter: spot.adapter, conversation: card.conversation, thread: card.thread ?? card.message };
}

/** A card that answers by itself: its title is what a notification shows. */
export function messageOf(card: Card): Message {
  return { text: card.title, card, mention: [] };
}

/** What a card shows and to whom, in short: a card that would look the same to everybody is not sent again. */
export function digestOf({ card, audience, reserved }: Pick<Message, "card" | "audience" | "reserved">): string {
  const some = { card, actors: audience?.actors, reservedFor: reserved?.actors };
  const shown = audience === undefined && reserved === undefined ? card : some;
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 22);
}
