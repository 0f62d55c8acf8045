import { portAsked } from "./openPort.ts";
import { LINE_3, OT, useStory } from "./useStory.ts";

const story = useStory();

const signs = (text: string) => story.world.slack.until(`a sign on "${text}"`, () => signsOn(text));
function signsOn(text: string): readonly string[] | null {
  const found = story.world.slack.messages(LINE_3).find((each) => each.text === text);
  return found === undefined || found.reactions.length === 0 ? null : found.reactions;
}

describe("a reply in a request's thread", () => {
  test("that was taken gets a sign, which is no tick; talk elsewhere gets none", async () => {
    const asked = await portAsked(story);
    await story.replies("oksana", asked, "the historian was moved last week");
    expect(await signs("the historian was moved last week")).toEqual(["memo"]);
    const talk = await story.world.as("oksana").says(LINE_3, "lunch?");
    await story.replies("oksana", talk, "in ten minutes");
    await story.world.settled();
    expect(signsOn("in ten minutes")).toBeNull();
  });

  test("that answers a question gets it too", async () => {
    const asked = await portAsked(story);
    await story.presses("otto", OT, "Ask a question…", { Question: "Which registers?" });
    await story.replies("oksana", asked, "only 40001 to 40020");
    expect(await signs("only 40001 to 40020")).toEqual(["memo"]);
  });

  test("is taken all the same by an app without the scope for signs, without a word about it", async () => {
    const { slack, adapter } = story.world;
    slack.scopes.delete("reactions:write");
    const asked = await portAsked(story);
    await story.replies("oksana", asked, "the historian was moved last week");
    await slack.until("the refusal", () => slack.calls.find(({ method }) => method === "reactions.add"));
    expect(slack.calls.find(({ method }) => method === "reactions.add")?.error).toBe("missing_scope");
    expect(story.card(LINE_3, "HAM-1").text).toContain("the historian was moved last week");
    expect(adapter.ready()).toBe(true);
  });
});
