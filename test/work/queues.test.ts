import { EventEmitter, once } from "node:events";
import { aStream, ask } from "../support/errand.ts";
import { useWork } from "../support/useWork.ts";

/** Lanes that are being spoken in, and what happens when there is one more. */
let begun = 0;
let beforePlan: () => Promise<void> = () => Promise.resolve();
const { store, chat, calm, redis, prefix } = useWork({
  beforePlan: () => {
    begun += 1;
    return beforePlan();
  },
});

const jobs = async () => Number(await redis.get(`${prefix}bull:speak:id`));
const owner = (name: string) => `${name}-${aStream().slice(-6)}`;

test("what a process has leased itself is said there, without a job for others", async () => {
  const before = await jobs();
  const ot = owner("OT");
  await store.handle(ask(aStream(), [ot]));
  await calm();
  expect(chat.seen(ot)).toHaveLength(1);
  expect(await jobs()).toBe(before);
});

test("of more than half of what it can do at a time the rest is everybody's, and all of it is said once", async () => {
  const before = await jobs();
  begun = 0;
  // The first half waits until somebody else has begun.
  const others = new EventEmitter();
  const waits = once(others, "begun");
  beforePlan = async () => {
    if (begun > 4) others.emit("begun");
    await waits;
  };
  const owners = Array.from({ length: 12 }, (_, n) => owner(`OT${n}`));
  await Promise.all(owners.map((ot) => store.handle(ask(aStream(), [ot]))));
  await calm();
  expect(await jobs()).toBeGreaterThan(before);
  expect(owners.map((ot) => chat.seen(ot).length)).toEqual(owners.map(() => 1));
});
