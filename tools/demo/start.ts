import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RefereeError } from "../../src/errors.ts";

/** How long Referee may take until it prints its address, ms: a Redis of its own begins with it. */
const START_MS = 60_000;

/** A Referee of the demo's own. `ended` resolves when it is over, with its exit code. */
export type Started = { readonly address: string; readonly ended: Promise<number>; readonly stop: () => void };

/**
 * Starts Referee on the demo plant for nobody but this demo: with a record of its own that goes with it, and with nothing of
 * what this machine has configured, so that no winding of clocks meets a plant that is worked with.
 * @throws RefereeError `CONFIG_INVALID` where it cannot be built or does not start
 */
export async function startReferee(settings: Readonly<Record<string, string | undefined>>): Promise<Started> {
  if (spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" }).status !== 0)
    throw new RefereeError("CONFIG_INVALID", "Referee could not be built. What is wrong stands above.");
  const folder = mkdtempSync(join(tmpdir(), "referee-demo-"));
  const env = { ...nothingConfigured(settings), PORT: String(await freePort()), DATA_DIR: folder };
  const child = spawn(process.execPath, ["--enable-source-maps", "dist/main.js"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number>((resolve) => {
    child.once("exit", (code) => {
      rmSync(folder, { recursive: true, force: true });
      resolve(code ?? 0);
    });
  });
  const stop = () => void child.kill("SIGTERM");
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  const address = await printedAddress(child.stdout, ended);
  if (address !== null) return { address, ended, stop };
  stop();
  throw new RefereeError(
    "CONFIG_INVALID",
    "Referee did not start, for the reason above. Run “npm start” once: it installs what is missing. Then give the address that it prints.",
  );
}

/** Null where it ends, or takes too long, before it has printed one. */
function printedAddress(output: NodeJS.ReadableStream, ended: Promise<number>): Promise<string | null> {
  return new Promise((resolve) => {
    let printed = "";
    const late = setTimeout(() => resolve(null), START_MS);
    const done = (address: string | null) => {
      clearTimeout(late);
      resolve(address);
    };
    output.on("data", (part: Buffer) => {
      printed = `${printed}${part.toString("utf8")}`.slice(-10_000);
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w%.~-]+/.exec(printed);
      if (found !== null) done(found[0]);
    });
    void ended.then(() => done(null));
  });
}

const OURS = /^(SLACK_|TEAMS_|REDIS_|REFEREE_|SECOND_READER_|PLANTS_DIR|WORKFLOWS_DIR|WEB_CHAT|DATA_DIR|PORT)/;

function nothingConfigured(settings: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !OURS.test(name) || name === "REDIS_SERVER"));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const bound = server.address();
      server.close(() => resolve(bound === null || typeof bound === "string" ? 0 : bound.port));
    });
  });
}
