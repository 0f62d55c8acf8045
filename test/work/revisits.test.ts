import { createLog } from "../../src/log.ts";
import { laneOf, type Projected, placeId, type Touch, type Weight } from "../../src/store/types.ts";
import { REDRAWS } from "../../src/work/lanes.ts";
import { createRevisits } from "../../src/work/revisits.ts";
import { aStream, ask, errandOf } from "../support/errand.ts";
import { useLanes } from "../support/useLanes.ts";

const { store, lanes, claim, redis, prefix } = useLanes();
const log = createLog({ level: "silent" });
const timings = { leaseMs: 5_000, backoffMs: { first: 10, longest: 100 } };

const listed = (names: readonly string[]) => names.map((name) => ({ name, score: 1 }));

/** An errand that depends on some things. */
async function dependingOn(...things: readonly string[]) {
  const stream = aStream();
  const command = ask(stream, [`OT-${stream}`]);
  const project: typeof command.project = (...state) => ({ ...command.project(...state), lists: listed(things) });
  await store.handle({ ...command, project });
  return stream;
}

/** Something happens of which other histories are to hear, or which depends on something else now. */
function happens(stream: ReturnType<typeof aStream>, more: Partial<Pick<Projected, "revisits" | "lists">>) {
  const { project, ...errand } = errandOf(stream);
  return store.handle({
    ...errand,
    stream,
    commandId: `happens:${stream}:${Math.random()}`,
    project: (...state) => ({ ...project(...state), ...more }),
    decide: ({ at }) => ({ events: [{ type: "asked" as const, owners: ["OT"], patienceMs: 1, at }], answer: null }),
  });
}

const waiting = async () => (await redis.zrange(`${prefix}revisits`, "0", "-1")).toSorted();

/** Looks until nothing is to be looked at any more, or so often. */
async function lookedAt(onRevisit: (stream: string) => Promise<void> = async () => undefined, often = 100) {
  const seen: string[] = [];
  const revisits = createRevisits({
    ...{ redis, prefix, timings, log },
    onRevisit: async ({ stream }) => {
      seen.push(stream);
      await onRevisit(stream);
    },
  });
  revisits.start();
  while (seen.length < often && (await redis.zcard(`${prefix}revisits`)) > 0) revisits.kick();
  await revisits.stop();
  return seen;
}

afterEach(() => redis.del(`${prefix}revisits`));

describe("a change of something that others depend on", () => {
  test("has those looked at that depend on it, each once", async () => {
    const [one, both] = [await dependingOn("plc-1"), await dependingOn("plc-1", "plc-2")];
    await dependingOn("plc-3");
    await happens(aStream(), { revisits: ["plc-1", "plc-2"] });
    expect((await lookedAt()).toSorted()).toEqual([one, both].toSorted());
    expect(await waiting()).toEqual([]);
  });

  test("touches nobody who depended on it and does no more", async () => {
    const stream = await dependingOn("plc-4");
    await happens(stream, { lists: listed(["plc-5"]) });
    await happens(aStream(), { revisits: ["plc-4"] });
    expect(await waiting()).toEqual([]);
    await happens(aStream(), { revisits: ["plc-5"] });
    expect(await waiting()).toEqual([stream]);
  });

  test("that comes while one is being looked at has it looked at once more", async () => {
    const stream = await dependingOn("plc-6");
    await happens(aStream(), { revisits: ["plc-6"] });
    let again = true;
    const seen = await lookedAt(async () => {
      if (again) await happens(aStream(), { revisits: ["plc-6"] });
      again = false;
    });
    expect(seen).toEqual([stream, stream]);
  });

  test("is not forgotten when looking at it fails, or when its process dies", async () => {
    const stream = await dependingOn("plc-7");
    await happens(aStream(), { revisits: ["plc-7"] });
    await lookedAt(() => Promise.reject(new Error("not now")), 1);
    expect(await waiting()).toEqual([stream]);
  });

  test("is looked at by one of two processes", async () => {
    const streams = await Promise.all(Array.from({ length: 6 }, () => dependingOn("plc-8")));
    await happens(aStream(), { revisits: ["plc-8"] });
    const seen = (await Promise.all([lookedAt(), lookedAt()])).flat();
    expect(seen.toSorted()).toEqual(streams.toSorted());
  });
});

describe("cards that may only look different", () => {
  /** An errand that is shown in one conversation with all the others. */
  async function shown(conversation: string, weight: Weight) {
    const stream = aStream();
    const { project, ...errand } = errandOf(stream);
    const spot = { adapter: "web" as const, conversation, thread: null };
    const lane = laneOf(spot);
    const touch: Touch = { place: placeId(stream, "owner-0"), lane, spot, tryAgain: false, weight };
    await store.handle({
      ...errand,
      stream,
      commandId: `shown:${stream}`,
      project: (...state) => ({ ...project(...state), touches: [touch] }),
      decide: ({ at }) => ({ events: [{ type: "asked" as const, owners: ["OT"], patienceMs: 1, at }], answer: null }),
    });
    return touch.place;
  }

  test("are drawn a few at a time, after everything that people wait for", async () => {
    const lane = laneOf({ adapter: "web", conversation: "FEW" });
    for (let i = 0; i < 12; i++) await shown("FEW", "redraw");
    const pressed = await shown("FEW", "usual");
    const turn = { lane, token: "one" };
    const { claimed } = await claim(turn);
    expect(claimed?.places).toMatchObject([{ id: pressed, rank: 0 }]);
    const next = await lanes.settle(turn, claimed?.places ?? []);
    expect(next.type === "more" && next.places.map(({ rank }) => rank)).toEqual(Array(5).fill(REDRAWS));
    const between = await shown("FEW", "usual");
    const after = await lanes.settle(turn, next.type === "more" ? next.places : []);
    expect(after.type === "more" && after.places.map(({ id }) => id)).toEqual([between]);
    await lanes.stop(turn, { why: "wait", ms: 0 }, false);
  });

  test("that wait for their budget are not looked at before, while a pressed card is", async () => {
    const lane = laneOf({ adapter: "web", conversation: "BUDGET" });
    await shown("BUDGET", "redraw");
    const turn = { lane, token: "two" };
    const { claimed } = await claim(turn);
    expect(claimed?.places.map(({ rank }) => rank)).toEqual([REDRAWS]);
    await lanes.wait(turn, 60_000, "redraws", []);
    await shown("BUDGET", "redraw");
    expect((await claim({ lane, token: "three" })).claimed).toBeNull();
    const pressed = await shown("BUDGET", "usual");
    const now = await claim({ lane, token: "four" });
    expect(now.claimed?.places).toMatchObject([{ id: pressed }]);
    expect(await lanes.settle({ lane, token: "four" }, now.claimed?.places ?? [])).toMatchObject({ type: "released" });
  });
});
