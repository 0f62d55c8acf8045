import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PlantCode } from "../../src/plant/ids.ts";
import { plantStream } from "../../src/referee/inForce.ts";
import { keyPrefix } from "../../src/store/eventStore.ts";
import { bundle, ROOT } from "../support/bundle.ts";
import { testRedisAddress, useStore } from "../support/useStore.ts";

// The whole program, told to stop or failing at every moment of its start: it ends within ten seconds, with one line that
// says what to do and a status that a service manager acts on.
const corner = useStore();
const tag = `end-${randomUUID().slice(0, 8)}`;
const IN_TIME_MS = 30_000;
let program = "";
let dataDir = "";

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "referee-ending-"));
  program = await bundle(new URL("../../main.ts", import.meta.url), "ending");
});
afterAll(() => rm(dataDir, { recursive: true }));

type Run = { readonly child: ChildProcess; readonly lines: string[]; readonly ended: Promise<number | null> };

/** Slack's address is one where nobody answers: Referee then tries again while it runs. */
const SLACK = {
  SLACK_BOT_TOKEN: "xoxb-1-1-test",
  SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef",
  SLACK_API_URL: "http://127.0.0.1:9/api/",
};

function run(settings: Readonly<Record<string, string>>): Run {
  const env = {
    PATH: process.env.PATH ?? "",
    DATA_DIR: dataDir,
    PORT: "0",
    REFEREE_TAG: tag,
    LOG_LEVEL: "info",
    ...SLACK,
    ...settings,
  };
  const child = spawn(process.execPath, [program], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on("line", (line) => lines.push(line));
  const ended = once(child, "close").then(([code]: (number | null)[]) => code ?? null);
  return { child, lines, ended };
}

/** Until it says so. */
async function says({ child, lines, ended }: Run, words: string): Promise<void> {
  const said = new Promise<void>((resolve) => {
    const look = () => (lines.some((line) => line.includes(words)) ? resolve() : undefined);
    child.stdout?.on("data", () => setImmediate(look));
    child.stderr?.on("data", () => setImmediate(look));
    look();
  });
  const over = ended.then(() => Promise.reject(new Error(`it ended and never said "${words}": ${lines.join("\n")}`)));
  await Promise.race([said, over]);
}

/** How it ended, and that it did so in time after it was told to. */
async function stopped(referee: Run): Promise<number | null> {
  const told = performance.now();
  referee.child.kill("SIGTERM");
  const code = await referee.ended;
  expect(performance.now() - told).toBeLessThan(10_000);
  return code;
}

/** A Redis that takes connections and answers nothing. */
async function silentRedis(): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer((socket) => socket.on("error", () => undefined)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return { server, address: `redis://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}` };
}

/** What it said last beside its log: that Redis goes away may be logged after it. */
function lastWord(lines: readonly string[]): string | undefined {
  return lines.findLast((line) => !line.startsWith("{"));
}

describe("a start that fails ends", () => {
  test(
    "when the port is taken: mend first",
    async () => {
      const taken = await silentRedis();
      const port = new URL(taken.address).port;
      const referee = run({ REDIS_URL: testRedisAddress(), PORT: port });
      expect(await referee.ended).toBe(78);
      expect(lastWord(referee.lines)).toBe(
        `Port ${port} of 127.0.0.1 is in use by another program. Set PORT to a free one.`,
      );
      taken.server.close();
    },
    IN_TIME_MS,
  );

  test(
    "when the record of a plant cannot be read: mend first",
    async () => {
      const settings = { REDIS_URL: testRedisAddress(), REFEREE_TAG: `${tag}-b` };
      const broken = run(settings);
      await says(broken, "Referee is running");
      await stopped(broken);
      const stream = plantStream(PlantCode.parse("HAM"));
      await corner.redis.lset(
        `${keyPrefix(settings.REFEREE_TAG)}s:${stream}`,
        -1,
        `${"0".repeat(64)} {"type":"NobodyKnows"}`,
      );
      const referee = run(settings);
      expect(await referee.ended).toBe(78);
      expect(lastWord(referee.lines)).toContain("Start the release that wrote it, or a newer one");
    },
    IN_TIME_MS,
  );
});

test(
  "told to read its files again, it does and goes on",
  async () => {
    const referee = run({ REDIS_URL: testRedisAddress(), REFEREE_TAG: `${tag}-c` });
    await says(referee, "Referee is running");
    referee.child.kill("SIGHUP");
    await says(referee, "the plant files were read again");
    expect(await stopped(referee)).toBe(0);
  },
  IN_TIME_MS,
);

describe("told to stop, it ends", () => {
  test(
    "while it waits for a Redis that does not answer, and says that it waits",
    async () => {
      const { server, address } = await silentRedis();
      const referee = run({ REDIS_URL: address });
      await says(referee, "waiting for Redis");
      expect(await stopped(referee)).toBe(0);
      server.close();
    },
    IN_TIME_MS,
  );

  test(
    "while it runs",
    async () => {
      const referee = run({ REDIS_URL: testRedisAddress() });
      await says(referee, "Referee is running");
      expect(await stopped(referee)).toBe(0);
    },
    IN_TIME_MS,
  );
});
