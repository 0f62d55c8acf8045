import { performance } from "node:perf_hooks";
import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { EpochMs } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { RequestId } from "../../src/request/ids.ts";
import { seal } from "../../src/store/chain.ts";
import { openWorkerClient } from "../../src/store/clients.ts";
import { createEventStore, keyPrefix } from "../../src/store/eventStore.ts";
import { createRollbackWatch } from "../../src/store/rollback.ts";
import { type Append, laneOf, type Position, placeId } from "../../src/store/types.ts";
import { APPEND, loadScript } from "./referenceScripts.ts";

const JOBS = 6_000;
const STREAMS = 800;
const EVENTS_EACH = 8;
const IN_FLIGHT = 100;

/** BullMQ alone: jobs a second that do nothing, fifty at a time. */
export async function rawQueue(redisPath: string): Promise<number> {
  const connect = () => new Redis({ path: redisPath, maxRetriesPerRequest: null });
  const [adding, working] = [connect(), connect()];
  const queue = new Queue("raw", { connection: adding, prefix: "{raw}" });
  const job = { name: "ping", data: { effect: "REQ00000001-1-ping" }, opts: { removeOnComplete: true } };
  for (let added = 0; added < JOBS; added += 500) await queue.addBulk(Array.from({ length: 500 }, () => job));
  const worker = new Worker("raw", async () => undefined, {
    ...{ connection: working, prefix: "{raw}", concurrency: 50, autorun: false },
  });
  await worker.waitUntilReady();
  const startedAt = performance.now();
  const all = new Promise<void>((resolve) => {
    let done = 0;
    worker.on("completed", () => {
      done += 1;
      if (done === JOBS) resolve();
    });
  });
  const running = worker.run();
  await all;
  const perSecond = (1_000 * JOBS) / (performance.now() - startedAt);
  await worker.close();
  await running;
  await queue.close();
  adding.disconnect();
  working.disconnect();
  return perSecond;
}

/** The reference's append script, a hundred in flight: events a second. */
export async function referenceAppend(redisPath: string): Promise<number> {
  const redis = new Redis({ path: redisPath, maxRetriesPerRequest: null });
  const append = await loadScript(redis, APPEND);
  const perSecond = await sideBySide(async (stream) => {
    for (let version = 0; version < EVENTS_EACH; version += 1)
      await append([`R${stream}`, version, EVENT, "open", `U${stream % 9}`, version, version, `R${stream}-${version}`]);
  });
  redis.disconnect();
  return perSecond;
}

/** Referee's own, with chain hash, command id, projection, three indexes, a wake and a place that owes. */
export async function productAppend(redisPath: string): Promise<number> {
  const redis = openWorkerClient({ path: redisPath }, createLog({ level: "silent" }));
  const rollback = createRollbackWatch({ anchorFile: null, readCounter: async () => 0, onRollback: () => undefined });
  const store = createEventStore({ redis, prefix: keyPrefix("append"), rollback });
  const perSecond = await sideBySide(async (n) => {
    const stream = RequestId.parse(`req_${n.toString(16).padStart(12, "0")}`);
    let expected: Position = { version: 0, head: stream };
    for (let version = 0; version < EVENTS_EACH; version += 1) {
      await store.append(appendOf(stream, n, expected));
      expected = { version: version + 1, head: seal(expected.head, [EVENT]).head };
    }
  });
  redis.disconnect();
  return perSecond;
}

const EVENT = JSON.stringify({ type: "StepOpened", at: 1_796_047_200_000, by: "otto", text: "x".repeat(200) });

function appendOf(stream: RequestId, n: number, expected: Position): Append {
  const spot = { adapter: "slack", conversation: `C0TEAM${n % 240}`, thread: null } as const;
  const at = 1_796_047_200_000 + expected.version;
  return {
    commandId: `${stream}:${expected.version}`,
    stream,
    expected,
    events: [EVENT],
    answer: '{"type":"accepted","answer":null}',
    projection: { status: "open", plant: "BEN", requester: "asks-1", key: `BEN-${n}` },
    indexes: ["open-BEN", `asker-${n % 9}`, "key-BEN"].map((name) => ({ name, score: at })),
    wakeAt: EpochMs.parse(at),
    touches: [{ place: placeId(stream, "owner"), lane: laneOf(spot), spot, tryAgain: false }],
    revisits: [],
    guards: [],
  };
}

async function sideBySide(fill: (stream: number) => Promise<void>): Promise<number> {
  const streams = Array.from({ length: STREAMS }, (_, stream) => stream).values();
  const worker = async () => {
    for (const stream of streams) await fill(stream);
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return (1_000 * STREAMS * EVENTS_EACH) / (performance.now() - startedAt);
}
