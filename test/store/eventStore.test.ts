import { Redis } from "ioredis";
import { RefereeError } from "../../src/errors.ts";
import { type Append, laneOf, placeId, StreamId } from "../../src/store/types.ts";
import { aStream, ask, finish, lookAgain } from "../support/errand.ts";
import { useStore } from "../support/useStore.ts";

const corner = useStore();
const { store, redis, prefix } = corner;

function anAppend(stream: StreamId, overrides: Partial<Append> = {}): Append {
  return {
    commandId: `command:${stream}`,
    stream,
    expected: { version: 0, head: stream },
    events: ['{"type":"asked"}'],
    answer: '"yes"',
    projection: {},
    indexes: [],
    wakeAt: null,
    touches: [],
    revisits: [],
    guards: [],
    ...overrides,
  };
}

/** What was reported of one history, by code. */
function reportsOf(stream: StreamId): readonly string[] {
  return corner.rollbacks.filter(({ message }) => message.includes(stream)).map(({ code }) => code);
}

/** Everything the installation holds, to show that nothing was written. */
async function everything(): Promise<string> {
  const keys = await corner.keys();
  const dumps = await Promise.all(keys.map((key) => redis.dump(key)));
  return JSON.stringify([keys, dumps]);
}

describe("an append", () => {
  test("adds the events to the history, in order", async () => {
    const stream = aStream();
    await store.append(anAppend(stream, { events: ["one", "two"] }));
    expect(await store.load(stream)).toMatchObject({ events: ["one", "two"], version: 2 });
  });

  test("counts once in the installation, however many events it has", async () => {
    const first = await store.append(anAppend(aStream()));
    const second = await store.append(anAppend(aStream(), { events: ["one", "two", "three"] }));
    expect(second).toMatchObject({ type: "appended", version: 3 });
    expect(second.type === "appended" && first.type === "appended" && second.counter - first.counter).toBe(1);
  });

  test("changes nothing at all when somebody else was first", async () => {
    const stream = aStream();
    const spot = { adapter: "web", conversation: "C1", thread: null } as const;
    await store.append(anAppend(stream));
    const before = await everything();
    const late = anAppend(stream, {
      commandId: "late",
      projection: { status: "open" },
      indexes: [{ name: "open", score: 1 }],
      touches: [{ place: placeId(stream, "asker"), lane: laneOf(spot), spot, tryAgain: false }],
    });
    expect(await store.append(late)).toEqual({ type: "conflict" });
    expect(await everything()).toBe(before);
  });

  test("changes nothing when a history of the same length is not the one that was read", async () => {
    const stream = aStream();
    await store.append(anAppend(stream));
    const other = anAppend(stream, { commandId: "other", expected: { version: 1, head: "f".repeat(64) } });
    expect(await store.append(other)).toEqual({ type: "conflict" });
  });

  test("gives a repeated command the first answer, whatever it asks for now", async () => {
    const stream = aStream();
    await store.append(anAppend(stream, { answer: '"first"' }));
    const repeat = anAppend(stream, { answer: '"second"', events: ["more"] });
    expect(await store.append(repeat)).toEqual({ type: "known", answer: '"first"' });
    expect((await store.load(stream)).version).toBe(1);
  });

  test("gives out a number only once, even to two histories at the same moment", async () => {
    const guards = [{ name: "number:HAM", expected: "", next: "1" }];
    const both = await Promise.all([
      store.append(anAppend(aStream(), { guards })),
      store.append(anAppend(aStream(), { guards })),
    ]);
    expect(both.map(({ type }) => type).toSorted()).toEqual(["appended", "conflict"]);
  });

  test("replaces what is looked up about the history", async () => {
    const stream = aStream();
    await store.append(anAppend(stream, { projection: { status: "open", holder: "ot" } }));
    const { head } = await store.load(stream);
    const next = anAppend(stream, {
      commandId: "next",
      expected: { version: 1, head },
      projection: { status: "done" },
    });
    await store.append(next);
    expect(await store.projection(stream)).toEqual({ status: "done" });
  });

  test("remembers an answer to something that never came to be, and leaves no trace of a history", async () => {
    const stream = aStream();
    await store.append(anAppend(stream, { events: [], projection: { status: "open" } }));
    expect(await store.projection(stream)).toEqual({});
    expect(await store.append(anAppend(stream))).toEqual({ type: "known", answer: '"yes"' });
  });
});

describe("the indexes", () => {
  test("list histories by score, within bounds, and forget those taken out", async () => {
    const [low, middle, high, gone] = [aStream(), aStream(), aStream(), aStream()];
    const scored = async (stream: StreamId, score: number) =>
      await store.append(anAppend(stream, { indexes: [{ name: "due", score }] }));
    await scored(high, 30);
    await scored(low, 10);
    await scored(middle, 20);
    await scored(gone, 15);
    const { head } = await store.load(gone);
    const out = { commandId: "out", expected: { version: 1, head }, indexes: [{ name: "due", score: null }] };
    await store.append(anAppend(gone, out));
    expect(await store.list("due", { limit: 10 })).toEqual([
      { stream: low, score: 10 },
      { stream: middle, score: 20 },
      { stream: high, score: 30 },
    ]);
    expect(await store.list("due", { limit: 1, from: 11 })).toEqual([{ stream: middle, score: 20 }]);
    expect(await store.list("due", { limit: 1, newestFirst: true })).toEqual([{ stream: high, score: 30 }]);
    expect(await store.list("due", { limit: 1, to: 29, newestFirst: true })).toEqual([{ stream: middle, score: 20 }]);
  });
});

describe("the one door", () => {
  test("answers a repeat as it answered the first time, though the first changed everything", async () => {
    const stream = aStream();
    await store.handle(ask(stream, ["OT"]));
    const first = await store.handle(finish(stream, "OT", "press-1"));
    const again = await store.handle(finish(stream, "OT", "press-1"));
    expect(first).toEqual({ type: "accepted", answer: { finishedAt: 2 }, repeated: false });
    expect(again).toEqual({ type: "accepted", answer: { finishedAt: 2 }, repeated: true });
  });

  test("repeats a refusal too, though it would be allowed by now", async () => {
    const stream = aStream();
    await store.handle(ask(stream, ["OT", "LEAD"], { patienceMs: 0 }));
    const refused = { type: "refused", code: "NOT_YOUR_BALL", message: "It is not your turn." };
    expect(await store.handle(finish(stream, "LEAD", "press-2"))).toEqual({ ...refused, repeated: false });
    await store.handle(lookAgain(stream, "look"));
    expect(await store.handle(finish(stream, "LEAD", "press-2"))).toEqual({ ...refused, repeated: true });
    expect(await store.handle(finish(stream, "LEAD", "press-3"))).toMatchObject({ type: "accepted" });
  });

  test("lets exactly one of many processes finish, and tells the others why not", async () => {
    const stream = aStream();
    await store.handle(ask(stream, ["OT"]));
    const processes = Array.from({ length: 5 }, () => corner.another());
    const presses = await Promise.all(
      processes.map((process, n) => process.handle(finish(stream, "OT", `rival-${n}`))),
    );
    expect(presses.filter(({ type }) => type === "accepted")).toHaveLength(1);
    expect(presses.filter(({ type }) => type === "refused")).toHaveLength(4);
    expect((await store.load(stream)).version).toBe(2);
  });

  test("numbers what is sent at once by several processes without a gap or a double", async () => {
    const processes = [corner.another(), corner.another(), corner.another()];
    const send = (n: number) => {
      const plain = ask(aStream(), ["OT"]);
      const decide: typeof plain.decide = (situation) => {
        const last = situation.guards["last:HAM"] ?? "";
        const next = String(Number(last) + 1);
        const guards = [{ name: "last:HAM", expected: last, next }];
        return { ...plain.decide(situation), answer: next, guards };
      };
      return processes[n % 3]?.handle({ ...plain, guardNames: ["last:HAM"], decide });
    };
    const sent = await Promise.all(Array.from({ length: 30 }, (_, n) => send(n)));
    const numbers = sent.map((handled) => (handled?.type === "accepted" ? Number(handled.answer) : 0));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });

  test("never lets time run backwards within a history", async () => {
    const stream = aStream();
    await redis.set(`${prefix}clock`, 3_600_000);
    await store.handle(ask(stream, ["OT"]));
    await redis.set(`${prefix}clock`, 0);
    await store.handle(finish(stream, "OT"));
    const [asked, finished] = (await store.load(stream)).events.map((bytes) => JSON.parse(bytes).at);
    expect(finished).toBe(asked);
  });

  test("says that Redis is away instead of guessing", async () => {
    const nowhere = new Redis({ path: "/nowhere/redis.sock", enableOfflineQueue: false, retryStrategy: null });
    nowhere.on("error", () => undefined);
    const deaf = corner.another({ redis: nowhere });
    await expect(deaf.handle(ask(aStream(), ["OT"]))).rejects.toMatchObject({ code: "STORE_AWAY" });
  });
});

describe("a history somebody meddled with", () => {
  async function finished(): Promise<StreamId> {
    const stream = aStream();
    await store.handle(ask(stream, ["OT"]));
    await store.handle(finish(stream, "OT"));
    return stream;
  }

  test("is intact as long as nobody did", async () => {
    expect(await store.verifyChain(await finished())).toMatchObject({ type: "intact", version: 2 });
  });

  test("shows which event was changed", async () => {
    const stream = await finished();
    const [, second = ""] = await redis.lrange(`${prefix}s:${stream}`, 0, -1);
    await redis.lset(`${prefix}s:${stream}`, 1, second.replace("OT", "IT"));
    expect(await store.verifyChain(stream)).toEqual({ type: "broken", brokenAt: 2 });
  });

  test("is not gone on with when its end was cut off", async () => {
    const stream = await finished();
    await redis.rpop(`${prefix}s:${stream}`);
    await expect(store.handle(finish(stream, "OT", "again"))).rejects.toMatchObject({ code: "CHAIN_BROKEN" });
  });

  test.each([
    ["shorter", (key: string) => redis.rpop(key)],
    ["longer", async (key: string) => redis.rpush(key, (await redis.lindex(key, -1)) ?? "")],
  ])("is read by nobody, also not for the first time, when it is %s than was said of it", async (_, meddle) => {
    const stream = await finished();
    await meddle(`${prefix}s:${stream}`);
    await expect(corner.another().load(stream)).rejects.toMatchObject({ code: "CHAIN_BROKEN" });
    expect(reportsOf(stream)).toEqual(["CHAIN_BROKEN"]);
  });

  test("is read from its beginning where what was read of it before is not what stands there", async () => {
    const stream = await finished();
    const { head } = await store.load(stream);
    expect(await store.load(stream, { version: 2, head })).toMatchObject({ version: 2, from: 2, events: [] });
    const other = await store.load(stream, { version: 1, head: "f".repeat(64) });
    expect(other).toMatchObject({ version: 2, from: 0, head });
    expect(other.events).toHaveLength(2);
  });

  test("raises the alarm when end and projection were cut together, which no hash can show", async () => {
    const stream = await finished();
    await redis.rpop(`${prefix}s:${stream}`);
    await redis.hset(`${prefix}p:${stream}`, "_v", 1);
    await expect(store.load(stream)).rejects.toThrow(RefereeError);
    await expect(store.load(stream)).rejects.toThrow(RefereeError);
    expect(reportsOf(stream)).toEqual(["CHAIN_BROKEN"]);
  });

  test("is told of each request from which something is missing, even where their ids differ in a digit only", async () => {
    const [first, second] = [StreamId.parse("req_00000000a0b1"), StreamId.parse("req_00000000a0b2")];
    for (const stream of [first, second]) {
      await store.handle(ask(stream, ["OT"]));
      await redis.del(`${prefix}s:${stream}`);
      await expect(store.load(stream)).rejects.toThrow(RefereeError);
    }
    expect([first, second].flatMap(reportsOf)).toEqual(["CHAIN_BROKEN", "CHAIN_BROKEN"]);
  });
});

describe("a reply in a thread", () => {
  test("belongs to the place that stands there", async () => {
    const stream = aStream();
    await store.handle(ask(stream, ["OT"]));
    const spot = { adapter: "web", conversation: "ASKERS", thread: `T-${stream}` } as const;
    expect(await store.placeOfThread(spot, true)).toBe(placeId(stream, "asker"));
  });

  test("belongs to nothing where Referee never spoke", async () => {
    expect(await store.placeOfThread({ adapter: "web", conversation: "ASKERS", thread: "T-other" }, true)).toBeNull();
  });
});
