import { setTimeout as pause } from "node:timers/promises";
import { later, MINUTE_MS } from "../../src/clock.ts";
import { aStream, ask, finish, lookAgain } from "../support/errand.ts";
import { QUICK, useWork } from "../support/useWork.ts";

const SHORT = { ...QUICK, leaseMs: 120, sendTimeoutMs: 40 };

const { store, chat, work, redis, prefix, calm } = useWork();

const owner = (name: string) => `${name}-${aStream().slice(-6)}`;
const ping = (stream: string) => `your turn: ${stream}`;

describe("an owner who does not answer", () => {
  test("is followed by the next when the time is up, and not before", async () => {
    const [stream, ot, lead] = [aStream(), owner("OT"), owner("LEAD")];
    await store.handle(ask(stream, [ot, lead], { patienceMs: 10 * MINUTE_MS }));
    await work.wind(9 * MINUTE_MS);
    expect(chat.seen(lead)).toEqual([]);
    await work.wind(MINUTE_MS);
    expect(chat.seen(lead)).toEqual([ping(stream)]);
  });

  test("is followed by all the others in order, each after their own time, when hours are wound at once", async () => {
    const stream = aStream();
    const owners = [owner("OT"), owner("BACKUP"), owner("LEAD"), owner("OPS")];
    await store.handle(ask(stream, owners, { patienceMs: 30 * MINUTE_MS }));
    await work.wind(3 * 60 * MINUTE_MS);
    const { events } = await store.load(stream);
    const called = events.map((bytes): number => JSON.parse(bytes).at);
    const [asked = 0, ...next] = called;
    expect(next).toHaveLength(3);
    expect(next.map((at) => Math.floor((at - asked) / MINUTE_MS))).toEqual([30, 60, 90]);
    expect(owners.map((each) => chat.seen(each).length)).toEqual([1, 1, 1, 1]);
  });

  test("is followed by nobody once it is finished", async () => {
    const [stream, ot, lead] = [aStream(), owner("OT"), owner("LEAD")];
    await store.handle(ask(stream, [ot, lead], { patienceMs: 10 * MINUTE_MS }));
    await store.handle(finish(stream, ot));
    await work.wind(60 * MINUTE_MS);
    expect(chat.seen(lead)).toEqual([]);
  });
});

describe("winding the clock", () => {
  test("to the next thing due halts exactly there, with everything said", async () => {
    const [stream, ot, lead] = [aStream(), owner("OT"), owner("LEAD")];
    await store.handle(ask(stream, [ot, lead], { patienceMs: 7 * MINUTE_MS }));
    const asked = await store.plantNow();
    const { now, settled } = await work.windToNext();
    expect(settled).toBe(true);
    expect(now - asked).toBeLessThanOrEqual(7 * MINUTE_MS);
    expect(chat.seen(lead)).toEqual([ping(stream)]);
  });

  test("to the next thing due moves nothing when nothing is due", async () => {
    const before = await store.plantNow();
    const { now } = await work.windToNext();
    expect(now - before).toBeLessThan(MINUTE_MS);
  });

  test("never moves it back", async () => {
    await work.wind(60 * MINUTE_MS);
    const before = await store.plantNow();
    await work.wind(-30 * MINUTE_MS);
    expect(await store.plantNow()).toBeGreaterThanOrEqual(before);
  });
});

describe("after an outage", () => {
  test("one missed wake calls one owner, and the next has their full time", async () => {
    const stream = aStream();
    const owners = [owner("OT"), owner("BACKUP"), owner("LEAD")];
    await store.handle(ask(stream, owners, { patienceMs: 5 * MINUTE_MS }));
    await calm();
    await redis.incrby(`${prefix}clock`, 60 * MINUTE_MS); // an hour in which nobody looked
    work.kick();
    await calm();
    expect(owners.map((each) => chat.seen(each).length)).toEqual([1, 1, 0]);
    await work.wind(5 * MINUTE_MS);
    expect(owners.map((each) => chat.seen(each).length)).toEqual([1, 1, 1]);
  });
});

describe("a wake that comes early, late or twice", () => {
  test("changes nothing", async () => {
    const [stream, ot, lead] = [aStream(), owner("OT"), owner("LEAD")];
    await store.handle(ask(stream, [ot, lead], { patienceMs: 30 * MINUTE_MS }));
    await redis.zadd(`${prefix}wakes`, later(await store.plantNow(), -1), stream);
    work.kick();
    await calm();
    expect((await store.load(stream)).version).toBe(1);
    await work.wind(30 * MINUTE_MS);
    expect(chat.seen(lead)).toEqual([ping(stream)]);
  });
});

describe("a wake that nobody understands", () => {
  const deaf = useWork({ onWake: async () => undefined });

  test("is tried again ever more rarely, is said in the log, and holds the time while it is due", async () => {
    await deaf.store.handle(ask(aStream(), [owner("OT"), owner("LEAD")], { patienceMs: 0 }));
    expect(await deaf.work.settled(300)).toBe(false);
    expect(deaf.said.join()).toContain("wake stays due");
    expect(deaf.said.length).toBeLessThan(12);
    expect(await deaf.work.health()).toMatchObject({ oldestDirtyMs: null, oldestWakeMs: expect.any(Number) });
  });
});

describe("wakes that fail, more of them than there is room for", () => {
  const deafTo = new Set<string>();
  const crowded = useWork({
    concurrency: 1,
    onWake: async ({ stream, commandId }) => {
      if (deafTo.has(stream)) throw new Error("nobody understands this one");
      await crowded.store.handle(lookAgain(stream, commandId));
    },
  });

  test("do not keep the others from being looked at", async () => {
    const lost = Array.from({ length: 20 }, () => aStream());
    for (const stream of lost) {
      deafTo.add(stream);
      await crowded.store.handle(ask(stream, [owner("OT"), owner("LEAD")], { patienceMs: 0 }));
    }
    expect(await crowded.work.settled(300)).toBe(false);
    const [stream, ot, lead] = [aStream(), owner("OT"), owner("LEAD")];
    await crowded.store.handle(ask(stream, [ot, lead], { patienceMs: 0 }));
    await crowded.chat.until(() => crowded.chat.seen(lead).includes(ping(stream)));
    expect(crowded.chat.seen(lead)).toEqual([ping(stream)]);
  });
});

describe("wakes that are due at once, more of them than there are hands", () => {
  const handled: string[] = [];
  const few = useWork({
    concurrency: 4,
    onWake: async ({ stream, commandId }) => {
      handled.push(stream);
      await few.store.handle(lookAgain(stream, commandId));
    },
  });

  test("are handled once each, and share their jobs", async () => {
    const streams = Array.from({ length: 40 }, () => aStream());
    const leads = streams.map(() => owner("LEAD"));
    for (const [n, stream] of streams.entries())
      await few.store.handle(ask(stream, [owner("OT"), leads[n] ?? ""], { patienceMs: 5 * MINUTE_MS }));
    await few.calm();
    const jobs = async () => Number(await few.redis.get(`${few.prefix}bull:wake:id`));
    const before = await jobs();
    await few.redis.incrby(`${few.prefix}clock`, 5 * MINUTE_MS);
    few.work.kick();
    await few.chat.until(() => leads.every((lead) => few.chat.seen(lead).length > 0));
    await few.calm();
    expect(leads.map((lead) => few.chat.seen(lead).length)).toEqual(leads.map(() => 1));
    expect(handled.toSorted()).toEqual(streams.toSorted());
    const made = (await jobs()) - before;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(20);
  });
});

/** Three times as long as a lease, which ends in Redis's own time. */
const tooLong = () => pause(3 * SHORT.leaseMs);

describe("a wake that takes longer than its lease", () => {
  const handled: string[] = [];
  const slow = useWork({
    timings: SHORT,
    onWake: async ({ stream, commandId }) => {
      handled.push(stream);
      await tooLong();
      await slow.store.handle(lookAgain(stream, commandId));
    },
  });

  test("is handled once", async () => {
    const [stream, ot, lead] = [aStream(), owner("OT"), owner("LEAD")];
    await slow.store.handle(ask(stream, [ot, lead], { patienceMs: 0 }));
    await slow.calm();
    expect(slow.chat.seen(lead)).toEqual([ping(stream)]);
    expect(handled).toEqual([stream]);
  });
});

describe("a plan that takes longer than its lease", () => {
  const slow = useWork({ timings: SHORT, beforePlan: tooLong });

  test("is said all the same, once", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    await slow.store.handle(ask(stream, [ot]));
    await slow.calm();
    expect(slow.chat.seen(ot)).toEqual([ping(stream)]);
  });
});
