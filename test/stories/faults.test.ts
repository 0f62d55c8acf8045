import { portAsked, portOpened } from "./openPort.ts";
import { LINE_3, NETWORK, OPS, OT, SECURITY, tuesday, useStory } from "./useStory.ts";

const story = useStory();

/** The bot is taken out of a channel, as people do who tidy up. */
function removeFrom(channel: string): void {
  story.world.slack.workspace.channels.get(channel)?.members.delete(story.world.slack.bot.userId);
}

function letIn(channel: string): void {
  story.world.slack.workspace.channels.get(channel)?.members.add(story.world.slack.bot.userId);
}

describe("a draft in a channel Referee is not in", () => {
  test("goes on in its author's own chat with it", async () => {
    removeFrom(LINE_3);
    await story.world.as("oksana").runs("/referee can we open port 502 to PLC-12 until friday noon?", LINE_3);
    await story.world.settled();
    await story.presses("oksana", "U0OKSANA", "Fill in…", { "What is it for?": "counters" });
    await story.presses("oksana", "U0OKSANA", "Send");
    expect(story.card(OT, "· HAM-1").notifies).toEqual(["U0OTTO"]);
  });
});

describe("when Slack is in trouble", () => {
  test("being told to wait loses nothing and says nothing twice", async () => {
    story.world.slack.faults.next("chat.postMessage", { status: 429, retryAfterS: 1 }, { status: 429, retryAfterS: 1 });
    await portAsked(story);
    for (const channel of [OT, SECURITY]) expect(story.said(channel)).toHaveLength(1);
    expect(story.card(LINE_3, "· HAM-1").text).toContain("● OT controls  nobody has it yet, Otto was asked");
  });

  test("an answer that never came is looked up before it is said again", async () => {
    await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "counters" });
    story.world.slack.faults.next("chat.postMessage", { statusAfterDoing: 500 }, { statusAfterDoing: 500 });
    await story.presses("oksana", LINE_3, "Send");
    for (const channel of [OT, SECURITY]) expect(story.said(channel)).toHaveLength(1);
  });

  test("a card that can no longer be edited is posted anew, with its buttons", async () => {
    await portAsked(story);
    story.world.slack.faults.next("chat.update", { error: "edit_window_closed" });
    await story.presses("otto", OT, "Take it");
    const cards = story.world.slack.messages(OT).filter(({ text }) => text.includes("· HAM-1"));
    expect(cards.some(({ text }) => text.includes("Otto has it since Mon 09:00"))).toBe(true);
    expect(await story.details("sina", SECURITY, "· HAM-1")).toContain("Otto has it since Mon 09:00");
    expect(story.card(LINE_3, "· HAM-1").text).toContain("Otto has it since Mon 09:00");
  });
});

describe("a channel Referee was removed from", () => {
  test("is gone around: the owner gets the card directly, and Ops hears of it", async () => {
    removeFrom(OT);
    await portAsked(story);
    const direct = story.card("U0OTTO", "· HAM-1");
    expect(direct.notifies).toEqual(["U0OTTO"]);
    expect(direct.buttons.map(({ label }) => label)).toContain("Approve…");
    expect(story.card(OPS, "· HAM-1").notice).toContain("cannot be reached in its channel");
    await story.presses("otto", "U0OTTO", "Approve…", { access: "read" });
    expect(story.card(LINE_3, "· HAM-1").text).toContain("✓ OT controls  Otto Brandt approved");
  });

  test("does not stop what is open from being closed again", async () => {
    await portOpened(story);
    removeFrom(NETWORK);
    await story.presses("otto", OT, "Cut off now…", { "Why?": "strange traffic" });
    expect(story.card("U0NILS", "· HAM-1").buttons.map(({ label }) => label)).toContain("Closed again…");
  });

  test("of Ops does not silence what they must decide, and the digest comes back with Referee", async () => {
    removeFrom(OPS);
    await portAsked(story);
    await story.presses("otto", OT, "Not mine…", {});
    for (const lead of ["U0PAULA", "U0PIET"]) {
      expect(story.card(lead, "· HAM-1").notifies).toEqual([lead]);
      expect(story.card(lead, "· HAM-1").buttons.map(({ label }) => label)).toContain("Decide whose…");
    }
    await story.until(tuesday("06:00:05"));
    letIn(OPS);
    await story.until("2026-12-02T06:00:05+01:00");
    expect(story.said(OPS).filter((text) => text.includes("Hamburg · Wed 2 Dec 06:00"))).toHaveLength(1);
  });

  test("where it was asked: questions reach the requester directly, and Ops hears why", async () => {
    await portAsked(story);
    removeFrom(LINE_3);
    await story.presses("otto", OT, "Ask a question…", { Question: "Which registers?" });
    expect(story.card(OPS, "· HAM-1").notice).toContain("Oksana Melnyk cannot be reached where they asked");
    const direct = story.card("U0OKSANA", "“Which registers?” Otto Brandt asks");
    await story.replies("oksana", direct, "40001 to 40020");
    expect(story.card(OT, "Oksana Melnyk answered: “40001 to 40020”").notifies).toEqual(["U0OTTO"]);
  });
});
