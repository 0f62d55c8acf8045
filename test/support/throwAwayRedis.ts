import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog } from "../../src/log.ts";
import { endAbandoned, startOwnRedis } from "../../src/redis/ownRedis.ts";

const PREFIX = "referee-test-";
const log = createLog({ level: "silent" });

export type ThrowAwayRedis = {
  /** What `new Redis(…)` takes. */
  readonly address: string;
  stop(): Promise<void>;
};

/** The server all suites of one jest run share, with the settings of the real one. Its data goes when it stops. */
export async function startThrowAwayRedis(): Promise<ThrowAwayRedis> {
  await sweep();
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX));
  const own = await startOwnRedis({ dataDir, log, ...installedServer() });
  const stop = async () => {
    await own.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { address: own.connection.path, stop };
}

/** The server that setup found, where it is not called redis-server. */
export function installedServer(): { readonly program?: string } {
  const program = process.env.REDIS_SERVER;
  return program === undefined ? {} : { program };
}

// A run that was killed could not tidy up after itself.
async function sweep(): Promise<void> {
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX)).map((name) => join(tmpdir(), name));
  for (const dataDir of left) {
    if (await endAbandoned(dataDir, log)) await rm(dataDir, { recursive: true, force: true });
  }
}
