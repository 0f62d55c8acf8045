import type { Redis } from "ioredis";
import { z } from "zod";
import { readConfig, redisAddress } from "../src/config.ts";
import { RefereeError } from "../src/errors.ts";
import { createLog } from "../src/log.ts";
import { startOwnRedis } from "../src/redis/ownRedis.ts";
import { checkRedis } from "../src/store/checkRedis.ts";
import { openToolClient } from "../src/store/clusterClients.ts";
import { keyPrefix } from "../src/store/eventStore.ts";
import { onRedis } from "../src/store/redisErrors.ts";
import { argumentsOf } from "./arguments.ts";
import { checkedAbout } from "./backup/files.ts";
import { withLoaded } from "./backup/loaded.ts";
import { recordOn, runTool } from "./record.ts";
import { verifyRecord } from "./verifyRecord.ts";

// `npm run restore -- <file>`: writes a backup into the Redis of the settings, or into the one that Referee runs itself, while
// Referee is stopped. First the backup is loaded into a Redis of its own and every chain is computed again; then it is written, and
// only into a Redis without a record of this installation. Broken off, it goes on when it is run again; nobody can start meanwhile.
// Needs redis-server on this machine, and a user of Redis who may RESTORE. Ends with 1 when nothing, or not all, was restored.
const BATCH = 500;
const Keys = z.array(z.string());
const [file] = argumentsOf({ takes: "the file of a backup", most: 1 });
await runTool(restore);

async function restore(): Promise<0 | 1> {
  if (file === undefined) throw new RefereeError("CONFIG_INVALID", "Name the backup: npm run restore -- referee-….rdb");
  const config = readConfig(process.env);
  const { tag, server } = config.redis;
  const about = await checkedAbout(file);
  if (about.tag !== tag)
    throw new RefereeError("STORE_UNSAFE", `This is a backup of "${about.tag}", and REFEREE_TAG says "${tag}".`);
  const prefix = keyPrefix(tag);
  return withLoaded(file, server, async (backup): Promise<0 | 1> => {
    if ((await verifyRecord(recordOn(backup, prefix, config.archive), "archives")) !== 0)
      throw new RefereeError("CHAIN_BROKEN", "Nothing was restored: the record in the backup is not whole.");
    const keys = await withTarget(config, async (target) => {
      await requireRoom(target, prefix, config.redis.acceptsLoss);
      await target.set(`${prefix}restoring`, about.takenAt);
      const written = await copyKeys(backup, target, prefix);
      await target.del(`${prefix}restoring`);
      return written;
    });
    console.log(`${file}: ${about.counter} appends of ${about.takenAt} restored, ${keys} keys.`);
    if (about.archives.length > 0)
      console.log(`${about.archives.length} archives go with it: npm run audit says whether ARCHIVE_DIR has them.`);
    console.log(
      "Start Referee: where more had been seen it says what is missing, and waits for npm run accept-record.",
    );
    return 0;
  });
}

type Config = ReturnType<typeof readConfig>;

async function withTarget<T>({ redis, dataDir, secrets }: Config, work: (target: Redis) => Promise<T>): Promise<T> {
  const log = createLog({ level: "warn", secrets });
  const own = redis.url === null ? await startOwnRedis({ dataDir, program: redis.server, log }) : null;
  const target = await openToolClient(own?.connection ?? redisAddress(redis) ?? "", keyPrefix(redis.tag), log);
  try {
    return await work(target);
  } finally {
    target.disconnect();
    await own?.stop();
  }
}

/** @throws RefereeError `STORE_UNSAFE` when it would lose what it is given, or has a record of this installation already */
async function requireRoom(target: Redis, prefix: string, acceptLoss: boolean): Promise<void> {
  await checkRedis(target, { acceptLoss });
  if ((await onRedis(() => target.exists(`${prefix}restoring`))) === 1) return;
  if ((await onRedis(() => target.exists(`${prefix}counter`))) === 0) return;
  throw new RefereeError(
    "STORE_UNSAFE",
    "There is a record in this Redis already. Empty it first, or set REDIS_URL to another.",
  );
}

/** Everything but BullMQ's jobs, which are made anew from what is due. @returns how many keys were written */
async function copyKeys(backup: Redis, target: Redis, prefix: string): Promise<number> {
  const seen = new Set<string>();
  for await (const batch of backup.scanStream({ match: `${prefix}*`, count: BATCH })) {
    const keys = Keys.parse(batch).filter((key) => !seen.has(key) && !key.startsWith(`${prefix}bull:`));
    await Promise.all(keys.map((key) => copyKey(backup, target, key)));
    for (const key of keys) seen.add(key);
  }
  return seen.size;
}

async function copyKey(backup: Redis, target: Redis, key: string): Promise<void> {
  const [value, leftMs] = await Promise.all([backup.dumpBuffer(key), backup.pttl(key)]);
  // It ended by itself since it was copied.
  if (value === null || leftMs === -2) return;
  await onRedis(() => target.restore(key, Math.max(0, leftMs), value, "REPLACE"));
}
