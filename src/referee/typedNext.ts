import type { Answer, Said } from "../adapter.ts";
import { changesDraftCard, waitsCard } from "../card/draft/typedCards.ts";
import { whichCard } from "../card/draft/whichCard.ts";
import type { EpochMs } from "../clock.ts";
import { RefusedError } from "../errors.ts";
import { filesIn } from "../intake/filesIn.ts";
import { couldStandAlone, isOwnWish } from "../intake/ownWish.ts";
import type { MessageReading } from "../intake/reading.ts";
import { readReply } from "../intake/reply.ts";
import { worldBy } from "../request/asRead.ts";
import type { World } from "../request/commands.ts";
import { RequestId } from "../request/ids.ts";
import { HEARS_THREADS, isSameConversation, type PlaceName } from "../request/place.ts";
import { missingFrom } from "../request/rules/draft.ts";
import { speaksAsRequester } from "../request/rules/requester.ts";
import type { Draft, Open, RequestState } from "../request/state.ts";
import type { Offers } from "../store/offers.ts";
import { type EventStore, laneOf } from "../store/types.ts";
import { metaFor } from "./acting.ts";
import { askingHeldBack } from "./answerable.ts";
import type { RefereeQuotas } from "./quotas.ts";
import type { RequestPlace } from "./requestPlace.ts";
import { INDEX } from "./requestProjection.ts";
import { type Requests, requestIdFor } from "./requests.ts";

export type TypedNextOptions = {
  readonly store: Pick<EventStore, "list">;
  readonly requests: Requests;
  readonly offers: Offers;
  readonly quotas: RefereeQuotas;
};

export type Typed = {
  readonly said: Said;
  readonly reading: MessageReading;
  readonly world: World;
  readonly now: EpochMs;
};

/** What a message below everything is for: a request that waits for it, or the question which it is. */
export type TypedNext =
  | { readonly type: "reply"; readonly about: RequestPlace }
  | { readonly type: "ask"; readonly answer: Answer };

/** More than wait for one person at a time. */
const MOST_WAITING = 20;

/**
 * Where people type below everything, what somebody writes next is for the newest question or draft of theirs that it means
 * something to. What could as well be a request of its own is asked about, and what would change a draft that is complete.
 * Null for everything else.
 */
export async function typedNext(options: TypedNextOptions, typed: Typed): Promise<TypedNext | null> {
  const { said, reading, world } = typed;
  if (!isBelow(typed) || reading.queries.length > 0 || reading.courtesy !== null) return null;
  const waiting =
    reading.danger === null ? await newestWaiting(options, typed, (each) => takingOf(each, typed) !== null) : null;
  const routed = await options.offers.route(said.id, waiting?.about.request ?? null);
  if (routed === null) return null;
  const found = waiting?.about.request === routed ? waiting : await waitingIn(options, routed, typed);
  if (found === null) return null;
  if (!couldStandAlone(reading, world.types) && takingOf(found, typed) !== "ask")
    return { type: "reply", about: found.about };
  const held = await askingHeldBack(options, { ...typed, act: said.id });
  if (held !== null) return { type: "ask", answer: held };
  const anew = requestIdFor(said.id, 0);
  const { id, account, name, spot, files, edition = 0 } = said;
  await options.offers.keep(anew, { id, account, name, spot, text: reading.text, files: filesIn(files), edition });
  const read = worldBy(world, account);
  const card = isWhole(found.state, world)
    ? changesDraftCard(routed, found.state, anew, read)
    : whichCard(routed, found.state, anew, read.plant);
  return { type: "ask", answer: { type: "private", text: card.title, card } };
}

/** What waits where somebody typed below it what means nothing to it: what they can do with it. */
export async function waitsBelow(options: TypedNextOptions, typed: Typed): Promise<Answer | null> {
  const { reading, said, world } = typed;
  const isWish = reading.drafts.some(({ reading: { type } }) => type !== null);
  const isOther = reading.queries.length > 0 || isWish || reading.arranged !== null;
  if (!isBelow(typed) || isOther || reading.courtesy !== null || reading.danger !== null || said.text.trim() === "")
    return null;
  const waiting = await newestWaiting(options, typed, () => true);
  const card = waiting === null ? null : waitsCard(waiting.about.request, waiting.state, worldBy(world, said.account));
  return card === null ? null : { type: "private", text: card.title, card };
}

/** Whether it was said to Referee where words below everything may be for what waits there, and in none of its threads. */
function isBelow({ said, world }: Typed): boolean {
  const { threads, next } = world.hearing?.(said.spot) ?? HEARS_THREADS;
  return next && !(threads && said.isReply) && (said.via === "direct" || said.via === "mention");
}

type Waiting = { readonly about: RequestPlace; readonly state: Draft | Open };

async function newestWaiting(
  options: TypedNextOptions,
  typed: Typed,
  isMeant: (waiting: Waiting) => boolean,
): Promise<Waiting | null> {
  const index = INDEX.words(laneOf(typed.said.spot));
  const hits = await options.store.list(index, { limit: MOST_WAITING, newestFirst: true });
  for (const { stream } of hits) {
    if (!stream.startsWith("req_")) continue;
    const waiting = await waitingIn(options, RequestId.parse(stream), typed);
    if (waiting !== null && isMeant(waiting)) return waiting;
  }
  return null;
}

/** Their own request, or one that they answer for since its requester left, as it stands in this conversation. */
export async function waitingIn(
  { requests }: TypedNextOptions,
  request: RequestId,
  typed: Typed,
): Promise<Waiting | null> {
  const { said, world, now } = typed;
  const { state } = await requests.load(request);
  if (state.status !== "draft" && state.status !== "open") return null;
  if (!speaksAsRequester(state, metaFor(said, world, now, state).by)) return null;
  const name = requesterPlaceAt(state, said);
  return name === null ? null : { about: { request, name }, state };
}

function requesterPlaceAt(state: Exclude<RequestState, { status: "unstarted" }>, { spot }: Said): PlaceName | null {
  const places = [...state.places.values()].filter(({ role }) => role.type === "requester");
  const here = places.find((place) => isSameConversation(place.spot, spot));
  return here?.name ?? null;
}

/**
 * What the words are to it: for it, to be asked about, or nothing. A draft that is complete needs nothing more, so only what
 * takes something back is for it at once; a guard out of the way is refused later.
 */
function takingOf(waiting: Waiting, typed: Typed): "reply" | "ask" | null {
  const { state } = waiting;
  const { reading, world } = typed;
  const whole = isWhole(state, world);
  if (couldStandAlone(reading, world.types)) return whole && !wouldChange(waiting, typed) ? null : "ask";
  if (isTaken(waiting, typed, false)) return "reply";
  return whole && wouldChange(waiting, typed) ? "ask" : null;
}

function isWhole(state: Draft | Open, { types }: World): state is Draft {
  if (state.status !== "draft") return false;
  const type = state.reading.type === null ? undefined : types.get(state.reading.type);
  return type !== undefined && missingFrom(state.values, type).length === 0;
}

/** Another kind of request, or the same for another machine, changes none. */
function wouldChange(waiting: Waiting, typed: Typed): boolean {
  const { said, reading, world, now } = typed;
  const { by } = metaFor(said, world, now, waiting.state);
  return isOwnWish(reading, waiting.state, by, world.types) === "no" && isTaken(waiting, typed, true);
}

function isTaken({ about, state }: Waiting, { said, reading, world, now }: Typed, isMeant: boolean): boolean {
  try {
    const command = readReply(reading, state, about.name, metaFor(said, world, now, state), world, isMeant);
    return command !== null && command.type !== "note";
  } catch (error) {
    // Refused: its author hears why.
    if (error instanceof RefusedError) return true;
    throw error;
  }
}
