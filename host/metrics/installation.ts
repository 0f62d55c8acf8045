import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { Adapter } from "../../src/adapter.ts";
import { SECOND_MS } from "../../src/clock.ts";
import { type RedisClient, serverOf } from "../../src/redis/client.ts";
import { INDEX } from "../../src/referee/requestProjection.ts";
import { onRedis } from "../../src/store/redisErrors.ts";
import type { EventStore } from "../../src/store/types.ts";
import type { Health, Load } from "../../src/work/types.ts";
import type { Meters } from "./meters.ts";

/** Prometheus waits for ten seconds; Redis that is away is told of sooner. */
const PATIENCE_MS = 1_500;

export type Looked = {
  readonly web: RedisClient;
  readonly prefix: string;
  readonly store: Pick<EventStore, "count">;
  readonly work: { health(): Promise<Health & Load> };
  readonly adapters: readonly Adapter[];
  readonly plants: () => readonly { readonly code: string }[];
  readonly notReady: () => Promise<readonly string[]>;
};

/** Looks at the whole installation as it is now: a handful of commands, whatever is open. */
export async function lookAtInstallation(meters: Meters, looked: Looked): Promise<void> {
  for (const adapter of looked.adapters) meters.platformReady.set({ platform: adapter.name }, Number(adapter.ready()));
  const isUp = (await within(lookAtRedis(meters, looked))) ?? false;
  meters.redisUp.set(Number(isUp));
  meters.ready.set(Number(isUp && (await within(looked.notReady()))?.length === 0));
  const health = isUp ? await within(looked.work.health()) : null;
  if (health === null) return forget(meters);
  tell(meters, health);
  for (const { code } of looked.plants()) {
    const open = await within(looked.store.count(INDEX.open(code)));
    if (open !== null) meters.openRequests.set({ plant: meters.kept.plant(code) }, open);
  }
}

function tell(meters: Meters, health: Health & Load): void {
  meters.lanesOwing.set(health.lanesOwing);
  meters.lanesLate.set((health.oldestDirtyMs ?? 0) / SECOND_MS);
  meters.wakesDue.set(health.wakesDue);
  meters.wakesLate.set((health.oldestWakeMs ?? 0) / SECOND_MS);
  meters.revisits.set(health.revisits);
  meters.loopAge.set(health.loopAgeMs / SECOND_MS);
}

/** What nobody could look at is left out, rather than told as it was. */
function forget({ lanesOwing, lanesLate, wakesDue, wakesLate, revisits, loopAge, openRequests }: Meters): void {
  for (const gauge of [lanesOwing, lanesLate, wakesDue, wakesLate, revisits, loopAge]) gauge.remove();
  openRequests.reset();
}

async function lookAtRedis(meters: Meters, { web, prefix }: Looked): Promise<boolean> {
  const redis = await onRedis(() => serverOf(web, prefix));
  const since = performance.now();
  await onRedis(() => redis.ping());
  meters.redisLatency.set((performance.now() - since) / SECOND_MS);
  meters.packedRequests.set(await onRedis(() => web.zcard(`${prefix}packed`)));
  meters.archivedRequests.set(await onRedis(() => web.hlen(`${prefix}archived`)));
  const info = await readInfo(redis);
  const number = (name: string) => Number(new RegExp(`^${name}:(\\d+)`, "m").exec(info)?.[1] ?? Number.NaN);
  const told = [
    [meters.redisMemory, number("used_memory")],
    [meters.redisMemoryMax, number("maxmemory")],
    [meters.redisClients, number("connected_clients")],
    [meters.redisAofOk, /^aof_last_write_status:/m.test(info) ? Number(isWriting(info)) : Number.NaN],
  ] as const;
  for (const [gauge, value] of told) if (!Number.isNaN(value)) gauge.set(value);
  return true;
}

function isWriting(info: string): boolean {
  return /^aof_enabled:1/m.test(info) && /^aof_last_write_status:ok/m.test(info);
}

/** Nothing where the user may not ask: hosted offers often hide INFO. */
async function readInfo(redis: Redis): Promise<string> {
  return await redis.info().catch(() => "");
}

/** Null when it failed, or took too long. */
async function within<T>(work: Promise<T>): Promise<T | null> {
  return await Promise.race([work.catch(() => null), pause(PATIENCE_MS, null, { ref: false })]);
}
