import { keysOf } from "../support/recorded.ts";
import { OWNER_FACTS, portAsked, portOpened } from "./openPort.ts";
import { LINE_3, OPS, OT, SECURITY, thursday, useStory } from "./useStory.ts";

const story = useStory();

async function opensHome(...people: readonly string[]): Promise<void> {
  for (const person of people) await story.world.as(person).opensHome();
  await story.world.settled();
}

function home(person: string): string {
  return story.world.as(person).home()?.text ?? "";
}

function labels(person: string): readonly string[] {
  return (story.world.as(person).home()?.buttons ?? []).map(({ label }) => label);
}

async function pressesAtHome(person: string, label: string, on: string, filled?: Readonly<Record<string, string>>) {
  await story.world.as(person).pressesAtHome(label, on);
  if (filled !== undefined) await story.world.as(person).fills(filled);
  await story.world.settled();
}

function published(): readonly unknown[] {
  return story.world.slack.calls.flatMap(({ method, args }) =>
    method === "views.publish" ? [Object(args).user_id] : [],
  );
}

describe("the Home tab in Slack", () => {
  test("shows whoever may decide what waits for them, and follows the record", async () => {
    await opensHome("otto");
    expect(home("otto")).toContain("Nothing waits for you.");
    await portAsked(story);
    expect(home("otto")).toContain("HAM-1 Open port 502 to PLC-12: for OT controls, due Mon 17:00, asked by Oksana");
    await pressesAtHome("otto", "Approve…", "HAM-1", OWNER_FACTS);
    expect(home("otto")).toContain("Nothing waits for you.");
    expect(story.card(LINE_3, "· HAM-1").text).toContain("✓ OT controls  Otto Brandt approved");
    expect(story.card(OT, "· HAM-1").text).toContain("✓ OT controls  Otto Brandt approved");
  });

  test("is drawn for nobody who never opened it, and not again for what it does not show", async () => {
    await opensHome("otto");
    await portAsked(story);
    // Drawn before the card stood in OT's channel, it has no link to it yet, and would have one with its next change.
    await opensHome("otto");
    const before = published().length;
    expect(new Set(published())).toEqual(new Set(["U0OTTO"]));
    // Nothing is delivered again meanwhile: a tab that is opened once more is drawn once more.
    await story.world.as("sina").presses(story.card(SECURITY, "· HAM-1"), "Take it");
    expect(await story.world.referee.work.settled(10_000)).toBe(true);
    expect(story.card(SECURITY, "· HAM-1").text).toContain("Sina has it");
    expect(published()).toHaveLength(before);
  });

  test("leaves whoever took it their own, and takes it from their colleagues", async () => {
    await opensHome("otto", "ole");
    await portAsked(story);
    expect(home("ole")).toContain("HAM-1");
    await story.presses("otto", OT, "Take it");
    expect(home("ole")).toContain("Nothing waits for you.");
    expect(home("otto")).toContain("HAM-1");
  });

  test("asks the requester what they are asked, takes the answer there, and shows what has ended for a week", async () => {
    await opensHome("oksana");
    await portAsked(story);
    expect(home("oksana")).toContain("HAM-1 Open port 502 to PLC-12: with OT controls, due Mon 17:00");
    await story.presses("otto", OT, "Ask a question…", { Question: "Which function codes?" });
    expect(home("oksana")).toContain("Otto Brandt asks: “Which function codes?”");
    await pressesAtHome("oksana", "Answer…", "Which function codes?", { Answer: "1 to 4" });
    expect(home("oksana")).toContain("Nothing waits for you.");
    await story.presses("otto", OT, "Deny…", { "Why not?": "no", "What would make it a yes?": "a firewall" });
    expect(home("oksana")).toContain("Not approved: Otto Brandt");
    await story.until("2026-12-08T10:00:00+01:00");
    await opensHome("oksana");
    expect(home("oksana")).toContain("You have asked for nothing these days.");
  });

  test("shows what stands open on one's lines and machines, with the way to cut it off for those who may", async () => {
    await opensHome("ivan", "lars", "paula", "otto");
    await portOpened(story);
    for (const person of ["ivan", "lars", "paula"])
      expect(home(person)).toContain("HAM-1 Open port 502/tcp to PLC-12: open until Fri 12:00, for Oksana Melnyk");
    expect(home("paula")).toContain("Open in the plant, the first to end first:");
    // It stands on a machine of his team.
    expect(home("otto")).toContain("Open on your lines and machines, the first to end first:\nHAM-1");
    expect(labels("otto")).toContain("Cut off now…");
    expect(labels("ivan")).not.toContain("Cut off now…");
    await story.until(thursday("09:00"));
    await pressesAtHome("lars", "Cut off now…", "open until", { "Why?": "audit" });
    expect(home("ivan")).toContain("still open past its end");
    await story.until(thursday("09:04"));
    await story.presses("nils", "C0ITNET", "Closed again…", {
      "Rule number, and how you saw that it is closed": "4711 gone",
    });
    expect(home("ivan")).toContain("Nothing is open on your lines and machines.");
  });

  test("shows somebody the plant does not know only what they asked for, and how to be known", async () => {
    await portAsked(story);
    await opensHome("stranger");
    expect(home("stranger")).not.toContain("HAM-1");
    expect(home("stranger")).toContain("write “link” to me");
    await story.asks("stranger", "can we open port 443 to the historian until friday noon?");
    expect(home("stranger")).toContain("Not sent yet: “can we open port 443 to the historian until friday noon?”");
  });

  test("takes what is asked in its form as if it was written to Referee", async () => {
    await opensHome("oksana");
    await pressesAtHome("oksana", "Ask…", "", {
      "What do you need?": "can we open port 502 to PLC-12 until friday noon?",
    });
    expect(home("oksana")).toContain("Not sent yet: “can we open port 502 to PLC-12 until friday noon?”");
    const direct = story.world.slack.workspace.direct("U0OKSANA", story.world.slack.bot.userId).id;
    expect(story.card(direct, "Nothing has been sent yet").buttons.map(({ label }) => label)).toContain("Fill in…");
  });

  test("tells an administrator who switched it off nothing, and everything once it is on", async () => {
    story.world.slack.workspace.homeTab.enabled = false;
    await opensHome("otto");
    expect(story.world.as("otto").home()).toBeNull();
    story.world.slack.workspace.homeTab.enabled = true;
    await opensHome("otto");
    expect(home("otto")).toContain("Nothing waits for you.");
  });

  test("lists what was sent before there were homes, once a process starts that has them", async () => {
    await portAsked(story);
    const { worker: redis } = story.world.record;
    for (const key of await keysOf(story.world, "p:req_")) await redis.hdel(key, "_l", "lists");
    for (const kind of ["i:waits-", "i:decides-", "i:asked-"])
      for (const key of await keysOf(story.world, kind)) await redis.unlink(key);
    await opensHome("otto");
    expect(home("otto")).toContain("Nothing waits for you.");
    await story.world.another();
    await story.world.settled();
    expect(home("otto")).toContain("HAM-1 Open port 502 to PLC-12: for OT controls");
  });

  test("has a turn of its own: while Slack holds it back, cards go on", async () => {
    story.world.slack.faults.next("views.publish", { status: 429, retryAfterS: 3 });
    await story.world.as("otto").opensHome();
    await story.world.slack.until("a refusal", () => published().length > 0);
    await story.world.as("oksana").says(LINE_3, "<@U0REFEREE> can we open port 502 to PLC-12 until friday noon?");
    await story.hears(LINE_3, "Nothing has been sent yet");
    expect(story.world.as("otto").home()).toBeNull();
    await story.world.settled();
    expect(home("otto")).toContain("Nothing waits for you.");
  });
});

describe("what waits for somebody, asked in words", () => {
  test.each(["what waits for me?", "was wartet auf mich", "¿Qué me espera?"])(
    "is told to them alone: %s",
    async (words) => {
      await portAsked(story);
      await story.world.as("otto").says(OPS, `<@U0REFEREE> ${words}`);
      expect(await story.told("otto", "HAM-1 Open port 502 to PLC-12: for OT controls")).toContain("Waiting for you");
      expect(story.said(OPS).filter((text) => text.includes("Waiting for you"))).toEqual([]);
    },
  );
});
