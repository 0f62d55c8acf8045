import { SLACK_PACING } from "../../adapters/slack/slack.ts";
import { LINE_3, OT, useStory } from "./useStory.ts";

/** As Slack paces it, three times as fast. */
const conversation = { ...SLACK_PACING.conversation, perSecond: 3 };
const story = useStory({ slack: () => ({ pacing: { ...SLACK_PACING, conversation } }) });

test("six calls into one channel within a second are named in its first messages, whatever their cards wait for", async () => {
  const { world } = story;
  const people = ["oksana", "ivan", "hanna", "olga", "lars", "leyla"];
  for (const person of people) await story.asks(person, "the palletizer is down");
  const drafts = world.slack
    .messages(LINE_3)
    .filter(({ buttons }) => buttons.some(({ label }) => label === "Call OT now"));
  expect(drafts).toHaveLength(people.length);
  await Promise.all(drafts.map((draft, n) => world.as(people[n] ?? "").presses(draft, "Call OT now")));
  await world.slack.untilSaid(OT, `HAM-${people.length} `);
  // The first stands alone, what came meanwhile is listed; no card of those goes before a call that nobody has read of yet.
  const before = story.said(OT).filter((text) => text.includes("Palletizer is down"));
  expect(before.length).toBeLessThan(people.length);
  await world.settled();
});
