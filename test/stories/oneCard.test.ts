import type { Plant } from "../../src/plant/plant.ts";
import { useBoth } from "./useBoth.ts";
import { LINE_3, monday, OPS, OT } from "./useStory.ts";

/** Whoever is on call for OT controls leads the shift of line 3, too. */
function leadToo(demo: Plant): Plant {
  const onCall = [...demo.teams.values()].find((team) => team.id === "ot-controls")?.onCall;
  if (onCall === undefined) throw new Error("OT controls have nobody on call");
  return {
    ...demo,
    lines: new Map([...demo.lines].map(([id, line]) => [id, id === "line-3" ? { ...line, shiftLeads: onCall } : line])),
  };
}

const BOTH = {
  "What stops or loses data while it is off?": "nothing",
  "Are logs and unsaved work kept?": "yes",
  "What is the line doing, and can it bear this now?": "stands, emptied",
  "Who stands at the machine when it starts?": "Oksana",
};

/** Oksana asks for a restart of a machine whose owner leads her shift. */
async function restartAsked(story: ReturnType<typeof useBoth>): Promise<void> {
  await story.asks("oksana", "please restart PLC-12, the screen is frozen");
  await story.presses("oksana", LINE_3, "Fill in…", {
    "What do you see?": "the screen is frozen",
    "When should it be restarted?": "as soon as it may",
  });
  await story.presses("oksana", LINE_3, "Send");
}

const APPROVED = [
  "✓ OT controls  Otto Brandt approved, Mon 09:00",
  "✓ Shift lead of Line 3  Otto Brandt approved, Mon 09:00",
];

describe("whoever owns a machine and leads the shift, in Slack,", () => {
  const story = useBoth({ teams: ["it-network"], people: ["nils", "vera"] }, leadToo);

  test("gets one card, and answers both steps with one press, as two decisions", async () => {
    await restartAsked(story);
    expect(story.said(OT).filter((text) => text.includes("HAM-1"))).toHaveLength(1);
    expect(story.said(LINE_3).join("\n")).not.toContain("@U0OTTO");
    const card = story.card(OT, "HAM-1");
    expect(card.notifies).toEqual(["U0OTTO"]);
    expect(card.text).toContain("● OT controls  nobody");
    expect(card.text).toContain("● Shift lead of Line 3  nobody");
    await story.presses("otto", OT, "Approve both…", BOTH);
    const done = story.card(LINE_3, "Approved, not done").text;
    for (const line of APPROVED) expect(done).toContain(line);
    expect(story.card(OT, "Please carry out").text).toContain("Before you do it, on site:");
  });

  test("is answered that it was given already, when it is pressed on a card of before", async () => {
    await restartAsked(story);
    await story.presses("otto", OT, "Only: agrees for the line…", {
      "What is the line doing, and can it bear this now?": "stands, emptied",
      "Who stands at the machine when it starts?": "Oksana",
    });
    expect(story.buttons(OT, "HAM-1")).not.toContain("Approve both…");
    await story.presses("otto", OT, "Approve…", {
      "What stops or loses data while it is off?": "nothing",
      "Are logs and unsaved work kept?": "yes",
    });
    const done = story.card(LINE_3, "Approved, not done").text;
    for (const line of APPROVED) expect(done).toContain(line);
  });

  test("and a colleague, who press at once, give each step one answer, both by one of them", async () => {
    await restartAsked(story);
    await Promise.allSettled(["otto", "ole"].map((person) => story.presses(person, OT, "Approve both…", BOTH)));
    const done = story.card(LINE_3, "Approved, not done").text;
    const who = [...done.matchAll(/✓ (?:OT controls|Shift lead of Line 3) {2}(.*?) approved/g)].map(([, name]) => name);
    expect(who).toHaveLength(2);
    expect(new Set(who).size).toBe(1);
  });

  test("has each step chased as before, once nobody takes them", async () => {
    await restartAsked(story);
    await story.until(monday("10:00:01"));
    expect(story.card(OPS, "HAM-1").text).toContain("HAM-1");
    expect(story.card(OT, "HAM-1").text).toContain("OT controls");
  });

  test("means both by a yes in the thread, and gives it by the button", async () => {
    await restartAsked(story);
    await story.replies("otto", story.card(OT, "HAM-1"), "ok");
    await story.told("otto", "changes nothing until you press");
    expect(story.world.as("otto").ephemerals().at(-1)?.buttons[0]?.label).toBe("Approve both…");
  });
});

describe("whoever owns a machine and leads the shift, on Teams,", () => {
  const story = useBoth({ teams: ["ot-controls"], people: ["otto", "ole", "karin", "sven"] }, leadToo);

  test("gets one card there, and answers both steps with one press, whoever else reads it", async () => {
    await restartAsked(story);
    expect(story.teams.said("ot-controls").filter((text) => text.includes("HAM-1"))).toHaveLength(1);
    expect(story.teams.buttons("otto", "ot-controls", "HAM-1")).toContain("Approve both…");
    await story.teams.presses("otto", "ot-controls", "Approve both…", BOTH);
    const done = story.card(LINE_3, "Approved, not done").text;
    for (const line of APPROVED) expect(done).toContain(line);
    expect(story.teams.buttons("otto", "ot-controls", "Please carry out")).toContain("Restarted…");
  });

  test("changes nothing by a press on both, once one of them was answered", async () => {
    await restartAsked(story);
    const late = story.teams.laggard("otto", "ot-controls", "HAM-1");
    await story.teams.presses("otto", "ot-controls", "Deny…", {
      "Why not?": "the line runs",
      "What would make it a yes?": "the next stop",
    });
    await late.presses("Approve both…");
    expect(story.teams.told("otto")).toContain("HAM-1");
    expect(story.card(LINE_3, "Not approved").text).toContain("the line runs");
  });
});
