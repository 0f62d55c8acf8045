import { useBoth } from "./useBoth.ts";
import { friday, LINE_3, monday, OT, thursday } from "./useStory.ts";

/** IT is on Teams, everybody else in Slack. */
const story = useBoth({ teams: ["it-security", "it-network"], people: ["sina", "nils", "vera"], both: ["deniz"] });

/** Open until Friday noon; on Thursday noon its end is a day away. */
async function openUntilFriday() {
  await carriedOut("friday noon");
  await story.presses("oksana", LINE_3, "It works");
}

/** Opened, and not yet tried by whoever asked for it. */
async function carriedOut(until: string) {
  await story.asks("oksana", `can we open port 502 to PLC-12 until ${until}?`);
  await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "read the counters" });
  await story.presses("oksana", LINE_3, "Send");
  await story.presses("otto", OT, "Approve…", { "May it only read, or also write?": "read only" });
  await story.teams.presses("sina", "it-security", "Approve…", {
    "Which machine or address connects?": "historian",
    "Which port?": "502/tcp",
    "Which side opens the connection?": "the source",
  });
  await story.teams.presses("nils", "it-network", "Opened…", {
    "Rule or ticket number": "rule 4711",
  });
}

describe("what is open and needed longer", () => {
  test("is asked about before its end, approved again in both chats with one press each, and closed at the new end", async () => {
    await openUntilFriday();
    await story.until(thursday("12:00:01"));
    const asks = story.card(LINE_3, "Is it still needed?");
    expect(asks.text).toContain("HAM-1 Open port 502/tcp to PLC-12 ends Fri 12:00. Is it still needed?");
    await story.presses(
      "oksana",
      LINE_3,
      "Needed longer…",
      { "Until when is it needed?": "Fri 15:00", "What is it still needed for?": "the vendor comes later" },
      "Is it still needed?",
    );
    expect(story.card(LINE_3, "No answer is needed here any more.").buttons).toEqual([]);
    const differs = "To be open longer: until Fri 15:00 instead of Fri 12:00. Oksana Melnyk: “the vendor comes later”";
    expect(story.card(OT, "To be open longer").text).toContain(differs);
    expect(story.teams.text(story.teams.card("it-security", "To be open longer"))).toContain(differs);
    await story.presses("otto", OT, "Approve");
    expect(story.card(LINE_3, "Modbus TCP · ").text).toContain("Open until Fri 12:00.");
    await story.teams.presses("sina", "it-security", "Approve");
    expect(story.said(LINE_3).at(-1)).toBe("@U0OKSANA HAM-1 Open port 502/tcp to PLC-12: open until Fri 15:00 now.");
    await story.until(friday("12:00:01"));
    expect(story.card(LINE_3, "Modbus TCP · ").text).toContain("Open until Fri 15:00.");
    await story.until(friday("15:00:01"));
    expect(story.teams.text(story.teams.card("it-network", "Its end came"))).toContain("Its end came Fri 15:00.");
  });

  test("ends as agreed when one of them says no on Teams", async () => {
    await openUntilFriday();
    await story.presses("oksana", LINE_3, "Needed longer…", {
      "Until when is it needed?": "Sat 18:00",
      "What is it still needed for?": "the vendor comes later",
    });
    expect(story.card(OT, "To be open longer").text).toContain("IT network closes it and is not at work then");
    await story.teams.presses("sina", "it-security", "Deny…", {
      "Why not?": "nobody closes it on Saturday",
      "What would make it a yes?": "an end on Friday",
    });
    expect(story.said(LINE_3).at(-1)).toContain("ends Fri 12:00 as agreed. Sina Roth: “nobody closes it on Saturday”.");
    expect(story.card(LINE_3, "Modbus TCP · ").text).toContain("Open until Fri 12:00.");
  });
});

test("can be said to work after the end of before, which is nobody's any more", async () => {
  await carriedOut("today 13:00");
  expect(await story.details("oksana", LINE_3, "Modbus TCP · ")).toContain("Mon 13:00");
  await story.presses("oksana", LINE_3, "Needed longer…", {
    "Until when is it needed?": "Fri 15:00",
    "What is it still needed for?": "the vendor comes later",
  });
  await story.presses("otto", OT, "Approve");
  await story.teams.presses("sina", "it-security", "Approve");
  await story.until(monday("13:00:01"));
  expect(story.card(LINE_3, "Modbus TCP · ").buttons.map(({ label }) => label)).toContain("It works");
  await story.presses("oksana", LINE_3, "It works");
  expect(story.card(LINE_3, "Modbus TCP · ").text).toContain("Open until Fri 15:00.");
});

test("whoever writes that they need it longer is offered the form, filled from their words", async () => {
  await openUntilFriday();
  await story.replies("oksana", story.card(LINE_3, "HAM-1"), "please extend it until Friday 16:00");
  const told = await story.told("oksana", "changes nothing until you press");
  expect(told).toContain("extend it until Friday 16:00");
  const offered = story.world.as("oksana").ephemerals().at(-1);
  expect(offered?.buttons.map(({ label }) => label)).toContain("Needed longer…");
});
