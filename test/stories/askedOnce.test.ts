import { LINE_3, useStory } from "./useStory.ts";

const story = useStory();
const draft = () => story.card(LINE_3, "Nothing has been sent yet").text;

describe("what a message says already", () => {
  test("is not asked again: what it is for", async () => {
    await story.asks("oksana", "can we open port 502 to PLC-12 until 4.12. 12:00 to read the counters?");
    expect(draft()).toContain("What for: “to read the counters”");
    expect(draft()).not.toContain("What is it for?");
    expect(story.buttons(LINE_3, "Nothing has been sent yet")).toContain("Send");
  });

  test("is not asked again: when it shall be restarted", async () => {
    await story.asks("oksana", "please restart HMI line 3 on friday 15:30 to 16:30");
    expect(draft()).toContain("When: at an agreed time");
    expect(draft()).toContain("Agreed time: Fri 15:30");
    expect(draft()).not.toContain("When should it be restarted?");
  });

  test("may name what the plant file does not know; the draft says so", async () => {
    await story.asks("oksana", "please restart the coffee machine");
    expect(draft()).toContain("The plant file does not know “coffee machine”. Ops will be asked whose it is.");
    expect(draft()).not.toContain("Which machine or system?");
  });

  test("is why it is read so, though it is a single word", async () => {
    await story.asks("oksana", "hilfe");
    expect(draft()).toContain("I read this as “Line is down” because of “hilfe”.");
  });
});
