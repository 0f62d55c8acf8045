import { LINE_3, useStory } from "./useStory.ts";

const story = useStory();

describe("an author who picks another reading", () => {
  test("is not asked again for what the text says of it", async () => {
    await story.asks("oksana", "can we open port 502 to PLC-12 from tomorrow 08:00 until friday noon?");
    await story.presses("oksana", LINE_3, "Something else…", { "It is about": "remote-access" });
    const draft = story.card(LINE_3, "I read this as");
    expect(draft.text).toContain("Tue 08:00");
    expect(draft.text).toContain("Fri 12:00");
  });

  test("keeps what they told since", async () => {
    await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    await story.presses("oksana", LINE_3, "Fill in…", {
      "Until when is it needed?": "Sat 12:00",
      "What is it for?": "read the counters",
    });
    await story.presses("oksana", LINE_3, "Something else…", { "It is about": "remote-access" });
    const draft = story.card(LINE_3, "I read this as");
    expect(draft.text).toContain("Sat 12:00");
    expect(draft.text).not.toContain("Fri 12:00");
  });
});
