import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { bundle } from "../../support/bundle.ts";
import type { Setup } from "./setup.ts";

/** Something that can be killed without warning and started again. */
export type Victim = {
  readonly name: string;
  kill(): Promise<void>;
  /** Resolves when it serves again. */
  start(): Promise<void>;
};

/** A Referee process, started again by itself when it ends by itself, as a service manager does. */
export type RefereeProcess = Victim & {
  /** What it runs from its next start on. */
  becomes(program: Program): void;
  /** How often it ended without having been killed. */
  ownEnds(): number;
  end(): Promise<void>;
};

/** A Referee to be started: this release, or another one with its own request types and the same plants as this. */
export type Program = { readonly file: string; readonly folder: string };

/**
 * Plant files are the plant's, and the same for all processes while one after the other is upgraded: files that the release
 * before reads too. Types come with a release.
 *
 * @param checkout the folder of the release, with what it needs installed
 * @param plants the folder of the plant files
 * @param dir where the folder is made in which it runs
 */
export async function bundleReferee(checkout: string, plants: string, dir: string): Promise<Program> {
  const entry = pathToFileURL(join(checkout, "test/faults/story/referee.ts"));
  await mkdir(dir);
  await symlink(join(checkout, "workflows"), join(dir, "workflows"));
  await symlink(plants, join(dir, "plants"));
  // Two releases may have one folder of packages: each is a file of its own in it.
  return { file: await bundle(entry, `story-${basename(dir)}`, checkout), folder: dir };
}

/** What a service manager waits before it starts again what ended by itself, ms. */
const RESTART_AFTER_MS = 300;
/** Longer than Redis is ever away, ms: who does not come up in that time cannot be started at all. */
const PATIENCE_MS = 60_000;

export async function superviseReferee(
  name: string,
  begins: Program,
  setup: Setup,
  logFile: string,
): Promise<RefereeProcess> {
  const log = await open(logFile, "a");
  let program = begins;
  let wanted = false;
  let child: ChildProcess | null = null;
  let ownEnds = 0;

  async function start(): Promise<void> {
    wanted = true;
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (wanted && !(await serves())) {
      if (performance.now() > giveUpAt) throw new Error(`${name} does not come up: its log is ${logFile}`);
      ownEnds += 1;
      await pause(RESTART_AFTER_MS);
    }
  }

  /** False when it ended before it served. */
  async function serves(): Promise<boolean> {
    const started = fork(program.file, [JSON.stringify(setup)], {
      cwd: program.folder,
      execArgv: ["--enable-source-maps"],
      stdio: ["ignore", log.fd, log.fd, "ipc"],
    });
    child = started;
    const isReady = await Promise.race([
      once(started, "message").then(() => true),
      once(started, "exit").then(() => false),
    ]);
    if (!isReady) return false;
    started.once("exit", () => {
      if (child === started && wanted) restart().catch((error: unknown) => console.error(`${name} stays down`, error));
    });
    return true;
  }

  async function restart(): Promise<void> {
    ownEnds += 1;
    await pause(RESTART_AFTER_MS);
    if (wanted) await start();
  }

  async function kill(): Promise<void> {
    wanted = false;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  const end = async () => {
    await kill();
    await log.close();
  };
  const becomes = (next: Program) => {
    program = next;
  };
  return { name, start, kill, end, becomes, ownEnds: () => ownEnds };
}
