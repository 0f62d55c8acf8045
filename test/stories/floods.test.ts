import { LINE_3, monday, OPS, OT, useStory } from "./useStory.ts";

// Nobody of the plant knows U0STRANGER.
const story = useStory();

const many = async (count: number, act: (n: number) => Promise<unknown>) => {
  for (let n = 0; n < count; n += 1) await act(n);
};
const ports = (n: number) => `can we open port ${5_000 + n} to PLC-12 until friday noon?`;
const shown = (where: string, text: string) => story.said(where).filter((each) => each.includes(text));

describe("an account that the plant does not know", () => {
  test("makes six drafts at once, is told what to do then, takes nothing from others, and may try again later", async () => {
    await many(8, (n) => story.asks("stranger", ports(n)));
    expect(shown(LINE_3, "Open port 50")).toHaveLength(6);
    const told = await story.told("stranger", "Referee takes no more new requests");
    expect(told).toContain("From 09:05 on it does again");
    expect(told).toContain("If it cannot wait, phone whoever leads the shift; if anybody is in danger, 112.");
    expect(shown(OPS, "holds back")).toEqual([
      expect.stringContaining("Somebody Else (Slack, not linked) (new requests)"),
    ]);
    await story.asks("olga", ports(99));
    expect(story.card(LINE_3, "5099").text).toContain("PLC-12");
    await story.asks("stranger", "somebody is hurt at PLC-12, please open port 502 to PLC-12");
    await story.told("stranger", "call 112 now");
    await story.until(monday("09:30"));
    await story.asks("stranger", ports(77));
    expect(story.card(LINE_3, "5077").text).toContain("PLC-12");
  });

  test("keeps nobody from calling for help where it has drafted all that is taken", async () => {
    await many(8, (n) => story.asks("stranger", ports(n)));
    await story.asks("stranger", "the palletizer is down");
    await story.presses("stranger", LINE_3, "Call OT now");
    expect(shown(OT, "Palletizer is down")).toHaveLength(1);
  });

  test("calls twice, and no third time, while everybody else can", async () => {
    await many(3, async () => {
      await story.asks("stranger", "the palletizer is down");
      await story.presses("stranger", LINE_3, "Call OT now");
    });
    expect(await story.told("stranger", "takes no more calls")).toContain("in danger, 112");
    await story.asks("olga", "the palletizer is down");
    await story.presses("olga", LINE_3, "Call OT now");
    expect(shown(OT, "Palletizer is down")).toHaveLength(3);
  });

  test("adds ten notes to what others asked for, and no more", async () => {
    const message = await story.asks("olga", ports(1));
    await story.presses("olga", LINE_3, "Fill in…", { "What is it for?": "read the counters" });
    await story.presses("olga", LINE_3, "Send");
    await many(11, (n) => story.replies("stranger", message, `what about this, ${n}?`));
    await story.told("stranger", "takes no more notes and answers");
    expect(shown(OT, "Somebody Else (Slack, not linked): “what about this")).toHaveLength(10);
  });
});
