import { laneOf, placeId } from "../../src/store/types.ts";
import { withoutGathered } from "../../src/work/gathering.ts";
import { createLanes, type OwingPlace, type Rank } from "../../src/work/lanes.ts";
import type { Say } from "../../src/work/types.ts";
import { chatAdapter, createChat } from "../support/chat.ts";
import { aStream, ask } from "../support/errand.ts";
import { useLanes } from "../support/useLanes.ts";

const { store, redis, prefix, lanes, claim } = useLanes();
const adapter = chatAdapter(createChat(), { gatherMs: 60_000 });
/** Another process that has just begun. */
const restarted = () => createLanes(redis, prefix, { leaseMs: 5_000, backoffMs: { first: 10, longest: 100 } });

/** A ping for somebody in a lane that owes it, and what is drawn there beside it. */
async function owed(rank: Rank = 0) {
  const [stream, ot] = [aStream(), `OT-${aStream().slice(-6)}`];
  await store.handle(ask(stream, [ot]));
  const spot = { adapter: "web", conversation: ot, thread: null } as const;
  const turn = { lane: laneOf(spot), token: aStream() };
  const { claimed } = await claim(turn);
  const planned: readonly OwingPlace[] = claimed?.places ?? [];
  const [place] = planned;
  if (place === undefined) throw new Error(`${ot} owes nothing`);
  const message = { text: "please look", card: null, mention: [] };
  const cover = { place: place.id, cursor: 1, shown: "new" };
  const posted = { adapter: "web", conversation: ot, thread: null, message: "M1" } as const;
  const ping: Say = {
    type: "post",
    effect: "ping",
    spot,
    message,
    covers: [{ ...cover, card: false }],
    gathers: "otto",
  };
  const update: Say = { type: "update", posted, message, covers: [{ ...cover, mark: place.mark }] };
  return { session: { turn, adapter, rank }, place, ping, round: { says: [ping, update], planned } };
}

describe("a ping for somebody who was called in a conversation within the minute", () => {
  test("waits, also after a restart; the card beside it is changed, and the place goes on owing the ping", async () => {
    const { session, place, round } = await owed();
    await lanes.called(session.turn.lane, "otto", 60_000, []);
    const { says, planned } = await withoutGathered(restarted(), session, round);
    expect(says).toMatchObject([{ type: "update", covers: [{ place: place.id, cursor: place.cursor, shown: "new" }] }]);
    expect(says[0]?.covers[0]).not.toHaveProperty("mark");
    expect(planned).toEqual([]);
    expect(await lanes.settle(session.turn, planned)).toMatchObject({ type: "released" });
    expect(await redis.zscore(`${prefix}d:${session.turn.lane}`, place.id)).not.toBeNull();
  });

  test("does not wait when it calls for help, or when somebody else was called", async () => {
    const call = await owed(2);
    await lanes.called(call.session.turn.lane, "otto", 60_000, []);
    expect(await withoutGathered(lanes, call.session, call.round)).toEqual(call.round);
    const other = await owed();
    await lanes.called(other.session.turn.lane, "ole", 60_000, []);
    expect(await withoutGathered(lanes, other.session, other.round)).toEqual(other.round);
  });

  test("is said without a call where a message has listed it: nobody is called to a card twice", async () => {
    const { session, place, ping, round } = await owed();
    await lanes.called(session.turn.lane, "otto", 60_000, [place.id]);
    expect(await withoutGathered(lanes, session, round)).toEqual(round);
    const list: Say = { ...ping, covers: [], lists: [place.id] };
    const again = { says: [list, ping], planned: round.planned };
    expect((await withoutGathered(lanes, session, again)).says).toEqual([ping]);
  });
});

test("a call for help that a message has listed has no right of way any more, and one that it has not listed has", async () => {
  const lane = laneOf({ adapter: "web", conversation: "CALLS" });
  const [listed, other] = [placeId(aStream(), "owner-0"), placeId(aStream(), "owner-0")];
  const calling = String(5 - 2e15);
  for (const place of [listed, other]) {
    await redis.zadd(`${prefix}d:${lane}`, calling, place);
    await redis.hset(`${prefix}pl:${place}`, { mark: "7" });
  }
  await restarted().called(lane, "otto", 1_000, [listed]);
  const scores = await Promise.all([listed, other].map((place) => redis.zscore(`${prefix}d:${lane}`, place)));
  expect(scores.map(Number)).toEqual([7, Number(calling)]);
});
