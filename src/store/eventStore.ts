import { z } from "zod";
import type { Spot } from "../adapter.ts";
import { EpochMs } from "../clock.ts";
import { RefereeError } from "../errors.ts";
import type { RedisClient } from "../redis/client.ts";
import { appendArgs, appendScript, threadKey } from "./appendScript.ts";
import { type ArchiveReader, bringBack, NO_ARCHIVES, readArchived } from "./archived.ts";
import { cardOf } from "./cards.ts";
import { createCommandMemory, createRemember } from "./commandMemory.ts";
import { LOOSE, type RecordForm } from "./form.ts";
import { type HandlePort, handle } from "./handle.ts";
import { createLately, joined, type Lately, since } from "./lately.ts";
import {
  type Loaded,
  type Loading,
  loadArgs,
  loadScript,
  locatedIn,
  missingEvents,
  parseLoadReply,
  readLoaded,
} from "./loadScript.ts";
import { readPacked } from "./packed.ts";
import { unpack, verifyStream } from "./packing.ts";
import { onRedis } from "./redisErrors.ts";
import type { RollbackWatch } from "./rollback.ts";
import { readSample } from "./samples.ts";
import { defineScript } from "./script.ts";
import { createTurns } from "./turns.ts";
import { type Append, type Appended, type EventStore, type IndexHit, laneOf, PlaceId, StreamId } from "./types.ts";

export type EventStoreOptions = {
  readonly redis: RedisClient;
  /** All keys of the installation begin with this; contains its hash tag, e.g. `{ref}:`. See `keyPrefix`. */
  readonly prefix: string;
  readonly rollback: RollbackWatch;
  /** In which form it is written. Default: as it was before there were others. */
  readonly form?: RecordForm;
  /** Reads what lies in archives. Default: says that it was told of no folder. */
  readonly archives?: ArchiveReader;
  /** What was read last; stores of one process on the same record share it. Default: its own. */
  readonly lately?: Lately;
  /** Told after every append of this process, and whether something may be due: not where cards are only drawn again. */
  readonly onAppended?: (isDue: boolean) => void;
  /** Told whenever an append of this process lost its race. */
  readonly onConflict?: () => void;
  /** Tests stop the world between two steps here. */
  readonly checkpoint?: (moment: "beforeAppend" | "afterAppend") => Promise<void>;
};

/** One hash tag per installation, so that every script sees all it needs in one slot. */
export function keyPrefix(tag: string): string {
  return `{${tag}}:`;
}

/** The record, on one Redis client. See `EventStore`. */
export function createEventStore(given: EventStoreOptions): EventStore {
  const options = { ...given, lately: given.lately ?? createLately() };
  const { redis, prefix } = options;
  const inTurn = createTurns();
  const port: HandlePort = {
    load: (stream, loading) => loadStream(options, stream, loading),
    append: (append) => appendEvents(options, append),
    remember: createRemember(redis, prefix),
  };
  return {
    ...createCommandMemory(redis, prefix),
    append: port.append,
    load: async (stream, from = null) =>
      (await loadStream(options, stream, { commandId: null, guardNames: [], since: from })).history,
    handle: (command) => inTurn([command.stream, ...(command.guardNames ?? [])], () => handle(port, command)),
    verifyChain: (stream) => verifyStream(redis, prefix, stream, options.archives),
    plantNow: async () => PlantNow.parse(await onRedis(() => plantNowScript(redis, prefix, []))),
    list: (index, query) => listIndex(options, index, query),
    count: (index, { from, to } = {}) =>
      onRedis(() => redis.zcount(`${prefix}i:${index}`, from ?? "-inf", to ?? "+inf")),
    counted: async (name) => {
      const kept = await onRedis(() => redis.hgetall(`${prefix}n:${name}`));
      return new Map(Object.entries(kept).map(([field, count]) => [field, Number(count)]));
    },
    sampled: async (name) => {
      const kept = await onRedis(() => redis.lrange(`${prefix}m:${name}`, 0, -1));
      return kept.map((each) => readSample(name, each));
    },
    projection: async (stream) => {
      const { _v, _l, _h, ...projection } = await onRedis(() => redis.hgetall(`${prefix}p:${stream}`));
      if (Object.keys(projection).length > 0) return projection;
      return (await onRedis(() => redis.hexists(`${prefix}archived`, stream))) === 1 ? { archived: "1" } : {};
    },
    placeOfThread: (spot, isReply) => findPlace(options, spot, isReply),
    cardOf: (place) => cardOf(redis, prefix, place, options.archives),
  };
}

async function loadStream(
  options: EventStoreOptions & { readonly lately: Lately },
  stream: StreamId,
  loading: Loading,
): Promise<Loaded> {
  const { redis, prefix, rollback, lately, archives = NO_ARCHIVES } = options;
  const seen = rollback.versionSeen(stream);
  const known = loading.since === null ? lately.of(stream) : null;
  const asked = since(known, loading);
  const reply = parseLoadReply(await onRedis(() => loadScript(redis, prefix, loadArgs(stream, asked))));
  const located = locatedIn(stream, reply);
  const lying = located === null ? null : await readArchived(redis, prefix, archives, { stream, located });
  const loaded = joined(
    known,
    whole(rollback, () => readLoaded(stream, asked, reply, lying)),
  );
  if (loaded.ends) {
    rollback.forget(stream);
    lately.forget(stream);
    return loaded;
  }
  // What is packed or archived is read from its beginning each time: kept, it would only be in the way of what people work on.
  if (lying !== null || readPacked(stream, reply[3][0]) !== null) lately.forget(stream);
  else if (loading.since === null && loaded.history.version > 0) lately.keep(stream, loaded.history);
  if (loaded.history.version < seen) throw reported(rollback, missingEvents(stream, loaded.history.version, seen));
  rollback.sawVersion(stream, loaded.history.version);
  return loaded;
}

/** A history from which something is missing is told to whoever asks whether Referee is ready. */
function whole(rollback: RollbackWatch, read: () => Loaded): Loaded {
  try {
    return read();
  } catch (error) {
    if (error instanceof RefereeError && error.code === "CHAIN_BROKEN") rollback.report(error);
    throw error;
  }
}

function reported(rollback: RollbackWatch, error: RefereeError): RefereeError {
  rollback.report(error);
  return error;
}

const AppendReply = z.union([
  z.tuple([z.literal("appended"), z.int(), z.int()]),
  z.tuple([z.literal("known"), z.string()]),
  z.tuple([z.literal("conflict")]),
  z.tuple([z.literal("broken"), z.int(), z.int()]),
  z.tuple([z.enum(["packed", "archived"])]),
]);

async function appendEvents(options: EventStoreOptions, append: Append): Promise<Appended> {
  const { redis, prefix, rollback, form = LOOSE, archives = NO_ARCHIVES, checkpoint, onAppended, onConflict } = options;
  await checkpoint?.("beforeAppend");
  const counterSeen = rollback.counterSeen();
  const reply = AppendReply.parse(await onRedis(() => appendScript(redis, prefix, appendArgs(append, form))));
  await checkpoint?.("afterAppend");
  switch (reply[0]) {
    case "known":
      return { type: "known", answer: reply[1] };
    case "conflict":
      onConflict?.();
      return { type: "conflict" };
    case "archived":
      await bringBack(redis, prefix, archives, append.stream);
      return appendEvents(options, append);
    case "packed":
      await unpack(redis, prefix, append.stream);
      return appendEvents(options, append);
    case "broken":
      throw reported(rollback, missingEvents(append.stream, reply[1], reply[2]));
    case "appended": {
      const [, version, counter] = reply;
      rollback.sawCounter(counter, counterSeen);
      rollback.sawVersion(append.stream, version);
      onAppended?.(asksForWork(append));
      return { type: "appended", version, counter };
    }
  }
}

/** Nobody waits for cards that may only look different: whoever looks for work by and by finds them. */
function asksForWork({ events, touches }: Append): boolean {
  return events.length > 0 || touches.some(({ weight }) => weight !== "redraw");
}

async function listIndex(
  { redis, prefix }: EventStoreOptions,
  index: string,
  { limit, from, to, newestFirst = false }: Parameters<EventStore["list"]>[1],
): Promise<readonly IndexHit[]> {
  const [key, low, high] = [`${prefix}i:${index}`, from ?? "-inf", to ?? "+inf"];
  const reply = await onRedis(() =>
    newestFirst
      ? redis.zrevrangebyscore(key, high, low, "WITHSCORES", "LIMIT", 0, limit)
      : redis.zrangebyscore(key, low, high, "WITHSCORES", "LIMIT", 0, limit),
  );
  const hits: IndexHit[] = [];
  for (let i = 0; i + 1 < reply.length; i += 2)
    hits.push({ stream: StreamId.parse(reply[i]), score: Number(reply[i + 1]) });
  return hits;
}

const ThreadReply = z.tuple([z.string(), z.string()]);
const Beginning = z.object({ spot: z.object({ thread: z.null() }) });
/** An intent in a lane that nobody holds waits for the platform to come back: there nothing is being said. */
const threadScript = defineScript(`
local thread, lane = ARGV[1], ARGV[2]
local isHeld = redis.call('ZSCORE', P .. 'lanes:leased', lane)
return {redis.call('HGET', P .. 'threads', thread) or '', isHeld and redis.call('HGET', P .. 'l:' .. lane, 'intent') or ''}`);

async function findPlace({ redis, prefix }: EventStoreOptions, spot: Spot, isReply: boolean): Promise<PlaceId | null> {
  const asked = [threadKey(spot), laneOf(spot)];
  const [place, intent] = ThreadReply.parse(await onRedis(() => threadScript(redis, prefix, asked)));
  if (place !== "") return PlaceId.parse(place);
  if (!isReply || intent === "" || !Beginning.safeParse(JSON.parse(intent)).success) return null;
  throw new RefereeError("STORE_AWAY", "What this answers is not recorded yet. Please send it again in a moment.");
}

const PlantNow = z.coerce.number().pipe(EpochMs);
const plantNowScript = defineScript(`return written(now() + plantOffset())`);
