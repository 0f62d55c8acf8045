import type { EpochMs } from "../clock.ts";
import { RefereeError } from "../errors.ts";
import { applyPlantEvents } from "../plant/applyEvents.ts";
import { nextDigestAt } from "../plant/digestTime.ts";
import { PlantEvent } from "../plant/events.ts";
import type { AccountId, AssetId, PlantCode, TeamId } from "../plant/ids.ts";
import { dayOf } from "../plant/localTime.ts";
import { channelOf } from "../plant/party.ts";
import { personByAccount } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import type { Actor } from "../request/actor.ts";
import type { World } from "../request/commands.ts";
import { RequestKey } from "../request/ids.ts";
import type { Spot } from "../request/place.ts";
import { type EventStore, laneOf, PlantStreamId, type Projected, placeId, StreamId } from "../store/types.ts";
import type { RequestType, TypeId } from "../workflow/requestType.ts";

/** The plants of the installation, each as its file says and with what was said in chat since. */
export type Plants = {
  /** The plant somebody belongs to, or that a conversation belongs to; the first when nothing tells. */
  whose(account: AccountId, spot: Spot | null): PlantCode;
  world(plant: PlantCode): Promise<World>;
  codes(): readonly PlantCode[];
  /** Ops ruled whose an asset is: from now on it is theirs. */
  rememberRuling(plant: PlantCode, ruling: Ruling, commandId: string): Promise<void>;
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

/** `digestedAt`: the last digest, or when the plant first came into force. */
type PlantState = { readonly version: string | null; readonly digestedAt: EpochMs | null };
const NEW_PLANT: PlantState = { version: null, digestedAt: null };

export type PlantsOptions = {
  readonly store: EventStore;
  readonly plants: readonly Plant[];
  readonly types: ReadonlyMap<TypeId, RequestType>;
};

export function createPlants({ store, plants, types }: PlantsOptions): Plants {
  const byCode = new Map(plants.map((plant) => [plant.code, plant]));
  const [first] = plants;
  if (first === undefined) throw new RefereeError("PLANT_INVALID", "There is no plant file. Write one in PLANTS_DIR.");
  const fileOf = (code: PlantCode) => byCode.get(code) ?? first;
  const handle = (
    code: PlantCode,
    commandId: string,
    decide: (state: PlantState, at: EpochMs) => readonly PlantEvent[],
  ) =>
    store.handle<PlantState, PlantEvent>({
      stream: plantStream(code),
      commandId,
      initial: NEW_PLANT,
      evolve,
      readEvent: readPlantEvent,
      writeEvent: (event) => JSON.stringify(event),
      project: (state, _version, events) => project(fileOf(code), state, events),
      decide: ({ state, at }) => ({ events: decide(state, at), answer: null }),
    });
  const current = createCurrentPlants(store, fileOf);

  return {
    whose: (account, spot) => whose(plants, first, account, spot),
    world: async (code) => ({ plant: await current(code), types, nextKey: RequestKey.parse(`${code}-1`) }),
    codes: () => plants.map(({ code }) => code),
    rememberRuling: async (code, { asset, team, reason, by, at }, commandId) => {
      await handle(code, commandId, () => [{ type: "OwnerRuled", asset, team, reason, by, at }]);
    },
    publish: async (code) => {
      const { version } = fileOf(code);
      const { version: seen } = await store.load(plantStream(code));
      await handle(code, `publish:${code}:${version}:${seen}`, (state, at) => published(fileOf(code), state, at));
    },
    wake: async (code, commandId) => {
      await handle(code, commandId, (state, at) => digestsDue(fileOf(code), state, at));
    },
  };
}

export function plantStream(code: PlantCode): PlantStreamId {
  return PlantStreamId.parse(`plant_${code}`);
}

/** The place of a plant's digests. */
export const DIGEST_PLACE = "digest";

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
      return { version: event.version, digestedAt: state.digestedAt ?? event.at };
    case "DigestDue":
      return { ...state, digestedAt: event.at };
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

function project(plant: Plant, state: PlantState, events: readonly PlantEvent[]): Projected {
  const channel = channelOf(plant, { type: "ops" });
  const digest = events.some(({ type }) => type === "DigestDue");
  const spot: Spot | null =
    channel === null ? null : { adapter: channel.adapter, conversation: channel.channel, thread: null };
  return {
    projection: { plant: plant.code },
    indexes: [],
    wakeAt: state.digestedAt === null ? null : nextDigestAt(plant, state.digestedAt),
    touches:
      digest && spot !== null
        ? [{ place: placeId(StreamId.parse(plantStream(plant.code)), DIGEST_PLACE), lane: laneOf(spot), spot }]
        : [],
  };
}

/** @throws RefereeError `STREAM_UNREADABLE` */
export function readPlantEvent(bytes: string): PlantEvent {
  const parsed = PlantEvent.safeParse(JSON.parse(bytes));
  if (parsed.success) return parsed.data;
  throw new RefereeError("STREAM_UNREADABLE", "A stored plant event is of a kind this version does not know.", {
    cause: parsed.error,
  });
}

function whose(plants: readonly Plant[], first: Plant, account: AccountId, spot: Spot | null): PlantCode {
  const byPerson = plants.find((plant) => personByAccount(plant, account) !== null);
  const byChannel = plants.find(
    (plant) => spot !== null && conversationsOf(plant).has(`${spot.adapter}:${spot.conversation}`),
  );
  return (byChannel ?? byPerson ?? first).code;
}

function conversationsOf(plant: Plant): ReadonlySet<string> {
  const channels = [...plant.teams.values(), ...plant.lines.values(), plant.ops].map(({ channel }) => channel);
  return new Set(channels.flatMap((channel) => Object.entries(channel).map(([adapter, id]) => `${adapter}:${id}`)));
}
