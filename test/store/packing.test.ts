import { instant } from "../../src/clock.ts";
import { commandKey } from "../../src/store/commandMemory.ts";
import { LOOSE } from "../../src/store/form.ts";
import { createLately } from "../../src/store/lately.ts";
import { missingHistories } from "../../src/store/missing.ts";
import { createPacking, type Packable, unpack } from "../../src/store/packing.ts";
import { laneOf, placeId, type StreamId } from "../../src/store/types.ts";
import { aStream, ask, errandOf, finish, reportMissing } from "../support/errand.ts";
import { useStore } from "../support/useStore.ts";

const COMPACT = { keepsOnce: true, packs: true };
const corner = useStore();
const { redis, prefix, rollbacks, keys } = corner;
const store = corner.another({ form: COMPACT });
const packing = createPacking(redis, prefix);
const at = instant("2026-12-01T09:00:00Z");

const placesOf = (stream: StreamId) => ["asker", "owner-0"].map((name) => placeId(stream, name));
const packable = (stream: StreamId): Packable => ({ places: placesOf(stream), shared: ['"owners":["OT"]'], at });
const owned = async (stream: StreamId) =>
  (await keys()).filter((key) => key.includes(stream)).map((key) => key.slice(prefix.length));

/** Everything was said: nothing is owed any more. */
async function allSaid(stream: StreamId) {
  for (const place of placesOf(stream)) {
    const lane = (await redis.hget(`${prefix}pl:${place}`, "lane")) ?? "";
    await redis.zrem(`${prefix}d:${lane}`, place);
    const posted = { adapter: "web", conversation: "OT", thread: null, message: `m-${place}` };
    await redis.hset(`${prefix}pl:${place}`, { card: JSON.stringify(posted), shown: "abc", pause: "1", mark: "7" });
  }
}

/** An errand that is over, and of which nothing is owed. */
async function over(): Promise<StreamId> {
  const stream = aStream();
  await store.handle({ ...ask(stream, ["OT"]), lasting: true });
  await store.handle({ ...finish(stream, "OT"), lasting: true });
  await allSaid(stream);
  return stream;
}

async function packed(): Promise<StreamId> {
  const stream = await over();
  expect(await packing.pack(stream, packable(stream))).toBe("packed");
  return stream;
}

/** Something happens to it after all. */
const addTo = (stream: StreamId) => store.handle(reportMissing(stream, 0, `missing:${stream}`));
const forget = (id: string) => redis.del(`${prefix}c:${commandKey(id)}`);

describe("what is over and of which nothing is due", () => {
  test("is one element with its places and commands in it, and is read as before", async () => {
    const stream = await over();
    const [history, report] = [await store.load(stream), await store.verifyChain(stream)];
    const cards = await Promise.all(placesOf(stream).map((place) => store.cardOf(place)));
    expect(await packing.pack(stream, packable(stream))).toBe("packed");
    expect(await redis.llen(`${prefix}s:${stream}`)).toBe(1);
    expect(await owned(stream)).toEqual([`p:${stream}`, `s:${stream}`]);
    expect({ ...(await store.load(stream)), now: history.now }).toEqual(history);
    expect(await store.load(stream, { version: 1, head: "x" })).toMatchObject({ from: 0, events: history.events });
    expect(await store.verifyChain(stream)).toEqual(report);
    expect(await Promise.all(placesOf(stream).map((place) => store.cardOf(place)))).toEqual(cards);
    expect(cards[0]).toMatchObject({ message: `m-${placesOf(stream)[0]}` });
    expect(await missingHistories(redis, prefix)).toEqual([]);
    expect(rollbacks).toEqual([]);
  });

  test("is read and verified by a process that packs nothing", async () => {
    const stream = await packed();
    expect((await corner.store.load(stream)).version).toBe(2);
    expect(await corner.store.verifyChain(stream)).toMatchObject({ type: "intact", version: 2 });
  });

  test("is not kept among what was read last, in the place of what people work on", async () => {
    const lately = createLately();
    const reader = corner.another({ form: COMPACT, lately });
    const stream = await over();
    await reader.load(stream);
    expect(lately.of(stream)).toMatchObject({ version: 2 });
    await packing.pack(stream, packable(stream));
    expect((await reader.load(stream)).events).toHaveLength(2);
    expect(lately.of(stream)).toBeNull();
  });

  test("answers what comes late as it did, and stays packed", async () => {
    const stream = await packed();
    const again = () => store.handle({ ...finish(stream, "OT"), lasting: true });
    expect(await again()).toMatchObject({ type: "accepted", repeated: true });
    await forget(`finish:${stream}:OT`);
    expect(await again()).toEqual({ type: "forgotten", repeated: true });
    const unknown = { ...finish(stream, "OT", `late:${stream}`), lasting: true };
    expect(await store.handle(unknown)).toMatchObject({ type: "refused", repeated: false });
    await forget(`late:${stream}`);
    expect(await store.handle(unknown)).toMatchObject({ type: "forgotten" });
    expect(await redis.llen(`${prefix}s:${stream}`)).toBe(1);
  });

  test("is not unpacked for an answer that changes nothing", async () => {
    const stream = await packed();
    const only = {
      ...errandOf(stream),
      stream,
      commandId: `only:${stream}`,
      decide: () => ({ events: [], answer: 1 }),
    };
    expect(await store.handle(only)).toMatchObject({ type: "accepted" });
    expect(await redis.llen(`${prefix}s:${stream}`)).toBe(1);
    expect((await store.load(stream)).version).toBe(2);
  });

  test("is as it was when something happens after all, with its places, commands and chain, and is packed again later", async () => {
    const stream = await over();
    const fields = await redis.hgetall(`${prefix}pl:${placesOf(stream)[0]}`);
    const before = await store.load(stream);
    await packing.pack(stream, packable(stream));
    expect(await addTo(stream)).toMatchObject({ type: "accepted" });
    const { events } = await store.load(stream);
    expect(events.slice(0, 2)).toEqual(before.events);
    expect(events).toHaveLength(3);
    expect(await store.verifyChain(stream)).toMatchObject({ type: "intact", version: 3 });
    const { pause, mark, ...kept } = fields;
    expect(await redis.hgetall(`${prefix}pl:${placesOf(stream)[0]}`)).toMatchObject(kept);
    expect(pause).toBe("1");
    expect(mark).toBe("7");
    expect(await redis.hkeys(`${prefix}k:${stream}`)).toHaveLength(2);
    expect(await redis.zscore(`${prefix}packed`, stream)).toBeNull();
    const lane = laneOf({ adapter: "web", conversation: "OT" });
    expect(await redis.zscore(`${prefix}d:${lane}`, placesOf(stream)[1] ?? "")).not.toBeNull();
    await allSaid(stream);
    expect(await packing.pack(stream, packable(stream))).toBe("packed");
    expect(await store.verifyChain(stream)).toMatchObject({ type: "intact", version: 3 });
  });

  test("is heard in its threads again when something happens after all, though a release before packing dropped them", async () => {
    const stream = await over();
    const [asker = "", owner = ""] = placesOf(stream);
    const mine = { adapter: "web", conversation: "ASKERS", thread: `T-${stream}` } as const;
    const posted = { adapter: "web", conversation: "OT", thread: `m-${owner}` } as const;
    const direct = { adapter: "web", conversation: "D-OT", thread: `m-${owner}` } as const;
    const card = { adapter: "web", conversation: "D-OT", thread: null, message: `m-${owner}` };
    await redis.hset(`${prefix}pl:${owner}`, { card: JSON.stringify(card) });
    await packing.pack(stream, packable(stream));
    await redis.del(`${prefix}threads`);
    await addTo(stream);
    expect(await store.placeOfThread(mine, true)).toBe(asker);
    expect(await store.placeOfThread(posted, true)).toBe(owner);
    expect(await store.placeOfThread(direct, true)).toBe(owner);
  });

  test("keeps the threads that are another's by now", async () => {
    const stream = await packed();
    const spot = { adapter: "web", conversation: "ASKERS", thread: `T-${stream}` } as const;
    const another = placeId(aStream(), "asker");
    await redis.hset(`${prefix}threads`, `web/ASKERS/T-${stream}`, another);
    await addTo(stream);
    expect(await store.placeOfThread(spot, true)).toBe(another);
  });

  test("is packed whatever order Redis has the fields of a place in, which changes while a hash grows", async () => {
    const stream = await over();
    const [place = ""] = placesOf(stream);
    for (let n = 0; n < 1_030; n += 1) await redis.hset(`${prefix}pl:${place}`, `field-${n}`, "x");
    expect(await packing.pack(stream, packable(stream))).toBe("packed");
    await addTo(stream);
    expect(await redis.hlen(`${prefix}pl:${place}`)).toBeGreaterThan(1_030);
  });

  test("is unpacked once when many at once want to add to it, and nobody's addition is lost", async () => {
    const stream = await packed();
    const ids = Array.from({ length: 8 }, (_, n) => `missing:${n}:${stream}`);
    await Promise.all(ids.map((id) => corner.another().handle(reportMissing(stream, 0, id))));
    expect(await store.verifyChain(stream)).toMatchObject({ type: "intact", version: 2 + ids.length });
  });
});

describe("what is over stays as it is", () => {
  test.each<{ why: string; meddle: (stream: StreamId) => Promise<unknown> }>([
    { why: "while a wake is to come", meddle: (stream) => redis.zadd(`${prefix}wakes`, 1, stream) },
    { why: "while a wake is handled", meddle: (stream) => redis.zadd(`${prefix}wakes:leased`, 1, stream) },
    { why: "while it is to be looked at anew", meddle: (stream) => redis.zadd(`${prefix}revisits`, 1, stream) },
    {
      why: "while something is owed in a place",
      meddle: (stream) => redis.zadd(`${prefix}d:web:OT`, 1, placesOf(stream)[1] ?? ""),
    },
    { why: "when it ends by itself", meddle: (stream) => redis.pexpire(`${prefix}s:${stream}`, 60_000) },
  ])("$why", async ({ meddle }) => {
    const stream = await over();
    await meddle(stream);
    expect(await packing.pack(stream, packable(stream))).toBe("waits");
    expect(await redis.llen(`${prefix}s:${stream}`)).toBe(2);
    await redis.del(`${prefix}wakes`, `${prefix}wakes:leased`, `${prefix}revisits`, `${prefix}d:web:OT`);
  });

  test("when its chain is broken, and says where: what is packed looks as if it had been written so", async () => {
    const stream = await over();
    const [, second = ""] = await redis.lrange(`${prefix}s:${stream}`, 0, -1);
    await redis.lset(`${prefix}s:${stream}`, 1, second.replace("OT", "IT"));
    await expect(packing.pack(stream, packable(stream))).rejects.toMatchObject({ code: "CHAIN_BROKEN" });
    expect(await store.verifyChain(stream)).toEqual({ type: "broken", brokenAt: 2 });
    expect(await redis.llen(`${prefix}s:${stream}`)).toBe(2);
  });

  test.each<{ what: string; meddle: (stream: StreamId) => Promise<unknown> }>([
    { what: "an event came", meddle: (stream) => addTo(stream) },
    { what: "it was packed by somebody else", meddle: (stream) => packing.pack(stream, packable(stream)) },
    { what: "a wake is to come", meddle: (stream) => redis.zadd(`${prefix}wakes`, 1, stream) },
    {
      what: "a place has another card",
      meddle: (stream) => redis.hset(`${prefix}pl:${placesOf(stream)[0]}`, "card", '"unnamed"'),
    },
    {
      what: "something is owed in a place",
      meddle: (stream) => redis.zadd(`${prefix}d:web:OT`, 1, placesOf(stream)[1] ?? ""),
    },
    {
      what: "a command was refused",
      meddle: (stream) => store.handle({ ...finish(stream, "OT", `late:${stream}`), lasting: true }),
    },
  ])("when, since it was looked at, $what; and nothing of that is lost", async ({ meddle }) => {
    const stream = await over();
    let before: readonly Buffer[] = [];
    const slow = createPacking(redis, prefix, async () => {
      await meddle(stream);
      before = await redis.lrangeBuffer(`${prefix}s:${stream}`, 0, -1);
    });
    expect(await slow.pack(stream, packable(stream))).toBe("waits");
    expect(await redis.lrangeBuffer(`${prefix}s:${stream}`, 0, -1)).toEqual(before);
    expect(await store.verifyChain(stream)).toMatchObject({ type: "intact" });
    await redis.del(`${prefix}wakes`, `${prefix}d:web:OT`);
  });
});

describe("what was packed and then changed by somebody", () => {
  test("is named by the audit, at its event, and nothing is added to it", async () => {
    const stream = await packed();
    const element = await redis.lindexBuffer(`${prefix}s:${stream}`, 0);
    const other = await packed();
    const foreign = await redis.lindexBuffer(`${prefix}s:${other}`, 0);
    await redis.lset(`${prefix}s:${stream}`, 0, foreign ?? "");
    expect(await store.verifyChain(stream)).toEqual({ type: "broken", brokenAt: 1 });
    await expect(addTo(stream)).rejects.toMatchObject({ code: "CHAIN_BROKEN" });
    expect(await redis.lindexBuffer(`${prefix}s:${stream}`, 0)).toEqual(foreign);
    await redis.lset(`${prefix}s:${stream}`, 0, element ?? "");
    expect(await store.verifyChain(stream)).toMatchObject({ type: "intact" });
  });

  test("is missed when it is gone", async () => {
    const stream = await packed();
    await redis.del(`${prefix}s:${stream}`);
    expect(await missingHistories(redis, prefix)).toEqual([{ stream, what: "has 0 events, and had 2" }]);
    await expect(store.load(stream)).rejects.toMatchObject({ code: "CHAIN_BROKEN" });
    await redis.del(`${prefix}p:${stream}`);
  });
});

describe("what is to be packed", () => {
  test("is given to one process at a time", async () => {
    const streams = [aStream(), aStream()];
    await redis.del(`${prefix}packs`);
    for (const stream of streams) await redis.zadd(`${prefix}packs`, 0, stream);
    const taken = await Promise.all([packing.take(1), packing.take(5), createPacking(redis, prefix).take(5)]);
    expect(taken.flat().toSorted()).toEqual(streams.toSorted());
    await redis.del(`${prefix}packs`);
  });

  test("is what was over before, and not what is packed or waits for an instant", async () => {
    const [older, done, waiting] = [await over(), await packed(), aStream()];
    await store.handle(ask(waiting, ["OT", "LEAD"]));
    await redis.del(`${prefix}packs`);
    await packing.queue([older, done, waiting]);
    expect(await packing.take(10)).toEqual([older]);
  });

  test("is also what somebody unpacked who died before anything was added to it", async () => {
    const stream = await packed();
    await unpack(redis, prefix, stream);
    expect(await store.verifyChain(stream)).toMatchObject({ type: "intact", version: 2 });
    expect(await redis.zscore(`${prefix}packs`, stream)).not.toBeNull();
    expect(await packing.pack(stream, packable(stream))).toBe("packed");
  });

  test("is also what a process closes that was told of the older form, as it was before somebody wanted the record compact", async () => {
    for (const form of [LOOSE, { keepsOnce: true, packs: false }]) {
      const [stream, older] = [aStream(), corner.another({ form })];
      await store.handle(ask(stream, ["OT"]));
      const closes = finish(stream, "OT");
      await older.handle({ ...closes, project: (...given) => ({ ...closes.project(...given), packsAt: at }) });
      expect(await redis.zscore(`${prefix}packs`, stream)).toBe(String(at));
    }
  });

  test("is unpacked by nobody for nothing", async () => {
    const stream = await over();
    await unpack(redis, prefix, stream);
    expect(await redis.llen(`${prefix}s:${stream}`)).toBe(2);
  });
});
