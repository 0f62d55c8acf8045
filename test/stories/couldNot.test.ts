import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, NETWORK, OPS, OT, SECURITY } from "./useStory.ts";

const WHY = { "What happened?": "the firewall has no such zone" };
const SAID = "Not carried out, Mon 09:00: “the firewall has no such zone”.";

describe("what could not be done on Teams", () => {
  const story = useBoth({ teams: ["it-network"], people: ["nils", "vera"] });

  test("is read by the owner of the machine and by Ops in Slack, who can help, and asked for again in one press", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
    await story.teams.presses("nils", "it-network", "Failed…", WHY);
    const owner = story.card(OT, "If you can help");
    expect(owner.text).toContain(`HAM-1 Open port 502/tcp to PLC-12. ${SAID} If you can help, say so here.`);
    expect(owner.notifies).toEqual(["U0OTTO"]);
    const ops = story.card(OPS, SAID);
    expect(ops.notifies).not.toEqual([]);
    expect(story.said(SECURITY).join("\n")).not.toContain("If you can help");
    expect(story.buttons(LINE_3, SAID)).toContain("Ask again…");
    await story.presses("oksana", LINE_3, "Ask again…");
    expect(story.card(LINE_3, "I read this as").text).toContain("PLC-12");
  });
});

describe("what could not be done in Slack", () => {
  const story = useBoth({ teams: ["ot-controls"], people: ["otto", "ole", "karin", "sven"] });

  test("is read by the owner of the machine on Teams", async () => {
    await portAsked(story);
    await story.teams.presses("otto", "ot-controls", "Approve…", OWNER_FACTS);
    await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
    await story.presses("nils", NETWORK, "Failed…", WHY);
    const owner = story.teams.card("ot-controls", "If you can help");
    expect(owner.notified.map(({ handle }) => handle)).toEqual(["otto"]);
    expect(story.card(OPS, SAID).notifies).not.toEqual([]);
    await story.teams.replies("otto", owner, "use the zone cell-3");
    expect(story.said(OPS).join("\n")).toContain("use the zone cell-3");
  });

  test("once it was open is closed first, and Ops read why", async () => {
    await portAsked(story);
    await story.teams.presses("otto", "ot-controls", "Approve…", OWNER_FACTS);
    await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
    await story.presses("nils", NETWORK, "Opened…", { "Rule or ticket number": "rule 4711" });
    await story.presses("oksana", LINE_3, "It does not work…", { "What does not work?": "no values" });
    await story.presses("nils", NETWORK, "Failed…", WHY);
    expect(story.card(OPS, "Nils Hagen could not carry it out: “the firewall has no such zone").notifies).not.toEqual(
      [],
    );
    expect(story.buttons(NETWORK, "closed again")).toContain("Closed again…");
  });
});
