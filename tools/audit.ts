import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { readConfig } from "../src/config.ts";
import { RefereeError } from "../src/errors.ts";
import { createLog } from "../src/log.ts";
import { INDEX } from "../src/referee/requests.ts";
import { openWorkerClient, type RedisAddress } from "../src/store/clients.ts";
import { createEventStore, keyPrefix } from "../src/store/eventStore.ts";
import { createRollbackWatch } from "../src/store/rollback.ts";
import { type EventStore, StreamId } from "../src/store/types.ts";

// `npm run audit`: computes the chain of every request and plant again, and names each that is broken.
// `npm run audit -- HAM-142`: prints what happened to one request, one event a line, exactly as it was stored.
// Reads only, and may run beside Referee. Ends with 1 when a chain is broken.
try {
  process.exitCode = await audit(process.argv[2]);
} catch (error) {
  if (!(error instanceof RefereeError)) throw error;
  console.log(error.message);
  process.exitCode = 1;
}

async function audit(key: string | undefined): Promise<0 | 1> {
  const config = readConfig(process.env);
  const log = createLog({ level: "warn", secrets: config.secrets });
  const redis = openWorkerClient(addressOf(config.redis.url?.reveal() ?? null, config.dataDir), log);
  const prefix = keyPrefix(config.redis.tag);
  const rollback = createRollbackWatch({ anchorFile: null, readCounter: async () => 0, onRollback: () => undefined });
  const store = createEventStore({ redis, prefix, rollback });
  try {
    return key === undefined ? await verifyAll(redis, prefix, store) : await printOne(store, key);
  } finally {
    await redis.quit();
  }
}

function addressOf(url: string | null, dataDir: string): RedisAddress {
  if (url !== null) return url;
  const folder = join(dataDir, "redis");
  const socket = existsSync(folder) ? join(realpathSync(folder), "redis.sock") : "";
  if (existsSync(socket)) return { path: socket };
  throw new RefereeError(
    "STORE_AWAY",
    "There is no Redis to read: set REDIS_URL, or start Referee, which runs its own.",
  );
}

async function verifyAll(client: Redis, prefix: string, record: EventStore): Promise<0 | 1> {
  let intact = 0;
  let broken = 0;
  for await (const keys of client.scanStream({ match: `${prefix}s:*`, count: 1_000 })) {
    for (const key of keys) {
      const stream = StreamId.parse(String(key).slice(`${prefix}s:`.length));
      const report = await record.verifyChain(stream);
      if (report.type === "intact") intact++;
      else {
        broken++;
        console.log(`${stream}: broken at event ${report.brokenAt}`);
      }
    }
  }
  console.log(`${intact} chains intact, ${broken} broken`);
  return broken === 0 ? 0 : 1;
}

async function printOne(record: EventStore, key: string): Promise<0 | 1> {
  const [, plant = "", number = ""] = /^([A-Z][A-Z0-9]{1,5})-(\d+)$/.exec(key) ?? [];
  const score = Number(number);
  const [hit] = plant === "" ? [] : await record.list(INDEX.key(plant), { limit: 1, from: score, to: score });
  if (hit === undefined) {
    console.log(`There is no request ${key}.`);
    return 1;
  }
  const [{ events }, report] = await Promise.all([record.load(hit.stream), record.verifyChain(hit.stream)]);
  for (const event of events) console.log(event);
  console.log(
    report.type === "intact" ? `chain intact, ends with ${report.head}` : `chain BROKEN at event ${report.brokenAt}`,
  );
  return report.type === "intact" ? 0 : 1;
}
