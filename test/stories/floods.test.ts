import { keysOf, recorded } from "../support/recorded.ts";
import { OWNER_FACTS, SECURITY_FACTS } from "./openPort.ts";
import { LINE_3, monday, NETWORK, OPS, OT, SECURITY, useStory } from "./useStory.ts";

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

  test("keeps nobody from calling for help where it has asked all that is answered while a draft waits", async () => {
    const writes = (text: string) => story.asks("stranger", text, "U0REFEREE");
    await writes(ports(0));
    await many(10, (n) => writes(`who owns PLC-12? ${n}`));
    await story.told("stranger", "takes no more questions");
    await writes("the palletizer is down, please help");
    await story.told("stranger", "Your draft here");
    const shown = story.world.as("stranger").ephemerals().at(-1);
    if (shown === undefined) throw new Error("Nothing was said to them alone");
    await story.world.as("stranger").presses(shown, "Something new");
    await story.world.settled();
    const { direct } = story.world.slack.workspace;
    expect(story.card(direct("U0STRANGER", "U0REFEREE").id, "Palletizer is down").text).toContain("Call OT now");
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

  test("asks for longer no more often than for anything new", async () => {
    const message = await story.asks("stranger", ports(1));
    await story.presses("stranger", LINE_3, "Fill in…", { "What is it for?": "read the counters" });
    await story.presses("stranger", LINE_3, "Send");
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    await story.presses("sina", SECURITY, "Approve…", { ...SECURITY_FACTS, "Which port?": "5001/tcp" });
    await story.presses("nils", NETWORK, "Opened…", { "Rule or ticket number": "rule 4711" });
    await story.presses("stranger", LINE_3, "Cut off now…", { "Why?": "the vendor is gone" });
    await many(6, async (n) => {
      await story.replies("stranger", message, `we need it longer, until next week, ${n}`);
      await story.told("stranger", `until next week, ${n}`);
      const offer = story.world.as("stranger").ephemerals().at(-1);
      await story.world.as("stranger").presses(offer ?? message, "Ask for longer…");
      await story.world.settled();
    });
    expect(shown(LINE_3, "Nothing has been sent yet")).toHaveLength(5);
    await story.told("stranger", "Referee takes no more new requests");
    // No end was understood: the one that was agreed on is not asked for again.
    expect(shown(LINE_3, "Until: Fri 12:00")).toEqual([]);
  });

  test("changes a message ten times and no more; the draft stays as it was, and still goes when its message does", async () => {
    const stranger = story.world.as("stranger");
    const message = await story.asks("stranger", ports(0));
    await many(14, (n) => stranger.edits(message, `<@U0REFEREE> ${ports(n + 1)}`));
    await story.world.settled();
    const events = Object.values(await recorded(story.world)).flat();
    expect(events.filter((each) => each.includes('"DraftRevised"'))).toHaveLength(10);
    const told = await story.told("stranger", "The draft stays as it was before this change.");
    expect(told).toContain("Referee takes no more notes and answers");
    expect(stranger.ephemerals().filter(({ text }) => text.includes("stays as it was"))).toHaveLength(1);
    expect(story.card(LINE_3, "Nothing has been sent yet").text).toContain("5010");
    await stranger.deletes(message);
    await story.world.settled();
    expect(shown(LINE_3, "Nothing has been sent yet")).toEqual([]);
  });

  test("takes a draft from one reading to another ten times, and no more", async () => {
    await story.asks("stranger", ports(0));
    const types = ["other", "🔌 Open a port"];
    await many(12, (n) => story.presses("stranger", LINE_3, "Something else…", { "It is about": types[n % 2] ?? "" }));
    const events = Object.values(await recorded(story.world)).flat();
    expect(events.filter((each) => each.includes('"DraftRead"'))).toHaveLength(10);
  });

  test("makes a draft call for help where its other changes are used up, and as often as a new one would", async () => {
    const stranger = story.world.as("stranger");
    const message = await story.asks("stranger", ports(0));
    const edits = (text: string) => stranger.edits(message, `<@U0REFEREE> ${text}`);
    await many(11, (n) => edits(ports(n + 1)));
    await story.told("stranger", "takes no more notes");
    await edits("the palletizer is down");
    await story.world.settled();
    expect(story.card(LINE_3, "Nothing has been sent yet").buttons.map(({ label }) => label)).toContain("Call OT now");
    await story.asks("stranger", ports(0));
    await story.presses("stranger", LINE_3, "Something else…", { "It is about": "🛑 Line is down" }, "Open port 5000");
    expect(story.card(LINE_3, "PLC-12 is down").buttons.map(({ label }) => label)).toContain("Call OT now");
    await many(2, () => story.asks("stranger", "the palletizer is down"));
    await story.told("stranger", "takes no more calls");
  });

  test("is answered eight times about a guard, of long words as much as a request keeps, and hears what is dangerous always", async () => {
    const stranger = story.world.as("stranger");
    const wish = "can you bypass the light curtain on the palletizer?";
    await many(12, (n) => stranger.says(LINE_3, `<@U0REFEREE> ${wish} ${n} ${"please do so ".repeat(2_900)}`));
    await story.world.settled();
    const { web } = story.world.record;
    const kept = await keysOf(story.world, "offer:");
    const sizes = await Promise.all(kept.map((key) => web.strlen(key)));
    expect(kept).toHaveLength(8);
    expect(Math.max(...sizes)).toBeLessThan(2_500);
    const told = stranger.ephemerals().map(({ text }) => text);
    expect(told.filter((text) => text.includes("A guard or an interlock protects people"))).toHaveLength(12);
    expect(told.filter((text) => text.includes("takes no more questions"))).toHaveLength(1);
    await story.asks("stranger", "somebody is hurt at the palletizer");
    await story.told("stranger", "call 112 now");
  });

  test("uses up no question by an “ok”, which gets no answer", async () => {
    await many(10, () => story.asks("stranger", "ok"));
    await story.asks("stranger", "who owns PLC-12?");
    await story.told("stranger", "linked to the plant can be told that");
    const told = story.world.as("stranger").ephemerals();
    expect(told.filter(({ text }) => text.includes("takes no more"))).toEqual([]);
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
