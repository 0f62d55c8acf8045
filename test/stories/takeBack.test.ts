import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, monday, OT } from "./useStory.ts";

/** IT network is on Teams, everybody else in Slack. */
const story = useBoth({ teams: ["it-security", "it-network"], people: ["sina", "nils", "vera"], both: ["deniz"] });
const network = () => story.teams.text(story.teams.card("it-network", "HAM-1"));

async function approvedOnBoth() {
  const message = await portAsked(story);
  await story.presses("otto", OT, "Approve…", OWNER_FACTS);
  await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
  return message;
}

describe("an approval that is taken back", () => {
  test("in Slack puts it back into review, and takes what was to be done from the card on Teams", async () => {
    await approvedOnBoth();
    expect(story.teams.buttons("nils", "it-network", "HAM-1")).toContain("Take it");
    expect(await story.own("ole", OT, "HAM-1")).not.toContain("Take it back…");
    await story.presses("otto", OT, "Take it back…", { "Why?": "it was the other PLC" });
    expect(story.said(LINE_3).at(-1)).toBe(
      "@U0OKSANA Otto Brandt took back the approval of HAM-1 Open port 502/tcp to PLC-12: “it was the other PLC”. It is in review again.",
    );
    expect(story.card(OT, "HAM-1").text).toContain("Otto has it since Mon 09:00, due Mon 17:00");
    expect(story.teams.text(story.teams.card("it-security", "HAM-1"))).toContain(
      "Took back the approval: it was the other PLC",
    );
    expect(network()).toContain("This waits again for an answer that comes before it, Mon 09:00.");
    await story.presses("otto", OT, "Approve", {});
    expect(story.teams.card("it-network", "Please carry out").notified.map(({ handle }) => handle)).toEqual(["nils"]);
  });

  test("on Teams once somebody in Slack or on Teams has begun reaches them, who decide", async () => {
    await approvedOnBoth();
    await story.teams.presses("nils", "it-network", "Take it");
    await story.teams.presses("sina", "it-security", "Take it back…", { "Why?": "strange traffic" });
    expect(story.teams.said("it-network").at(-1)).toBe(
      "@Nils Hagen Sina Roth wants the approval of HAM-1 Open port 502/tcp to PLC-12 back: “strange traffic”. You have begun, so you decide: go on, or say that you rolled it back.",
    );
    expect(story.card(LINE_3, "🔌 Open port 502").text).toContain(
      "Sina Roth wants the approval back. Whoever has begun decides whether it goes on.",
    );
    expect(story.teams.buttons("sina", "it-security", "HAM-1")).not.toContain("Take it back…");
    await story.teams.presses("nils", "it-network", "Rolled back…", {
      "What happened?": "nothing was opened",
    });
    expect(story.card(OT, "HAM-1").text).toContain("Not carried out, Mon 09:00: “nothing was opened”.");
  });
});

test("a no that is taken back brings the request back in all chats, with whoever had it beside", async () => {
  await portAsked(story);
  await story.teams.presses("sina", "it-security", "Deny…", {
    "Why not?": "no login",
    "What would make it a yes?": "a jump host",
  });
  expect(story.card(OT, "HAM-1").text).toContain("Not approved: Sina Roth");
  await story.until(monday("09:30"));
  await story.teams.presses("sina", "it-security", "Take it back…", { "Why?": "it goes through the jump host" });
  expect(story.said(OT).at(-1)).toContain("Sina Roth took back the no to HAM-1");
  expect(story.said(LINE_3).at(-1)).toContain("@U0OKSANA Sina Roth took back the no to HAM-1");
  expect(story.card(OT, "🔌 Open port 502").text).toContain("Nothing approved yet.");
  await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
  await story.presses("otto", OT, "Approve…", OWNER_FACTS);
  expect(story.card(LINE_3, "Approved, not done. Not a work permit.").text).toContain("🔌 Open port 502");
});

test("whoever writes that they take it back is offered the button, and nobody else is", async () => {
  await approvedOnBoth();
  await story.replies("otto", story.card(OT, "HAM-1"), "sorry, I take back my approval");
  expect(await story.told("otto", "changes nothing until you press")).toContain("I take back my approval");
  expect(story.world.as("otto").ephemerals().at(-1)?.buttons[0]?.label).toBe("Take it back…");
  await story.replies("ole", story.card(OT, "HAM-1"), "I take back my approval");
  expect(
    story.world
      .as("ole")
      .ephemerals()
      .filter(({ text }) => text.includes("until you press")),
  ).toEqual([]);
});
