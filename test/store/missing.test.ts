import { missingHistories, missingNumbers } from "../../src/store/missing.ts";
import { aStream, ask, finish } from "../support/errand.ts";
import { useStore } from "../support/useStore.ts";

const { store, redis, prefix } = useStore();

async function anErrand() {
  const stream = aStream();
  await store.handle(ask(stream, ["OT"]));
  await store.handle(finish(stream, "OT"));
  return stream;
}

describe("what is missing in the record", () => {
  test("is nothing while nobody took anything away", async () => {
    await anErrand();
    expect(await missingHistories(redis, prefix)).toEqual([]);
  });

  test("is a history whose last event was taken away: the rest of it is a valid chain", async () => {
    const stream = await anErrand();
    await redis.rpop(`${prefix}s:${stream}`);
    expect(await store.verifyChain(stream)).toMatchObject({ type: "intact" });
    expect(await missingHistories(redis, prefix)).toContainEqual({ stream, what: "has 1 events, and had 2" });
    await redis.del(`${prefix}p:${stream}`, `${prefix}s:${stream}`);
  });

  test("is a history that is gone altogether, but known to an index", async () => {
    const stream = await anErrand();
    await redis.zadd(`${prefix}i:open-HAM`, 1, stream);
    await redis.del(`${prefix}p:${stream}`, `${prefix}s:${stream}`);
    expect(await missingHistories(redis, prefix)).toEqual([{ stream, what: "has no events, and an index knows it" }]);
    await redis.del(`${prefix}i:open-HAM`);
  });

  test("is a number that was given and leads to no request", async () => {
    await redis.hset(`${prefix}guards`, "number-HAM", "4");
    for (const number of [1, 3, 4]) await redis.zadd(`${prefix}i:key-HAM`, number, aStream());
    const found = await missingNumbers(redis, prefix, { guard: "number-HAM", keyIndex: "key-HAM" });
    expect(found).toEqual([2]);
    await redis.del(`${prefix}i:key-HAM`);
  });
});
