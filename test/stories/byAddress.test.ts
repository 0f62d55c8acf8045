import { PersonId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { portAsked } from "./openPort.ts";
import { OT, useStory } from "./useStory.ts";

const ADDRESS = "otto.brandt@hamburg.example";

const story = useStory({
  plant: byAddress,
  slack: ({ workspace }) => {
    workspace.addUser("U0OTTO", "Otto Brandt").email = ADDRESS;
    for (const { members } of workspace.channels.values()) members.add("U0OTTO");
    return {};
  },
});

/** Otto is known by his address alone. */
function byAddress(demo: Plant): Plant {
  const otto = demo.people.get(PersonId.parse("otto"));
  if (otto === undefined) throw new Error("The demo plant has Otto");
  return { ...demo, people: new Map(demo.people).set(otto.id, { ...otto, accounts: [] }) };
}

test("who is known by an address alone is mentioned, though they never wrote; Slack is asked once", async () => {
  const { slack, referee } = story.world;
  const lookUps = () => slack.calls.filter(({ method }) => method === "users.lookupByEmail");
  await slack.until("the look-up", () => lookUps().length > 0);
  for (const _ of Array(50).keys()) {
    const [plant] = await referee.plants.all();
    if ((plant?.people.get(PersonId.parse("otto"))?.accounts.length ?? 0) > 0) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await portAsked(story);
  expect(story.card(OT, "HAM-1").notifies).toEqual(["U0OTTO"]);
  expect(lookUps()).toMatchObject([{ args: { email: ADDRESS }, error: null }]);
});
