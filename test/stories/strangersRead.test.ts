import { LINE_3, useStory } from "./useStory.ts";

describe("whoever is not linked", () => {
  const story = useStory();

  test.each(["what is open?", "who owns the SCADA server?", "what happened to PLC-12?", "what waits for OT controls?"])(
    "is not told: %s",
    async (question) => {
      await story.asks("olga", "can we open port 502 to PLC-12 until friday noon?");
      await story.presses("olga", LINE_3, "Fill in…", { "What is it for?": "read the counters" });
      await story.presses("olga", LINE_3, "Send");
      await story.asks("stranger", question);
      const said = story.said(LINE_3).at(-1) ?? "";
      expect(said).toContain("Only people whose account is linked to the plant can be told that.");
      expect(said).not.toMatch(/on call|HAM-1|502/);
    },
  );

  test("may ask for something and follow it, and reads nothing of others beside it", async () => {
    for (const person of ["olga", "stranger"]) {
      await story.asks(person, "can we open port 502 to PLC-12 until friday noon?");
      await story.presses(person, LINE_3, "Fill in…", { "What is it for?": "read the counters" });
      await story.presses(person, LINE_3, "Send");
    }
    await story.asks("stranger", "where are my requests?");
    expect(story.said(LINE_3).at(-1)).toContain("HAM-2");
    expect(story.said(LINE_3).at(-1)).not.toContain("HAM-1");
    await story.asks("stranger", "where is HAM-1?");
    expect(story.said(LINE_3).at(-1)).toContain("Nothing is open.");
  });
});

describe("a plant whose file lets everybody read", () => {
  const story = useStory({ plant: (demo) => ({ ...demo, readableBy: "everybody" }) });

  test("tells whoever asks", async () => {
    await story.asks("stranger", "who owns the SCADA server?");
    expect(story.said(LINE_3).at(-1)).toContain("Who owns");
  });
});
