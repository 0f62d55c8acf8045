import { ADAPTIVE_LIMITS } from "../../adapters/adaptive/limits.ts";
import { renderCard } from "../../adapters/adaptive/render.ts";
import { renderHome, renderMessage } from "../../adapters/slack/render.ts";
import { homeCard, sectionCard } from "../../src/card/home/homeCard.ts";
import { AccountId, AdapterName } from "../../src/plant/ids.ts";
import { createHomeReader } from "../../src/referee/homeContents.ts";
import { LIST, listsOf } from "../../src/referee/lists.ts";
import type { World } from "../../src/request/commands.ts";
import { problemsOf } from "../adapters/adaptive/official.ts";
import { checkBlocks, checkView } from "../fakes/slack/blocks.ts";
import { asked, demo, monday, olga, opened } from "../request/scene.ts";
import { aStream, errandOf } from "../support/errand.ts";
import { useStore } from "../support/useStore.ts";
import type { Walk } from "../workflow/walk.ts";

const { store } = useStore();
const MANY = 200;
const ofOtto = AccountId.parse("web:otto");
const ofPaula = AccountId.parse("web:paula");

/** Two hundred requests of which each is at this point. */
async function manyLike(walk: Walk): Promise<void> {
  const lists = listsOf(walk.state, demo);
  await Promise.all(
    Array.from({ length: MANY }, (_, index) => {
      const stream = aStream();
      const { project, ...errand } = errandOf(stream);
      return store.handle({
        ...errand,
        stream,
        commandId: stream,
        project: (...state) => ({
          ...project(...state),
          touches: [],
          lists: lists.map(({ name, score }) => ({ name, score: score + index })),
        }),
        decide: ({ at }) => ({ events: [{ type: "asked" as const, owners: ["OT"], patienceMs: 1, at }], answer: null }),
      });
    }),
  );
}

function readerOf(walk: Walk) {
  const world: World = walk.world;
  const loaded: string[] = [];
  const linked: string[] = [];
  const reader = createHomeReader({
    store: { list: store.list, plantNow: async () => monday("11:00") },
    requests: {
      load: async (request) => {
        loaded.push(request);
        const position = { version: walk.events.length, head: request };
        return { events: walk.events, state: walk.state, now: monday("11:00"), position };
      },
    },
    plants: { whose: async () => demo.code, world: async () => world, all: async () => [demo] },
    linkTo: async (place) => {
      linked.push(place);
      return `https://plant.slack.com/archives/C0OTCONTROLS/p${"1".repeat(16)}?thread_ts=1.000001&cid=C0OTCONTROLS`;
    },
  });
  return { reader, loaded, linked };
}

describe("a home with two hundred entries", () => {
  test("shows the first of each section, counts the others, and looks at no more than it shows", async () => {
    const walk = asked();
    await manyLike(walk);
    const { reader, loaded } = readerOf(walk);
    const watched: string[] = [];
    const { contents } = await reader.contents(ofOtto, async (lists) => void watched.push(...lists));
    expect(contents.waiting.items).toHaveLength(8);
    expect(contents.waiting.left).toBe(MANY - 8);
    expect(loaded.length).toBeLessThan(20);
    expect(watched).toContain(LIST.decides(demo.code, "team-ot-controls"));
  });

  test("lets one read on, five at a time, until nothing is left", async () => {
    const { reader } = readerOf(asked());
    const next = await reader.section(ofOtto, "waiting", 8);
    expect([next.items.length, next.left, next.next]).toEqual([5, MANY - 13, 13]);
    const last = await reader.section(ofOtto, "waiting", MANY - 2);
    expect([last.items.length, last.left]).toEqual([2, 0]);
    const answer = renderMessage({ text: "", card: sectionCard("waiting", next, demo), mention: [] });
    expect(checkBlocks(answer.blocks)).toMatchObject({ ok: true });
    expect(JSON.stringify(answer.blocks)).toContain("and 187 more");
  });

  test("stays within what Slack and Teams take, buttons and all", async () => {
    const walk = opened();
    await manyLike(walk);
    const { contents } = await readerOf(walk).reader.contents(ofPaula, async () => undefined);
    const { contents: ottos } = await readerOf(asked()).reader.contents(ofOtto, async () => undefined);
    const full = { ...contents, waiting: ottos.waiting, mine: ottos.waiting };
    expect(full.granted?.items).toHaveLength(6);
    const { card } = homeCard(full, demo, monday("11:00"));
    expect(checkView({ type: "home", blocks: renderHome({ text: "", card, mention: [] }) })).toMatchObject({
      ok: true,
    });
    const drawn = renderCard(card, { dialogs: true });
    expect(JSON.stringify(drawn).length).toBeLessThanOrEqual(ADAPTIVE_LIMITS.cardText);
    expect(problemsOf(drawn)).toEqual([]);
    for (const rest of [`and ${MANY - 8} more`, "Show them…", "Cut off now…", "Ask…"])
      expect(JSON.stringify(drawn)).toContain(rest);
  });

  test("does not ask whoever asked for it to decide it", async () => {
    const { reader } = readerOf(asked());
    const account = demo.people.get(olga)?.accounts[0];
    if (account === undefined) throw new Error("Olga has an account");
    const { contents } = await reader.contents(account, async () => undefined);
    expect(contents.waiting).toMatchObject({ items: [], left: 0 });
    expect(contents.mine.left).toBeGreaterThan(0);
  });
});

test("a home leads everybody to the card of their own step, where several are decided beside each other", async () => {
  const walk = asked();
  if (walk.state.status !== "open") throw new Error("it is open");
  const places = new Map(
    [...walk.state.places].map(([name, place]) => {
      const spot = { ...place.spot, adapter: AdapterName.parse("web") };
      return [name, { ...place, spot }] as const;
    }),
  );
  const { reader, linked } = readerOf({ ...walk, state: { ...walk.state, places } });
  const { contents } = await reader.contents(ofOtto, async () => undefined);
  const waiting = linked.slice(0, contents.waiting.items.length);
  expect(waiting.length).toBeGreaterThan(0);
  expect(waiting.filter((place) => !place.includes("owner"))).toEqual([]);
});
