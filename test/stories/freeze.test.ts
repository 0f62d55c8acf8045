import { OWNER_FACTS, SECURITY_FACTS } from "./openPort.ts";
import { LINE_3, NETWORK, OPS, OT, SECURITY, useStory } from "./useStory.ts";

// Line 3 is frozen from 14 to 19 December, Saturday 22:00, and then for ten minutes more around the shift change.
const story = useStory({ from: "2026-12-15T09:00:00+01:00" });

async function agreed(on = story, until = "21.12. 12:00") {
  await on.asks("oksana", `can we open port 502 to PLC-12 until ${until}?`);
  await on.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "counters" });
  const draft = on.card(LINE_3, "Nothing has been sent yet").text;
  await on.presses("oksana", LINE_3, "Send");
  await on.presses("otto", OT, "Approve…", OWNER_FACTS);
  await on.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
  return draft;
}

describe("a request about a line that is frozen for days", () => {
  test("says so before it is sent, is agreed to, and then waits where everybody sees it", async () => {
    expect(await agreed()).toContain("Freeze “Christmas production”: it is carried out after Sat 22:10.");
    const waits = "on hold until Sat 22:10: freeze “Christmas production”";
    for (const channel of [LINE_3, OT, NETWORK]) expect(story.card(channel, "· HAM-1").text).toContain(waits);
    expect(story.buttons(NETWORK, "· HAM-1")).not.toContain("Opened…");
  });

  test("comes before Ops, who let it go on with a reason that everybody reads", async () => {
    await agreed();
    expect(story.card(OPS, "· HAM-1").notice).toContain(
      "waits until Sat 22:10 for the freeze “Christmas production” to end",
    );
    await story.presses("paula", OPS, "Go on now…", { "Why can it not wait?": "the line loses batches" });
    const card = story.card(NETWORK, "is with you now");
    expect(story.card(LINE_3, "· HAM-1").text).toContain("This goes on during the freeze: the line loses batches");
    expect(card.notifies).toEqual(["U0NILS"]);
  });

  test("stands in the morning's digest, from where Ops may let it go on as well", async () => {
    await agreed();
    await story.until("2026-12-16T06:00:01+01:00");
    const digest = story.card(OPS, "On hold");
    expect(digest.text).toContain("IT network, until Sat 22:10: freeze “Christmas production”");
    await story.presses("paula", OPS, "Go on now…", { "Why can it not wait?": "the line loses batches" }, "On hold");
    expect(story.card(LINE_3, "· HAM-1").text).toContain("This goes on during the freeze: the line loses batches");
  });

  test("goes on by itself when the freeze ends, in the hours of whoever carries it out", async () => {
    await agreed();
    await story.until("2026-12-19T22:10:01+01:00");
    expect(story.card(NETWORK, "· HAM-1").text).toContain("on hold until Mon 08:00: outside its working hours");
    await story.until("2026-12-21T08:00:01+01:00");
    expect(story.buttons(NETWORK, "· HAM-1")).toContain("Opened…");
  });
});

test("what would be over before the freeze is says so from the start, and does not end as if nobody had decided", async () => {
  await story.asks("oksana", "can we open port 502 to PLC-12 until friday 12:00?");
  await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "counters" });
  expect(story.card(LINE_3, "Nothing has been sent yet").text).toContain(
    "Freeze “Christmas production” until Sat 22:10: this would be over before that. Ops may let it go on.",
  );
  await story.presses("oksana", LINE_3, "Send");
  await story.presses("otto", OT, "Approve…", OWNER_FACTS);
  await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
  expect(story.card(OPS, "· HAM-1").notice).toContain("and would be over before that");
  expect(await story.details("nils", NETWORK, "· HAM-1")).toContain("Next: it is over Fri 12:00.");
  await story.until("2026-12-18T12:00:01+01:00");
  expect(story.card(LINE_3, "· HAM-1").text).toContain("Over, Fri 12:00: its time came before it was carried out");
});

describe("a freeze that is still to come", () => {
  const friday = useStory({ from: "2026-12-11T13:00:00+01:00" });

  test("is told to whoever carries something out, before they begin", async () => {
    await agreed(friday);
    expect(friday.card(NETWORK, "· HAM-1").text).toContain("Freeze “shift change” Fri 13:50 to 14:10: not then.");
  });

  test("is not mentioned where all is over before it", async () => {
    await agreed(friday, "13:40");
    const { text } = friday.card(NETWORK, "· HAM-1");
    expect(text).toContain("until Fri 13:40");
    expect(text).not.toContain("not then");
  });
});

describe("where Ops read German, and whoever carries it out Spanish,", () => {
  const theirs = useStory({
    from: "2026-12-15T09:00:00+01:00",
    plant: (demo) => ({
      ...demo,
      ops: { ...demo.ops, language: "de" },
      teams: new Map(
        [...demo.teams].map(([id, team]) => [id, id === "it-network" ? { ...team, language: "es" } : team]),
      ),
    }),
  });

  test("what waits for a freeze names it to each as they call it", async () => {
    await agreed(theirs);
    expect(theirs.card(LINE_3, "· HAM-1").text).toContain("on hold until Sat 22:10: freeze “Christmas production”");
    expect(theirs.card(NETWORK, "· HAM-1").text).toContain("congelación «producción de Navidad»");
    expect(theirs.card(OPS, "· HAM-1").notice).toContain("das Ende der Sperrzeit „Weihnachtsproduktion“");
  });
});
