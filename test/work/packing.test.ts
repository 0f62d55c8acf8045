import { setTimeout as pause } from "node:timers/promises";
import { instant } from "../../src/clock.ts";
import { RefereeError } from "../../src/errors.ts";
import { createLog } from "../../src/log.ts";
import type { Packable } from "../../src/store/packing.ts";
import { placeId, type StreamId } from "../../src/store/types.ts";
import { createPackingWork } from "../../src/work/packing.ts";
import { aStream, ask, finish } from "../support/errand.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix, store } = useStore();
const lines: string[] = [];
const log = createLog({ level: "warn", write: (line) => lines.push(line) });
const at = instant("2026-12-01T09:00:00Z");

/** An errand that was over before its record was packed. */
async function over(): Promise<StreamId> {
  const stream = aStream();
  await store.handle(ask(stream, ["OT"]));
  await store.handle(finish(stream, "OT"));
  return stream;
}

const placesOf = (stream: StreamId) => ["asker", "owner-0"].map((name) => placeId(stream, name));
/** Nothing of it is owed, and this is all there is to know of it. */
async function packable(stream: StreamId): Promise<Packable> {
  for (const place of placesOf(stream))
    await redis.zrem(`${prefix}d:${(await redis.hget(`${prefix}pl:${place}`, "lane")) ?? ""}`, place);
  return { places: placesOf(stream), shared: [], at };
}
const waits = (stream: StreamId) => redis.zscore(`${prefix}packs`, stream);

test("what was over before is queued once, and packed; what is not over is looked at no more", async () => {
  const [done, open] = [await over(), aStream()];
  await store.handle(ask(open, ["OT"]));
  const work = createPackingWork({
    ...{ redis, prefix, log },
    onPack: async (stream) => (stream === done ? packable(stream) : null),
  });
  work.start();
  while ((await redis.exists(`${prefix}packs:older`)) === 0) await pause(5);
  expect(await waits(open)).not.toBeNull();
  expect(await work.packDue()).toBe(1);
  expect(await redis.llen(`${prefix}s:${done}`)).toBe(1);
  expect([await waits(done), await waits(open)]).toEqual([null, null]);
  await work.stop();
  const again = createPackingWork({ redis, prefix, log, onPack: packable });
  again.start();
  await again.stop();
  expect(await waits(open)).toBeNull();
});

test("what cannot be read stays as it is, is said, and keeps nothing else from being packed", async () => {
  const [broken, done] = [await over(), await over()];
  await redis.zadd(`${prefix}packs`, 0, broken, 1, done);
  const work = createPackingWork({
    ...{ redis, prefix, log },
    onPack: async (stream) => {
      if (stream === broken) throw new RefereeError("STREAM_UNREADABLE", "Start a newer release.");
      return packable(stream);
    },
  });
  expect(await work.packDue()).toBe(1);
  expect(lines.join()).toContain(broken);
  expect(await redis.llen(`${prefix}s:${broken}`)).toBe(2);
  expect(await waits(broken)).not.toBeNull();
});

test("what was over before is queued at a later look where Redis was away at the start, and that is said", async () => {
  await redis.del(`${prefix}packs:older`);
  const stream = await over();
  await redis.zrem(`${prefix}packs`, stream);
  lines.length = 0;
  // As Redis refuses what is not a sorted set.
  await redis.rename(`${prefix}packs`, `${prefix}aside`).catch(() => null);
  await redis.set(`${prefix}packs`, "");
  const work = createPackingWork({ redis, prefix, log, onPack: packable, everyMs: 20 });
  work.start();
  while (lines.length === 0) await pause(5);
  expect(lines[0]).toContain("will try again");
  await redis.del(`${prefix}packs`);
  while ((await redis.exists(`${prefix}packs:older`)) === 0) await pause(5);
  expect(await redis.llen(`${prefix}s:${stream}`)).toBeGreaterThan(0);
  await work.stop();
});
