import { laneOf, placeId } from "../../src/store/types.ts";
import { ASKERS, aStream, ask, finish, openAgain } from "../support/errand.ts";
import { useWork } from "../support/useWork.ts";

const { store, chat, adapter, redis, prefix, unreachable, said, calm } = useWork();

/** A conversation no other test speaks in. */
const owner = (name: string) => `${name}-${aStream().slice(-6)}`;

describe("an errand that is asked", () => {
  test("reaches its owner once, and shows its asker a card", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    await store.handle(ask(stream, [ot]));
    await calm();
    expect(chat.seen(ot)).toEqual([`your turn: ${stream}`]);
    expect(chat.seen(ASKERS)).toContain(`${stream}: open v1`);
  });

  test("shows its end on the card that was there, not on a new one", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    await store.handle(ask(stream, [ot]));
    await calm();
    await store.handle(finish(stream, ot));
    await calm();
    const card = chat.messages.filter(({ thread }) => thread === `T-${stream}`);
    expect(card.map(({ shown }) => shown)).toEqual([[`${stream}: open v1`, `${stream}: finished v2`]]);
  });

  test("is heard in the order in which errands came, when many come at once", async () => {
    const ot = owner("OT");
    const streams = Array.from({ length: 30 }, aStream);
    for (const stream of streams) await store.handle(ask(stream, [ot]));
    await calm();
    expect(chat.seen(ot)).toEqual(streams.map((stream) => `your turn: ${stream}`));
  });

  test("calls nobody any more when it was finished before the ping could go out", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    adapter.troubleIn(ot, "post", { failure: { type: "rateLimited", retryAfterMs: 200, scope: "lane" } });
    await store.handle(ask(stream, [ot]));
    await chat.until(() => adapter.troublesLeft(ot) === 0);
    await store.handle(finish(stream, ot));
    await calm();
    expect(chat.seen(ot)).toEqual([]);
  });

  test("keeps a reply to the ping with the errand", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    await store.handle(ask(stream, [ot]));
    await calm();
    const [ping] = chat.messages.filter(({ conversation }) => conversation === ot);
    const reply = { adapter: "web", conversation: ot, thread: ping?.id ?? "" } as const;
    expect(await store.placeOfThread(reply, true)).toBe(placeId(stream, "owner-0"));
  });

  test("keeps a reply with the errand where a conversation's own id is not the name it is heard by", async () => {
    const [stream, otto] = [aStream(), owner("OTTO")];
    adapter.nameDirect(otto, `D-${otto}`);
    await store.handle(ask(stream, [otto]));
    await calm();
    const [ping] = chat.messages.filter(({ conversation }) => conversation === otto);
    const thread = ping?.id ?? "";
    const heard = [otto, `D-${otto}`].map((conversation) =>
      store.placeOfThread({ adapter: "web", conversation, thread }, true),
    );
    expect(await Promise.all(heard)).toEqual([placeId(stream, "owner-0"), placeId(stream, "owner-0")]);
  });
});

describe("a platform in trouble", () => {
  test.each([
    { name: "is down for a moment", trouble: { failure: { type: "unavailable", why: "503" } } },
    { name: "does not answer, and has not posted", trouble: { failure: { type: "unknown" } } },
    { name: "does not answer, but has posted", trouble: { failure: { type: "unknown" }, after: true } },
    {
      name: "asks this conversation to wait",
      trouble: { failure: { type: "rateLimited", retryAfterMs: 40, scope: "lane" } },
    },
    {
      name: "asks everybody to wait",
      trouble: { failure: { type: "rateLimited", retryAfterMs: 40, scope: "method" } },
    },
    { name: "refuses the card, not the text", trouble: { failure: { type: "refused", why: "invalid_blocks" } } },
    { name: "fails in an unforeseen way", trouble: { bug: "undefined is not a function" } },
  ] as const)("that $name hears the ping exactly once", async ({ trouble }) => {
    const [stream, ot] = [aStream(), owner("OT")];
    adapter.troubleIn(ot, "post", trouble);
    await store.handle(ask(stream, [ot]));
    await calm();
    expect(chat.seen(ot)).toEqual([`your turn: ${stream}`]);
  });

  test("does not hold up other conversations", async () => {
    const [slow, quick] = [owner("SLOW"), owner("QUICK")];
    adapter.troubleIn(slow, "post", { failure: { type: "rateLimited", retryAfterMs: 400, scope: "lane" } });
    await store.handle(ask(aStream(), [slow]));
    await store.handle(ask(aStream(), [quick]));
    await chat.until(() => chat.seen(quick).length === 1);
    expect(chat.seen(slow)).toEqual([]);
    await calm();
    expect(chat.seen(slow)).toHaveLength(1);
  });

  test("that does not know the conversation has the next owner called, and the place falls silent", async () => {
    const [stream, gone, lead] = [aStream(), owner("GONE"), owner("LEAD")];
    adapter.troubleIn(gone, "post", { failure: { type: "unreachable", why: "channel_not_found" } });
    await store.handle(ask(stream, [gone, lead]));
    await calm();
    expect(chat.seen(lead)).toEqual([`your turn: ${stream}`]);
    expect(unreachable.map(({ place, why }) => ({ place, why }))).toContainEqual({
      place: placeId(stream, "owner-0"),
      why: "channel_not_found",
    });
    await store.handle(finish(stream, lead));
    await calm();
    expect(chat.seen(gone)).toEqual([]);
  });

  test("is spoken to again in a place that is opened once more", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    adapter.troubleIn(ot, "post", { failure: { type: "unreachable", why: "not_in_channel" } });
    await store.handle(ask(stream, [ot]));
    await calm();
    await store.handle(openAgain(stream, "again"));
    await calm();
    expect(chat.seen(ot)).toEqual([`your turn: ${stream}`]);
  });

  test("that refuses even plain text is reported, and the errand goes on elsewhere", async () => {
    const [stream, ot, lead] = [aStream(), owner("OT"), owner("LEAD")];
    const refused = { failure: { type: "refused", why: "msg_too_long" } } as const;
    adapter.troubleIn(ot, "post", refused, refused);
    await store.handle(ask(stream, [ot, lead]));
    await calm();
    expect(chat.seen(lead)).toEqual([`your turn: ${stream}`]);
    expect(said.join()).toContain("refused even as plain text");
  });

  test("that lost a card gets a new one", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    await store.handle(ask(stream, [ot]));
    await calm();
    const [card] = chat.messages.filter(({ thread }) => thread === `T-${stream}`);
    chat.remove({ adapter: "web", conversation: ASKERS, thread: null, message: card?.id ?? "" });
    await store.handle(finish(stream, ot));
    await calm();
    expect(chat.seen(ASKERS)).toContain(`${stream}: finished v2`);
  });
});

describe("a worker that died in the middle of a post", () => {
  async function dyingAfter(step: "intent" | "post") {
    const [stream, ot] = [aStream(), owner("OT")];
    const spot = { adapter: "web", conversation: ot, thread: null } as const;
    const effect = `ping:${stream}.owner-0`;
    if (step === "post") chat.post(spot, `your turn: ${stream}`, effect);
    const covers = [{ place: placeId(stream, "owner-0"), cursor: 1, shown: null, card: false }];
    await redis.hset(`${prefix}l:${laneOf(spot)}`, "intent", JSON.stringify({ effect, spot, covers }));
    await store.handle(ask(stream, [ot]));
    await calm();
    return { ping: `your turn: ${stream}`, ot };
  }

  test("before it was said has it said by the next", async () => {
    const { ping, ot } = await dyingAfter("intent");
    expect(chat.seen(ot)).toEqual([ping]);
  });

  test("after it was said has it found by the next, not said again", async () => {
    const { ping, ot } = await dyingAfter("post");
    expect(chat.seen(ot)).toEqual([ping]);
    expect(chat.messages.filter(({ conversation }) => conversation === ot)).toHaveLength(1);
  });
});
