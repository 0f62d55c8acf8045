import { OWNER_FACTS, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, OT } from "./useStory.ts";

/** IT lives in Teams, OT and the floor in Slack. */
const story = useBoth({
  teams: ["it-security", "it-network", "it-servers"],
  people: ["sina", "deniz", "nils", "vera"],
});

async function portAsked() {
  const message = await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
  await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "read the counters for the OEE report" });
  await story.presses("oksana", LINE_3, "Send");
  return message;
}

describe("a port that is asked for in Slack, while IT is on Teams", () => {
  test("reaches each owner where they are, with the same facts", async () => {
    await portAsked();
    const there = story.teams.card("it-security", "HAM-1");
    expect(there.notified.map(({ handle }) => handle)).toEqual(["sina"]);
    expect(story.teams.text(there)).toMatchInlineSnapshot(`
"@Sina Roth Please answer by Tue 08:00: HAM-1 Open port 502 to PLC-12
🔌 Open port 502 to PLC-12
HAM-1
In review. Nothing is approved yet.
To
PLC-12
Until
Fri 12:00
Port
502 (Modbus TCP)
read the counters for the OEE report
Oksana Melnyk, Line 3 operators
Consider: Modbus has no login; whoever reaches the port can write. Allow one source address; function codes 1 to 4 only read.
Allow this one connection and leave everything else closed, also between these two machines. (IEC 62443-3-3, SR 5.2 RE 1)
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

  test("is approved on both, and everybody's card says so wherever it stands", async () => {
    await portAsked();
    await story.teams.presses("sina", "it-security", "Approve…", SECURITY_FACTS);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    const security = "✓ IT security  Sina Roth approved, Mon 09:00";
    const owner = "✓ OT controls  Otto Brandt approved, Mon 09:00";
    for (const line of [security, owner]) {
      expect(story.card(LINE_3, "HAM-1").text).toContain(line);
      expect(story.card(OT, "HAM-1").text).toContain(line);
    }
    expect(story.teams.card("it-network", "HAM-1").notified.map(({ handle }) => handle)).toEqual(["nils"]);
  });
});

describe("what is written about it", () => {
  test("crosses over with the name and the platform of who wrote it", async () => {
    const asked = await portAsked();
    await story.teams.replies("sina", story.teams.card("it-security", "HAM-1"), "the historian sits in the DMZ");
    expect(story.said(LINE_3).at(-1)).toBe("Sina Roth (Teams): the historian sits in the DMZ");
    expect(story.said(OT).at(-1)).toBe("Sina Roth (Teams): the historian sits in the DMZ");
    await story.replies("oksana", asked, "it is needed for one week only");
    expect(story.teams.said("it-security").at(-1)).toBe("Oksana Melnyk (Slack): it is needed for one week only");
    expect(story.said(OT).at(-1)).toBe("Oksana Melnyk: it is needed for one week only");
  });

  test("crosses over from a form as well", async () => {
    await portAsked();
    await story.teams.presses("sina", "it-security", "Add a note…", { Note: "see ticket 12" });
    expect(story.said(LINE_3).at(-1)).toBe("Sina Roth (Teams): see ticket 12");
    expect(story.teams.said("it-security").at(-1)).toBe("Sina Roth: see ticket 12");
  });

  test("asks on Teams, answers in Slack, and the ball comes back with the answer", async () => {
    const asked = await portAsked();
    await story.teams.presses("sina", "it-security", "Ask a question…", { Question: "Which address connects?" });
    expect(story.card(LINE_3, "Which address connects?").text).toContain(
      "Sina Roth (Teams) has a question about HAM-1.",
    );
    await story.replies("oksana", asked, "10.20.30.40, the historian");
    const answer = story.teams.card("it-security", "10.20.30.40");
    expect(answer.text).toContain("Oksana Melnyk (Slack) answered: 10.20.30.40, the historian");
    expect(answer.notified.map(({ handle }) => handle)).toEqual(["sina"]);
  });
});
