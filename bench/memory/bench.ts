// Measures what requests weigh in Redis: while they are open, when they are over, two days later, and archived. Every request lives its whole
// life on the real parts, with a chat in memory, in a Redis of its own. `npm run bench:memory [requests]` writes README.md.
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { assemble, openRecord } from "../../host/installation.ts";
import { type Adapter, Posted } from "../../src/adapter.ts";
import { DAY_MS, HOUR_MS, instant, later } from "../../src/clock.ts";
import { RefusedError } from "../../src/errors.ts";
import { createLog } from "../../src/log.ts";
import { PersonId } from "../../src/plant/ids.ts";
import { type RedisClient, serverOf } from "../../src/redis/client.ts";
import { type LoadedRequest, requestIdFor } from "../../src/referee/requests.ts";
import type { RequestCommand, World } from "../../src/request/commands.ts";
import type { RequestId } from "../../src/request/ids.ts";
import { NO_QUOTAS } from "../../src/store/quotas.ts";
import { stepsOf } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { demoText } from "../../test/support/plantText.ts";
import { startThrowAwayRedis } from "../../test/support/throwAwayRedis.ts";
import { typeNamed } from "../../test/workflow/activeTypes.ts";
import { firstOpen, then, yes } from "../../test/workflow/walk.ts";
import { type Held, readme } from "./readme.ts";

const REQUESTS = Number(process.argv[2] ?? "100");
const type = typeNamed("open-port");
const olga = PersonId.parse("olga");
const spot = { adapter: "slack", conversation: "C0LINE3", thread: null } as const;

let posts = 0;
const rate = { capacity: 100_000, perSecond: 100_000 };
const adapter: Adapter = {
  ...{ name: "slack", pacing: { conversation: rate, post: rate, update: rate }, ready: () => true },
  ...{ start: async () => undefined, stop: async () => undefined, update: async () => undefined },
  ...{ remove: async () => undefined, find: async () => null, permalink: async () => null },
  post: async ({ conversation, thread }) => {
    posts += 1;
    // As long as Slack's own.
    return Posted.parse({
      adapter: "slack",
      conversation,
      thread,
      message: `1764489600.${String(posts).padStart(6, "0")}`,
    });
  },
};

const first = demoText();
const redis = await startThrowAwayRedis();
const log = createLog({ level: "error" });
const settings = { url: null, tag: "bench", server: "", acceptsLoss: false };
const archive = { dir: await mkdtemp(join(tmpdir(), "referee-bench-")), afterMs: DAY_MS };
const dataDir = `${redis.address}-data`;
const record = await openRecord({ path: redis.address }, { redis: settings, dataDir, archive }, log);
const referee = assemble(record, {
  quotas: NO_QUOTAS,
  ...{ adapters: [adapter], plants: [first.plant], sources: [first.source], log },
  types: new Map([[type.type, type]]),
});
await record.worker.set(`${record.prefix}clock`, `@${instant("2026-11-30T09:00:00+01:00")}`);
await referee.start();
const world: World = await referee.plants.world(first.plant.code);
const requests = Array.from({ length: REQUESTS }, (_, n) => requestIdFor(`bench-${n}`, 0));
const empty = await weigh(record.worker);
for (const [n, request] of requests.entries()) await send(request, n);
await referee.work.settled(120_000);
const open = await weigh(record.worker);
await liveOn();
const over = await weigh(record.worker);
await referee.work.wind(2 * DAY_MS);
for (let left = REQUESTS; left > 0; ) {
  const count = await referee.work.packDue();
  if (count === 0) throw new Error(`${left} of the requests that are over could not be packed`);
  left -= count;
}
const packed = await weigh(record.worker);
await referee.work.wind(DAY_MS);
if ((await referee.work.archiveDue()) !== REQUESTS) throw new Error("Not all of them were archived");
const archived = await weigh(record.worker);
const files = await readdir(archive.dir);
const inFiles = await Promise.all(files.map(async (name) => (await stat(join(archive.dir, name))).size));
const sample = await referee.requests.load(requests[0] ?? requestIdFor("", 0));
const measured = {
  requests: REQUESTS,
  open: since(empty, open),
  over: since(empty, over),
  packed: since(empty, packed),
  archived: since(empty, archived),
  inFiles: inFiles.reduce((sum, size) => sum + size, 0),
  events: sizes(sample),
  cpu: cpus()[0]?.model ?? "",
};
await writeFile(new URL("README.md", import.meta.url), readme(measured));
console.log(readme(measured));
await referee.stop();
await record.close();
await redis.stop();
await rm(archive.dir, { recursive: true });
process.exit(0);

async function send(request: RequestId, n: number): Promise<void> {
  const who = { by: olga, name: "Olga", via: "slack" } as const;
  const reading = { type: type.type, candidates: [], because: [] };
  const make = (at: number) =>
    Values.parse({
      destination: "asset:plc-12",
      until: String(at + 2 * HOUR_MS),
      why: "read the counters for the OEE report",
      port: "502/tcp",
    });
  await referee.requests.act(request, `start-${n}`, world, (_, at) => ({
    type: "command",
    command: {
      ...who,
      at,
      type: "start",
      spot,
      text: "can we open port 502 to PLC-12?",
      quoted: null,
      reading,
      values: make(at),
    },
    answer: null,
  }));
  await referee.requests.send(request, `send-${n}`, world, (_, at) => ({
    type: "command",
    command: { ...who, at: later(at, 0), type: "send" },
    answer: null,
  }));
}

/** A yes wherever somebody can give one; where nobody can, the clock is wound, until all of them are over. */
async function liveOn(): Promise<void> {
  for (let rounds = 0; rounds < 60; rounds++) {
    const still = [];
    for (const request of requests) if (await oneYes(request, rounds)) still.push(request);
    await referee.work.settled(120_000);
    const states = await Promise.all(requests.map((request) => referee.requests.load(request)));
    if (states.every(({ state }) => state.status !== "open")) return;
    if (still.length === 0) await referee.work.wind(HOUR_MS);
  }
  throw new Error("Not all of them are over after 60 rounds");
}

/** @returns whether somebody could */
async function oneYes(request: RequestId, round: number): Promise<boolean> {
  const loaded = await referee.requests.load(request);
  const command = commandFor(loaded);
  if (command === null) return false;
  await referee.requests.act(request, `${request}-${round}`, world, (_, at) => ({
    type: "command",
    command: { ...command, at },
    answer: null,
  }));
  return true;
}

function commandFor({ state, events }: LoadedRequest): Exclude<RequestCommand, { type: "wake" }> | null {
  if (state.status !== "open") return null;
  const step = firstOpen(state);
  const rule = stepsOf(state.rules).find(({ id }) => id === step?.id);
  if (step === undefined || rule === undefined) return null;
  for (const by of [...step.ball.pings.flatMap(({ people }) => people), ...world.plant.people.keys()]) {
    const command = yes(state, step, rule, type, by);
    try {
      then({ world, state, events }, command);
      if (command.type !== "wake") return command;
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
    }
  }
  return null;
}

/** Bytes and keys of everything in Redis, by what it is; what goes by itself is counted apart. */
async function weigh(client: RedisClient): Promise<ReadonlyMap<string, Held>> {
  const held = new Map<string, Held>();
  const server = await serverOf(client, record.prefix);
  for await (const keys of server.scanStream({ match: `${record.prefix}*`, count: 1_000 }))
    for (const key of keys) {
      const bytes = Number((await client.memory("USAGE", String(key), "SAMPLES", 0)) ?? 0);
      const kind = String(key).slice(record.prefix.length).split(":")[0] ?? "";
      const goes = (await client.pttl(String(key))) > 0;
      const name = `${kind}${goes ? " (goes by itself)" : ""}`;
      const before = held.get(name) ?? { bytes: 0, keys: 0 };
      held.set(name, { bytes: before.bytes + bytes, keys: before.keys + 1 });
    }
  return held;
}

function since(before: ReadonlyMap<string, Held>, after: ReadonlyMap<string, Held>): ReadonlyMap<string, Held> {
  return new Map(
    [...after].map(([name, { bytes, keys }]) => {
      const was = before.get(name) ?? { bytes: 0, keys: 0 };
      return [name, { bytes: bytes - was.bytes, keys: keys - was.keys }] as const;
    }),
  );
}

/** The bytes of one life's events, by their type, largest first. */
function sizes({
  events,
}: LoadedRequest): readonly { readonly type: string; readonly bytes: number; readonly count: number }[] {
  const byType = new Map<string, { bytes: number; count: number }>();
  for (const event of events) {
    const before = byType.get(event.type) ?? { bytes: 0, count: 0 };
    byType.set(event.type, { bytes: before.bytes + Buffer.byteLength(JSON.stringify(event)), count: before.count + 1 });
  }
  return [...byType].map(([name, size]) => ({ type: name, ...size })).sort((a, b) => b.bytes - a.bytes);
}
