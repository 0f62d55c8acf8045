import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How long, in ms, the product may take until it prints its address: a build, and a Redis of its own. */
const START_MS = 90_000;

/** The product as a newcomer starts it, on the demo plant, with nothing configured. Ends with the suite. */
export function useProduct() {
  const folder = mkdtempSync(join(tmpdir(), "referee-story-"));
  let child: ChildProcess;
  let address = "";
  beforeAll(async () => {
    const env = { ...newcomersEnvironment(), PORT: String(await freePort()), DATA_DIR: folder };
    child = spawn(process.execPath, [process.env.REFEREE_STORY_START ?? "scripts/start.mjs"], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    address = await printedAddress(child);
  }, START_MS);
  afterAll(async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    // False when it has ended already: then there is nothing to wait for.
    if (child.kill("SIGTERM")) await ended;
    rmSync(folder, { recursive: true, force: true });
  }, START_MS);
  return { address: () => address };
}

/** Nothing of what this machine has configured for Referee. */
function newcomersEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(SLACK_|TEAMS_|REDIS_URL|REFEREE_(?!STORY)|PLANTS_DIR|WORKFLOWS_DIR|WEB_CHAT)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** The address that a person would open, as it stands in the output. */
function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout?.on("data", (part: Buffer) => {
      printed += part.toString("utf8");
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w%.~-]+/.exec(printed);
      if (found !== null) resolve(found[0]);
    });
    child.once("exit", (code) =>
      reject(new Error(`The product ended with ${code} before it printed an address:\n${printed}`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const bound = server.address();
      server.close(() =>
        bound === null || typeof bound === "string" ? reject(new Error("no port")) : resolve(bound.port),
      );
    });
  });
}
