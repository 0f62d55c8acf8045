import { laneOf, type PlaceId, placeId, streamOfPlace, type Touch, type Weight } from "../../src/store/types.ts";
import { createLanes, REDRAWS } from "../../src/work/lanes.ts";
import { lookForWork } from "../../src/work/leaseScript.ts";
import { aStream, ask, errandOf, finish } from "../support/errand.ts";
import { useCommandCount } from "../support/useCommandCount.ts";
import { useLanes } from "../support/useLanes.ts";
import { useWork } from "../support/useWork.ts";

const owner = (name: string) => `${name}-${aStream().slice(-6)}`;
const CARDS = 40;
const TIMINGS = { leaseMs: 5_000, backoffMs: { first: 10, longest: 100 } };

describe("a conversation in which far more cards changed than may be changed at once", () => {
  const planned: string[] = [];
  const { store, chat, calm } = useWork({
    pacing: { update: { capacity: 2, perSecond: 25 } },
    onPlan: (places) => planned.push(...places),
  });

  test("has each drawn when it changed and when it may be shown, and gets all of them", async () => {
    const [ot, streams] = [owner("OT"), Array.from({ length: CARDS }, aStream)];
    await Promise.all(streams.map((stream) => store.handle(ask(stream, [ot]))));
    await calm();
    planned.length = 0;
    await Promise.all(streams.map((stream) => store.handle(finish(stream, ot))));
    await calm();
    const cards = chat.messages.filter(({ thread }) => thread !== null).map(({ text }) => text);
    expect(cards.filter((text) => text.endsWith(": finished v2"))).toHaveLength(CARDS);
    expect(planned.filter((place) => place.endsWith(".asker")).length).toBeLessThanOrEqual(2 * CARDS);
  });
});

describe("what waits in a lane", () => {
  const { store, lanes, claim } = useLanes();
  const counted = useCommandCount();

  /** An errand that is shown in one conversation with all the others. */
  async function shown(conversation: string, weight: Weight, on = store, stream = aStream()): Promise<PlaceId> {
    const { project, ...errand } = errandOf(stream);
    const spot = { adapter: "web" as const, conversation, thread: null };
    const touch: Touch = { place: placeId(stream, "owner-0"), lane: laneOf(spot), spot, tryAgain: false, weight };
    await on.handle({
      ...errand,
      ...{ stream, commandId: `shown:${stream}:${Math.random()}` },
      project: (...state) => ({ ...project(...state), touches: [touch] }),
      decide: ({ at }) => ({ events: [{ type: "asked" as const, owners: ["OT"], patienceMs: 1, at }], answer: null }),
    });
    return touch.place;
  }

  test("for the budget of cards goes behind what people wait for, before what is only drawn again, and asks for no look", async () => {
    const lane = laneOf({ adapter: "web", conversation: "WAITS" });
    const [card, redrawn] = [await shown("WAITS", "usual"), await shown("WAITS", "redraw")];
    const first = (await claim({ lane, token: "one" })).claimed?.places ?? [];
    expect(first).toMatchObject([{ id: card, rank: 0 }]);
    await lanes.wait({ lane, token: "one" }, 60_000, "cards", first);
    expect((await claim({ lane, token: "two" })).claimed).toBeNull();
    await shown("WAITS", "redraw");
    expect((await claim({ lane, token: "three" })).claimed).toBeNull();
    const pressed = await shown("WAITS", "usual");
    const turn = { lane, token: "four" };
    const now = (await claim(turn)).claimed?.places ?? [];
    expect(now.map(({ id }) => id)).toEqual([pressed]);
    await lanes.wait(turn, 0, "cards", now);
    const last = { lane, token: "five" };
    const waiting = (await claim(last)).claimed?.places ?? [];
    expect(waiting.map(({ id, rank }) => [id, rank])).toEqual([
      [card, -1],
      [pressed, -1],
    ]);
    const next = await lanes.settle(last, waiting);
    expect(next.type === "more" && next.places.map(({ id, rank }) => [id, rank])[0]).toEqual([redrawn, REDRAWS]);
  });

  test("and has something new is looked at as if it had not waited", async () => {
    const lane = laneOf({ adapter: "web", conversation: "ANEW" });
    const card = await shown("ANEW", "usual");
    const places = (await claim({ lane, token: "one" })).claimed?.places ?? [];
    await shown("ANEW", "usual", store, streamOfPlace(card));
    await lanes.wait({ lane, token: "one" }, 60_000, "cards", places);
    expect((await claim({ lane, token: "two" })).claimed?.places).toMatchObject([{ id: card, rank: 0 }]);
  });

  test("has a turn of its own in each of many lanes, which a lane keeps that asks once more", async () => {
    const bucket = { name: "web:update", capacity: 1, perSecond: 0.1 };
    /** How long a card in that conversation is told to wait. */
    const asks = async (conversation: string) => {
      const turn = { lane: laneOf({ adapter: "web", conversation }), token: `${Math.random()}` };
      await shown(conversation, "usual");
      const { claimed } = await claim(turn);
      const begun = await lanes.beginChange(turn, 0, [bucket]);
      if (begun.type !== "wait") {
        await lanes.settle(turn, claimed?.places ?? []);
        return begun.type;
      }
      await lanes.wait(turn, begun.waitMs, "cards", claimed?.places ?? []);
      return Math.round(begun.waitMs / 10_000);
    };
    expect([await asks("A"), await asks("B"), await asks("C"), await asks("D")]).toEqual(["go", 1, 2, 3]);
    expect([await asks("B"), await asks("C"), await asks("E")]).toEqual([1, 2, 4]);
  });

  test("costs a lane that is given back the same, however much it is", async () => {
    const { redis, prefix, store: own, commands } = counted();
    const its = createLanes(redis, prefix, TIMINGS);
    const cost = async (many: number) => {
      const turn = { lane: laneOf({ adapter: "web", conversation: `MANY-${many}` }), token: "one" };
      for (let n = 0; n < many; n += 1) await shown(`MANY-${many}`, "redraw", own);
      const [leased] = (await lookForWork(redis, prefix, TIMINGS.leaseMs, 100)).lanes;
      expect((await its.claim(turn, leased?.lease ?? 0))?.places).toHaveLength(Math.min(many, 5));
      return commands(() => its.wait(turn, 60_000, "redraws", []));
    };
    expect(await cost(150)).toBeLessThanOrEqual((await cost(3)) + 1);
  });
});
