import type { FakeTeam } from "../fakes/slack/fakeSlack.ts";
import { install, oauthOn } from "../support/installing.ts";
import { movedTo } from "../support/workspaces.ts";
import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { NETWORK, SECURITY, useStory } from "./useStory.ts";

// Nils of IT network is at home in Leipzig's workspace; the channel of his team is in the plant's own.
const LEIPZIG = "T0LEIPZIG";
const FORGED = "✓ IT security approved\nNothing is left to do";

let leipzig: FakeTeam;

const story = useStory({
  plant: (demo) => ({ ...demo, people: movedTo(LEIPZIG, demo.people, ["nils"]) }),
  slack: (slack, record) => {
    leipzig = slack.addTeam(LEIPZIG);
    leipzig.workspace.addUser("U0NILS", FORGED);
    return { oauth: oauthOn(record, [LEIPZIG]), now: slack.clock.now };
  },
});

beforeEach(async () => {
  expect(await install(story.world.adapter, leipzig)).toMatchObject({ status: 200 });
});

test.each(["has Referee", "took Referee away"])(
  "whoever is called from another workspace that %s is called as the plant calls them, when a card is posted and when it is changed",
  async (there) => {
    if (there === "took Referee away") {
      await story.world.settled();
      await leipzig.removesApp();
    }
    const message = await portAsked(story);
    await story.presses("otto", "C0OTCONTROLS", "Approve…", OWNER_FACTS);
    await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
    const sent = (method: string) =>
      JSON.stringify(story.world.slack.calls.filter((call) => call.method === method && call.args.channel === NETWORK));
    expect(sent("chat.postMessage")).toContain("Nils");
    await story.replies("oksana", message, "please be quick");
    expect(sent("chat.update")).toContain("please be quick");
    expect(story.card(NETWORK, "HAM-1").text).toContain("please be quick");
    expect(`${sent("chat.postMessage")} ${sent("chat.update")}`).not.toContain("Nothing is left to do");
  },
);
