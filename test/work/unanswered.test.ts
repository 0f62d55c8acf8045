import { laneOf, placeId } from "../../src/store/types.ts";
import { ASKERS, aStream, ask, finish, reportMissing } from "../support/errand.ts";
import { QUICK, useWork } from "../support/useWork.ts";

/** A conversation no other test speaks in. */
const owner = (name: string) => `${name}-${aStream().slice(-6)}`;

const timings = { ...QUICK, sendTimeoutMs: 10 };
const lost = { failure: { type: "unknown" }, after: true } as const;
const neverSaid = { failure: { type: "unknown" } } as const;

describe("a platform that shows a bot nothing of what it said", () => {
  const { store, chat, adapter, work, redis, prefix, unreachable, said, calm } = useWork({
    showsHistory: false,
    timings,
  });
  const copies = (conversation: string) => chat.seen(conversation).length;
  const cardOf = (stream: string) => chat.messages.filter(({ thread }) => thread === `T-${stream}`);

  test("and takes a ping without telling its id has heard it once", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    adapter.troubleIn(ot, "post", { unnamed: true });
    await store.handle(ask(stream, [ot]));
    await calm();
    expect(chat.seen(ot)).toEqual([`your turn: ${stream}`]);
    expect(said.join()).toContain("said, but the platform does not tell its id");
  });

  test("and takes a card without telling its id shows it once, and newer once the id turns up", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    adapter.troubleIn(ASKERS, "post", { unnamed: true });
    await store.handle(ask(stream, [ot]));
    await calm();
    await store.handle(finish(stream, ot));
    await calm();
    expect(cardOf(stream).map(({ shown }) => shown)).toEqual([[`${stream}: open v1`]]);
    const [card] = cardOf(stream);
    const message = { adapter: "web", conversation: ASKERS, thread: `T-${stream}`, message: card?.id ?? "" } as const;
    for (let again = 0; again < 2; again += 1) await work.nameCard(message, [placeId(stream, "asker")]);
    await calm();
    expect(cardOf(stream).map(({ shown }) => shown)).toEqual([[`${stream}: open v1`, `${stream}: finished v2`]]);
  });

  test("has no card changed into another message of its conversation", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    await store.handle(ask(stream, [ot]));
    await calm();
    const other = { adapter: "web", conversation: ASKERS, thread: null, message: "m-other" } as const;
    await work.nameCard(other, [placeId(stream, "asker")]);
    await store.handle(finish(stream, ot));
    await calm();
    expect(cardOf(stream).map(({ text }) => text)).toEqual([`${stream}: finished v2`]);
  });

  test.each([
    { name: "loses one answer", lostAnswers: 1, expected: 2 },
    { name: "loses four answers", lostAnswers: 4, expected: 5 },
  ])("and $name has as many copies as it was told, and no more", async ({ lostAnswers, expected }) => {
    const [stream, ot] = [aStream(), owner("OT")];
    adapter.troubleIn(ot, "post", ...Array.from({ length: lostAnswers }, () => lost));
    await store.handle(ask(stream, [ot]));
    await calm();
    expect(copies(ot)).toBe(expected);
    expect(unreachable.filter(({ place }) => place === placeId(stream, "owner-0"))).toEqual([]);
  });

  test.each([
    { name: "everything is said, and every answer is lost", trouble: lost, expected: 5 },
    { name: "nothing is said", trouble: neverSaid, expected: 0 },
  ])("and never answers is not asked for ever: the next owner is called, and it is reported ($name)", async (one) => {
    const [stream, ot, lead] = [aStream(), owner("OT"), owner("LEAD")];
    adapter.troubleIn(ot, "post", ...Array.from({ length: 50 }, () => one.trouble));
    await store.handle(ask(stream, [ot, lead]));
    await calm();
    expect({ ot: copies(ot), lead: chat.seen(lead) }).toEqual({ ot: one.expected, lead: [`your turn: ${stream}`] });
    expect(adapter.troublesLeft(ot)).toBe(45);
    expect(said.join()).toContain("no answer again and again: not tried any more");
  });

  test("and never answers a change is not asked for ever, and is asked anew with the next change", async () => {
    const [stream, ot, lead] = [aStream(), owner("OT"), owner("LEAD")];
    await store.handle(ask(stream, [ot, lead]));
    await calm();
    adapter.troubleIn(ASKERS, "update", ...Array.from({ length: 5 }, () => neverSaid));
    await store.handle(reportMissing(stream, 0, `missing-${stream}`));
    await calm();
    expect(cardOf(stream).map(({ text }) => text)).toEqual([`${stream}: open v1`]);
    await store.handle(finish(stream, lead));
    await calm();
    expect(cardOf(stream).map(({ shown }) => shown)).toEqual([[`${stream}: open v1`, `${stream}: finished v3`]]);
  });

  test("waits longer from one try to the next, and stays as late as it is", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    const at: number[] = [];
    adapter.onPost((conversation) => void (conversation === ot && at.push(performance.now())));
    adapter.troubleIn(ot, "post", neverSaid, neverSaid, neverSaid);
    await store.handle(ask(stream, [ot]));
    const since = Number(await redis.zscore(`${prefix}lanes:owing`, laneOf({ adapter: "web", conversation: ot })));
    await chat.until(() => at.length === 3);
    const later = Number(await redis.zscore(`${prefix}lanes:owing`, laneOf({ adapter: "web", conversation: ot })));
    await calm();
    const waits = at.slice(1).map((instant, index) => instant - (at[index] ?? 0));
    expect(waits.map((ms, index) => ms >= 10 * 4 ** index)).toEqual([true, true, true]);
    expect(later).toBe(since);
  });
});

describe("a platform that tells what was said", () => {
  const { store, chat, adapter, unreachable, calm } = useWork({ timings });

  test("and took a card without telling its id is asked for it, and the card changes as any other", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    adapter.troubleIn(ASKERS, "post", { unnamed: true });
    await store.handle(ask(stream, [ot]));
    await calm();
    await store.handle(finish(stream, ot));
    await calm();
    const card = chat.messages.filter(({ thread }) => thread === `T-${stream}`);
    expect(card.map(({ shown }) => shown)).toEqual([[`${stream}: open v1`, `${stream}: finished v2`]]);
  });

  test("and answers nothing for long has said it once when it is back, and nobody is passed over", async () => {
    const [stream, ot, lead] = [aStream(), owner("OT"), owner("LEAD")];
    adapter.troubleIn(ot, "post", neverSaid, neverSaid, neverSaid, lost);
    await store.handle(ask(stream, [ot, lead]));
    await calm();
    expect({ ot: chat.seen(ot), lead: chat.seen(lead), unreachable }).toEqual({
      ot: [`your turn: ${stream}`],
      lead: [],
      unreachable: [],
    });
  });
});

describe("a platform that takes what is said elsewhere", () => {
  const { store, chat, adapter, unreachable, calm } = useWork({
    timings: { ...timings, sendTimeoutMs: 20, backoffMs: { first: 1, longest: 2 } },
  });
  const failed = { failure: { type: "unknown", why: "it answered 500" } } as const;
  const down = { failure: { type: "unavailable", why: "it answered 503" } } as const;

  test.each([
    {
      name: "answers one message with errors for ever",
      trouble: failed,
      tries: 10,
      why: "it answered 500, 10 times; it may stand there",
    },
    { name: "refuses one message for ever", trouble: down, tries: 20, why: "it answered 503, 20 times" },
  ])(
    "and $name is not asked for ever: the next owner is called, and it is reported",
    async ({ trouble, tries, why }) => {
      const [stream, ot, lead] = [aStream(), owner("OT"), owner("LEAD")];
      adapter.troubleIn(ot, "post", ...Array.from({ length: 100 }, () => trouble));
      adapter.onPost((conversation) => {
        if (conversation === ot && adapter.troublesLeft(ot) === 98)
          void store.handle(ask(aStream(), [owner("OTHERS")]));
      });
      await store.handle(ask(stream, [ot, lead]));
      await calm();
      expect({ lead: chat.seen(lead), left: adapter.troublesLeft(ot) }).toEqual({
        lead: [`your turn: ${stream}`],
        left: 100 - tries,
      });
      expect(unreachable).toContainEqual(expect.objectContaining({ place: placeId(stream, "owner-0"), why }));
    },
  );
});

describe("a platform that takes nothing from anybody", () => {
  const { store, chat, adapter, unreachable, calm } = useWork({
    timings: { ...timings, sendTimeoutMs: 20, backoffMs: { first: 1, longest: 2 } },
  });

  test("for longer than one message would be tried has everything said when it is back, and nobody is passed over", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    const down = Array.from(
      { length: 40 },
      () => ({ failure: { type: "unavailable", why: "it answered 503" } }) as const,
    );
    adapter.troubleIn(ot, "post", ...down);
    adapter.troubleIn(ASKERS, "post", ...down);
    await store.handle(ask(stream, [ot]));
    await calm();
    expect({ ot: chat.seen(ot), unreachable }).toEqual({ ot: [`your turn: ${stream}`], unreachable: [] });
  });
});
