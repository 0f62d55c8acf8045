import { randomUUID } from "node:crypto";
import type { Spot } from "../../src/adapter.ts";
import { DAY_MS, type EpochMs, later, MINUTE_MS } from "../../src/clock.ts";
import { type Append, laneOf, type PlaceId, placeId, type StreamId } from "../../src/store/types.ts";
import { createLanes } from "../../src/work/lanes.ts";
import { lookForWork } from "../../src/work/leaseScript.ts";
import { aStream } from "../support/errand.ts";
import { useStore } from "../support/useStore.ts";

const LEASE_MS = DAY_MS;
const corner = useStore();
const { store, redis, prefix } = corner;

/** One more event of a history as it stands. */
async function happens(stream: StreamId, wakeAt: EpochMs | null, touches: Append["touches"] = []): Promise<void> {
  const { version, head } = await store.load(stream);
  const said = await store.append({
    ...{ commandId: randomUUID(), stream, expected: { version, head }, events: [`{"n":${version}}`], answer: '""' },
    ...{ projection: {}, indexes: [], revisits: [], guards: [], wakeAt, touches },
  });
  expect(said.type).toBe("appended");
}

const wakesOf = async (stream: StreamId) => {
  const { wakes } = await lookForWork(redis, prefix, LEASE_MS, 1_000);
  return wakes.filter((wake) => wake.stream === stream);
};
const inPast = async () => later(await store.plantNow(), -MINUTE_MS);

describe("a request that is being looked at", () => {
  test("is looked at by nobody else because something happened to it that leaves what is due", async () => {
    const stream = aStream();
    const due = await inPast();
    await happens(stream, due);
    expect(await wakesOf(stream)).toMatchObject([{ scheduledFor: due }]);
    await happens(stream, due);
    expect(await wakesOf(stream)).toEqual([]);
  });

  test("is looked at once more, and at once, where something else fell due by what happened", async () => {
    const stream = aStream();
    const due = await inPast();
    await happens(stream, due);
    await wakesOf(stream);
    const sooner = later(due, -MINUTE_MS);
    await happens(stream, sooner);
    expect(await wakesOf(stream)).toMatchObject([{ scheduledFor: sooner }]);
  });

  test("is not looked at any more where nothing is due", async () => {
    const stream = aStream();
    await happens(stream, await inPast());
    await wakesOf(stream);
    await happens(stream, null);
    expect(await redis.hget(`${prefix}wakes:info`, stream)).toBeNull();
    expect(await wakesOf(stream)).toEqual([]);
  });
});

describe("what a place has told", () => {
  const lanes = createLanes(redis, prefix, { leaseMs: LEASE_MS, backoffMs: { first: 1, longest: 1 } });

  /** A place that somebody speaks in. */
  async function spoken() {
    const stream = aStream();
    const spot: Spot = { adapter: "web", conversation: `C-${stream}`, thread: null };
    const [place, lane] = [placeId(stream, "asker"), laneOf(spot)];
    await happens(stream, null, [{ place, lane, spot, tryAgain: false }]);
    const { lanes: leased } = await lookForWork(redis, prefix, LEASE_MS, 1_000);
    const lease = leased.find((each) => each.lane === lane)?.lease;
    if (lease === undefined) throw new Error("nobody is to speak there");
    const turn = { lane, token: randomUUID() };
    const claimed = await lanes.claim(turn, lease);
    return { place, turn, claimed };
  }
  const told = (place: PlaceId, cursor: number) => ({
    ...{ effect: null, posted: null },
    covers: [{ place, cursor, shown: null }],
  });

  test("is never taken back by something said beside it that knew of less", async () => {
    const { place, turn, claimed } = await spoken();
    expect(claimed?.places.map(({ cursor }) => cursor)).toEqual([0]);
    await lanes.record(turn, told(place, 7));
    await lanes.record(turn, told(place, 3));
    expect(await redis.hget(`${prefix}pl:${place}`, "cursor")).toBe("7");
    await lanes.record(turn, told(place, 8));
    expect(await redis.hget(`${prefix}pl:${place}`, "cursor")).toBe("8");
  });

  test("is not moved by somebody who has lost the conversation to another", async () => {
    const { place, turn } = await spoken();
    expect(await lanes.record({ ...turn, token: "another" }, told(place, 5))).toMatchObject({ type: "lost" });
    expect(await redis.hget(`${prefix}pl:${place}`, "cursor")).toBeNull();
  });
});
