import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { startRedis } from "../../test/faults/redisProcess.ts";
import { aimAt, type Ceiling, type Gun, type Paced, type Shot } from "./load.ts";
import { openLoopback } from "./loopback.ts";
import { writePlants } from "./plant.ts";
import { type Measured, startMeasured } from "./process.ts";
import { productAppend, rawQueue, referenceAppend } from "./raw.ts";
import { asksForPort, asksReference, presses, SECRET, standsStill } from "./shots.ts";

/** One pipeline under one kind of load. */
export type Path = Ceiling & {
  /** Processor time of the application and of Redis, ms a request, at the ceiling. */
  readonly cpuMs: number;
  readonly redisCpuMs: number;
  readonly at50: Paced;
  readonly at200: Paced;
};

/** Everything once, one after the other. */
export type Round = {
  readonly rawPerSecond: number;
  readonly referenceAppendPerSecond: number;
  readonly productAppendPerSecond: number;
  readonly reference: Path;
  /** A signed message until the draft stands in the asker's thread. */
  readonly draft: Path;
  /** The press that sends a request until its owner's card stands, over Bolt and Slack's client likewise. */
  readonly send: Path;
};

export type Programs = { readonly product: string; readonly reference: string };
export type Size = { readonly flood: number; readonly seconds: number; readonly cpuProfileDir: string | null };

const IN_FLIGHT = 64;
const WARM_UP = 500;

export async function measureRound(programs: Programs, size: Size): Promise<Round> {
  const rawPerSecond = await onFreshRedis(rawQueue);
  const referenceAppendPerSecond = await onFreshRedis(referenceAppend);
  const productAppendPerSecond = await onFreshRedis(productAppend);
  const reference = await onFreshRedis((path) => measureReference(programs.reference, path, size));
  const product = await onFreshRedis((path) => measureProduct(programs.product, path, size));
  return { rawPerSecond, referenceAppendPerSecond, productAppendPerSecond, reference, ...product };
}

/** A Redis of its own, with the settings of a real installation. */
async function onFreshRedis<T>(measure: (path: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), "ref-bench-"));
  const redis = await startRedis(dir);
  try {
    return await measure(redis.path);
  } finally {
    await redis.kill();
    await rm(dir, { recursive: true, force: true });
  }
}

type Bench = { readonly gun: Gun; readonly app: Measured; readonly redis: Redis };

async function measureReference(program: string, redisPath: string, size: Size): Promise<Path> {
  const slack = await openLoopback();
  const start = { redisPath, slackUrl: slack.apiUrl, signingSecret: SECRET, dir: "" };
  const app = await startMeasured(program, start);
  const bench = { gun: aimAt(app.url, "/slack/events", slack), app, redis: new Redis({ path: redisPath }) };
  await bench.gun.flood(many(WARM_UP, asksReference), IN_FLIGHT);
  const path = await measurePath(bench, (n) => many(n, asksReference), size);
  await close(bench);
  slack.close();
  return path;
}

async function measureProduct(program: string, redisPath: string, size: Size): Promise<Pick<Round, "draft" | "send">> {
  const slack = await openLoopback();
  const dir = await writePlants();
  const start = { redisPath, slackUrl: slack.apiUrl, signingSecret: SECRET, dir };
  const profile = size.cpuProfileDir === null ? [] : ["--cpu-prof", "--cpu-prof-dir", size.cpuProfileDir];
  const app = await startMeasured(program, start, profile);
  const bench = { gun: aimAt(app.url, "/slack/events", slack), app, redis: new Redis({ path: redisPath }) };
  await bench.gun.flood(many(WARM_UP, asksForPort), IN_FLIGHT);
  const draft = await measurePath(bench, (n) => many(n, asksForPort), size);
  const drafts = many(WARM_UP + size.flood + 250 * size.seconds, standsStill);
  await bench.gun.flood(
    drafts.map(({ shot }) => shot),
    IN_FLIGHT,
  );
  const sends = drafts.map((message) => presses(message, "callNow", "repair"));
  await bench.gun.flood(sends.splice(0, WARM_UP), IN_FLIGHT);
  const send = await measurePath(bench, (n) => sends.splice(0, n), size);
  await close(bench);
  slack.close();
  await rm(dir, { recursive: true, force: true });
  return { draft, send };
}

async function measurePath(
  { gun, app, redis }: Bench,
  shots: (n: number) => readonly Shot[],
  { flood, seconds }: Size,
): Promise<Path> {
  const before = { app: await app.cpuMs(), redis: await redisCpuMs(redis) };
  const ceiling = await gun.flood(shots(flood), IN_FLIGHT);
  const cpuMs = ((await app.cpuMs()) - before.app) / flood;
  const redisMs = ((await redisCpuMs(redis)) - before.redis) / flood;
  const at50 = await gun.paced(shots(50 * seconds), 50);
  const at200 = await gun.paced(shots(200 * seconds), 200);
  return { ...ceiling, cpuMs, redisCpuMs: redisMs, at50, at200 };
}

async function redisCpuMs(redis: Redis): Promise<number> {
  const cpu = await redis.info("cpu");
  const seconds = ["used_cpu_sys", "used_cpu_user"].map((name) =>
    Number(new RegExp(`${name}:([\\d.]+)`).exec(cpu)?.[1]),
  );
  return 1_000 * seconds.reduce((sum, each) => sum + each, 0);
}

async function close({ gun, app, redis }: Bench): Promise<void> {
  await gun.close();
  await app.end();
  redis.disconnect();
}

function many<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
