import { commandKey } from "../../src/store/commandMemory.ts";
import type { Command } from "../../src/store/types.ts";
import { aStream, ask, type Errand, type ErrandEvent, finish, lookAgain } from "../support/errand.ts";
import { useStore } from "../support/useStore.ts";

const { store, redis, prefix } = useStore();

const byPerson = (command: Command<Errand, ErrandEvent>): Command<Errand, ErrandEvent> => ({
  ...command,
  lasting: true,
});
const daysLater = (...ids: readonly string[]) => redis.unlink(...ids.map((id) => `${prefix}c:${commandKey(id)}`));
const answer = (text: string) => ({ type: "accepted", answer: text }) as const;

describe("what a person did to a request", () => {
  test("is known as long as the request is there, and never done twice", async () => {
    const stream = aStream();
    await store.handle(byPerson(ask(stream, ["OT"])));
    await store.handle(byPerson(finish(stream, "OT", `${stream}:press`)));
    await daysLater(`ask:${stream}`, `${stream}:press`);
    expect(await store.handle(byPerson(finish(stream, "OT", `${stream}:press`)))).toEqual({
      type: "forgotten",
      repeated: true,
    });
    expect(await store.recall(`${stream}:press`, { within: stream })).toEqual({ type: "forgotten", repeated: true });
    expect((await store.load(stream)).version).toBe(2);
  });

  test("and was refused is not allowed days later, though it would be by then", async () => {
    const stream = aStream();
    await store.handle(ask(stream, ["OT", "LEAD"], { patienceMs: 0 }));
    await store.handle(byPerson(finish(stream, "LEAD", `${stream}:early`)));
    await store.handle(lookAgain(stream, `${stream}:look`));
    await daysLater(`${stream}:early`);
    expect(await store.handle(byPerson(finish(stream, "LEAD", `${stream}:early`)))).toMatchObject({
      type: "forgotten",
    });
    expect((await store.load(stream)).version).toBe(2);
  });

  test("takes 40 bytes at most of what is kept with the request", async () => {
    const stream = aStream();
    await store.handle(byPerson(ask(stream, ["OT"])));
    const before = Number(await redis.memory("USAGE", `${prefix}k:${stream}`));
    for (let i = 0; i < 20; i += 1)
      await store.handle(byPerson(lookAgain(stream, `slack:press:13345224609.738474920.${stream}${i}`)));
    expect((Number(await redis.memory("USAGE", `${prefix}k:${stream}`)) - before) / 20).toBeLessThan(40);
  });

  test("leaves nothing behind for a request that is not there: anybody may make up its id", async () => {
    const stream = aStream();
    await store.handle(byPerson(finish(stream, "OT", `${stream}:forged`)));
    await store.handle(byPerson(lookAgain(stream, `${stream}:forged-too`)));
    expect(await redis.exists(`${prefix}k:${stream}`)).toBe(0);
  });
});

describe("what happens by itself", () => {
  test("is not kept with the request: nobody delivers it later", async () => {
    const stream = aStream();
    await store.handle(ask(stream, ["OT"]));
    await store.handle(lookAgain(stream, `${stream}:wake`));
    expect(await redis.exists(`${prefix}k:${stream}`)).toBe(0);
  });
});

describe("a plan", () => {
  test("is fixed by whoever is first, and stands until it is settled", async () => {
    const id = `plan:${aStream()}`;
    expect(await store.recall(id, {})).toBeNull();
    expect(await store.plan(id, ["two drafts"])).toEqual({ type: "planned", plan: ["two drafts"], repeated: false });
    expect(await store.plan(id, ["three"])).toEqual({ type: "planned", plan: ["two drafts"], repeated: true });
    expect(await store.recall(id, {})).toEqual({ type: "planned", plan: ["two drafts"], repeated: true });
    expect(await store.settle(id, "done")).toEqual({ ...answer("done"), repeated: false });
    expect(await store.settle(id, "done twice")).toEqual({ ...answer("done"), repeated: true });
    expect(await store.plan(id, ["three"])).toEqual({ ...answer("done"), repeated: true });
  });

  test("is heard of by a command of the same id, which then does nothing", async () => {
    const stream = aStream();
    await store.handle(ask(stream, ["OT"]));
    await store.plan(`${stream}:message`, "drafts");
    expect(await store.handle(finish(stream, "OT", `${stream}:message`))).toMatchObject({ type: "planned" });
    expect((await store.load(stream)).version).toBe(1);
  });
});

describe("a request that only one message can have begun", () => {
  test("shows that the message came before, once nothing else does", async () => {
    const stream = aStream();
    expect(await store.recall(`${stream}:said`, { begun: stream })).toBeNull();
    await store.handle(ask(stream, ["OT"]));
    expect(await store.recall(`${stream}:said`, { begun: stream })).toEqual({ type: "forgotten", repeated: true });
  });
});

test("answers are kept for three days", async () => {
  const id = `kept:${aStream()}`;
  await store.settle(id, "yes");
  const left = await redis.pttl(`${prefix}c:${commandKey(id)}`);
  expect(left).toBeGreaterThan(71 * 3_600_000);
  expect(left).toBeLessThanOrEqual(72 * 3_600_000);
});
