import { setTimeout as pause } from "node:timers/promises";
import { missingHistories } from "../../src/store/missing.ts";
import type { StreamId } from "../../src/store/types.ts";
import { aStream, ask, errandOf, finish } from "../support/errand.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix, store, rollbacks, another, keys } = useStore();

/** An errand that ends by itself so long after this. */
function ending(stream: StreamId, endsAfterMs: number) {
  const { project } = errandOf(stream);
  return {
    ...ask(stream, ["OT"]),
    project: (...args: Parameters<typeof project>) => ({ ...project(...args), endsAfterMs }),
  };
}

const owned = async (stream: StreamId) => (await keys()).filter((key) => key.includes(stream));

describe("a history that ends by itself", () => {
  test("is gone with its places, and nobody misses it: neither who saw it nor who looks through the record", async () => {
    const stream = aStream();
    const elsewhere = another();
    await store.handle(ending(stream, 100));
    expect((await elsewhere.load(stream)).version).toBe(1);
    while ((await redis.exists(`${prefix}s:${stream}`)) === 1) await pause(10);
    expect((await store.load(stream)).version).toBe(0);
    expect((await elsewhere.load(stream)).version).toBe(0);
    expect((await owned(stream)).map((key) => key.slice(prefix.length))).toEqual([`e:${stream}`]);
    expect(await missingHistories(redis, prefix)).toEqual([]);
    expect(rollbacks).toEqual([]);
  });

  test("stays when something happens to it before its end", async () => {
    const stream = aStream();
    await store.handle(ending(stream, 60_000));
    expect(await redis.pttl(`${prefix}s:${stream}`)).toBeGreaterThan(0);
    await store.handle(finish(stream, "OT"));
    for (const key of await owned(stream)) expect({ key, left: await redis.pttl(key) }).toEqual({ key, left: -1 });
    expect((await store.load(stream)).version).toBe(2);
  });
});
