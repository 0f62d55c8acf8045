import { readFile, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { RefereeError } from "../errors.ts";
import type { Log } from "../log.ts";
import { lockFolder } from "./folderLock.ts";
import { prepareHome, type RedisHome } from "./home.ts";
import { hasEnded, runningProcess } from "./processes.ts";
import { launch, type Server } from "./server.ts";

export type OwnRedisOptions = {
  /** Keeps the data; made when it is missing. The server's files are in `redis/` below it. */
  readonly dataDir: string;
  /** The program to run, e.g. `valkey-server`. */
  readonly program?: string;
  readonly log: Log;
};

/** A redis-server of Referee's own. */
export type OwnRedis = {
  /** Pass this to ioredis. Stays the same when the server is started again. */
  readonly connection: { readonly path: string };
  /** Ends the server and leaves the data. Call it last, when nobody writes any more. */
  stop(): Promise<void>;
};

const PATIENCE_MS = 10_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Runs a redis-server on a unix socket until `stop`, and starts it again when it ends before its time.
 *
 * A Referee that was killed leaves its server running. It is ended and a new one started on the same data, rather than
 * adopted: the new one has today's settings, and as our child its end does not go unnoticed. Ending and loading again
 * costs a fraction of a second unless the record is very large.
 *
 * @throws RefereeError `STORE_UNSAFE` when another Referee uses the folder, `STORE_AWAY` when no server can be started
 */
export async function startOwnRedis({ dataDir, program = "redis-server", log }: OwnRedisOptions): Promise<OwnRedis> {
  const home = await prepareHome(dataDir);
  const lock = await lockFolder(home.folder);
  try {
    await endOrphan(home, log);
    await rm(home.logFile, { force: true });
    const first = await launch(home, program);
    log.info("own Redis started", { pid: first.pid, folder: home.folder });
    const keeper = keepRunning(first, () => launch(home, program), log);
    return { connection: { path: home.socket }, stop: () => keeper.stop().finally(lock.release) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * Ends the server that a killed Referee left in a folder which nobody uses any more.
 *
 * @returns false when somebody does use it; then nothing was touched
 */
export async function endAbandoned(dataDir: string, log: Log): Promise<boolean> {
  const home = await prepareHome(dataDir);
  const lock = await lockFolder(home.folder).catch((error: unknown) => {
    if (error instanceof RefereeError && error.code === "STORE_UNSAFE") return null;
    throw error;
  });
  if (lock === null) return false;
  await endOrphan(home, log).finally(lock.release);
  return true;
}

// The number in the file may by now be anybody's, so the process is ours only if it was started with our redis.conf.
async function endOrphan(home: RedisHome, log: Log): Promise<void> {
  const pid = Number(await readFile(home.pidFile, "utf8").catch(() => "0"));
  const running = pid > 0 ? await runningProcess(pid) : null;
  if (running === null || !running.command.includes(home.conf)) return;
  log.info("ending the redis-server that an earlier run left behind", { pid });
  process.kill(pid, "SIGTERM");
  if (await hasEnded(pid, PATIENCE_MS)) return;
  process.kill(pid, "SIGKILL");
  if (await hasEnded(pid, PATIENCE_MS)) return;
  throw new RefereeError(
    "STORE_UNSAFE",
    `Process ${pid}, a redis-server on ${home.folder}, does not end. End it first.`,
  );
}

/**
 * Holds the server that runs now. It is in one of three states: *running*, until it ends; *between two runs*, with a
 * pause that doubles; *stopping*, from which it never returns. A server that comes up while stopping is ended at once.
 */
function keepRunning(first: Server, launchAgain: () => Promise<Server>, log: Log): { stop(): Promise<void> } {
  let server = first;
  const stopping = new AbortController();
  const endWithProgram = () => server.endSoon();
  process.once("exit", endWithProgram);

  const watch = async () => {
    while (!stopping.signal.aborted) {
      const ending = await server.ended;
      if (stopping.signal.aborted) return;
      log.warn("own Redis ended before its time; starting it again", ending);
      server = (await launchUntilItRuns(launchAgain, stopping.signal, log)) ?? server;
    }
    await server.end();
  };
  const watching = watch();

  const stop = async () => {
    stopping.abort();
    await server.end();
    await watching;
    process.off("exit", endWithProgram);
  };
  return { stop };
}

async function launchUntilItRuns(
  launchAgain: () => Promise<Server>,
  stopping: AbortSignal,
  log: Log,
): Promise<Server | null> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    await sleep(pauseMs, undefined, { signal: stopping }).catch(() => undefined);
    if (stopping.aborted) return null;
    try {
      return await launchAgain();
    } catch (error) {
      log.error("own Redis cannot be started", { error, nextTryInMs: Math.min(2 * pauseMs, LONGEST_PAUSE_MS) });
    }
  }
}
