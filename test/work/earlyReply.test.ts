import type { Spot } from "../../src/adapter.ts";
import { laneOf, placeId } from "../../src/store/types.ts";
import { aStream, ask } from "../support/errand.ts";
import { useLanes } from "../support/useLanes.ts";

const { store, lanes, claim } = useLanes();

/** A message that stands at the platform, while what it is has not been recorded yet: its writer may have died. */
async function saidAndNotRecorded(thread: Spot["thread"]) {
  const stream = aStream();
  const spot = { adapter: "web", conversation: `OT-${stream}`, thread } as const;
  await store.handle(ask(stream, [spot.conversation]));
  const turn = { lane: laneOf(spot), token: "writer" };
  await claim(turn);
  const covers = [{ place: placeId(stream, "owner-0"), cursor: 1, shown: null, card: true }];
  const effect = `${stream}.owner-0@card-0`;
  await lanes.begin(turn, 0, { effect, spot, covers, asks: [] }, []);
  const record = () => lanes.record(turn, { effect, posted: { ...spot, message: "m1" }, covers });
  const backOff = () => lanes.stop(turn, { why: "backoff" }, true);
  return { stream, record, backOff, under: (root: string): Spot => ({ ...spot, thread: root }) };
}

describe("a reply that comes before the message it answers is recorded", () => {
  test("is asked to come again, and then belongs to the request", async () => {
    const { stream, record, under } = await saidAndNotRecorded(null);
    await expect(store.placeOfThread(under("m1"), true)).rejects.toMatchObject({ code: "STORE_AWAY" });
    await record();
    expect(await store.placeOfThread(under("m1"), true)).toBe(placeId(stream, "owner-0"));
  });

  test("keeps nobody waiting who begins something new meanwhile", async () => {
    const { under } = await saidAndNotRecorded(null);
    expect(await store.placeOfThread(under("m2"), false)).toBeNull();
  });

  test("keeps nobody waiting while the platform is away, and what is to be said there waits for it", async () => {
    const { backOff, under } = await saidAndNotRecorded(null);
    await backOff();
    expect(await store.placeOfThread(under("m1"), true)).toBeNull();
  });

  test("keeps nobody waiting where Referee speaks in a thread that is known", async () => {
    const { under } = await saidAndNotRecorded("m0");
    expect(await store.placeOfThread(under("m1"), true)).toBeNull();
  });
});
