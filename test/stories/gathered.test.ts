import { LINE_3, OT, useStory } from "./useStory.ts";

const GATHER_MS = 4_000;
const free = { capacity: 1_000, perSecond: 1_000 };
const story = useStory({
  slack: () => ({ pacing: { conversation: free, post: free, update: free, home: free, gatherMs: GATHER_MS } }),
});

/** What rings in the channel of OT controls: whatever names somebody in it. */
const rings = () => story.said(OT).filter((text) => text.includes("@U0"));
const cards = () => story.said(OT).filter((text) => /Open port 50\d to PLC-12/.test(text) && text.includes("· HAM-"));

test("eight requests for one person within a minute ring twice, and a line that stands meanwhile rings at once", async () => {
  const { world } = story;
  for (let n = 1; n <= 8; n += 1) {
    await story.asks("oksana", `can we open port ${500 + n} to PLC-12 until friday noon?`);
    await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "counters" }, `port ${500 + n}`);
  }
  await story.asks("oksana", "line 3 is down, the palletizer stopped");
  const oksana = world.as("oksana");
  const ports = Array.from({ length: 8 }, (_, n) => 501 + n);
  await Promise.all(ports.map((port) => oksana.presses(story.card(LINE_3, `Open port ${port}`), "Send")));
  await oksana.presses(story.card(LINE_3, "is down"), "Call OT now");
  await world.slack.untilSaid(OT, "is down");
  expect(cards().length).toBeLessThan(8);
  await world.settled();
  expect(cards()).toHaveLength(8);
  const others = rings().filter((text) => !text.includes("is down"));
  expect(others.length).toBeLessThanOrEqual(2);
  expect(others.at(-1)).toMatch(/\d requests wait for you/);
});
