import { laneOf } from "../../src/store/types.ts";
import type { OwingPlace } from "../../src/work/lanes.ts";
import { aStream, ask } from "../support/errand.ts";
import { useLanes } from "../support/useLanes.ts";

const { store, redis, prefix, lanes, claim } = useLanes();

/** A lane that owes one place a message, and how the last word of it is recorded. */
async function owed() {
  const conversation = `OT-${aStream().slice(-6)}`;
  const stream = aStream();
  await store.handle(ask(stream, [conversation]));
  const spot = { adapter: "web", conversation, thread: null } as const;
  const turn = { lane: laneOf(spot), token: aStream() };
  const settles: readonly OwingPlace[] = (await claim(turn)).claimed?.places ?? [];
  const [place] = settles;
  if (place === undefined) throw new Error(`${conversation} owes nothing`);
  const posted = { ...spot, message: "m1" };
  const covers = [{ place: place.id, cursor: 1, shown: "new", card: true, mark: place.mark }];
  const saying = { effect: `card:${place.id}`, posted, covers, settles };
  return { turn, conversation, place, record: () => lanes.record(turn, saying) };
}

describe("the last that a lane has to say", () => {
  test("gives it back in the step that records it, and nobody has to look for work", async () => {
    const { turn, place, record } = await owed();
    expect(await record()).toMatchObject({ type: "recorded", settled: { type: "released", due: false } });
    expect(await redis.zscore(`${prefix}lanes:leased`, turn.lane)).toBeNull();
    expect(await redis.zscore(`${prefix}lanes:owing`, turn.lane)).toBeNull();
    expect(await redis.hget(`${prefix}pl:${place.id}`, "shown")).toBe("new");
    expect(await lanes.renew(turn)).toBe(false);
  });

  test("tells that another lane waits for its turn", async () => {
    const { record } = await owed();
    await store.handle(ask(aStream(), [`OT-${aStream().slice(-6)}`]));
    expect(await record()).toMatchObject({ settled: { type: "released", due: true } });
  });

  test("keeps it where something came meanwhile", async () => {
    const { turn, conversation, record } = await owed();
    await store.handle(ask(aStream(), [conversation]));
    const { settled } = await record();
    expect(settled).toMatchObject({ type: "more", places: [{ lane: turn.lane }] });
    expect(await lanes.renew(turn)).toBe(true);
  });

  test("is recorded once and settles nothing where it comes again after its answer was lost", async () => {
    const { record, turn } = await owed();
    await record();
    expect(await record()).toMatchObject({ type: "lost", posted: { message: "m1" }, settled: null });
    expect(await redis.zscore(`${prefix}lanes:ready`, turn.lane)).toBeNull();
  });
});
