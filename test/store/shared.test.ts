import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { appendArgs } from "../../src/store/appendScript.ts";
import { sharedText, withoutShared } from "../../src/store/shared.ts";
import type { Append, StreamId } from "../../src/store/types.ts";
import { aStream, ask, finish } from "../support/errand.ts";
import { useStore } from "../support/useStore.ts";

const corner = useStore();
const { redis, prefix, store } = corner;
const lean = corner.another({ form: { keepsOnce: true, packs: false } });

function anAppend(stream: StreamId, events: readonly string[], shared: readonly string[]): Append {
  const nothing = { projection: {}, indexes: [], wakeAt: null, touches: [], revisits: [], guards: [] };
  return {
    ...nothing,
    commandId: randomUUID(),
    stream,
    expected: { version: 0, head: stream },
    events,
    shared,
    answer: "1",
  };
}

const stored = (stream: StreamId) => redis.lrange(`${prefix}s:${stream}`, 0, -1);
const text = fc.string({ unit: "binary", minLength: 1, maxLength: 60 });

test("what events have in common is kept once, and whoever reads gets every byte, whatever letters it has", async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), async (rules, around) => {
      const events = around.map(([before, after]) => `${before}${rules}${after}`.replaceAll("\ud800", ""));
      const [whole, once] = [aStream(), aStream()];
      await store.append(anAppend(whole, events, [rules]));
      await lean.append(anAppend(once, events, [rules]));
      expect((await lean.load(once)).events).toEqual((await store.load(whole)).events);
      expect(await store.verifyChain(once)).toMatchObject({ type: "intact", version: events.length });
    }),
    { numRuns: 60 },
  );
});

test("a process that writes events whole goes on with what one wrote that does not, and the other way round", async () => {
  const stream = aStream();
  const sharing = { ...ask(stream, ["otto"]), sharedIn: () => '"owners":["otto"]' };
  await lean.handle(sharing);
  expect((await stored(stream))[0]).not.toContain("otto");
  expect(await store.handle(finish(stream, "otto"))).toMatchObject({ type: "accepted" });
  expect((await lean.load(stream)).events).toEqual((await store.load(stream)).events);
  expect(await lean.verifyChain(stream)).toMatchObject({ type: "intact", version: 2 });
});

test("a text that is gone or was changed is found by the chain of each history that has it", async () => {
  const stream = aStream();
  const rules = `rules of ${randomUUID()}`;
  await lean.append(anAppend(stream, [`{"type":"sent","rules":"${rules}"}`], [rules]));
  const key = `${prefix}shared:${sharedText(rules).name}`;
  expect(await store.verifyChain(stream)).toMatchObject({ type: "intact" });
  await redis.set(key, rules.replace("rules", "roles"));
  expect(await store.verifyChain(stream)).toEqual({ type: "broken", brokenAt: 1 });
  await redis.del(key);
  expect(await store.verifyChain(stream)).toEqual({ type: "broken", brokenAt: 1 });
});

test("an event that somebody wrote as if it left something out is read as it is", () => {
  const element = `${"0".repeat(64)} &x,3 not one`;
  expect(withoutShared(element, [sharedText("something else")])).toBe(element);
});

test("texts are not sent to Redis by a process that writes events whole", () => {
  const append = anAppend(aStream(), ["before rules after"], ["rules"]);
  expect(appendArgs(append).filter((each) => each === "rules")).toEqual([]);
  expect(appendArgs(append, { keepsOnce: true, packs: false }).filter((each) => each === "rules")).toEqual(["rules"]);
});
