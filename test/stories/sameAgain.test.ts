import { recorded } from "../support/recorded.ts";
import { OWNER_FACTS, portAsked, portOpened, SECURITY_FACTS } from "./openPort.ts";
import { useBoth } from "./useBoth.ts";
import { friday, LINE_3, LINE_7, OT, SECURITY, useStory } from "./useStory.ts";

const SAME = "The same, as of";
const DENIED = { "Why not?": "no login on Modbus", "What would make it a yes?": "through the jump host" };

describe("in Slack, what is asked for once more", () => {
  const story = useStory();
  const draft = (where = LINE_3) => story.card(where, SAME);

  test("is joined while it is open: nobody is asked twice, and whoever joined hears how it ends", async () => {
    await portAsked(story);
    await story.asks("ivan", "we need port 502 to PLC-12 open until friday 14:00", LINE_7);
    expect(draft(LINE_7).text).toContain("HAM-1 asks for it: Oksana Melnyk, Mon 09:00; it is with OT controls");
    await story.presses("ivan", LINE_7, "Join HAM-1");
    expect(await story.told("ivan", "You hear here how HAM-1 ends.")).toContain("nothing of it was sent");
    expect(story.card(LINE_7, "HAM-1").text).toContain("Ivan Horvat waits for this too");
    expect(story.card(LINE_7, "HAM-1").buttons).toEqual([]);
    await story.presses("otto", OT, "Deny…", DENIED);
    const heard = story
      .said(LINE_7)
      .filter((text) => text.includes("What would make it a yes: “through the jump host”"));
    expect(heard.map((text) => text.split("\n")[0])).toEqual([
      expect.stringContaining("Open port 502"),
      expect.stringContaining("@U0IVAN HAM-1"),
    ]);
    expect(await story.details("otto", OT, "· HAM-1")).toContain("Wait for it too: Ivan Horvat.");
  });

  test("is their own: they are told which, and cannot join themselves", async () => {
    await portAsked(story);
    await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    expect(draft().text).toContain("HAM-1 asks for it: you, Mon 09:00");
    expect(draft().buttons.map(({ label }) => label)).not.toContain("Join HAM-1");
  });

  test("is allowed already: its end is told, and its facts fill the draft, but no decision comes with them", async () => {
    await portOpened(story);
    await story.asks("ivan", "open PLC-12 from the historian until saturday 12:00");
    expect(draft().text).toContain("HAM-1 is open until Fri 12:00");
    await story.presses("ivan", LINE_3, "Like HAM-1");
    const filled = draft();
    expect(filled.text).toContain("502/tcp");
    expect(filled.text).toContain("read the counters for the OEE report");
    expect(filled.buttons.map(({ label }) => label)).not.toContain("Like HAM-1");
    await story.presses("ivan", LINE_3, "Send");
    const asked = story.card(OT, "HAM-2").text;
    expect(asked).toContain("Same as HAM-1 (asked Mon 09:00, allowed then); differences: Until.");
    expect(asked).toContain("Nothing approved yet.");
    expect(story.card(SECURITY, "HAM-2").text).toContain("differences: Until.");
    await story.asks("oksana", "can we open port 502 to PLC-12 until saturday noon?", LINE_7);
    expect(draft(LINE_7).buttons.map(({ label }) => label)).toContain("Needed longer…");
  });

  test("was denied: why, and what would make it a yes, is read before it is sent, and by those who are asked", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Deny…", DENIED);
    await story.asks("ivan", "can we open port 502 to PLC-12 until friday noon?");
    expect(draft().text).toContain("HAM-1: Not approved: Otto Brandt for OT controls");
    expect(draft().text).toContain("What would make it a yes: “through the jump host”");
    await story.presses("ivan", LINE_3, "Fill in…", { "What is it for?": "counters" });
    await story.presses("ivan", LINE_3, "Send");
    expect(story.card(OT, "HAM-2").text).toContain("Same as HAM-1 (not approved, Mon 09:00); differences: none.");
  });

  test("is not told to whoever may not know of it", async () => {
    await portAsked(story);
    await story.asks("stranger", "can we open port 502 to PLC-12 until friday noon?", LINE_7);
    expect(story.card(LINE_7, "I read this as").text).not.toContain("HAM-1");
  });

  test("over while it was looked at: the draft stays, and can be sent", async () => {
    await portAsked(story);
    await story.asks("ivan", "can we open port 502 to PLC-12 until friday noon?", LINE_7);
    const card = draft(LINE_7);
    await story.presses("oksana", LINE_3, "Withdraw…", {});
    await story.world.as("ivan").presses(card, "Join HAM-1");
    expect(await story.told("ivan", "HAM-1 is over.")).toContain("Withdrawn by Oksana Melnyk");
    expect(story.buttons(LINE_7, "I read this as")).toContain("Discard");
  });

  test("is something else when another port, another machine or another person is meant", async () => {
    await portAsked(story);
    for (const text of ["open port 44818 to PLC-12 until friday noon", "open port 502 to PLC-14 until friday noon"])
      await story.asks("ivan", text, LINE_7);
    await story.asks("ivan", "restart PLC-12 please", LINE_7);
    expect(story.said(LINE_7).filter((text) => text.includes(SAME))).toEqual([]);
  });

  test("long over, it is told how often it was asked for, and with which limits it was allowed last", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Approve with limits…", { ...OWNER_FACTS, "Only if": "read-only" });
    await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
    await story.presses("nils", "C0ITNET", "Opened…", {
      "Rule or ticket number": "rule 4711",
    });
    await story.until(friday("12:30"));
    await story.presses("nils", "C0ITNET", "Closed again…", {
      "Rule number, and how you saw that it is closed": "4711 gone",
    });
    await story.asks("oksana", "open port 502 to PLC-12 until saturday 12:00");
    expect(draft().text).toContain("Last allowed as HAM-1, Mon 09:00, until Fri 12:00. Its limits: Read only.");
  });
});

describe("where people of one request are on Slack and on Teams", () => {
  const story = useBoth({
    teams: ["line-3-operators", "it-security", "it-network"],
    lines: ["line-3"],
    people: ["oksana", "olga", "ivan", "hanna", "lars", "leyla", "bernd", "sina", "deniz", "nils"],
  });
  const { teams } = story;

  test("somebody joins from their chat on Teams, presses late and twice, and hears how it ends", async () => {
    await teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "oksana");
    await teams.asks("oksana", "to read the counters for the OEE report", "oksana");
    await teams.presses("oksana", "oksana", "Send");
    await teams.asks("ivan", "pls open 502 to plc-12 until friday noon", "ivan");
    const late = teams.laggard("ivan", "ivan", SAME);
    await teams.presses("ivan", "ivan", "Join HAM-1");
    const before = await recorded(story.world);
    await late.presses("Join HAM-1");
    expect(await recorded(story.world)).toEqual(before);
    expect(teams.said("ivan").filter((text) => text.includes("waits for this too"))).toHaveLength(1);
    await story.presses("otto", OT, "Deny…", DENIED);
    const heard = teams
      .said("ivan")
      .filter((text) => text.includes("What would make it a yes: “through the jump host”"));
    expect(heard.length).toBeGreaterThan(0);
  });
});
