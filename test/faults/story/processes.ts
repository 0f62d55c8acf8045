import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { bundle, ROOT } from "../../support/bundle.ts";
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
  /** How often it ended without having been killed. */
  ownEnds(): number;
  end(): Promise<void>;
};

/** A Referee to be started: this release, or another one with its own request types and the same plants as this. */
export type Program = { readonly file: string; readonly folder: string };

/**
 * Plant files are the plant's, and the same for all processes while one after the other is upgraded; types come with a release.
 * @param checkout the folder of another release, with what it needs installed; null for this one
 * @param dir where the folder is made in which that one runs
 */
export async function bundleReferee(checkout: string | null, dir: string): Promise<Program> {
  if (checkout === null) return { file: await bundle(new URL("referee.ts", import.meta.url), "story"), folder: ROOT };
  const entry = pathToFileURL(resolve(checkout, "test/faults/story/referee.ts"));
  const folder = join(dir, "before");
  await mkdir(folder);
  await symlink(resolve(checkout, "workflows"), join(folder, "workflows"));
  await symlink(join(ROOT, "plants"), join(folder, "plants"));
  return { file: await bundle(entry, "story-before"), folder };
}

export async function superviseReferee(
  name: string,
  program: Program,
  setup: Setup,
  logFile: string,
): Promise<RefereeProcess> {
  const log = await open(logFile, "a");
  let wanted = false;
  let child: ChildProcess | null = null;
  let ownEnds = 0;

  async function start(): Promise<void> {
    wanted = true;
    const started = fork(program.file, [JSON.stringify(setup)], {
      cwd: program.folder,
      execArgv: ["--enable-source-maps"],
      stdio: ["ignore", log.fd, log.fd, "ipc"],
    });
    child = started;
    started.once("exit", () => {
      if (child === started && wanted) restart().catch((error: unknown) => console.error(`${name} stays down`, error));
    });
    await Promise.race([once(started, "message"), once(started, "exit")]);
  }

  async function restart(): Promise<void> {
    ownEnds += 1;
    await pause(300);
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
  return { name, start, kill, end, ownEnds: () => ownEnds };
}
