import { useBoth } from "./useBoth.ts";
import { OT } from "./useStory.ts";

/** The floor and Ops live on Teams, OT and IT in Slack. Everybody of the plant reads the channels. */
const story = useBoth({
  teams: ["line-3-operators"],
  lines: ["line-3"],
  ops: true,
  people: ["oksana", "olga", "ivan", "hanna", "lars", "leyla", "bernd", "paula", "piet", "max"],
});
const FOR_OPS = /^(Nudge|Decide|Close with)/;
const seen = (person: string, text: string) => story.teams.buttons(person, "ops", text);

describe("what only Ops can do, in the channel of Ops on Teams", () => {
  test("is seen by Ops alone, on the card of a dispute and in the digest of the next morning", async () => {
    await story.teams.asks("oksana", "can we open port 502 to PLC-12 until friday noon?", "line-3");
    await story.teams.presses("oksana", "line-3", "Fill in…", { "What is it for?": "read the counters" });
    await story.teams.presses("oksana", "line-3", "Send");
    await story.presses("otto", OT, "Not mine…", { "Why?": "it is not ours" });
    for (const person of ["paula", "max"])
      expect(seen(person, "HAM-1")).toEqual(expect.arrayContaining(["Decide whose…"]));
    for (const person of ["oksana", "lars", "stranger"])
      expect(seen(person, "HAM-1").filter((label) => FOR_OPS.test(label))).toEqual([]);
    await story.until("2026-12-01T06:00:01+01:00");
    expect(seen("piet", "open")).toContain("Decide whose…");
    expect(seen("lars", "open")).toEqual(["What can I do?"]);
    await story.teams.presses(
      "paula",
      "ops",
      "Decide whose…",
      { "Whose is it?": "OT SCADA", "Why?": "theirs" },
      "open",
    );
    const digest = story.teams.card("ops", "request open");
    expect(story.teams.text(digest)).toMatch(/nobody of IT security has it.*Decided since: with OT SCADA/);
    await story.teams.asks("paula", "zeig mir den Digest für OT SCADA", "paula");
    expect(story.teams.said("paula").at(-1)).toContain("Hamburg · OT SCADA · ");
  });

  test("is seen by Ops alone while a line stands, and help is seen by everybody", async () => {
    await story.teams.asks("oksana", "line 3 is down, the palletizer stopped", "line-3");
    await story.teams.presses("oksana", "line-3", "Call OT now");
    await story.until("2026-11-30T09:30:01+01:00");
    for (const person of ["oksana", "stranger"])
      expect(seen(person, "HAM-1")).toEqual(["On it", "Add a note…", "What can I do?"]);
    expect(seen("paula", "HAM-1").filter((label) => FOR_OPS.test(label))).toHaveLength(5);
  });
});
