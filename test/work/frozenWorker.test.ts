import type { Posted } from "../../src/adapter.ts";
import { laneOf, placeId } from "../../src/store/types.ts";
import type { Turn } from "../../src/work/lanes.ts";
import { aStream, ask } from "../support/errand.ts";
import { useLanes } from "../support/useLanes.ts";

const { store, redis, prefix, lanes, claim } = useLanes();

/** Two workers in one lane: the first wrote its intent and was frozen, its lease ran out, the second holds the lane. */
async function frozenAndNext() {
  const stream = aStream();
  const spot = { adapter: "web", conversation: `OT-${stream}`, thread: null } as const;
  const lane = laneOf(spot);
  await store.handle(ask(stream, [spot.conversation]));
  const worker = async (token: string) => {
    const turn: Turn = { lane, token };
    return { turn, claimed: (await claim(turn)).claimed };
  };
  const frozen = await worker("frozen");
  const place = placeId(stream, "owner-0");
  const effect = `ping:${place}`;
  const covers = [{ place, cursor: 1, shown: null, card: false }];
  await lanes.begin(frozen.turn, 0, { effect, spot, covers, asks: [] }, []);
  await redis.zadd(`${prefix}lanes:leased`, 0, lane);
  const next = await worker("next");
  const message = (id: string): Posted => ({ ...spot, message: id });
  const record = ({ turn }: typeof frozen, id: string) => lanes.record(turn, { effect, posted: message(id), covers });
  return { frozen, next, effect, place, record, message };
}

describe("a worker that comes back after its lane was given to another", () => {
  test("finds that the other knows what it had begun", async () => {
    const { next, effect } = await frozenAndNext();
    expect(next.claimed?.intent).toMatchObject({ effect });
  });

  test("may do nothing in the lane any more", async () => {
    const { frozen, place } = await frozenAndNext();
    expect(await lanes.begin(frozen.turn, 0, null, [])).toEqual({ type: "lost" });
    expect(await lanes.settle(frozen.turn, [])).toEqual({ type: "lost" });
    expect(await lanes.block(frozen.turn, [place], "gone")).toBe(false);
    expect(await lanes.hold(frozen.turn, [place])).toBe(false);
    expect(await lanes.stop(frozen.turn, { why: "backoff" }, false)).toBe(false);
  });

  test("keeps its message when the other has not said it yet, and the other finds it", async () => {
    const { frozen, effect, record, message } = await frozenAndNext();
    expect(await record(frozen, "m1")).toMatchObject({ type: "lost", posted: message("m1") });
    expect(await lanes.saidBefore(effect)).toEqual(message("m1"));
  });

  test("hears which message counts when the other was quicker", async () => {
    const { frozen, next, record, message } = await frozenAndNext();
    expect(await record(next, "m2")).toMatchObject({ type: "recorded", posted: message("m2") });
    expect(await record(frozen, "m1")).toMatchObject({ type: "lost", posted: message("m2") });
  });

  test("hears that its message counts for nothing when it was given up meanwhile", async () => {
    const { frozen, next, effect, record, message } = await frozenAndNext();
    expect(await lanes.dropIntent(next.turn, effect)).toEqual({ type: "dropped" });
    expect(await record(frozen, "m1")).toMatchObject({ type: "lost", posted: null });
    expect(await record(next, "m2")).toMatchObject({ type: "recorded", posted: message("m2") });
  });

  test("is not given up by the other when it spoke at the last moment", async () => {
    const { frozen, next, effect, record, message } = await frozenAndNext();
    await record(frozen, "m1");
    expect(await lanes.dropIntent(next.turn, effect)).toEqual({ type: "said", posted: message("m1") });
  });

  test("makes a card be drawn again that it may have drawn over with an older picture", async () => {
    const { frozen, next, place, message } = await frozenAndNext();
    const cover = { place, cursor: 1, shown: "new" };
    await lanes.record(next.turn, { effect: null, posted: message("m1"), covers: [cover] });
    await lanes.settle(next.turn, next.claimed?.places ?? []);
    await lanes.record(frozen.turn, { effect: null, posted: message("m1"), covers: [{ ...cover, shown: "old" }] });
    expect(await redis.hget(`${prefix}pl:${place}`, "shown")).toBeNull();
    expect(await redis.zscore(`${prefix}lanes:ready`, frozen.turn.lane)).not.toBeNull();
  });
});

describe("a job that BullMQ runs twice", () => {
  test("speaks once: the second run is told that the lane is taken", async () => {
    const stream = aStream();
    const conversation = `OT-${stream}`;
    await store.handle(ask(stream, [conversation]));
    const lane = laneOf({ adapter: "web", conversation });
    const { lease, claimed } = await claim({ lane, token: "first" });
    expect(claimed).not.toBeNull();
    expect((await claim({ lane, token: "second" }, lease)).claimed).toBeNull();
  });
});
