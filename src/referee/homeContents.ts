import { decodeAction } from "../card/action.ts";
import type { CardAction, ListItem } from "../card/card.ts";
import type { HomeSection } from "../card/home/homeAction.ts";
import type { Entries, HomeContents } from "../card/home/homeCard.ts";
import { grantedItem, type HomeEntry, mineItem, waitingItem } from "../card/home/homeItems.ts";
import { alikeItem } from "../card/together/togetherCard.ts";
import { DAY_MS, type EpochMs, later } from "../clock.ts";
import { type AccountId, adapterOf } from "../plant/ids.ts";
import { personByAccount } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import type { Actor } from "../request/actor.ts";
import { actorFor, actorsOf } from "../request/actor.ts";
import { stateAs, worldBy } from "../request/asRead.ts";
import type { World } from "../request/commands.ts";
import { RequestId } from "../request/ids.ts";
import { REQUESTER_PLACE } from "../request/place.ts";
import { alikeIn } from "../request/rules/alike.ts";
import type { Open, RequestState } from "../request/state.ts";
import { type EventStore, type PlaceId, placeId } from "../store/types.ts";
import type { StepId } from "../workflow/requestType.ts";
import { isFor } from "./acting.ts";
import { grantedFor, LIST, partyKeysOf, seesAllOpen } from "./lists.ts";
import type { Plants } from "./plants.ts";
import type { Requests } from "./requests.ts";

export type HomeContentsOptions = {
  readonly store: Pick<EventStore, "list" | "plantNow">;
  readonly requests: Pick<Requests, "load">;
  readonly plants: Pick<Plants, "whose" | "world" | "all">;
  readonly linkTo: (place: PlaceId) => Promise<string | null>;
};

/** Somebody in one of the plants: as the plant knows them, and as they act there. */
type Reader = { readonly world: World; readonly account: AccountId; readonly by: Actor; readonly isKnown: boolean };

/** The lists by which a section is read, those in which what comes last is newest first. */
type Lists = { readonly names: readonly string[]; readonly newestFirst: boolean; readonly not?: readonly string[] };

/** How much of a section a home shows; the rest is one press away. */
const MOST_SHOWN: Readonly<Record<HomeSection, number>> = { waiting: 8, mine: 6, granted: 6 };
/** How much of the rest is shown at a time: with the longest entries as much as a message in Slack holds. */
const MOST_AT_A_TIME = 5;
/** More than wait for anybody; what is beyond is not even counted. */
const MOST_LISTED = 2_000;
/** How long what is over stays in a home. */
const ENDED_FOR_MS = 7 * DAY_MS;

export type HomeReader = {
  /** What a home shows now. @param watch told of all lists it is drawn by, before they are read */
  contents(account: AccountId, watch: (lists: readonly string[]) => Promise<void>): Promise<Drawn>;
  /** One section from an entry on; as much as fits an answer. */
  section(account: AccountId, section: HomeSection, from: number): Promise<Entries>;
  /** The plant they are at home in, as they read it. */
  plant(account: AccountId): Promise<Plant>;
};

export type Drawn = { readonly contents: HomeContents; readonly world: World; readonly at: EpochMs };

/** Reads what concerns one person, in all plants that know them, by lists and never by looking at every open request. */
export function createHomeReader(options: HomeContentsOptions): HomeReader {
  return {
    contents: async (account, watch) => {
      const at = await options.store.plantNow();
      const readers = await readersOf(options, account);
      const [first] = readers;
      const isKnown = readers.some((reader) => reader.isKnown);
      const sections = { waiting: listsFor("waiting", readers, at), mine: listsFor("mine", readers, at) };
      const granted = listsFor("granted", readers, at);
      const changes = readers.map(({ world }) => LIST.plant(world.plant.code));
      await watch([...Object.values(sections).flatMap(({ names }) => names), ...granted.names, ...changes]);
      const read = (section: HomeSection, lists: Lists) =>
        entriesOf(options, { section, lists, readers, account, from: 0, most: MOST_SHOWN[section], at });
      const contents: HomeContents = {
        isKnown,
        waiting: await read("waiting", sections.waiting),
        mine: await read("mine", sections.mine),
        granted: granted.names.length === 0 ? null : await read("granted", granted),
        seesAll: readers.some(({ world, by }) => seesAllOpen(world.plant, by, at)),
      };
      return { contents, world: first.world, at };
    },
    plant: async (account) => {
      const { plants } = options;
      return worldBy(await plants.world(await plants.whose(account, null)), account).plant;
    },
    section: async (account, section, from) => {
      const at = await options.store.plantNow();
      const readers = await readersOf(options, account);
      const lists = listsFor(section, readers, at);
      return entriesOf(options, { section, lists, readers, account, from, most: MOST_AT_A_TIME, at });
    },
  };
}

/** In every plant that knows the account; a stranger in each plant, since they may have asked in any. */
async function readersOf({ plants }: HomeContentsOptions, account: AccountId): Promise<readonly [Reader, ...Reader[]]> {
  const home = await plants.whose(account, null);
  const codes = (await plants.all()).map(({ code }) => code);
  const readers = await Promise.all(
    [home, ...codes.filter((code) => code !== home)].map(async (code): Promise<Reader> => {
      const world = worldBy(await plants.world(code), account);
      const person = personByAccount(world.plant, account);
      return { world, account, by: actorFor(person?.id ?? null, account), isKnown: person !== null };
    }),
  );
  const [first, ...others] = readers;
  if (first === undefined) throw new Error("There is always a plant: it was asked for");
  return [first, ...others];
}

function listsFor(section: HomeSection, readers: readonly Reader[], at: EpochMs): Lists {
  switch (section) {
    case "waiting":
      return {
        names: readers.flatMap(({ world: { plant }, by }) =>
          partyKeysOf(plant, by, at).flatMap((key) => [LIST.waits(plant.code, key), LIST.decides(plant.code, key)]),
        ),
        newestFirst: false,
      };
    case "mine":
      return {
        names: readers.flatMap(({ world: { plant }, by }) =>
          actorsOf(plant, by).flatMap((actor) => [LIST.asked(plant.code, actor), LIST.ended(plant.code, actor)]),
        ),
        newestFirst: true,
      };
    default:
      return {
        names: readers.flatMap(({ world: { plant }, by }) => grantedFor(plant, by, at)),
        newestFirst: false,
      };
  }
}

type Reading = {
  readonly section: HomeSection;
  readonly lists: Lists;
  readonly readers: readonly Reader[];
  readonly account: AccountId;
  readonly from: number;
  readonly most: number;
  readonly at: EpochMs;
};

/** Loads as many as are shown, and counts the others. */
async function entriesOf(doors: HomeContentsOptions, reading: Reading): Promise<Entries> {
  const options = { ...doors, requests: loadingOnce(doors.requests) };
  const { most } = reading;
  const all = await listed(options, reading);
  // Fewer may be left than when the button was made, and a button is whatever a client makes of it.
  const from = reading.from < all.length ? reading.from : 0;
  const items: ListItem[] = [];
  let next = from;
  // At once, since each takes its time however little there is to do; what turns out not to concern its reader makes room.
  while (items.length < most && next < all.length) {
    const some = all.slice(next, next + most - items.length);
    next += some.length;
    const read = await Promise.all(some.map((request) => itemOf(options, reading, request)));
    items.push(...read.filter((item) => item !== null));
  }
  const alike =
    reading.section === "waiting" && from === 0 ? await alikeItems(options, reading, all.slice(0, next)) : [];
  return { items: [...alike, ...items], left: Math.max(0, all.length - next), next };
}

/** While one section is read, each request is read once. */
function loadingOnce({ load }: HomeContentsOptions["requests"]): HomeContentsOptions["requests"] {
  const loaded = new Map<RequestId, ReturnType<typeof load>>();
  return {
    load: (request) => {
      const known = loaded.get(request) ?? load(request);
      loaded.set(request, known);
      return known;
    },
  };
}

/** Of what is shown, what waits for the same yes as others do; each kind once, and no more than fit. */
async function alikeItems(
  { requests }: HomeContentsOptions,
  { readers, at }: Reading,
  shown: readonly RequestId[],
): Promise<readonly ListItem[]> {
  const kinds = new Map<string, { readonly state: Open; readonly plant: Plant; readonly count: number }>();
  for (const request of shown) {
    const { state } = await requests.load(request);
    const reader = readerIn(readers, state);
    if (state.status !== "open" || reader === undefined) continue;
    const { account, world } = reader;
    for (const { step, group } of alikeIn(state)) {
      if (!isFor(account, { verb: "approve", step: step.id, ask: step.ask }, state, world, at)) continue;
      const known = kinds.get(group) ?? { state: stateAs(state, world), plant: world.plant, count: 0 };
      kinds.set(group, { ...known, count: known.count + 1 });
    }
  }
  const several = [...kinds].filter(([, { count }]) => count > 1).slice(0, MOST_KINDS);
  return several.map(([group, { state, plant }]) => alikeItem(state, { plant: plant.code, group, shown: null }, plant));
}

/** More kinds of equal approvals than these are found one after the other. */
const MOST_KINDS = 2;

/** Each request once, in the section's order. Nobody decides what they asked for themselves. */
async function listed(
  { store }: HomeContentsOptions,
  { lists: of, readers, at }: Reading,
): Promise<readonly RequestId[]> {
  const { names, newestFirst } = of;
  const since = later(at, -ENDED_FOR_MS);
  const own = newestFirst ? new Set<string>() : await ownRequests(store, names, readers);
  const found = new Map<string, number>();
  const lists = await Promise.all(
    names.map(async (name) => {
      const bounds = name.startsWith("ended-") ? { from: since } : {};
      return { name, hits: await store.list(name, { limit: MOST_LISTED, newestFirst, ...bounds }) };
    }),
  );
  for (const { name, hits } of lists)
    for (const { stream, score } of hits) {
      if (name.startsWith("decides-") && own.has(stream)) continue;
      found.set(stream, Math.min(score, found.get(stream) ?? score));
    }
  const sign = newestFirst ? -1 : 1;
  return [...found].sort((a, b) => sign * (a[1] - b[1])).map(([stream]) => RequestId.parse(stream));
}

async function ownRequests(
  store: HomeContentsOptions["store"],
  names: readonly string[],
  readers: readonly Reader[],
): Promise<ReadonlySet<string>> {
  if (!names.some((name) => name.startsWith("decides-"))) return new Set();
  const asked = readers.flatMap(({ world: { plant }, by }) =>
    actorsOf(plant, by).map((actor) => LIST.asked(plant.code, actor)),
  );
  const hits = await Promise.all(asked.map((name) => store.list(name, { limit: MOST_LISTED })));
  return new Set(hits.flat().map(({ stream }) => stream));
}

/** Its reader as the plant of a request knows them. */
function readerIn(readers: readonly Reader[], state: RequestState): Reader | undefined {
  return readers.find(({ world }) => state.status !== "unstarted" && world.plant.code === state.asked.plant);
}

/** Null for what turns out not to concern its reader, now that it is looked at. */
async function itemOf(options: HomeContentsOptions, reading: Reading, request: RequestId): Promise<ListItem | null> {
  const { section, readers, at } = reading;
  const { state } = await options.requests.load(request);
  const reader = readerIn(readers, state);
  if (state.status === "unstarted" || reader === undefined) return null;
  const shown = stateAs(state, reader.world);
  const common = {
    ...{ request, plant: reader.world.plant, at, link: await linkOf(options, request, state, reading) },
    isTheirs: (action: CardAction) => mayPress(action, state, reader, at),
  };
  if (section === "mine") return mineItem({ ...common, state: shown });
  if (shown.status !== "open") return null;
  const entry: HomeEntry<typeof shown> = { ...common, state: shown };
  return section === "waiting" ? waitingItem(entry) : grantedItem(entry);
}

function mayPress(action: CardAction, state: RequestState, { world, account }: Reader, at: EpochMs): boolean {
  if (action.type === "link") return true;
  const about = decodeAction(action.value);
  return isFor(account, about, state, world, at);
}

type Started = Exclude<RequestState, { status: "unstarted" }>;

/** Where its reader has to do with it: where they asked, or else the newest card for an owner on their platform. */
async function linkOf(
  { linkTo }: HomeContentsOptions,
  request: RequestId,
  state: Started,
  { section, account, readers }: Reading,
): Promise<string | null> {
  const here = [...state.places.values()].filter(
    ({ spot, left, onCardOf }) => spot.adapter === adapterOf(account) && !left && onCardOf === undefined,
  );
  const owners = section === "mine" ? [] : here.filter(({ role }) => role.type === "step");
  // Of several steps that run beside each other, their own.
  const own = owners.filter(
    ({ role }) => role.type === "step" && readers.some(({ by }) => isAsked(state, role.step, by)),
  );
  const best = own.at(-1) ?? owners.at(-1) ?? here.find(({ role }) => role.type === "requester") ?? here.at(-1);
  return linkTo(placeId(request, best?.name ?? REQUESTER_PLACE));
}

function isAsked(state: Started, id: StepId, by: Actor): boolean {
  const step = state.status === "draft" ? undefined : state.steps.get(id);
  if (step === undefined || !("ball" in step)) return false;
  const { takenBy, pings } = step.ball;
  return takenBy === by || pings.some(({ people }) => people.some((person) => person === by));
}
