import { DAY_MS, type EpochMs, HOUR_MS } from "../clock.ts";
import { RefereeError } from "../errors.ts";
import { applyPlantEvents } from "../plant/applyEvents.ts";
import { nextDigestAt } from "../plant/digestTime.ts";
import type { AccountLinked, AccountUnlinked, HeldBack, PlantActor, PlantEvent } from "../plant/events.ts";
import type { AccountId, AssetId, PersonId, PlantCode, TeamId } from "../plant/ids.ts";
import { canLink } from "../plant/links.ts";
import { dayOf } from "../plant/localTime.ts";
import { channelOf } from "../plant/party.ts";
import { personByAccount } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import { readPlantEvent, writePlantEvent } from "../plant/stored.ts";
import { type Actor, THE_DIRECTORY } from "../request/actor.ts";
import type { World } from "../request/commands.ts";
import { RequestKey } from "../request/ids.ts";
import type { Spot } from "../request/place.ts";
import { type EventStore, laneOf, type PlaceId, PlantStreamId, type Projected, placeId } from "../store/types.ts";
import type { RequestType, TypeId } from "../workflow/requestType.ts";
import { LIST } from "./lists.ts";
import { openPlaces } from "./openRequests.ts";
import type { Requests } from "./requests.ts";
import { plantOf } from "./whose.ts";

/** The plants of the installation, each as its file says and with what was said in chat since. */
export type Plants = {
  /** The plant a conversation belongs to, or somebody belongs to; the first when nothing tells. */
  whose(account: AccountId, spot: Spot | null): Promise<PlantCode>;
  world(plant: PlantCode): Promise<World>;
  /** Every plant as it is now. */
  all(): Promise<readonly Plant[]>;
  codes(): readonly PlantCode[];
  /**
   * An account turned out to be somebody's: recorded, unless `canLink` says no when it is decided.
   * @returns whether the plant knows the account now
   */
  link(plant: PlantCode, link: Link, whose: (plant: Plant) => PersonId | null): Promise<boolean>;
  /** The accounts are nobody's any more, as far as they were linked in chat. @returns which of them were */
  unlink(
    plant: PlantCode,
    accounts: readonly AccountId[],
    by: PlantActor,
    commandId: string,
  ): Promise<readonly AccountId[]>;
  /** Ops ruled whose an asset is: from now on it is theirs. Once for each `commandId`, however late it comes again. */
  rememberRuling(plant: PlantCode, ruling: Ruling, commandId: string): Promise<void>;
  /** Somebody sends too much: Ops are told, once a day of each, and of a few an hour. */
  heldBack(plant: PlantCode, held: Held, commandId: string): Promise<void>;
  /** The plant file came into force: on start, or when it was changed. */
  publish(plant: PlantCode): Promise<void>;
  /** An instant of the plant itself came: a digest falls due, or nothing does. */
  wake(plant: PlantCode, commandId: string): Promise<void>;
};

type Ruling = {
  readonly asset: AssetId;
  readonly team: TeamId;
  readonly reason: string;
  readonly by: Actor;
  readonly at: EpochMs;
};

type Held = Pick<HeldBack, "kind" | "by" | "name">;
type Link = { readonly account: AccountId; readonly by: PlantActor; readonly commandId: string };

/** `digestedAt`: the last digest, or when the plant first came into force. */
type PlantState = {
  readonly version: string | null;
  readonly digestedAt: EpochMs | null;
  readonly links: readonly (AccountLinked | AccountUnlinked)[];
  /** Of the last day. */
  readonly held: readonly HeldBack[];
};
type Decide = (state: PlantState, at: EpochMs) => readonly PlantEvent[];
const NEW_PLANT: PlantState = { version: null, digestedAt: null, links: [], held: [] };

export type PlantsOptions = {
  readonly hearing?: World["hearing"];
  readonly store: EventStore;
  readonly plants: readonly Plant[];
  readonly types: ReadonlyMap<TypeId, RequestType>;
  /** Their cards may look different once people or owners change. */
  readonly requests: Requests;
};

export function createPlants({ store, plants, types, requests, hearing }: PlantsOptions): Plants {
  const byCode = new Map(plants.map((plant) => [plant.code, plant]));
  const [first] = plants;
  if (first === undefined) throw new RefereeError("PLANT_INVALID", "There is no plant file. Write one in PLANTS_DIR.");
  const fileOf = (code: PlantCode) => known(byCode, code);
  const handle = (
    code: PlantCode,
    commandId: string,
    decide: Decide,
    revisits: readonly PlaceId[] = [],
    lasting = false,
  ) =>
    store.handle<PlantState, PlantEvent>({
      stream: plantStream(code),
      commandId,
      lasting,
      initial: NEW_PLANT,
      evolve,
      readEvent: readPlantEvent,
      writeEvent: writePlantEvent,
      project: (state, _version, events) => project(fileOf(code), state, events, revisits),
      decide: ({ state, at }) => ({ events: decide(state, at), answer: null }),
    });
  const change = async (code: PlantCode, commandId: string, decide: Decide, lasting = false) =>
    handle(code, commandId, decide, await openPlaces({ store, requests }, code), lasting);
  const current = createCurrentPlants(store, fileOf);
  const all = () => Promise.all(plants.map(({ code }) => current(code)));

  return {
    whose: async (account, spot) => {
      // Most people stand in a file: then the links of other plants need not be read.
      const plant = plantOf(plants, account, spot) ?? plantOf(await all(), account, null);
      return (plant ?? first).code;
    },
    all,
    link: async (code, { account, by, commandId }, find) => {
      await change(code, commandId, ({ links }, at) => {
        const plant = applyPlantEvents(fileOf(code), links);
        const person = find(plant);
        if (person === null || !canLink(plant, person, account)) return [];
        // Who was unlinked is not linked again by an address that is still theirs in the directory.
        const isOver = links.some((link) => link.type === "AccountUnlinked" && link.account === account);
        if (isOver && by === THE_DIRECTORY) return [];
        return [{ type: "AccountLinked", person, account, by, at }];
      });
      return personByAccount(await current(code), account) !== null;
    },
    unlink: async (code, accounts, by, commandId) => {
      const { linked } = await current(code);
      const mine = accounts.filter((account) => linked.has(account));
      await change(code, commandId, ({ links }, at) => {
        const now = applyPlantEvents(fileOf(code), links).linked;
        return mine.flatMap((account): readonly PlantEvent[] => {
          const person = now.get(account);
          return person === undefined ? [] : [{ type: "AccountUnlinked", person, account, by, at }];
        });
      });
      return mine;
    },
    world: async (code) => ({
      ...{ plant: await current(code), types, nextKey: RequestKey.parse(`${code}-1`) },
      ...(hearing !== undefined && { hearing }),
    }),
    codes: () => plants.map(({ code }) => code),
    rememberRuling: async (code, { asset, team, reason, by, at }, commandId) => {
      const stream = plantStream(code);
      if ((await store.recall(commandId, { within: stream })) !== null) return;
      await change(code, commandId, () => [{ type: "OwnerRuled", asset, team, reason, by, at }], true);
    },
    heldBack: async (code, held, commandId) => {
      await handle(code, commandId, (state, at) => newlyHeld(state, { type: "HeldBack", ...held, at }));
    },
    publish: async (code) => {
      const file = fileOf(code);
      const { version: seen, events } = await store.load(plantStream(code));
      const { version } = events.map(readPlantEvent).reduce(evolve, NEW_PLANT);
      if (version === file.version) return;
      await change(code, `publish:${code}:${file.version}:${seen}`, (state, at) => published(file, state, at));
    },
    wake: async (code, commandId) => {
      await handle(code, commandId, (state, at) => digestsDue(fileOf(code), state, at));
    },
  };
}

/** Never another plant instead: its people would decide what is not theirs. */
function known(plants: ReadonlyMap<PlantCode, Plant>, code: PlantCode): Plant {
  const plant = plants.get(code);
  if (plant !== undefined) return plant;
  throw new RefereeError(
    "PLANT_UNKNOWN",
    `This Referee does not know the plant ${code}. Whoever runs it can put its file into PLANTS_DIR.`,
  );
}

export function plantStream(code: PlantCode): PlantStreamId {
  return PlantStreamId.parse(`plant_${code}`);
}

/** The place of a plant's digests. */
export const DIGEST_PLACE = "digest";
/** Where Ops read that somebody sends too much. */
export const HELD_PLACE = "held-back";

const MOST_TOLD_AN_HOUR = 5;

function newlyHeld({ held }: PlantState, event: HeldBack): readonly PlantEvent[] {
  const told = held.some(({ by, at }) => by === event.by && at > event.at - DAY_MS);
  const lately = held.filter(({ at }) => at > event.at - HOUR_MS);
  return told || lately.length >= MOST_TOLD_AN_HOUR ? [] : [event];
}

/** The plant with its events applied; folded again only when there are new ones. */
function createCurrentPlants(store: EventStore, fileOf: (code: PlantCode) => Plant) {
  const kept = new Map<PlantCode, { readonly head: string; readonly plant: Plant }>();
  return async (code: PlantCode): Promise<Plant> => {
    const { head, events } = await store.load(plantStream(code));
    const known = kept.get(code);
    if (known?.head === head) return known.plant;
    const plant = applyPlantEvents(fileOf(code), events.map(readPlantEvent));
    kept.set(code, { head, plant });
    return plant;
  };
}

function evolve(state: PlantState, event: PlantEvent): PlantState {
  switch (event.type) {
    case "PlantPublished":
      return { ...state, version: event.version, digestedAt: state.digestedAt ?? event.at };
    case "AccountLinked":
    case "AccountUnlinked":
      return { ...state, links: [...state.links, event] };
    case "DigestDue":
      return { ...state, digestedAt: event.at };
    case "HeldBack":
      return { ...state, held: [...state.held.filter(({ at }) => at > event.at - DAY_MS), event] };
    default:
      return state;
  }
}

function published(plant: Plant, state: PlantState, at: EpochMs): readonly PlantEvent[] {
  if (state.version === plant.version) return [];
  return [{ type: "PlantPublished", plant: plant.code, version: plant.version, by: "referee:files", at }];
}

/** One digest when one has fallen due, however many were missed: yesterday's facts help nobody. */
function digestsDue(plant: Plant, { digestedAt }: PlantState, at: EpochMs): readonly PlantEvent[] {
  if (digestedAt === null || nextDigestAt(plant, digestedAt) > at) return [];
  return [{ type: "DigestDue", plant: plant.code, forDay: dayOf(at, plant.timeZone).toString(), at }];
}

function project(
  plant: Plant,
  state: PlantState,
  events: readonly PlantEvent[],
  revisits: readonly PlaceId[],
): Projected {
  const channel = channelOf(plant, { type: "ops" });
  const told = [
    ...(events.some(({ type }) => type === "DigestDue") ? [DIGEST_PLACE] : []),
    ...(events.some(({ type }) => type === "HeldBack") ? [HELD_PLACE] : []),
  ];
  const spot: Spot | null =
    channel === null ? null : { adapter: channel.adapter, conversation: channel.channel, thread: null };
  return {
    projection: { plant: plant.code },
    indexes: [],
    wakeAt: state.digestedAt === null ? null : nextDigestAt(plant, state.digestedAt),
    touches:
      spot === null
        ? []
        : told.map((name) => {
            return { place: placeId(plantStream(plant.code), name), lane: laneOf(spot), spot, tryAgain: true };
          }),
    revisits: events.length === 0 ? [] : revisits,
    stirs: events.length === 0 ? [] : [LIST.plant(plant.code)],
  };
}
