import { OWNER_FACTS, portApproved, portAsked, portOpened, SECURITY_FACTS } from "./openPort.ts";
import { friday, LINE_3, NETWORK, OPS, OT, SECURITY, thursday, useStory } from "./useStory.ts";

const story = useStory();

describe("a port that is asked for", () => {
  test("is drafted in the thread, and nothing goes to anyone before Send", async () => {
    const asked = await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    const draft = story.card(LINE_3, "Nothing has been sent yet");
    expect(draft.thread).toBe(asked.ts);
    expect(draft.notifies).toEqual(["U0OKSANA"]);
    expect(draft.text).toContain("To: PLC-12\nUntil: Fri 12:00");
    expect(draft.text).toContain("What is it for?");
    expect(draft.buttons.map(({ label }) => label)).toEqual(["Fill in…", "Something else…", "Discard"]);
    expect([...story.said(OT), ...story.said(SECURITY), ...story.said(OPS)]).toEqual([]);
  });

  test("can be completed by a reply in the thread; the draft then says who is asked first, and by when", async () => {
    const asked = await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    await story.replies("oksana", asked, "to read the counters for the OEE report");
    const draft = story.card(LINE_3, "Nothing has been sent yet");
    expect(draft.text).toContain("What for: “to read the counters for the OEE report”");
    expect(draft.text).toContain("Goes first to:\nOT controls, answer due Mon 17:00");
    expect(draft.buttons.map(({ label }) => label)).toContain("Send");
  });

  test("reaches owner and security at once, each with the person on call named, and everybody sees who has it", async () => {
    await portAsked(story);
    const card = story.card(OT, "HAM-1");
    expect(card.notifies).toEqual(["U0OTTO"]);
    expect(card.notice).toBe("<@U0OTTO> Please answer by Mon 17:00: HAM-1 Open port 502 to PLC-12");
    expect(story.card(SECURITY, "HAM-1").notifies).toEqual(["U0SINA"]);
    expect(story.said(NETWORK)).toEqual([]);
    await story.presses("otto", OT, "Take it");
    const line = "● OT controls  Otto has it since Mon 09:00, due Mon 17:00";
    for (const channel of [LINE_3, OT]) expect(story.card(channel, "HAM-1").text).toContain(line);
    expect(await story.details("sina", SECURITY)).toContain(line);
  });

  test("reads on the owner's card as what, why, what to consider, who has it and what comes next", async () => {
    await portAsked(story);
    expect(story.card(OT, "HAM-1").text).toMatchInlineSnapshot(`
"@U0OTTO Please answer by Mon 17:00: HAM-1 Open port 502 to PLC-12
🔌 Open port 502 to PLC-12 · HAM-1
Modbus TCP · until Fri 12:00
“read the counters for the OEE report” Oksana Melnyk, Line 3 operators · Thread
Consider: Modbus has no login; whoever reaches the port can write.
🟡 Nothing approved yet.
● OT controls  nobody yet, Otto was asked, due Mon 17:00"
`);
    expect(await story.details("otto", OT)).toMatchInlineSnapshot(`
"🔌 Open port 502 to PLC-12 · HAM-1
To: PLC-12
Until: Fri 12:00
Port: 502 (Modbus TCP)
Modbus has no login; whoever reaches the port can write. Allow one source address; function codes 1 to 4 only read.
Allow this one connection and nothing else, also between these two machines. (IEC 62443-3-3, SR 5.2 RE 1)
● OT controls  nobody has it yet, Otto was asked Mon 09:00, due Mon 17:00
● IT security  nobody has it yet, Sina was asked Mon 09:00, due Tue 08:00
○ IT network  opens it
○ Line 3 operators  confirms that it works
○ IT network  closes it again
Why you: owns PLC-12; on call: weekly rota, Mon 06:00 to 18:00
Next: Ole is asked Mon 10:00; Ops hears of it Mon 17:00."
`);
    expect(story.buttons(OT, "HAM-1")).toMatchInlineSnapshot(`
[
  "Approve…",
  "Approve with limits…",
  "Deny…",
  "Take it",
  "Ask a question…",
  "Not mine…",
  "Hand to a colleague…",
  "Add a note…",
]
`);
  });

  test("goes to the network team only when both have approved, and says that approved is not done", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    expect(story.card(LINE_3, "1 of 2 approvals are given").text).toContain(
      "✓ OT controls  Otto Brandt approved, Mon 09:00",
    );
    expect(story.said(NETWORK)).toEqual([]);
    await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
    const work = story.card(NETWORK, "HAM-1");
    expect(work.notifies).toEqual(["U0NILS"]);
    expect(work.text).toContain("Approved, not done. Not a work permit.");
    expect(work.text).toContain("Before you do it:\nThe rule names this source");
  });

  test("is confirmed by the line in one message with its buttons, and is then open until its end", async () => {
    await portOpened(story);
    const ask = story.card(LINE_3, "Does it work?");
    expect(ask.notifies).toEqual(["U0OKSANA"]);
    expect(ask.text).toContain("Open until Fri 12:00. Does it work?");
    expect(ask.buttons.map(({ label }) => label)).toEqual(["It works", "It does not work…"]);
    await story.presses("oksana", LINE_3, "It works");
    expect(story.card(LINE_3, "✓ Line 3 operators").text).toContain("Oksana Melnyk: it works, Mon 09:00");
  });

  test("is closed again by the network team when its end comes, and is over only then", async () => {
    await portOpened(story);
    await story.presses("oksana", LINE_3, "It works");
    await story.until(friday("12:00:01"));
    const close = story.card(NETWORK, "Still open until it is closed again");
    expect(close.notifies).toEqual(["U0NILS"]);
    await story.presses("nils", NETWORK, "Closed again…", {
      "Rule number, and how you saw that it is closed": "4711 gone",
    });
    expect(story.card(LINE_3, "HAM-1 Open port 502/tcp to PLC-12. Closed again, Fri 12:00.").notifies).toEqual([
      "U0OKSANA",
    ]);
    expect(story.buttons(OT, "Closed again, Fri 12:00.")).toEqual([]);
    expect(story.card(OT, "HAM-1").text).toContain("✓ IT network  Nils Hagen: closed again, Fri 12:00 (“4711 gone”)");
  });
});

test("what does not work goes back to whoever did it, with the words of the line", async () => {
  await portOpened(story);
  await story.presses("oksana", LINE_3, "It does not work…", { "What does not work?": "no answer from the PLC" });
  expect(story.card(NETWORK, "HAM-1").notifies).toEqual(["U0NILS"]);
  expect(story.buttons(NETWORK, "HAM-1")).toContain("Opened…");
  expect(story.card(NETWORK, "HAM-1").text).toContain("no answer from the PLC");
});

describe("limits", () => {
  const limited = async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Approve with limits…", {
      ...OWNER_FACTS,
      "Only if": "Read only",
      "Until at the latest": "Thu 18:00",
    });
    await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
  };

  test("stand on every later card, with the earlier end", async () => {
    await limited();
    for (const [person, channel] of [
      ["oksana", LINE_3],
      ["sina", SECURITY],
      ["nils", NETWORK],
    ] as const) {
      expect(story.card(channel, "HAM-1").text).toContain("⚠ Limits: Read only, until Thu 18:00");
      expect(await story.details(person, channel)).toContain("Until: Thu 18:00 (asked for: Fri 12:00)");
    }
  });

  test("end what was granted earlier than was asked for", async () => {
    await limited();
    await story.presses("nils", NETWORK, "Opened…", {
      "Rule or ticket number": "rule 4711",
    });
    expect(story.card(LINE_3, "HAM-1").text).toContain("Open until Thu 18:00.");
    await story.until(thursday("18:00:01"));
    expect(story.card(LINE_3, "Its end came Thu 18:00").text).toContain("Still open until it is closed again.");
  });

  test("are asked for: approving with limits without naming one opens the form again", async () => {
    await portApproved(story);
    await portAsked(story);
    await story.presses("otto", OT, "Approve with limits…", OWNER_FACTS, "HAM-2");
    const errors = story.world
      .as("otto")
      .form()
      ?.inputs.flatMap(({ error }) => error ?? []);
    expect(errors).toEqual(["Name at least one limit, or use Approve."]);
    expect(story.card(OT, "HAM-2").text).toContain("● OT controls  nobody yet");
  });
});
