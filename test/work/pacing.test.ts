import { ASKERS, aStream, ask, finish } from "../support/errand.ts";
import { useWork } from "../support/useWork.ts";

const owner = (name: string) => `${name}-${aStream().slice(-6)}`;

describe("a platform that allows two messages at once and twenty a second in a conversation", () => {
  const { store, chat, adapter, calm } = useWork({ pacing: { conversation: { capacity: 2, perSecond: 20 } } });

  test("is never asked for more, and gets all of them in order", async () => {
    const ot = owner("OT");
    const at: number[] = [];
    adapter.onPost((conversation) => {
      if (conversation === ot) at.push(performance.now());
    });
    const streams = Array.from({ length: 8 }, aStream);
    for (const stream of streams) await store.handle(ask(stream, [ot]));
    await calm();
    expect(chat.seen(ot)).toEqual(streams.map((stream) => `your turn: ${stream}`));
    const [first = 0, last = 0] = [at[0], at.at(-1)];
    expect(last - first).toBeGreaterThan((6 / 20) * 1_000 * 0.9);
  });

  test("does not make one conversation wait for another", async () => {
    const owners = Array.from({ length: 12 }, (_, n) => owner(`OT${n}`));
    await Promise.all(owners.map((ot) => store.handle(ask(aStream(), [ot]))));
    await calm();
    expect(owners.map((ot) => chat.seen(ot).length)).toEqual(owners.map(() => 1));
  });
});

describe("a conversation that owes far more than it may say at once", () => {
  const planned: string[] = [];
  const { store, chat, calm } = useWork({
    pacing: { conversation: { capacity: 2, perSecond: 50 } },
    onPlan: (places) => planned.push(...places),
  });

  test("has only what comes next drawn for each message, and gets all of it in order", async () => {
    const [ot, streams] = [owner("OT"), Array.from({ length: 100 }, aStream)];
    await Promise.all(streams.map((stream) => store.handle(ask(stream, [ot]))));
    await chat.until(() => chat.seen(ot).length >= 5);
    planned.length = 0;
    const from = chat.seen(ot).length;
    await chat.until(() => chat.seen(ot).length >= from + 10);
    const said = chat.seen(ot).length - from;
    expect(planned.filter((place) => place.includes(".owner-")).length).toBeLessThan((said + 2) * 25);
    await calm();
    expect(new Set(chat.seen(ot)).size).toBe(100);
  });
});

describe("a card that has to wait for the budget of updates", () => {
  const { store, chat } = useWork({ pacing: { update: { capacity: 1, perSecond: 0.1 } } });

  test("does not make a ping in the same conversation wait", async () => {
    const card = (stream: string) => chat.messages.find(({ thread }) => thread === `T-${stream}`)?.text;
    const [updated, waiting, fresh] = [aStream(), aStream(), aStream()];
    const ot = owner("OT");
    for (const stream of [updated, waiting]) await store.handle(ask(stream, [ot]));
    await chat.until(() => card(updated) !== undefined && card(waiting) !== undefined);
    await store.handle(finish(updated, ot));
    await chat.until(() => card(updated) === `${updated}: finished v2`);
    await store.handle(finish(waiting, ot));
    await store.handle(ask(fresh, [ASKERS]));
    await chat.until(() => chat.seen(ASKERS).includes(`your turn: ${fresh}`));
    expect(card(waiting)).toBe(`${waiting}: open v1`);
  });
});

describe("a platform on which a card that changes counts in its conversation", () => {
  const pacing = { conversation: { capacity: 3, perSecond: 10 }, updatesLeave: 1 };
  const { store, chat, adapter, calm } = useWork({ pacing });

  test("is asked for no more changes than it takes messages", async () => {
    const ot = owner("OT");
    const at: number[] = [];
    adapter.onPost((conversation) => {
      if (conversation === ASKERS) at.push(performance.now());
    });
    const streams = Array.from({ length: 6 }, aStream);
    for (const stream of streams) await store.handle(ask(stream, [ot]));
    await calm();
    for (const stream of streams) await store.handle(finish(stream, ot));
    await chat.until(() => streams.every((stream) => chat.seen(ASKERS).includes(`${stream}: finished v2`)));
    const [first = 0, last = 0] = [at[0], performance.now()];
    expect(last - first).toBeGreaterThan((9 / 10) * 1_000 * 0.9);
  });
});

describe("cards that change in a conversation that takes no more of them", () => {
  const pacing = { conversation: { capacity: 4, perSecond: 0.1 }, updatesLeave: 1 };
  const { store, chat } = useWork({ pacing });

  test("leave room for a ping", async () => {
    const card = (stream: string) => chat.messages.find(({ thread }) => thread === `T-${stream}`)?.text;
    const [updated, waiting, fresh] = [aStream(), aStream(), aStream()];
    const ot = owner("OT");
    for (const stream of [updated, waiting]) await store.handle(ask(stream, [ot]));
    await chat.until(() => card(updated) !== undefined && card(waiting) !== undefined);
    await store.handle(finish(updated, ot));
    await chat.until(() => card(updated) === `${updated}: finished v2`);
    await store.handle(finish(waiting, ot));
    await store.handle(ask(fresh, [ASKERS]));
    await chat.until(() => chat.seen(ASKERS).includes(`your turn: ${fresh}`));
    expect(card(waiting)).toBe(`${waiting}: open v1`);
  });
});

describe("a conversation whose budget is used up in the middle of its cards", () => {
  const looks: (readonly string[])[] = [];
  const onPlan = (places: readonly string[]) => looks.push(places);
  const { store, chat, calm } = useWork({ pacing: { update: { capacity: 2, perSecond: 20 } }, onPlan });

  test("goes on with the cards that are left, not with all of them again", async () => {
    const streams = Array.from({ length: 8 }, aStream);
    const ot = owner("OT");
    for (const stream of streams) await store.handle(ask(stream, [ot]));
    await calm();
    for (const stream of streams) await store.handle(finish(stream, ot));
    await calm();
    const cards = chat.messages.filter(({ thread }) => thread !== null).map(({ text }) => text);
    expect(cards).toEqual(streams.map((stream) => `${stream}: finished v2`));
    const lastLook = looks.findLast((places) => places.every((place) => place.endsWith(".asker")));
    // Two, and on a busy machine what the budget regained while those were said; never all of them once more.
    expect(lastLook?.length).toBeLessThan(streams.length / 2);
  });
});

describe("pings that belong together", () => {
  const { store, chat, adapter, calm } = useWork({ bundled: true });

  test("are one message, which settles all of their requests", async () => {
    const ot = owner("OT");
    adapter.troubleIn(ot, "post", { failure: { type: "rateLimited", retryAfterMs: 150, scope: "lane" } });
    const streams = Array.from({ length: 3 }, aStream);
    for (const stream of streams) await store.handle(ask(stream, [ot]));
    await calm();
    expect(chat.seen(ot)).toEqual([streams.map((stream) => `your turn: ${stream}`).join(", ")]);
  });
});
