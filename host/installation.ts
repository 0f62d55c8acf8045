import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Adapter } from "../src/adapter.ts";
import type { Config } from "../src/config.ts";
import { RefereeError } from "../src/errors.ts";
import type { Log } from "../src/log.ts";
import type { ReadAddress } from "../src/outgoing/readAddress.ts";
import type { Plant } from "../src/plant/plant.ts";
import type { PlantSource } from "../src/plant/source.ts";
import { isCluster, type RedisClient, serverOf } from "../src/redis/client.ts";
import type { Counted } from "../src/referee/counted.ts";
import { createReferee, type Referee } from "../src/referee/referee.ts";
import type { SecondReader } from "../src/secondReader/secondReader.ts";
import { readAcceptances } from "../src/store/acceptance.ts";
import { createArchiver } from "../src/store/archiver.ts";
import { createBoards } from "../src/store/boards.ts";
import { checkRedis } from "../src/store/checkRedis.ts";
import { hearLater, openWebClient, openWorkerClient, type RedisAddress } from "../src/store/clients.ts";
import { openClusterClients } from "../src/store/clusterClients.ts";
import { createDigests } from "../src/store/digests.ts";
import { createEventStore, type EventStoreOptions, keyPrefix } from "../src/store/eventStore.ts";
import { findCluster, whoFailsOver } from "../src/store/findCluster.ts";
import { formOf, LOOSE, type RecordForm } from "../src/store/form.ts";
import { createHomes } from "../src/store/homes.ts";
import { createLately, type Lately } from "../src/store/lately.ts";
import { createLinkCodes } from "../src/store/linkCodes.ts";
import { createLocales } from "../src/store/locales.ts";
import { createOffers } from "../src/store/offers.ts";
import { createQuotas, type Quotas } from "../src/store/quotas.ts";
import { createRollbackWatch } from "../src/store/rollback.ts";
import type { EventStore } from "../src/store/types.ts";
import type { Timings } from "../src/work/types.ts";
import { createWork } from "../src/work/work.ts";
import type { RequestType, TypeId } from "../src/workflow/requestType.ts";
import { type Archives, openArchives } from "./archive.ts";
import { onceRedisAnswers } from "./waitForRedis.ts";

/** The record of one installation: its Redis, checked, and the watch over what was seen in it. */
export type Record = {
  readonly web: RedisClient;
  readonly worker: RedisClient;
  readonly prefix: string;
  readonly store: EventStore;
  /** In which form it is written. */
  readonly form: RecordForm;
  readonly archives: Archives;
  readonly rollback: ReturnType<typeof createRollbackWatch>;
  /** What was read last, by everybody in this process. */
  readonly lately: Lately;
  /** Set once the work exists: told after every append. */
  kick: () => void;
  readonly counting: Counting;
  /** Settles when Redis was set back while this process worked on it: what it knows is of another record then. */
  readonly setBack: Promise<void>;
  /** Writes what the next start looks at, and leaves Redis; at once where Redis does not answer. */
  close(): Promise<void>;
};

/** Told of appends, and of those that lost a race; by default nobody is. */
export type Counting = Pick<EventStoreOptions, "onAppended" | "onConflict">;

/**
 * @throws RefereeError `STORE_UNSAFE` for a Redis that could lose requests, and what to set; `STORE_AWAY` when it does not
 *   answer within two minutes
 */
export async function openRecord(
  address: RedisAddress,
  { redis, dataDir, archive = null }: Pick<Config, "redis" | "dataDir"> & Partial<Pick<Config, "archive">>,
  log: Log,
  counting: Counting = {},
): Promise<Record> {
  const prefix = keyPrefix(redis.tag);
  const asked = { web: openWebClient(address, log), worker: openWorkerClient(address, log) };
  let opened: Pick<Record, "web" | "worker"> = asked;
  try {
    const refusing = { refusing: asked.worker };
    const found = await onceRedisAnswers(() => findCluster(asked.worker, prefix), log, refusing);
    if (found !== null) {
      await leave(asked.web, asked.worker);
      opened = await openClusterClients(found, log);
      log.info("the record is in a Redis Cluster", { slot: found.slot, server: found.owner });
    }
    const { web, worker } = opened;
    const losses = await lossesOf(
      worker,
      prefix,
      { acceptLoss: redis.acceptsLoss, failsOver: whoFailsOver(address, found) },
      log,
    );
    for (const loss of losses) log.warn("Redis may lose requests", { loss });
    await refuseHalfRestored(worker, prefix);
    const form = await formOf(worker, prefix, redis.compact ?? false).catch(unlessAway);
    const archives = await openArchives(archive, form, log);
    const clients = { web, worker, prefix, form, archives };
    return await watched(clients, join(dataDir, `seen-${redis.tag}.json`), log, counting);
  } catch (error) {
    // Whoever refuses leaves nothing behind: a client that nobody closes connects for ever and holds the process.
    await leave(opened.web, opened.worker);
    throw error;
  }
}

/** A Redis that takes nothing now is started on all the same: what is then written every release can read. */
function unlessAway(error: unknown): RecordForm {
  if (error instanceof RefereeError && error.code === "STORE_AWAY") return LOOSE;
  throw error;
}

async function lossesOf(worker: RedisClient, prefix: string, checked: Parameters<typeof checkRedis>[1], log: Log) {
  return onceRedisAnswers(async () => checkRedis(await serverOf(worker, prefix), checked), log, { refusing: worker });
}

async function watched(
  { web, worker, prefix, form, archives }: Pick<Record, "web" | "worker" | "prefix" | "form" | "archives">,
  anchorFile: string,
  log: Log,
  counting: Counting,
): Promise<Record> {
  let onSetBack: () => void = () => undefined;
  const setBack = new Promise<void>((resolve) => {
    onSetBack = resolve;
  });
  const rollback = createRollbackWatch({
    onSetBack: () => onSetBack(),
    anchorFile,
    readCounter: async () => Number(await worker.get(`${prefix}counter`)),
    readAcceptances: () => readAcceptances(worker, prefix),
    onRollback: (error) => log.error("Redis holds less than was seen", { error }),
  });
  await rollback.start();
  const lately = createLately();
  const record: Record = {
    lately,
    web,
    worker,
    prefix,
    form,
    archives,
    rollback,
    kick: () => undefined,
    counting,
    setBack,
    store: createEventStore({
      ...{ redis: web, prefix, rollback, form, archives: archives.read, lately },
      ...told(counting, () => record.kick()),
    }),
    close: async () => {
      await rollback.stop();
      await leave(web, worker);
    },
  };
  return record;
}

/** @throws RefereeError `STORE_UNSAFE` */
async function refuseHalfRestored(redis: RedisClient, prefix: string): Promise<void> {
  if ((await redis.exists(`${prefix}restoring`)) === 0) return;
  const todo = "Run it again with the same backup; it goes on where it was.";
  throw new RefereeError("STORE_UNSAFE", `A restore of this record was begun and not finished. ${todo}`);
}

/** Every append of this process is counted, and the work looks for what came of it. */
function told({ onAppended, onConflict = () => undefined }: Counting, kick: () => void): Counting {
  return {
    onAppended: (isDue) => {
      onAppended?.(isDue);
      if (isDue) kick();
    },
    onConflict,
  };
}

const LEAVE_MS = 1_000;

/** Says goodbye where Redis answers; what waits for a Redis that is away is given up. */
async function leave(...clients: readonly RedisClient[]): Promise<void> {
  const goodbye = clients.map((client) => (client.status === "ready" ? client.quit() : Promise.resolve()));
  await Promise.race([Promise.allSettled(goodbye), pause(LEAVE_MS / 2, null, { ref: false })]);
  for (const client of clients) {
    if (!isCluster(client)) hearLater(client);
    client.disconnect();
  }
}

export type Parts = {
  readonly adapters: readonly Adapter[];
  readonly plants: readonly Plant[];
  /** Their texts, in the same order. */
  readonly sources?: readonly PlantSource[];
  readonly evenOlder?: boolean;
  readonly types: ReadonlyMap<TypeId, RequestType>;
  readonly log: Log;
  readonly readAddress?: ReadAddress;
  readonly secondReader?: SecondReader | null;
  /** For stories; else two seconds after its card. */
  readonly readAfterMs?: number;
  /** For stories in which processes die often; else those of the work. */
  readonly timings?: Partial<Timings>;
  /** For stories and measurements in which few people do in minutes what a plant does in weeks; else those of the record. */
  readonly quotas?: Quotas;
  /** Told what was recorded of requests; by default nobody is. */
  readonly count?: (counted: readonly Counted[]) => void;
};

/** Referee on its record, with the work that speaks and wakes. */
export function assemble(
  record: Record,
  {
    adapters,
    plants,
    sources = [],
    evenOlder = false,
    types,
    log,
    readAddress,
    timings = {},
    quotas,
    count,
    ...second
  }: Parts,
): Referee {
  const { store, web, worker, prefix, rollback, form, archives } = record;
  // What the work decides waits for Redis to come back; only people get an error at once.
  const patient = createEventStore({
    redis: worker,
    prefix,
    rollback,
    form,
    archives: archives.read,
    lately: record.lately,
    ...told(record.counting, () => record.kick()),
  });
  const referee = createReferee({
    store,
    patientStore: patient,
    linkCodes: createLinkCodes(web, prefix),
    adapters,
    plants,
    sources,
    evenOlder,
    types,
    log,
    ...(readAddress !== undefined && { readAddress }),
    ...(count !== undefined && { count }),
    secondReader: second.secondReader ?? null,
    offers: createOffers(record.web, prefix),
    quotas: quotas ?? createQuotas(web, prefix),
    homes: createHomes(web, prefix),
    patientHomes: createHomes(worker, prefix),
    patientBoards: createBoards(worker, prefix),
    locales: createLocales(web, prefix, log),
    digests: createDigests(web, prefix),
    patientDigests: createDigests(worker, prefix),
    createWork: ({ onPack, ...callbacks }) =>
      createWork({
        ...{ ...callbacks, ...(form.packs && { onPack }) },
        ...{ adapters, log, redis: worker, prefix, rollback, timings },
        ...(archives.keeps !== null && {
          archiver: createArchiver({ ...archives.keeps, ...{ redis: worker, prefix, log } }),
        }),
        ...(second.readAfterMs !== undefined && { readAfterMs: second.readAfterMs }),
      }),
  });
  record.kick = () => referee.work.kick();
  return referee;
}
