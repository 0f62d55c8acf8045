import { useBoth } from "./useBoth.ts";
import { LINE_3 } from "./useStory.ts";

/** IT lives in Teams, OT and the floor in Slack. */
const story = useBoth({ teams: ["it-security"], people: ["sina"], both: [] });

const NOT_MEANT = "Not what I meant…";

describe("an answer", () => {
  test("has a way on in Slack and on Teams: the other readings, without the one that was answered", async () => {
    await story.asks("oksana", "who owns the SCADA server?");
    await story.hears(LINE_3, "Who owns SCADA server");
    await story.presses("oksana", LINE_3, NOT_MEANT);
    const choices = story.buttons(LINE_3, "What is this about?");
    expect(choices).toEqual(expect.arrayContaining(["Something else…", "Not a request"]));
    expect(choices.length).toBeGreaterThanOrEqual(4);
    expect(choices).not.toContain("❓ Whose is it?");

    await story.teams.asks("sina", "who owns the SCADA server?", "it-security");
    await story.teams.presses("sina", "it-security", NOT_MEANT);
    const there = story.teams.buttons("sina", "it-security", "What is this about?");
    expect(there).toEqual(expect.arrayContaining(["Something else…", "Not a request"]));
  });
});

describe("the help card", () => {
  test("has a way on for whoever did ask for something", async () => {
    await story.asks("oksana", "haha, imagine the press had a name");
    const help = await story.world.slack.until("help for Oksana alone", () =>
      story.world.as("oksana").ephemerals().at(-1),
    );
    await story.world.as("oksana").presses(help, "It is a request…");
    await story.world.settled();
    expect(story.buttons(LINE_3, "What is this about?")).toContain("Not a request");
  });
});
