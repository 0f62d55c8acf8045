import type { Answer, Said } from "../adapter.ts";
import { whichCard } from "../card/draft/whichCard.ts";
import type { EpochMs } from "../clock.ts";
import { RefusedError } from "../errors.ts";
import { filesIn } from "../intake/filesIn.ts";
import type { MessageReading } from "../intake/reading.ts";
import { readReply } from "../intake/reply.ts";
import { readBy } from "../plant/who/language.ts";
import type { World } from "../request/commands.ts";
import { RequestId } from "../request/ids.ts";
import type { PlaceName } from "../request/place.ts";
import type { Draft, Open, RequestState } from "../request/state.ts";
import type { Offers } from "../store/offers.ts";
import { type EventStore, laneOf } from "../store/types.ts";
import { metaFor } from "./acting.ts";
import type { RequestPlace } from "./requestPlace.ts";
import { INDEX, type Requests, requestIdFor } from "./requests.ts";

export type TypedNextOptions = {
  readonly store: Pick<EventStore, "list">;
  readonly requests: Requests;
  readonly offers: Offers;
};

export type Typed = {
  readonly said: Said;
  readonly reading: MessageReading;
  readonly world: World;
  readonly now: EpochMs;
};

/** What a message in a conversation without threads is for: a request that waits for it, or the question which it is. */
export type TypedNext =
  | { readonly type: "reply"; readonly about: RequestPlace }
  | { readonly type: "ask"; readonly answer: Answer };

/** More than wait for one person at a time. */
const MOST_WAITING = 20;

/**
 * Where there are no threads, what somebody writes next is for the newest question or draft of theirs that waits for it
 * there. What could as well be a request of its own is asked about. Null for everything else.
 */
export async function typedNext(options: TypedNextOptions, typed: Typed): Promise<TypedNext | null> {
  const { said, reading, world } = typed;
  if (world.hearing?.(said.spot).threads !== false || (said.via !== "direct" && said.via !== "mention")) return null;
  if (reading.queries.length > 0 || reading.courtesy !== null) return null;
  const waiting = reading.danger === null ? await newestWaiting(options, typed) : null;
  const routed = await options.offers.route(said.id, waiting?.about.request ?? null);
  if (routed === null) return null;
  const found = waiting?.about.request === routed ? waiting : await waitingIn(options, routed, typed);
  if (found === null) return null;
  if (!couldStandAlone(reading)) return { type: "reply", about: found.about };
  const anew = requestIdFor(said.id, 0);
  const { id, account, name, spot, files, edition = 0 } = said;
  await options.offers.keep(anew, { id, account, name, spot, text: reading.text, files: filesIn(files), edition });
  const card = whichCard(routed, found.state, anew, readBy(world.plant, account));
  return { type: "ask", answer: { type: "private", text: card.title, card } };
}

function couldStandAlone({ opens, drafts }: MessageReading): boolean {
  return opens && drafts.some(({ reading }) => reading.type !== null);
}

type Waiting = { readonly about: RequestPlace; readonly state: Draft | Open };

async function newestWaiting(options: TypedNextOptions, typed: Typed): Promise<Waiting | null> {
  const index = INDEX.words(laneOf(typed.said.spot));
  const hits = await options.store.list(index, { limit: MOST_WAITING, newestFirst: true });
  for (const { stream } of hits) {
    if (!stream.startsWith("req_")) continue;
    const waiting = await waitingIn(options, RequestId.parse(stream), typed);
    if (waiting !== null && takes(waiting, typed)) return waiting;
  }
  return null;
}

/** Their own request, as it stands in this conversation. */
export async function waitingIn(
  { requests }: TypedNextOptions,
  request: RequestId,
  typed: Typed,
): Promise<Waiting | null> {
  const { said, world, now } = typed;
  const { state } = await requests.load(request);
  if (state.status !== "draft" && state.status !== "open") return null;
  if (state.asked.requester !== metaFor(said, world, now, state).by) return null;
  const name = requesterPlaceAt(state, said);
  return name === null ? null : { about: { request, name }, state };
}

function requesterPlaceAt(state: Exclude<RequestState, { status: "unstarted" }>, { spot }: Said): PlaceName | null {
  const places = [...state.places.values()].filter(({ role }) => role.type === "requester");
  const here = places.find(
    (place) => place.spot.adapter === spot.adapter && place.spot.conversation === spot.conversation,
  );
  return here?.name ?? null;
}

/** Whether the words mean something to it; what could stand alone is asked about. A guard out of the way is refused later. */
function takes({ about, state }: Waiting, { said, reading, world, now }: Typed): boolean {
  if (couldStandAlone(reading)) return true;
  try {
    const command = readReply(reading, state, about.name, metaFor(said, world, now, state), world);
    return command !== null && command.type !== "note";
  } catch (error) {
    // Refused: its author hears why.
    if (error instanceof RefusedError) return true;
    throw error;
  }
}
