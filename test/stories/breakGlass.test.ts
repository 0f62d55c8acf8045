import { LINE_3, monday, OPS, OT, SECURITY, tuesday, useStory } from "./useStory.ts";

const story = useStory();
const REVIEW = { "What you found, and what comes of it": "justified, nothing left behind" };

async function broken(): Promise<void> {
  await story.asks("oksana", "break glass for PLC-12 until 12:00");
  await story.presses("oksana", LINE_3, "Fill in…", {
    "What is to be opened?": "the way in for remote service",
    "Why can it not wait for those who are asked else?": "the line stands and nobody of OT answers",
  });
  await story.presses("oksana", LINE_3, "Send");
}

describe("break glass", () => {
  test("is opened by two people, told at once to those who were not asked, and leads the digest until they reviewed it", async () => {
    await broken();
    expect(story.card(LINE_3, "HAM-1").text).toContain("Emergency access to PLC-12");
    expect(story.said(OT)).toEqual([]);
    await story.presses("paula", OPS, "Approve");
    await story.presses(
      "lars",
      LINE_3,
      "Opened…",
      { "What was opened, and who uses it": "the way in, Jan of PackTec" },
      "HAM-1",
    );
    expect(story.card(OT, "Emergency access to PLC-12").notifies.length).toBeGreaterThan(0);
    expect(story.card(SECURITY, "Emergency access to PLC-12").notifies.length).toBeGreaterThan(0);
    expect(story.buttons(OT, "Emergency access")).toEqual(expect.arrayContaining(["Reviewed…", "Cut off now…"]));
    expect(story.buttons(OT, "Emergency access")).not.toContain("Failed…");
    expect(story.card(OPS, "open now").text).toContain("Emergency access to PLC-12: open until Mon 12:00");

    await story.until(monday("12:00:01"));
    expect(story.card(OPS, "open now").text).toContain("still open past its end, since Mon 12:00");
    await story.presses(
      "lars",
      LINE_3,
      "Closed again…",
      { "How you saw that it is closed": "the way in is shut" },
      "HAM-1",
    );
    expect(story.card(OPS, "open now").text).toContain("nothing is open now");
    await story.presses("otto", OT, "Reviewed…", REVIEW);

    await story.until(tuesday("06:00:05"));
    const digest = () => story.card(OPS, "Hamburg · Tue").text;
    expect(digest()).toContain(
      "For you to decide:\nHAM-1 Emergency access to PLC-12: opened in an emergency, not reviewed yet by IT security",
    );
    await story.until(tuesday("09:00:01"));
    await story.presses("sina", SECURITY, "Reviewed…", REVIEW);
    expect(digest()).not.toContain("not reviewed yet");
    expect(story.card(LINE_3, "HAM-1").text).toContain("Closed again");
  });

  test("is not for a machine that protects people, nor for a guard", async () => {
    await story.asks("oksana", "break glass to bridge the door switch of the palletizer until 12:00");
    await story.told("oksana", "Safety");
    expect(story.said(OPS)).toEqual([]);
  });
});
