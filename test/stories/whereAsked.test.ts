import { parts } from "../fakes/teams/cards.ts";
import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, OPS, OT, SECURITY, useStory } from "./useStory.ts";

const PORT = "can we open port 502 to PLC-12 until friday noon?";
const REASON = { "What is it for?": "read the counters for the OEE report" };

describe("a card in Slack that asks somebody", () => {
  const story = useStory();
  const links = (where: string) => story.card(where, "· HAM-1").links;

  test("leads to the thread in which it was asked, as long as it asks, and the card there leads nowhere", async () => {
    await portAsked(story);
    const thread = `https://plant.slack.com/archives/${LINE_3}/p${story.card(LINE_3, "· HAM-1").ts.replace(".", "")}`;
    expect([OT, SECURITY, LINE_3].map(links)).toEqual([[thread], [thread], []]);
    expect(story.card(OT, "· HAM-1").text).toContain("Line 3 operators · Thread");
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    expect([OT, SECURITY].map(links)).toEqual([[], [thread]]);
    await story.presses("sina", SECURITY, "Not mine…", {});
    expect([SECURITY, OPS].map(links)).toEqual([[], [thread]]);
    const asked = story.world.slack.calls.filter(({ method }) => method === "chat.getPermalink");
    expect(asked).toHaveLength(1);
  });

  test("leads to nobody's own chat", async () => {
    const direct = story.world.slack.workspace.direct("U0OKSANA", story.world.slack.bot.userId).id;
    await story.world.as("oksana").says(direct, PORT);
    await story.world.settled();
    await story.presses("oksana", direct, "Fill in…", REASON);
    await story.presses("oksana", direct, "Send");
    expect([OT, SECURITY].map(links)).toEqual([[], []]);
  });
});

describe("a card on Teams that asks somebody", () => {
  const story = useBoth({
    teams: ["it-security", "it-network"],
    lines: ["line-3"],
    people: ["oksana", "sina", "deniz", "nils"],
    closed: { "line-3": ["oksana", "sina", "stranger"] },
  });
  const links = (channel: string) =>
    [...parts(story.teams.card(channel, "HAM-1").card)].flatMap((part) =>
      typeof part === "object" && part !== null && "url" in part ? [String(part.url)] : [],
    );

  test("leads to the channel in which it was asked whoever is in it, and nobody else; nor does one in Slack", async () => {
    await story.teams.asks("oksana", PORT, "line-3");
    await story.teams.presses("oksana", "line-3", "Fill in…", REASON);
    await story.teams.presses("oksana", "line-3", "Send");
    const { id } = story.teams.card("line-3", "HAM-1");
    expect(links("it-security")).toEqual([
      expect.stringContaining(`https://teams.microsoft.com/l/message/19%3Aline-3%40thread.tacv2/${id}?`),
    ]);
    expect(story.card(OT, "· HAM-1").links).toEqual([]);
    // Security's own view has it too, and Nils is not in the channel of line 3.
    expect(JSON.stringify(story.teams.fake.as("sina").view(story.teams.card("it-security", "HAM-1")))).toContain(
      "https://teams.microsoft.com/l/message/",
    );
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    expect(links("it-network")).toEqual([]);
  });
});
