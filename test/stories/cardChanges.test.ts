import { portOpened } from "./openPort.ts";
import { friday, LINE_3, NETWORK, OPS, useStory } from "./useStory.ts";

const story = useStory();

/** How often a message was posted, and how often one was changed, in channels of which this holds. */
function counted(isCounted: (channel: string) => boolean) {
  const of = (method: string) =>
    story.world.slack.calls.filter((call) => call.method === method && isCounted(String(call.args.channel))).length;
  return { posts: of("chat.postMessage"), changes: of("chat.update") };
}

// Slack takes about fifty changes a minute in all. Every one of these shows something that somebody waits for, or that makes a
// button true or untrue: ten of them whoever asked, the others those who decide, and what came of it.
test("a port that is asked for, opened, used and closed again takes 20 changes of its cards at most", async () => {
  await portOpened(story);
  await story.presses("oksana", LINE_3, "It works");
  await story.until(friday("12:30"));
  await story.presses("nils", NETWORK, "Closed again…", {
    "Rule number, and how you saw that it is closed": "4711, seen",
  });
  const own = counted((channel) => channel !== OPS);
  expect(own.posts).toBeLessThanOrEqual(8);
  expect(own.changes).toBeLessThanOrEqual(20);
});
