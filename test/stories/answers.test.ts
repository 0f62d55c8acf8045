import { portAsked, portOpened } from "./openPort.ts";
import { LINE_3, monday, NETWORK, OPS, OT, SECURITY, useStory } from "./useStory.ts";

const story = useStory();

describe("a no", () => {
  test("needs a reason and what would make it a yes, and reaches the requester with both", async () => {
    await portAsked(story);
    await story.presses("sina", SECURITY, "Deny…", {
      "Why not?": "the whole office network could reach it",
      "What would make it a yes?": "one source address",
    });
    const no =
      "Not approved: Sina Roth for IT security, Mon 09:00: “the whole office network could reach it”. What would make it a yes: “one source address”.";
    const told = story.card(LINE_3, `HAM-1 Open port 502 to PLC-12. ${no}`);
    expect(told.notifies).toEqual(["U0OKSANA"]);
    expect(story.card(OT, "HAM-1").text).toContain(no);
    expect(story.buttons(OT, "HAM-1")).toEqual([]);
    expect(story.said(NETWORK)).toEqual([]);
  });
});

describe("a question", () => {
  const question = { Question: "Which registers do you need?" };

  test("takes ball and clock to the requester, and a reply in their thread brings both back", async () => {
    const asked = await portAsked(story);
    await story.until(monday("09:30"));
    await story.presses("otto", OT, "Ask a question…", question);
    const ask = story.card(LINE_3, "“Which registers do you need?” Otto Brandt");
    expect(ask.notifies).toEqual(["U0OKSANA"]);
    expect(story.card(OT, "HAM-1").text).toContain("● OT controls  waits for Oksana Melnyk's answer since Mon 09:30");
    await story.until(monday("11:30"));
    await story.replies("oksana", asked, "only 40001 to 40020");
    const back = story.card(OT, "Oksana Melnyk answered: “only 40001 to 40020");
    expect(back.notifies).toEqual(["U0OTTO"]);
    // Two hours of waiting for the answer are not Otto's: 17:00 has become 19:00, which is 07:00 of the next OT day.
    expect(back.text).toContain("HAM-1 Open port 502 to PLC-12 is with you again, due Tue 07:00.");
  });

  test("can be answered in a form too, and the answer stays for whoever decides after", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Ask a question…", question);
    await story.presses("oksana", LINE_3, "Answer…", { Answer: "only 40001 to 40020" });
    expect(story.card(SECURITY, "HAM-1").text).toContain(
      "“only 40001 to 40020” Oksana Melnyk, asked: “Which registers do you need?”",
    );
  });

  test("is repeated once when it stays open, and no more", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Ask a question…", question);
    await story.until(monday("20:00"));
    const again = story.said(LINE_3).filter((text) => text.includes("A reminder: Otto Brandt waits for your answer"));
    expect(again).toHaveLength(1);
  });
});

describe("what people say beside the buttons", () => {
  test("in the requester's thread reaches the owners, and in an owner's thread the requester", async () => {
    const asked = await portAsked(story);
    await story.replies("oksana", asked, "the filler stands on Thursday anyway");
    expect(story.card(OT, "Oksana Melnyk: “the filler stands on Thursday anyway”").thread).not.toBeNull();
    expect(story.card(SECURITY, "Oksana Melnyk: “the filler stands on Thursday anyway”").notifies).toEqual([]);
    await story.replies("ole", story.card(OT, "“read the counters"), "I will be at the filler on Thursday");
    expect(story.card(LINE_3, "Ole Petersen: “I will be at the filler on Thursday”").thread).toBe(asked.ts);
    expect(story.said(OT).filter((text) => text.startsWith("Ole Petersen:"))).toEqual([]);
  });

  test("never becomes a mention, a link or markup elsewhere", async () => {
    const asked = await portAsked(story);
    await story.replies("oksana", asked, "<!channel> *urgent* see <http://evil.example|Approve>");
    const note = story.card(OT, "Oksana Melnyk: ");
    expect(note.notifies).toEqual([]);
    expect(note.links).toEqual([]);
  });
});

test("a step can be handed to a colleague, who is then asked by name", async () => {
  await portAsked(story);
  await story.presses("otto", OT, "Hand to a colleague…", { "To whom?": "Karin Vogt" });
  const handed = story.card(OT, "Otto Brandt hands HAM-1 Open port 502 to PLC-12 to you, due Mon 17:00.");
  expect(handed.notifies).toEqual(["U0KARIN"]);
  expect(story.card(LINE_3, "HAM-1").text).toContain("● OT controls  nobody has it yet, Karin was asked Mon 09:00");
});

describe("a changed fact", () => {
  test("voids what was approved, asks everybody again, and leaves the old cards without buttons", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Approve…", { access: "read" });
    const old = story.card(OT, "HAM-1");
    await story.presses("oksana", LINE_3, "Change a fact…", { "Until when is it needed?": "Sat 12:00" });
    expect(story.world.slack.now(old).buttons).toEqual([]);
    const fresh = story.card(OT, "until Sat 12:00");
    expect(fresh.ts).not.toBe(old.ts);
    expect(fresh.notifies).toEqual(["U0OTTO"]);
    expect(fresh.text).toContain("● OT controls  nobody yet");
  });

  test("that is none changes nothing: a form sent off as it was opened voids no approval", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Approve…", { access: "read" });
    await story.presses("oksana", LINE_3, "Change a fact…", {});
    expect(story.card(LINE_3, "HAM-1").text).toContain("✓ OT controls  Otto Brandt approved");
  });
});

test("a withdrawn request says so everywhere, and nobody has anything left to press", async () => {
  await portAsked(story);
  await story.presses("oksana", LINE_3, "Withdraw…", { "Why?": "solved on site" });
  for (const channel of [LINE_3, OT, SECURITY]) {
    expect(story.card(channel, "HAM-1").text).toContain("Withdrawn by Oksana Melnyk, Mon 09:00: “solved on site”.");
    expect(story.buttons(channel, "HAM-1")).toEqual([]);
  }
});

describe("what is open", () => {
  test("is cut off at once by the owner of the machine, and the requester hears why", async () => {
    await portOpened(story);
    await story.presses("otto", OT, "Cut off now…", { "Why?": "strange traffic" });
    expect(story.card(NETWORK, "Still open until it is closed again").notifies).toEqual(["U0NILS"]);
    expect(story.card(LINE_3, "Otto Brandt has HAM-1 cut off now: “strange traffic”").notifies).toEqual(["U0OKSANA"]);
  });

  test("offers Cut off now only to those who may: not to those who opened it", async () => {
    await portOpened(story);
    for (const channel of [OT, SECURITY]) expect(story.buttons(channel, "HAM-1")).toContain("Cut off now…");
    expect(story.buttons(NETWORK, "HAM-1")).not.toContain("Cut off now…");
    // But for what is open now, which stands there for Ops.
    expect(story.said(OPS)).toEqual([expect.stringContaining("Hamburg · 1 open now")]);
  });
});
