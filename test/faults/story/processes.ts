import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
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

export function bundleReferee(): Promise<string> {
  return bundle(new URL("referee.ts", import.meta.url), "story");
}

export async function superviseReferee(
  name: string,
  program: string,
  setup: Setup,
  logFile: string,
): Promise<RefereeProcess> {
  const log = await open(logFile, "a");
  let wanted = false;
  let child: ChildProcess | null = null;
  let ownEnds = 0;

  async function start(): Promise<void> {
    wanted = true;
    const started = fork(program, [JSON.stringify(setup)], {
      cwd: ROOT,
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
