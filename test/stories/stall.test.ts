import { portAsked } from "./openPort.ts";
import { friday, LINE_3, monday, NETWORK, OPS, OT, SECURITY, tuesday, useStory } from "./useStory.ts";

const story = useStory();

/** What called somebody in a channel, oldest first: new messages only, for an edited card rings nobody. */
function calls(channel: string, person: string): readonly string[] {
  return story.world.slack
    .messages(channel)
    .filter(
      ({ notifies, thread, version }) =>
        (thread !== null || version === 1) && notifies.includes(`U0${person.toUpperCase()}`),
    )
    .map(({ text }) => text.split("\n")[0] ?? "");
}

describe("a request nobody takes", () => {
  test("asks backup, lead and the team that stands in, each an hour after the other, then Ops", async () => {
    await portAsked(story);
    await story.until(monday("10:01"));
    expect(calls(OT, "ole")).toContain(
      "@U0OLE Please answer: nobody of OT controls has taken HAM-1 Open port 502 to PLC-12 yet, so you are asked now, due Mon 17:00. Why you: backup of OT controls.",
    );
    await story.until(monday("12:01"));
    expect(story.card(LINE_3, "HAM-1").text).toContain("● OT controls  nobody has it yet, Sven was asked Mon 12:00");
    await story.until(monday("13:01"));
    expect(story.card(OPS, "· HAM-1").notifies).toEqual(["U0PAULA"]);
    expect(calls(OPS, "paula")).toEqual([
      "@U0PAULA HAM-1 Open port 502 to PLC-12: nobody of OT controls has taken it yet.",
    ]);
    expect(story.card(LINE_3, "HAM-1").text).toContain("Ops knows since Mon 13:00, due Mon 17:00");
  });

  test("keeps its ball: Ops may nudge, decide whose, or close it, and nothing is approved by silence", async () => {
    await portAsked(story);
    await story.until(monday("13:01"));
    expect(story.buttons(OPS, "“read the counters")).toEqual(["Add a note…", "What can I do?"]);
    expect(await story.own("paula", OPS, "“read the counters")).toEqual([
      "Nudge OT controls",
      "Nudge IT security",
      "Decide whose…",
      "Close with a reason…",
      "Add a note…",
    ]);
    await story.until(friday("11:00"));
    expect(story.card(LINE_3, "HAM-1").text).toContain("In review. Nothing is approved yet.");
  });

  test("calls nobody more than three times, however long it lies, and once more before its end", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Take it");
    await story.until(friday("11:00"));
    expect(calls(OT, "otto")).toEqual([
      "@U0OTTO A reminder: HAM-1 Open port 502 to PLC-12 waits for your answer, due Mon 17:00.",
      "@U0OTTO HAM-1 Open port 502 to PLC-12 is overdue. Ops knows; it is still yours to answer.",
      "@U0OTTO HAM-1 Open port 502 to PLC-12 ends Fri 12:00, and is not decided yet: it waits for you.",
    ]);
    for (const person of ["ole", "karin", "sven", "sina", "deniz"]) {
      expect([...calls(OT, person), ...calls(SECURITY, person)].length).toBeLessThanOrEqual(4);
    }
  });

  test("is nudged by Ops in one press, once however often, and at once only where it is no noise", async () => {
    await portAsked(story);
    await story.until(monday("13:01:01"));
    await story.presses("paula", OPS, "Nudge OT controls");
    expect(calls(OT, "sven").at(-1)).toBe(
      "@U0SVEN Ops asks how it goes with HAM-1 Open port 502 to PLC-12, due Mon 17:00.",
    );
    const asked = calls(OT, "sven").length;
    await story.presses("paula", OPS, "Nudge OT controls");
    expect(calls(OT, "sven")).toHaveLength(asked);
    // IT security is off at night: they are asked when they are back.
    await story.until(monday("19:00"));
    await story.presses("paula", OPS, "Nudge IT security");
    expect(story.said(OPS).at(-1)).toBe("HAM-1 Open port 502 to PLC-12: IT security is asked again Tue 08:00.");
    expect(story.buttons(OPS, "HAM-1 ")).not.toContain("Nudge IT security");
  });

  test("can be ended by Ops with a reason, which is never an approval", async () => {
    await portAsked(story);
    await story.until(monday("13:01"));
    await story.presses("piet", OPS, "Close with a reason…", { "Why?": "asked again as HAM-7" });
    expect(story.card(LINE_3, "HAM-1 Open port").text).toContain(
      "Closed by Ops (Piet Jansen), Mon 13:01: “asked again as HAM-7”.",
    );
    expect(story.said(NETWORK)).toEqual([]);
  });
});

describe("nobody on duty", () => {
  const evening = async () => {
    await story.until(monday("19:00"));
    await story.asks("hanna", "can we open port 502 to PLC-12 until friday noon?");
    await story.presses("hanna", LINE_3, "Fill in…", { "What is it for?": "counters" });
  };

  test("is told to the requester before sending", async () => {
    await evening();
    expect(story.card(LINE_3, "Goes first to:").text).toContain(
      "IT security, asked when it is back: Tue 08:00, answer due Tue 16:00",
    );
  });

  test("holds visibly until an instant, and calls nobody meanwhile", async () => {
    await evening();
    await story.presses("hanna", LINE_3, "Send");
    expect(
      story.card(LINE_3, "HAM-1 waits for IT security until Tue 08:00: outside its working hours.").notifies,
    ).toEqual([]);
    expect(story.card(LINE_3, "· HAM-1").text).toContain(
      "⏸ IT security  on hold until Tue 08:00: outside its working hours",
    );
    expect(calls(SECURITY, "deniz")).toEqual([]);
  });

  test("goes on by itself when the team is back, and calls whoever is on call then", async () => {
    await evening();
    await story.presses("hanna", LINE_3, "Send");
    await story.until(tuesday("08:00:01"));
    expect(calls(SECURITY, "sina").at(-1)).toBe(
      "@U0SINA Please answer: HAM-1 Open port 502 to PLC-12 is with you now, due Tue 16:00.",
    );
    expect(story.buttons(SECURITY, "· HAM-1")).toContain("Approve…");
  });
});
