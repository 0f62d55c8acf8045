import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { ArchiveConfig } from "../src/config/archive.ts";
import type { RedisAddress } from "../src/config/redisAddress.ts";
import { readConfig, redisAddress } from "../src/config.ts";
import { RefereeError } from "../src/errors.ts";
import { createLog } from "../src/log.ts";
import { type RedisClient, serverOf } from "../src/redis/client.ts";
import { createArchiveReader, NO_ARCHIVES } from "../src/store/archived.ts";
import { type ArchiveFolder, openArchiveFolder } from "../src/store/archiveFolder.ts";
import { openToolClient } from "../src/store/clusterClients.ts";
import { createEventStore, keyPrefix } from "../src/store/eventStore.ts";
import { createRollbackWatch } from "../src/store/rollback.ts";
import { streamsOf as scanned } from "../src/store/streams.ts";
import type { EventStore, StreamId } from "../src/store/types.ts";

/** The record of this installation, as a tool reads it beside a Referee that runs. */
export type ToolRecord = {
  readonly redis: RedisClient;
  readonly prefix: string;
  readonly store: EventStore;
  /** Of its archives; null where this machine was told of none. */
  readonly archives: ArchiveFolder | null;
};

/**
 * Opens the record that the settings name, or the one of the Redis that Referee runs itself, and closes it after.
 * @throws RefereeError `STORE_AWAY` when there is none
 */
export async function withRecord<T>(work: (record: ToolRecord) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const log = createLog({ level: "warn", secrets: config.secrets });
  const prefix = keyPrefix(config.redis.tag);
  const redis = await openToolClient(addressOf(redisAddress(config.redis), config.dataDir), prefix, log);
  try {
    return await work(recordOn(redis, prefix, config.archive));
  } finally {
    await redis.quit();
  }
}

/** The record in a Redis that is open already, and its archives. Default: none that can be read. */
export function recordOn(redis: RedisClient, prefix: string, archive: ArchiveConfig | null = null): ToolRecord {
  const folder = archive === null ? null : openArchiveFolder(archive.dir);
  const read = folder === null ? NO_ARCHIVES : createArchiveReader(folder);
  const rollback = createRollbackWatch({ anchorFile: null, readCounter: async () => 0, onRollback: () => undefined });
  return { redis, prefix, archives: folder, store: createEventStore({ redis, prefix, rollback, archives: read }) };
}

/** Where the Redis that Referee runs itself listens; null when it does not run. */
export function runningRedis(dataDir: string): { readonly path: string } | null {
  const folder = join(dataDir, "redis");
  const socket = existsSync(folder) ? join(realpathSync(folder), "redis.sock") : "";
  return existsSync(socket) ? { path: socket } : null;
}

function addressOf(url: RedisAddress | null, dataDir: string): RedisAddress {
  const address = url ?? runningRedis(dataDir);
  if (address !== null) return address;
  throw new RefereeError(
    "STORE_AWAY",
    "There is no Redis to read: set REDIS_URL, or start Referee, which runs its own.",
  );
}

/** Every stream of the record, in no order. */
export async function* streamsOf({ redis, prefix }: Pick<ToolRecord, "redis" | "prefix">): AsyncGenerator<StreamId> {
  yield* scanned(await serverOf(redis, prefix), prefix);
}

/** Runs a tool; what an administrator can mend is said in a line, and the tool ends with 1. */
export async function runTool(tool: () => Promise<0 | 1>): Promise<void> {
  try {
    process.exitCode = await tool();
  } catch (error) {
    if (!(error instanceof RefereeError)) throw error;
    console.log(error.message);
    process.exitCode = 1;
  }
}
