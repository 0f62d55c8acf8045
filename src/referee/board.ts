import type { AdapterName, Answer, Message } from "../adapter.ts";
import { notLinkedCard } from "../card/answers.ts";
import { type BoardAction, readBoardAction } from "../card/board/boardAction.ts";
import { type BoardPage, boardCard, boardRestCard, type OnBoard } from "../card/board/boardCard.ts";
import type { EpochMs } from "../clock.ts";
import { type AccountId, adapterOf } from "../plant/ids.ts";
import { personByAccount } from "../plant/person.ts";
import { stateAs, worldAt, worldBy } from "../request/asRead.ts";
import type { World } from "../request/commands.ts";
import { RequestId } from "../request/ids.ts";
import { REQUESTER_PLACE } from "../request/place.ts";
import { keptFrom } from "../request/rules/mayRead.ts";
import { openNow } from "../request/rules/openNow.ts";
import type { Boards } from "../store/boards.ts";
import { type EventStore, type PlaceId, placeId, streamOfPlace } from "../store/types.ts";
import type { PlaceState, Say } from "../work/types.ts";
import { isFor } from "./acting.ts";
import { accountsOn, pressesOn } from "./audience.ts";
import { codeOf } from "./inForce.ts";
import { LIST } from "./lists.ts";
import type { Plants } from "./plants.ts";
import type { Requests } from "./requests.ts";
import { digestOf, messageOf } from "./speech.ts";

export type BoardOptions = {
  readonly store: Pick<EventStore, "list" | "count" | "plantNow">;
  readonly requests: Pick<Requests, "load">;
  readonly plants: Pick<Plants, "world" | "all" | "digest">;
  /** An address that opens the thread a place's card stands in, or null. */
  readonly linkTo: (place: PlaceId) => Promise<string | null>;
};

/** With as many the longest still fit one message in Slack. */
const MOST_SHOWN = 8;

const CUT_OFF = { verb: "cutOff", step: null, ask: 0 } as const;

/** For whom a page is drawn: one account, or whoever reads a channel, where every button stands that somebody may press. */
type Reader = { readonly world: World; readonly account: AccountId | null; readonly at: EpochMs };

/**
 * The board at its place. It is said first when something is open, and stays from then on. Once a day it is shown again even
 * if it is the same, so that one that somebody deleted is missed.
 */
export async function boardSays(
  options: BoardOptions & { readonly boards: Boards },
  place: PlaceState,
): Promise<readonly Say[]> {
  const code = codeOf(place.stream);
  await options.boards.follow(place.id, LIST.board(code));
  const { due, version } = await options.plants.digest(code);
  const { message, all } = await drawn(options, place.id, place.spot.adapter);
  const shown = `${digestOf(message)}-${due}`;
  const cover = { place: place.id, cursor: version, shown };
  const skip: Say = { type: "skip", covers: [{ ...cover, shown: null }] };
  if (place.card === "unnamed") return [skip];
  if (place.card === null) {
    if (all === 0) return [skip];
    const effect = `${place.id}@board-${place.cursor}`;
    return [{ type: "post", effect, spot: place.spot, message, covers: [{ ...cover, card: true }], pins: true }];
  }
  if (shown === place.shown) return [{ type: "skip", covers: [cover] }];
  return [{ type: "update", posted: place.card, message, covers: [cover] }];
}

/** The board of a place as it is now; for one account, with the buttons that it may press. */
export async function boardMessage(options: BoardOptions, place: PlaceId, account: AccountId): Promise<Message> {
  return (await drawn(options, place, adapterOf(account), account)).message;
}

/** What is open, for somebody alone; what a board could not hold, from an entry on. */
export async function boardFor(
  options: BoardOptions,
  { plant, from }: BoardAction,
  account: AccountId,
): Promise<Answer> {
  const isKnown = (await options.plants.all()).some(({ code }) => code === plant);
  if (!isKnown) return { type: "nothing" };
  const world = worldBy(await options.plants.world(plant), account);
  const kept = keptFrom(world.plant, personByAccount(world.plant, account)?.id ?? account);
  const at = await options.store.plantNow();
  const page = kept !== null ? null : await readPage(options, { world, account, at }, from);
  const draw = from === 0 ? boardCard : boardRestCard;
  const card = page === null ? notLinkedCard(world.plant, kept ?? "stranger") : draw(page, world.plant, at);
  return { type: "private", text: card.title, card };
}

async function drawn(options: BoardOptions, place: PlaceId, adapter: AdapterName, account: AccountId | null = null) {
  const inForce = await options.plants.world(codeOf(streamOfPlace(place)));
  const world = worldAt(inForce, { adapter, conversation: inForce.plant.ops.channel[adapter] ?? "" });
  const at = await options.store.plantNow();
  const page = await readPage(options, { world, account, at }, 0);
  const card = boardCard(page, world.plant, at);
  const cuts = pressesOn(card)
    .map(({ value }) => value)
    .filter((value) => readBoardAction(value) === null);
  const states = page.listed.map(({ state }) => state);
  const actors = accountsOn(adapter, world, states).filter((each) =>
    states.some((state) => isFor(each, CUT_OFF, state, world, at)),
  );
  const reserved = { view: place, actors: actors.toSorted(), values: cuts };
  const message: Message = { ...messageOf(card), ...(cuts.length > 0 && { reserved }) };
  return { message, all: page.all };
}

/** One list of the record, and of the requests no more than are shown. */
async function readPage(options: BoardOptions, reader: Reader, from: number): Promise<BoardPage> {
  const name = LIST.granted(reader.world.plant.code, null);
  const [hits, all] = await Promise.all([
    options.store.list(name, { limit: from + MOST_SHOWN }),
    options.store.count(name),
  ]);
  const read = await Promise.all(
    hits.slice(from).map(({ stream }) => readOne(options, reader, RequestId.parse(stream))),
  );
  return { listed: read.flat(), all, left: all - hits.length, next: hits.length };
}

/** Nothing of what was closed since the list was read. */
async function readOne(
  { requests, linkTo }: BoardOptions,
  reader: Reader,
  request: RequestId,
): Promise<readonly OnBoard[]> {
  const { state } = await requests.load(request);
  if (state.status !== "open" || openNow(state) === null) return [];
  const { account, world, at } = reader;
  const mayCut = account === null || isFor(account, CUT_OFF, state, world, at);
  const link = await linkTo(placeId(request, REQUESTER_PLACE));
  return [{ request, state: stateAs(state, world), link, mayCut }];
}
