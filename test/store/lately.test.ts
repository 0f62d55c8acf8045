import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { aStream, ask, finish, lookAgain } from "../support/errand.ts";
import { useStore } from "../support/useStore.ts";

const { redis, prefix, store, rollbacks, another } = useStore();

const list = (stream: string) => `${prefix}s:${stream}`;

test("what was read before is not read again", async () => {
  const stream = aStream();
  await store.handle(ask(stream, ["OT", "IT"]));
  const first = await store.load(stream);
  // Nobody does that to a record; it shows who reads it.
  const [element = ""] = await redis.lrange(list(stream), "0", "0");
  await redis.lset(list(stream), 0, element.replace("OT", "XX"));
  expect((await store.load(stream)).events).toEqual(first.events);
  await store.handle(finish(stream, "OT"));
  const { events, from, version } = await store.load(stream);
  expect({ from, version }).toEqual({ from: 0, version: 2 });
  expect(events.slice(0, 1)).toEqual(first.events);
});

test("a history that is another by now is read from its beginning, though it is as long", async () => {
  const [stream, other] = [aStream(), aStream()];
  await store.handle(ask(stream, ["OT", "IT"]));
  await store.handle(ask(other, ["IT", "OT"]));
  await store.load(stream);
  await redis.copy(list(other), list(stream), "REPLACE");
  expect((await store.load(stream)).events).toEqual((await store.load(other)).events);
});

test("a history that was cut is missed, whatever was read of it before", async () => {
  const stream = aStream();
  await store.handle(ask(stream, ["OT"]));
  await store.handle(finish(stream, "OT"));
  await store.load(stream);
  await redis.rpop(list(stream));
  await expect(store.load(stream)).rejects.toThrow("1 events, but 2 were seen");
  expect(rollbacks).toHaveLength(1);
});

describe("where the last event is long", () => {
  const owners = Array.from({ length: 200 }, (_, n) => `Owners of hall ${n}`);

  test("it is not looked at again by whoever knows it", async () => {
    const stream = aStream();
    await store.handle(ask(stream, owners));
    const { events } = await store.load(stream);
    // Nobody does that to a record; it shows who looks.
    await redis.lset(list(stream), 0, "another hash");
    expect((await store.load(stream)).events).toEqual(events);
  });

  test("what comes behind it is read, and a history that was set back is read from its beginning", async () => {
    const [stream, other] = [aStream(), aStream()];
    await store.handle(ask(stream, owners));
    await store.load(stream);
    await another().handle(finish(stream, "Owners of hall 0"));
    expect((await store.load(stream)).events).toHaveLength(2);
    await store.handle(ask(other, owners.toReversed()));
    for (const kind of ["s", "p"])
      await redis.copy(`${prefix}${kind}:${other}`, `${prefix}${kind}:${stream}`, "REPLACE");
    expect((await another().load(stream)).events).toEqual((await store.load(other)).events);
  });

  test("a record of the release before, where its hash does not stand beside it, is read the same", async () => {
    const stream = aStream();
    await store.handle(ask(stream, owners));
    const { events, version } = await store.load(stream);
    expect(await redis.hdel(`${prefix}p:${stream}`, "_h")).toBe(1);
    expect(await store.load(stream)).toMatchObject({ events, version });
  });
});

test("whoever reads now and then reads the same as whoever reads for the first time", async () => {
  const step = fc.record({ by: fc.nat(1), act: fc.constantFrom("load", "look", "finish") });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const stream = aStream();
      const stores = [store, another()];
      await store.handle(ask(stream, ["OT", "IT", "QA"]));
      for (const { by, act } of steps) {
        const one = stores[by] ?? store;
        const [read] = await Promise.all([
          one.load(stream),
          act === "load"
            ? null
            : one.handle(act === "finish" ? finish(stream, "OT") : lookAgain(stream, `look-${randomUUID()}`)),
        ]);
        expect(read.from).toBe(0);
      }
      const { now: _, ...fresh } = await another().load(stream);
      for (const one of stores) expect(await one.load(stream)).toMatchObject(fresh);
    }),
    { numRuns: 15 },
  );
});
