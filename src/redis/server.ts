import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { RefereeError } from "../errors.ts";
import type { RedisHome } from "./home.ts";

export type Ending = { readonly code: number | null; readonly signal: string | null };

/** One run of a redis-server. */
export type Server = {
  readonly pid: number;
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<Ending>;
  /** Ends it cleanly, and hard if it does not answer. */
  end(): Promise<void>;
  /** Asks it to end and does not wait: all that is possible while a program exits. */
  endSoon(): void;
};

const GLANCE_MS = 20;
const PATIENCE_MS = 10_000;
const LOG_LINES_SHOWN = 8;

/**
 * Starts a redis-server and waits until it has loaded its data, however long that takes.
 *
 * @throws RefereeError `STORE_AWAY` when it cannot be started, with the last lines it wrote
 */
export async function launch(home: RedisHome, program: string): Promise<Server> {
  // Redis replaces the socket of a server that was killed, but until then a client would knock on the old one.
  await rm(home.socket, { force: true });
  const child = await spawnServer(home, program);
  const ended = once(child, "exit").then(([code, signal]): Ending => ({ code, signal }));
  const outcome = await Promise.race([isReady(child, home.socket), ended]);
  if (outcome !== "ready") throw new RefereeError("STORE_AWAY", await whyNotStarted(home, program));
  return { pid: child.pid ?? 0, ended, end: () => end(child, ended), endSoon: () => child.kill("SIGTERM") };
}

/**
 * In a process group of its own, so that Ctrl-C in the terminal reaches Referee only. Referee then finishes what it is
 * doing before its Redis ends.
 */
async function spawnServer(home: RedisHome, program: string): Promise<ChildProcess> {
  const log = await open(home.logFile, "a", 0o600);
  try {
    const child = spawn(program, [home.conf], { detached: true, stdio: ["ignore", log.fd, log.fd] });
    await once(child, "spawn");
    return child;
  } catch (error) {
    const todo = "Install Redis 7.0.8 or newer (npm start does it where it can), or set REDIS_URL.";
    throw new RefereeError("STORE_AWAY", `${program} could not be started. ${todo}`, { cause: error });
  } finally {
    await log.close();
  }
}

async function isReady(child: ChildProcess, socket: string): Promise<"ready" | "ended"> {
  while (child.exitCode === null && child.signalCode === null) {
    if (await ping(socket)) return "ready";
    await sleep(GLANCE_MS);
  }
  return "ended";
}

/** Asks over a connection of its own. While the data is being loaded Redis answers with an error: not ready. */
async function ping(path: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const line = connect(path, () => line.write("PING\r\n"));
    line.once("data", (answer) => {
      line.destroy();
      resolve(answer.toString().startsWith("+PONG"));
    });
    line.once("error", () => resolve(false)).once("close", () => resolve(false));
  });
}

async function whyNotStarted({ logFile }: RedisHome, program: string): Promise<string> {
  const lines = (await readFile(logFile, "utf8")).trimEnd().split("\n").slice(-LOG_LINES_SHOWN);
  return `${program} ended while starting. The last it wrote to ${logFile}:\n${lines.join("\n")}`;
}

// Every answered write is on the disk already, so ending it hard loses nothing that anybody was told.
async function end(child: ChildProcess, ended: Promise<Ending>): Promise<void> {
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  await ended;
  clearTimeout(timer);
}
