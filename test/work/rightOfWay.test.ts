import type { StreamId } from "../../src/store/types.ts";
import { ASKERS, aStream, ask, errandOf, finish } from "../support/errand.ts";
import { useWork } from "../support/useWork.ts";

const owner = (name: string) => `${name}-${aStream().slice(-6)}`;

/** An errand that cannot wait: every place of it calls for help. */
function call(stream: StreamId, owners: readonly string[], weight: "call" | "callDraft" | "chatter" = "call") {
  const asked = ask(stream, owners);
  const { project } = errandOf(stream);
  return {
    ...asked,
    project: (...args: Parameters<typeof project>) => {
      const projected = project(...args);
      return { ...projected, touches: projected.touches.map((touch) => ({ ...touch, weight })) };
    },
  };
}

const turn = (stream: StreamId) => `your turn: ${stream}`;

describe("a call for help in a conversation that is talked full", () => {
  const pacing = { conversation: { capacity: 2, perSecond: 2, reserved: 1 } };
  const { store, chat, calm } = useWork({ pacing });

  test("is said before everything that waits there, and without waiting for what was said", async () => {
    const ot = owner("OT");
    const streams = Array.from({ length: 8 }, aStream);
    for (const stream of streams) await store.handle(ask(stream, [ot]));
    await chat.until(() => chat.seen(ot).length >= 2);
    const urgent = aStream();
    const from = performance.now();
    await store.handle(call(urgent, [ot]));
    await chat.until(() => chat.seen(ot).includes(turn(urgent)));
    expect(performance.now() - from).toBeLessThan(2_000); // in its turn it would be said after four seconds
    expect(chat.seen(ot).indexOf(turn(urgent))).toBeLessThan(5);
    await calm();
    expect(chat.seen(ot).filter((text) => text !== turn(urgent))).toEqual(streams.map(turn));
  });

  test("goes before what is only about to call, and that before chatter", async () => {
    const ot = owner("OT");
    const [first, chatter, usual, draft, urgent] = [aStream(), aStream(), aStream(), aStream(), aStream()];
    for (const stream of [first, aStream()]) await store.handle(ask(stream, [ot]));
    await chat.until(() => chat.seen(ot).includes(turn(first)));
    await store.handle(call(chatter, [ot], "chatter"));
    await store.handle(ask(usual, [ot]));
    await store.handle(call(draft, [ot], "callDraft"));
    await store.handle(call(urgent, [ot]));
    await calm();
    const order = [urgent, draft, usual, chatter].map(turn);
    expect(chat.seen(ot).filter((text) => order.includes(text))).toEqual(order);
  });
});

describe("a call for help on a platform whose whole budget is used", () => {
  const pacing = { post: { capacity: 6, perSecond: 1, reserved: 3 } };
  const { store, chat } = useWork({ pacing });

  test("takes from what is kept for it, in every conversation", async () => {
    const owners = Array.from({ length: 12 }, (_, n) => owner(`OT${n}`));
    for (const ot of owners) await store.handle(ask(aStream(), [ot]));
    await chat.until(() => owners.filter((ot) => chat.seen(ot).length > 0).length >= 1);
    const [ot, urgent] = [owner("OT"), aStream()];
    const from = performance.now();
    await store.handle(call(urgent, [ot]));
    await chat.until(() => chat.seen(ot).includes(turn(urgent)));
    expect(performance.now() - from).toBeLessThan(4_000); // behind the others it would be said after nine seconds
  });
});

describe("a call for help while every worker waits for a platform", () => {
  let free: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    free = resolve;
  });
  let isHeld = true;
  const { store, chat, calm } = useWork({
    concurrency: 2,
    beforePlan: async () => {
      if (isHeld) await held;
    },
  });

  test("has workers of its own, also where a job of its conversation is queued already", async () => {
    const [first, second, third] = [owner("A"), owner("B"), owner("C")];
    for (const ot of [first, second, third]) await store.handle(ask(aStream(), [ot]));
    await new Promise((resolve) => setTimeout(resolve, 100));
    isHeld = false; // those that began still wait
    const urgent = aStream();
    await store.handle(call(urgent, [third]));
    await chat.until(() => chat.seen(third).includes(turn(urgent)));
    expect(chat.seen(first)).toEqual([]);
    free();
    await calm();
    expect(chat.seen(third)).toHaveLength(2);
  });
});

describe("chatter in a place where something was just said", () => {
  const { store, chat, calm } = useWork({ pacing: { lullMs: 400 } });

  test("waits a little, and what is no chatter does not", async () => {
    const [stream, ot] = [aStream(), owner("OT")];
    await store.handle(ask(stream, [ot]));
    await calm();
    const posted = performance.now();
    const card = () =>
      chat.messages.find(({ thread, conversation }) => conversation === ASKERS && thread === `T-${stream}`)?.text;
    const { project } = errandOf(stream);
    const finished = finish(stream, ot);
    await store.handle({
      ...finished,
      project: (...args: Parameters<typeof project>) => {
        const projected = project(...args);
        return { ...projected, touches: projected.touches.map((touch) => ({ ...touch, weight: "chatter" as const })) };
      },
    });
    await chat.until(() => card() === `${stream}: finished v2`);
    expect(performance.now() - posted).toBeGreaterThan(200);
  });
});
