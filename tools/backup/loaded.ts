import { spawn } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { RefereeError } from "../../src/errors.ts";

const PATIENCE_MS = 120_000;
const GLANCE_MS = 50;

/**
 * Loads a copy of a backup into a Redis of its own, which nobody else reaches and which writes nothing.
 * @param program the server to run, e.g. `redis-server`
 * @throws RefereeError `STORE_UNSAFE` when the file cannot be loaded
 */
export async function withLoaded<T>(file: string, program: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), "referee-backup-"));
  const path = join(dir, "s");
  await copyFile(file, join(dir, "dump.rdb"));
  const settings = ["--port", "0", "--unixsocket", path, "--dir", dir, "--appendonly", "no", "--save", ""];
  const child = spawn(program, [...settings, "--logfile", join(dir, "log")], { stdio: "ignore" });
  const ended = new Promise<"ended">((resolve) => {
    child.once("exit", () => resolve("ended")).once("error", () => resolve("ended"));
  });
  const redis = new Redis({ path, retryStrategy: () => GLANCE_MS, maxRetriesPerRequest: null });
  redis.on("error", () => undefined); // it does not listen yet
  try {
    const outcome = await Promise.race([redis.ping(), ended, pause(PATIENCE_MS, "late", { ref: false })]);
    if (outcome !== "PONG") throw notLoaded(file);
    return await work(redis);
  } finally {
    redis.disconnect();
    child.kill("SIGKILL");
    await ended;
    await rm(dir, { recursive: true, force: true });
  }
}

function notLoaded(file: string): RefereeError {
  return new RefereeError(
    "STORE_UNSAFE",
    `No Redis could load ${file}. Is it a whole backup, and is redis-server (REDIS_SERVER) at least as new as the one it is of?`,
  );
}
