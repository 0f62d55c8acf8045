import { sayDecided, sayEndedUndecided, sayLaterEndUndecided } from "../card/digest/digest.ts";
import {
  type AskedOps,
  askOf,
  type DigestContents,
  type EndedShown,
  eachOnce,
  type KeptRest,
  type Listed,
  type SectionShown,
  type Told,
} from "../card/digest/digestContents.ts";
import { SECTION_NAMES, SECTIONS, type SectionName, teamsIn } from "../card/digest/digestSections.ts";
import { DAY_MS, type EpochMs, HOUR_MS, later } from "../clock.ts";
import type { TeamId } from "../plant/ids.ts";
import { loadingAs } from "../request/asRead.ts";
import type { World } from "../request/commands.ts";
import { RequestId } from "../request/ids.ts";
import { REQUESTER_PLACE } from "../request/place.ts";
import type { RequestState } from "../request/state.ts";
import { type EventStore, type PlaceId, placeId } from "../store/types.ts";
import { LIST } from "./lists.ts";
import { INDEX } from "./requestProjection.ts";
import type { Requests } from "./requests.ts";

export type DigestDoors = {
  readonly store: Pick<EventStore, "list" | "count">;
  readonly requests: Pick<Requests, "load">;
  /** An address that opens the thread a place's card stands in, or null. */
  readonly linkTo: (place: PlaceId) => Promise<string | null>;
};

/** Of which teams, none for all; when it fell due, since when it tells of what ended, and what it asked Ops to decide then. */
export type Asked = {
  readonly teams: readonly TeamId[];
  readonly dueAt: EpochMs;
  readonly since: EpochMs;
  readonly askedOps: readonly AskedOps[];
};

/** More than a section of any plant holds: beyond, nothing is counted. */
const MOST_LISTED = 2_000;
/** How much of what ended undecided a digest shows; the rest is one press away. */
const MOST_ENDED = 6;
/** From one day's digest to the next, where clocks go back between them, too. */
const ENDED_SINCE_MS = DAY_MS + 2 * HOUR_MS;
/** How much of the rest of a section is shown at a time. */
const MOST_AT_A_TIME = 10;

/** Since when what ended is told where nobody knows of a digest before. */
export function aDayBefore(at: EpochMs): EpochMs {
  return later(at, -ENDED_SINCE_MS);
}

type Reading = { readonly world: World; readonly at: EpochMs; readonly teams: readonly TeamId[] };

/** What a digest says now. It loads what it shows; what is beyond is counted. */
export async function readDigest(
  record: DigestDoors,
  world: World,
  at: EpochMs,
  asked: Asked,
): Promise<DigestContents> {
  const doors = { ...record, requests: loadingAs(record.requests, world) };
  const reading = { world, at, teams: asked.teams };
  const ids = await sectionsNow(doors, reading);
  const isOpen = ({ request }: AskedOps) => ids.get("decide")?.includes(request) === true;
  const done = asked.askedOps.filter((each) => !isOpen(each)).map(({ request }) => request);
  const [sections, ended, decided, all] = await Promise.all([
    Promise.all(SECTION_NAMES.map((name) => sectionShown(doors, name, ids.get(name) ?? [], 0, SECTIONS[name].most))),
    endedUndecided(doors, reading, { since: asked.since, from: 0 }, MOST_ENDED),
    decidedSince(doors, reading, done),
    doors.store.count(INDEX.open(world.plant.code)),
  ]);
  const open = asked.teams.length === 0 ? all : [...ids.values()].flat().length;
  return {
    dueAt: asked.dueAt,
    open,
    sections,
    ended,
    decided,
    answered: answeredIn(sections, asked.askedOps, reading),
  };
}

/** Ops decided what they were asked, and are asked something else now. */
function answeredIn(
  sections: readonly SectionShown[],
  asked: readonly AskedOps[],
  { world, at }: Reading,
): ReadonlySet<RequestId> {
  const now = sections.filter(({ name }) => name === "decide").flatMap(({ listed }) => listed);
  const changed = now.filter((one) => {
    const before = asked.find(({ request }) => request === one.request);
    const { values } = askOf(one, world.plant, at);
    return before?.values.every((value) => !values.includes(value)) === true;
  });
  return new Set(changed.map(({ request }) => request));
}

/** A section from an entry on; as much as fits an answer. */
export async function readRest(
  doors: DigestDoors,
  reading: Reading,
  name: SectionName,
  from: number,
): Promise<SectionShown> {
  const ids = await sectionsNow(doors, reading);
  return sectionShown(doors, name, ids.get(name) ?? [], from, MOST_AT_A_TIME);
}

/** What ended undecided since an instant, from an entry on; as much as fits an answer. */
export function readRestEnded(
  record: DigestDoors,
  reading: Reading,
  page: { readonly since: EpochMs; readonly from: number },
): Promise<EndedShown> {
  const doors = { ...record, requests: loadingAs(record.requests, reading.world) };
  return endedUndecided(doors, reading, page, MOST_AT_A_TIME);
}

/** What a section of a digest that was said held beyond what it showed, from an entry on, each as it stands now. */
export async function readKeptRest(
  record: DigestDoors,
  { world, at }: Reading,
  ids: readonly RequestId[],
  page: Pick<KeptRest, "day" | "section"> & { readonly from: number },
): Promise<KeptRest> {
  const { from, ...of } = page;
  const doors = { ...record, requests: loadingAs(record.requests, world) };
  const next = Math.min(ids.length, from + MOST_AT_A_TIME);
  const listed = await tellEach(doors, ids.slice(from, next), (state) =>
    state.status === "open" || state.status === "closed" ? sayDecided(state, world.plant, at) : null,
  );
  return { ...of, listed, left: ids.length - next, next };
}

async function sectionsNow(
  { store }: DigestDoors,
  { world: { plant }, at, teams }: Reading,
): Promise<ReadonlyMap<SectionName, readonly RequestId[]>> {
  const lists = await Promise.all(
    SECTION_NAMES.map(async (name) => {
      const { withinMs } = SECTIONS[name];
      const query = { limit: MOST_LISTED, ...(withinMs !== null && { to: later(at, withinMs) }) };
      const names = (teams.length === 0 ? [null] : teams).map((team) => LIST.digest(plant.code, name, team));
      const hits = (await Promise.all(names.map((list) => store.list(list, query)))).flat();
      const inOrder = hits.toSorted((a, b) => a.score - b.score).map(({ stream }) => RequestId.parse(stream));
      return [name, [...new Set(inOrder)]] as const;
    }),
  );
  const found = new Map(lists);
  return eachOnce((name) => found.get(name) ?? []);
}

async function sectionShown(
  doors: DigestDoors,
  name: SectionName,
  ids: readonly RequestId[],
  from: number,
  most: number,
): Promise<SectionShown> {
  const next = Math.min(ids.length, from + most);
  const listed = await Promise.all(ids.slice(from, next).map((request) => listedNow(doors, request)));
  return { name, listed: listed.flat(), left: ids.length - next, next, after: ids.slice(next) };
}

/** Nothing of what ended since the lists were read. */
async function listedNow({ requests, linkTo }: DigestDoors, request: RequestId): Promise<readonly Listed[]> {
  const { state } = await requests.load(request);
  return state.status === "open" ? [{ request, state, link: await linkTo(placeId(request, REQUESTER_PLACE)) }] : [];
}

/** What ended since the last digest stands in this one, and stays in it when it is drawn again later. */
async function endedUndecided(
  doors: DigestDoors,
  { world, at, teams }: Reading,
  { since, from }: { readonly since: EpochMs; readonly from: number },
  most: number,
): Promise<EndedShown> {
  const lists = (teams.length === 0 ? [null] : teams).map((team) => LIST.lapsed(world.plant.code, team));
  const query = { limit: MOST_LISTED, from: since };
  const hits = (await Promise.all(lists.map((list) => doors.store.list(list, query)))).flat();
  const inOrder = hits.toSorted((a, b) => a.score - b.score).map(({ stream }) => RequestId.parse(stream));
  const ids = [...new Set(inOrder)];
  const next = Math.min(ids.length, from + most);
  const listed = await tellEach(doors, ids.slice(from, next), (state) => {
    if (state.status !== "open" && state.status !== "closed") return null;
    const laterEnd = sayLaterEndUndecided(state, world.plant, at);
    return laterEnd ?? (state.status === "closed" ? sayEndedUndecided(state, world, at) : null);
  });
  return { since, listed, left: ids.length - next, next };
}

/** What Ops were asked to decide, and need not any more: what came of it. */
function decidedSince(
  doors: DigestDoors,
  { world: { plant }, at }: Reading,
  asked: readonly RequestId[],
): Promise<readonly Told[]> {
  return tellEach(doors, asked, (state) =>
    state.status === "open" || state.status === "closed" ? sayDecided(state, plant, at) : null,
  );
}

async function tellEach(
  { requests, linkTo }: DigestDoors,
  asked: readonly RequestId[],
  say: (state: RequestState) => string | null,
): Promise<readonly Told[]> {
  const told = await Promise.all(
    asked.map(async (request) => {
      const { state } = await requests.load(request);
      const says = say(state);
      const isSent = state.status === "open" || state.status === "closed";
      const of = isSent ? teamsIn(state) : [];
      return says === null ? [] : [{ says, link: await linkTo(placeId(request, REQUESTER_PLACE)), teams: of }];
    }),
  );
  return told.flat();
}
