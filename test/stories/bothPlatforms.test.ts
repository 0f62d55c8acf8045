import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { friday, LINE_3, OPS, OT } from "./useStory.ts";

/** IT lives in Teams, OT and the floor in Slack. */
const story = useBoth({
  teams: ["it-security", "it-network", "it-servers"],
  people: ["sina", "nils", "vera"],
  both: ["deniz"],
});

describe("a port that is asked for in Slack, while IT is on Teams", () => {
  test("reaches each owner where they are, with the same facts", async () => {
    await portAsked(story);
    const there = story.teams.card("it-security", "HAM-1");
    expect(there.notified.map(({ handle }) => handle)).toEqual(["sina"]);
    expect(story.teams.text(there)).toMatchInlineSnapshot(`
"@Sina Roth
Please answer by Tue 08:00: HAM-1 Open port 502 to PLC-12
🔌 Open port 502 to PLC-12
HAM-1
Modbus TCP · until Fri 12:00
read the counters for the OEE report
Oksana Melnyk, Line 3 operators
Consider: Modbus has no login; whoever reaches the port can write.
⬤ 
Nothing approved yet.
● 
IT security:
 nobody yet, Sina was asked, due Tue 08:00
To
PLC-12
Until
Fri 12:00
Port
502 (Modbus TCP)
Modbus has no login; whoever reaches the port can write. Allow one source address; function codes 1 to 4 only read.
Allow this one connection and nothing else, also between these two machines. (IEC 62443-3-3, SR 5.2 RE 1)
● 
OT controls:
 nobody has it yet, Otto was asked Mon 09:00, due Mon 17:00
● 
IT security:
 nobody has it yet, Sina was asked Mon 09:00, due Tue 08:00
○ 
IT network:
 opens it
○ 
Line 3 operators:
 confirms that it works
○ 
IT network:
 closes it again
Why you: security of Hamburg; on call: weekly rota, Mon 08:00 to 17:00
Next: Deniz is asked Mon 10:00; Ops hears of it Tue 08:00."
`);
    expect(story.card(OT, "HAM-1").notifies).toEqual(["U0OTTO"]);
  });

  test("is approved on both, and whoever asked reads both, whoever answered what was theirs", async () => {
    await portAsked(story);
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    const security = "✓ IT security  Sina Roth approved, Mon 09:00";
    const owner = "✓ OT controls  Otto Brandt approved, Mon 09:00";
    for (const line of [security, owner]) expect(story.card(LINE_3, "HAM-1").text).toContain(line);
    expect(story.card(OT, "HAM-1").text).toContain(owner);
    expect(await story.details("otto", OT)).toContain(security);
    expect(story.teams.card("it-network", "HAM-1").notified.map(({ handle }) => handle)).toEqual(["nils"]);
  });
});

describe("what Teams decides", () => {
  const approved = async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
  };

  test("is carried out there, confirmed in Slack, and closed again there at its end", async () => {
    await approved();
    await story.teams.presses("nils", "it-network", "Opened…", {
      "Rule or ticket number": "rule 4711",
    });
    await story.presses("oksana", LINE_3, "It works");
    await story.until(friday("12:00:01"));
    const close = story.teams.card("it-network", "Still open until it is closed again");
    expect(close.notified.map(({ handle }) => handle)).toEqual(["nils"]);
    await story.teams.presses("nils", "it-network", "Closed again…", {
      "Rule number, and how you saw that it is closed": "4711 gone",
    });
    expect(story.card(LINE_3, "Closed again, Fri 12:00.").notifies).toEqual(["U0OKSANA"]);
    expect(story.card(OT, "HAM-1").text).toContain("✓ IT network  Nils Hagen: closed again, Fri 12:00 (“4711 gone”)");
    expect(story.teams.buttons("sina", "it-security", "HAM-1")).toEqual([]);
  });

  test("as a denial reaches Slack with its reason and with what would make it a yes", async () => {
    await portAsked(story);
    await story.teams.presses("sina", "it-security", "Deny…", {
      "Why not?": "the PLC answers anybody",
      "What would make it a yes?": "a firewall in front of it",
    });
    const told = story.card(LINE_3, "the PLC answers anybody");
    expect(told.text).toContain("a firewall in front of it");
    expect(told.notifies).toEqual(["U0OKSANA"]);
    expect(story.buttons(OT, "HAM-1")).toEqual([]);
  });

  test("as a limit binds everybody, on both", async () => {
    await portAsked(story);
    await story.teams.presses("sina", "it-security", "Approve with limits…", {
      ...SECURITY_FACTS,
      "Only if": "Read only",
      "Until at the latest": "Thu 18:00",
    });
    for (const channel of [LINE_3, OT]) {
      expect(story.card(channel, "HAM-1").text).toContain("⚠ Limits: Read only, until Thu 18:00");
    }
    expect(story.teams.text(story.teams.card("it-security", "HAM-1"))).toContain("Limits: Read only, until Thu 18:00");
  });

  test("is decided once, when two of the team press at the same moment", async () => {
    await portAsked(story);
    const card = story.teams.card("it-security", "HAM-1");
    for (const person of ["sina", "deniz"]) await story.teams.fake.as(person).presses(card, "Approve…");
    await Promise.all(["sina", "deniz"].map((person) => story.teams.fake.as(person).submits(SECURITY_FACTS)));
    await story.world.settled();
    const answers = ["sina", "deniz"].map((person) => story.teams.told(person));
    expect(answers.filter((text) => text.includes("already answered this for HAM-1"))).toHaveLength(1);
  });

  test("is refused to the people of other teams, even with a button from somebody else's card", async () => {
    await portAsked(story);
    const card = story.teams.card("it-security", "HAM-1");
    const { fake } = story.teams;
    await fake.as("nils").presses(card, "Take it", { seenBy: "sina" });
    expect(story.teams.told("nils")).toBe("HAM-1 is with IT security. You can add a note for them.");
  });
});

test("a step nobody in Teams takes goes along its chain there, and Ops hears of it in Slack", async () => {
  await portAsked(story);
  await story.presses("otto", OT, "Approve…", OWNER_FACTS);
  await story.until("2026-11-30T10:00:01+01:00");
  expect(story.teams.card("it-security", "so you are asked now").notified.map(({ handle }) => handle)).toEqual([
    "deniz",
  ]);
  await story.until("2026-12-01T08:00:01+01:00");
  expect(story.card(OPS, "overdue with IT security").notifies).toEqual(["U0PAULA"]);
});

describe("what is written about it", () => {
  test("crosses over with the name and the platform of who wrote it", async () => {
    const asked = await portAsked(story);
    await story.teams.replies("sina", story.teams.card("it-security", "HAM-1"), "the historian sits in the DMZ");
    expect(story.said(LINE_3).at(-1)).toBe("Sina Roth (Teams): “the historian sits in the DMZ”");
    expect(story.said(OT).at(-1)).toBe("Sina Roth (Teams): “the historian sits in the DMZ”");
    await story.replies("oksana", asked, "it is needed for one week only");
    expect(story.teams.said("it-security").at(-1)).toBe("Oksana Melnyk (Slack): “it is needed for one week only”");
    expect(story.said(OT).at(-1)).toBe("Oksana Melnyk: “it is needed for one week only”");
  });

  test("crosses over from a form as well", async () => {
    await portAsked(story);
    await story.teams.presses("sina", "it-security", "Add a note…", { Note: "see ticket 12" });
    expect(story.said(LINE_3).at(-1)).toBe("Sina Roth (Teams): “see ticket 12”");
    expect(story.teams.said("it-security").at(-1)).toBe("Sina Roth: “see ticket 12”");
  });

  test("says on which platform a form was filled in by somebody who is on both", async () => {
    await portAsked(story);
    await story.teams.presses("deniz", "it-security", "Add a note…", { Note: "see ticket 12" });
    expect(story.said(LINE_3).at(-1)).toBe("Deniz Kaya (Teams): “see ticket 12”");
    expect(story.teams.said("it-security").at(-1)).toBe("Deniz Kaya: “see ticket 12”");
    await story.presses("deniz", OT, "Add a note…", { Note: "and ticket 13" });
    expect(story.said(LINE_3).at(-1)).toBe("Deniz Kaya: “and ticket 13”");
    expect(story.teams.said("it-security").at(-1)).toBe("Deniz Kaya (Slack): “and ticket 13”");
    await story.teams.presses("deniz", "it-security", "Ask a question…", { Question: "Which address connects?" });
    expect(story.card(LINE_3, "Which address connects?").text).toContain(
      "Deniz Kaya (Teams) has a question about HAM-1.",
    );
  });

  test("asks on Teams, answers in Slack, and the ball comes back with the answer", async () => {
    const asked = await portAsked(story);
    await story.teams.presses("sina", "it-security", "Ask a question…", { Question: "Which address connects?" });
    expect(story.card(LINE_3, "Which address connects?").text).toContain(
      "Sina Roth (Teams) has a question about HAM-1.",
    );
    await story.replies("oksana", asked, "10.20.30.40, the historian");
    const answer = story.teams.card("it-security", "10.20.30.40");
    expect(answer.text).toContain("Oksana Melnyk (Slack) answered: “10.20.30.40, the historian");
    expect(answer.notified.map(({ handle }) => handle)).toEqual(["sina"]);
  });
});
