import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { startRedis } from "../../test/faults/redisProcess.ts";
import { aimAt, type Ceiling, type Gun, type Paced, type Shot } from "./load.ts";
import { openLoopback } from "./loopback.ts";
import { type Measured, startMeasured } from "./process.ts";
import { SECRET } from "./shots.ts";

/** One pipeline under one kind of load. */
export type Path = Ceiling & {
  /** Processor time of the application and of Redis, ms a request, at the ceiling. */
  readonly cpuMs: number;
  readonly redisCpuMs: number;
  /** Processor time of the application, ms a request, with one in flight. */
  readonly aloneCpuMs: number;
  readonly at50: Paced;
  readonly at200: Paced;
};

export type Size = { readonly flood: number; readonly seconds: number; readonly cpuProfileDir: string | null };
export type Shots = (n: number) => readonly Shot[];

export const IN_FLIGHT = 64;
export const WARM_UP = 500;
const ALONE = 150;

/** How many shots `measurePath` takes. */
export const shotsOfPath = ({ flood, seconds }: Size) => flood + ALONE + 250 * seconds;

/** A program under load, on a Redis of its own with the settings of a real installation. */
export type Bench = { readonly gun: Gun; readonly app: Measured; readonly redis: Redis };

export async function onFreshRedis<T>(measure: (path: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), "ref-bench-"));
  const redis = await startRedis(dir);
  try {
    return await measure(redis.path);
  } finally {
    await redis.kill();
    await rm(dir, { recursive: true, force: true });
  }
}

/** @param dir what the program is told to work with; "" when nothing */
export async function withProgram<T>(
  program: string,
  dir: string,
  execArgv: readonly string[],
  measure: (bench: Bench) => Promise<T>,
): Promise<T> {
  return onFreshRedis(async (redisPath) => {
    const slack = await openLoopback();
    const app = await startMeasured(
      program,
      { redisPath, slackUrl: slack.apiUrl, signingSecret: SECRET, dir },
      execArgv,
    );
    const bench = { gun: aimAt(app.url, "/slack/events", slack), app, redis: new Redis({ path: redisPath }) };
    const measured = await measure(bench);
    await bench.gun.close();
    await app.end();
    bench.redis.disconnect();
    slack.close();
    return measured;
  });
}

/** Not warm yet: as much as makes it so comes first. */
export async function measureWarm(bench: Bench, shots: Shots, size: Size): Promise<Path> {
  await bench.gun.flood(shots(WARM_UP), IN_FLIGHT);
  return measurePath(bench, shots, size);
}

export async function measurePath({ gun, app, redis }: Bench, shots: Shots, { flood, seconds }: Size): Promise<Path> {
  const before = { app: await app.cpuMs(), redis: await redisCpuMs(redis) };
  const ceiling = await gun.flood(shots(flood), IN_FLIGHT);
  const cpuMs = ((await app.cpuMs()) - before.app) / flood;
  const redisMs = ((await redisCpuMs(redis)) - before.redis) / flood;
  const beforeAlone = await app.cpuMs();
  await gun.oneByOne(shots(ALONE));
  const aloneCpuMs = ((await app.cpuMs()) - beforeAlone) / ALONE;
  const at50 = await gun.paced(shots(50 * seconds), 50);
  const at200 = await gun.paced(shots(200 * seconds), 200);
  return { ...ceiling, cpuMs, redisCpuMs: redisMs, aloneCpuMs, at50, at200 };
}

async function redisCpuMs(redis: Redis): Promise<number> {
  const cpu = await redis.info("cpu");
  const seconds = ["used_cpu_sys", "used_cpu_user"].map((name) =>
    Number(new RegExp(`${name}:([\\d.]+)`).exec(cpu)?.[1]),
  );
  return 1_000 * seconds.reduce((sum, each) => sum + each, 0);
}

/** A maker of single shots, as measuring wants them. */
export function each(make: () => Shot): Shots {
  return (count) => many(count, make);
}

export function many<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
