import fc from "fast-check";
import { HOUR_MS } from "../../src/clock.ts";
import { FOLLOWED_MS } from "../../src/store/appendScript.ts";
import { createBoards } from "../../src/store/boards.ts";
import { createHomes } from "../../src/store/homes.ts";
import { type LaneId, laneOf, PlantStreamId, placeId, type Touch } from "../../src/store/types.ts";
import { aStream, errandOf } from "../support/errand.ts";
import { useLanes } from "../support/useLanes.ts";

const { store, redis, prefix, lanes, claim } = useLanes();
const homes = createHomes(redis, prefix);
const boards = createBoards(redis, prefix);
const plant = PlantStreamId.parse("plant_HAM");

type Lists = Readonly<Record<string, number>>;
let commands = 0;

/** A card of a stream that may look different, in a conversation that nobody else looks at. */
function drawnAgain(stream: ReturnType<typeof aStream>): Touch {
  const spot = { adapter: "web" as const, conversation: "ELSEWHERE", thread: null };
  return { place: placeId(stream, "card"), lane: laneOf(spot), spot, tryAgain: false, weight: "redraw" };
}

/** Nothing happens to a stream but that it is drawn again, and it stands in these lists afterwards. */
const looked = (stream: ReturnType<typeof aStream>, lists: Lists) => listed(stream, lists, false);

/** Something happens to a stream, after which it stands in these lists. */
async function listed(stream: ReturnType<typeof aStream>, lists: Lists | null, happens = true): Promise<void> {
  const { project, ...errand } = errandOf(stream);
  commands += 1;
  await store.handle({
    ...errand,
    stream,
    commandId: `${stream}:${commands}`,
    project: (...state) => ({
      ...project(...state),
      touches: happens ? [] : [drawnAgain(stream)],
      ...(lists !== null && { lists: Object.entries(lists).map(([name, score]) => ({ name, score })) }),
    }),
    decide: ({ at }) => ({
      events: happens ? [{ type: "asked" as const, owners: ["OT"], patienceMs: 1, at }] : [],
      answer: null,
    }),
  });
}

async function standsIn(stream: ReturnType<typeof aStream>, names: readonly string[]): Promise<Lists> {
  const found = await Promise.all(
    names.map(async (name) => {
      const hits = await store.list(name, { limit: 1_000 });
      return hits.filter((hit) => hit.stream === stream).map(({ score }) => [name, score] as const);
    }),
  );
  return Object.fromEntries(found.flat());
}

describe("the lists a stream stands in", () => {
  const names = ["waits-a", "waits-b", "asked-c", "ended-d"];
  const change = fc.option(fc.dictionary(fc.constantFrom(...names), fc.integer({ min: -1e14, max: 2e12 })), {
    freq: 4,
  });

  test("are those it was named for last, whatever came before", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const stream = aStream();
        for (const lists of changes) await listed(stream, lists);
        const last = changes.findLast((lists) => lists !== null) ?? {};
        expect(await standsIn(stream, names)).toEqual({ ...last });
      }),
      { numRuns: 60 },
    );
  });
});

/** A home that shows what it watches, in a lane that owes nothing. */
async function homeOf(person: string, watches: readonly string[]) {
  const spot = { adapter: "web" as const, conversation: `home:${person}`, thread: null };
  await homes.open({ stream: plant, name: `home-${person}`, spot, anew: false });
  const place = placeId(plant, `home-${person}-1`);
  await homes.watch(place, watches);
  const lane = laneOf(spot);
  expect(await owing(lane)).toEqual([place]);
  return { place, lane };
}

async function owing(lane: LaneId): Promise<readonly string[]> {
  const turn = { lane, token: `t${commands++}` };
  const { claimed } = await claim(turn);
  const places = claimed?.places ?? [];
  if (claimed !== null) await lanes.settle(turn, places);
  return places.map(({ id }) => id);
}

describe("a home that was opened", () => {
  test("owes once for what comes into a list of its own, moves there, or leaves it, and for nothing else", async () => {
    const { place, lane } = await homeOf("otto", ["waits-otto", "asked-otto"]);
    const stream = aStream();
    await listed(stream, { "waits-sina": 1 });
    expect(await owing(lane)).toEqual([]);
    await listed(stream, { "waits-otto": 1, "asked-otto": 1 });
    expect(await owing(lane)).toEqual([place]);
    await listed(stream, { "waits-otto": 2 });
    await listed(stream, { "waits-otto": 3 });
    expect(await owing(lane)).toEqual([place]);
    await listed(stream, {});
    expect(await owing(lane)).toEqual([place]);
    await listed(stream, {});
    expect(await owing(lane)).toEqual([]);
  });

  test("owes nothing for what was only looked at, unless it moved in a list of its own by that", async () => {
    const { place, lane } = await homeOf("sina", ["waits-sina", "asked-sina"]);
    const stream = aStream();
    await listed(stream, { "waits-sina": 1, "asked-sina": 1 });
    expect(await owing(lane)).toEqual([place]);
    await looked(stream, { "waits-sina": 1, "asked-sina": 1 });
    expect(await owing(lane)).toEqual([]);
    await looked(stream, { "waits-sina": 2, "asked-sina": 1 });
    expect(await owing(lane)).toEqual([place]);
    await looked(stream, { "waits-sina": 2 });
    expect(await owing(lane)).toEqual([place]);
    await looked(stream, { "waits-sina": 2, "asked-sina": 1 });
    expect(await owing(lane)).toEqual([place]);
  });

  test("forgets the lists it is not drawn by any more", async () => {
    const { place, lane } = await homeOf("ole", ["waits-ole"]);
    await homes.watch(place, ["waits-other"]);
    await listed(aStream(), { "waits-ole": 1 });
    expect(await owing(lane)).toEqual([]);
    await listed(aStream(), { "waits-other": 1 });
    expect(await owing(lane)).toEqual([place]);
  });

  test("is left alone once nobody opened it for a week", async () => {
    const { place, lane } = await homeOf("karin", ["waits-karin"]);
    const longAgo = Date.now() - FOLLOWED_MS - HOUR_MS;
    await redis.zadd(`${prefix}w:waits-karin`, longAgo, place);
    await redis.hset(`${prefix}pl:${place}`, "openedAt", longAgo);
    await listed(aStream(), { "waits-karin": 1 });
    expect(await owing(lane)).toEqual([]);
    expect(await redis.zcard(`${prefix}w:waits-karin`)).toBe(0);
    await homes.watch(place, ["waits-karin"]);
    expect(await redis.zcard(`${prefix}w:waits-karin`)).toBe(0);
  });

  test("as a message has two places that take turns, and the newer one is current", async () => {
    const spot = { adapter: "web" as const, conversation: "nils", thread: null };
    const [first, second] = [placeId(plant, "home-nils-1"), placeId(plant, "home-nils-2")];
    const open = () => homes.open({ stream: plant, name: "home-nils", spot, anew: true });
    await open();
    expect(await owing(laneOf(spot))).toEqual([first]);
    await open();
    expect((await owing(laneOf(spot))).toSorted()).toEqual([first, second]);
    expect([await homes.isCurrent(first), await homes.isCurrent(second)]).toEqual([false, true]);
    await open();
    expect([await homes.isCurrent(first), await homes.isCurrent(second)]).toEqual([true, false]);
  });
});

describe("a board", () => {
  test("owes for what changes for as long as it stands, though homes forget what they follow after a week", async () => {
    const spot = { adapter: "web" as const, conversation: "ops-room", thread: null };
    await homes.open({ stream: plant, name: "board", spot, anew: false });
    const place = placeId(plant, "board-1");
    const lane = laneOf(spot);
    expect(await owing(lane)).toEqual([place]);
    await boards.follow(place, "board-HAM");
    await boards.follow(place, "board-HAM");
    await listed(aStream(), { "board-HAM": 1 });
    expect(await owing(lane)).toEqual([place]);
    expect(await redis.pttl(`${prefix}w:board-HAM`)).toBe(-1);
    expect(await redis.zrange(`${prefix}w:board-HAM`, "0", "-1")).toEqual([place]);
  });
});
