import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, OT } from "./useStory.ts";

const story = useBoth({ teams: ["it-security", "it-network"], people: ["sina", "nils", "vera"], both: ["deniz"] });
const ASKED = "can we open port 502 to PLC-12 until friday noon?";
const page = "https://plant.slack.com/files/U0OKSANA/F1/plate.jpg";
const photo = { id: "F1", name: "plate.jpg", mode: "hosted", permalink: page };

describe("a file on Teams", () => {
  const url = "https://plant-my.sharepoint.com/personal/sina/Documents/plan.pdf";

  test("that is sent with a request in a chat is named with where it stands", async () => {
    await story.teams.fake.as("sina").says("sina", ASKED, [{ type: "file", name: "plan.pdf", url }]);
    await story.world.settled();
    const draft = story.teams.card("sina", "I read this as");
    expect(story.teams.text(draft)).toContain("plan.pdf");
    expect(JSON.stringify(draft.card)).toContain(JSON.stringify({ type: "Action.OpenUrl", url }));
  });

  test("that is sent in Slack is named there too, with its page in Slack", async () => {
    const message = await portAsked(story);
    await story.world.as("oksana").says(LINE_3, "", { thread: message.ts, files: [photo] });
    await story.world.settled();
    const card = story.teams.card("it-security", "Nothing approved yet");
    expect(story.teams.text(card)).toContain("plate.jpg");
    expect(JSON.stringify(card.card)).toContain(page);
    expect(story.teams.said("it-security").join("\n")).toContain("Oksana Melnyk (Slack) sent a file.");
  });

  test("that is posted below the card of whoever carries it out is named in Slack, with the message it stands in", async () => {
    await portAsked(story);
    const card = story.teams.card("it-security", "HAM-1");
    await story.teams.fake.as("sina").replies(card, "<at>Referee</at>", [{ type: "picture" }]);
    await story.world.settled();
    const details = await story.details("otto", OT, "Nothing approved yet");
    expect(details).toContain("📎 a picture (Sina Roth)");
    expect(story.card(OT, "a picture").links).toEqual([
      expect.stringContaining("https://teams.microsoft.com/l/message/"),
    ]);
  });

  test("that shows what was done is evidence enough, and an address of a ticket is kept whole", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    const network = story.teams.card("it-network", "HAM-1");
    await story.teams.fake.as("nils").replies(network, "<at>Referee</at>", [{ type: "picture" }]);
    await story.world.settled();
    await story.teams.presses("nils", "it-network", "Opened…", {});
    expect(story.card(OT, "IT network  Nils Hagen").text).toContain("Nils Hagen: opened, Mon 09:00 (📎 “a picture”)");
    await story.presses("oksana", LINE_3, "It works");
    await story.until("2026-12-04T12:00:01+01:00");
    const ticket = `https://tickets.plant.example/browse/NET-4711?${"filter=".repeat(30)}`;
    await story.teams.presses("nils", "it-network", "Closed again…", {
      "Rule number, and how you saw that it is closed": ticket,
    });
    expect(story.card(OT, "closed again").text).toContain(ticket);
  });
});
