import type { Shown } from "../fakes/slack/show.ts";
import { answersForgotten, recorded } from "../support/recorded.ts";
import { OWNER_FACTS, portApproved, portAsked, portOpened } from "./openPort.ts";
import { LINE_3, LINE_7, NETWORK, OT, useStory } from "./useStory.ts";

const story = useStory();

const whispered = (person: string) => story.world.as(person).ephemerals();

/** Writes in a thread, and waits for what is told to the writer alone. */
async function writes(person: string, to: Shown, text: string): Promise<Shown> {
  const before = whispered(person).length;
  await story.replies(person, to, text);
  return story.world.slack.until(`an answer to “${text}”`, () => whispered(person).slice(before).at(-1));
}

/** The first button offered for each line, or null where the answer has none. */
async function offersTo(person: string, to: Shown, lines: readonly string[]) {
  const first: Record<string, string | null> = {};
  for (const line of lines) first[line] = (await writes(person, to, line)).buttons[0]?.label ?? null;
  return first;
}

/** Presses what was offered, and reads the form it opens: what stands in each input. */
async function opens(person: string, told: Shown, label: string) {
  await story.world.as(person).presses(told, label);
  const form = await story.world.slack.until("the form", () => story.world.as(person).form());
  return Object.fromEntries(form.inputs.map(({ id, value }) => [id, value]));
}

async function sends(person: string, filled: Readonly<Record<string, string>> = {}) {
  await story.world.as(person).fills(filled);
  await story.world.settled();
}

describe("what whoever has to answer writes in the thread of their card", () => {
  test.each([
    {
      "ok from me": "Approve…",
      "+1": "Approve…",
      "👍": "Approve…",
      "von uns aus genehmigt": "Approve…",
      "vale, por mí bien": "Approve…",
      done: "Approve…",
      // What stands on the button, in another language than theirs.
      Freigeben: "Approve…",
      "ok but read only until Thursday": "Approve with limits…",
    },
    {
      "no way, too risky": "Deny…",
      nope: "Deny…",
      "not ours": "Not mine…",
      "on it": "Take it",
      Rechazar: "Deny…",
      "why do you need this?": "Ask a question…",
      "who has it?": null,
    },
  ])("is no decision: they alone are told so, with the button that does it %#", async (offers) => {
    await portAsked(story);
    const before = await recorded(story.world);
    expect(await offersTo("otto", story.card(OT, "HAM-1"), Object.keys(offers))).toEqual(offers);
    expect(whispered("otto")[0]?.text).toContain("changes nothing until you press. Only you see this.");
    expect(await recorded(story.world)).toEqual(before);
    expect(story.said(LINE_3)).toHaveLength(1);
  });

  test("becomes their approval when they press, and not before", async () => {
    await portAsked(story);
    const told = await writes("otto", story.card(OT, "HAM-1"), "we looked at the drawing, approved from OT");
    expect(story.card(LINE_3, "HAM-1").text).toContain("Nothing is approved yet.");
    await opens("otto", told, "Approve…");
    expect(whispered("otto")).toContainEqual(told);
    await sends("otto", OWNER_FACTS);
    expect(story.card(LINE_3, "HAM-1").text).toContain("✓ OT controls  Otto Brandt approved, Mon 09:00");
    await story.world.slack.until("what was offered gone", () => whispered("otto").length === 0);
  });

  test("fills the form of a denial, which counts though nothing of it was touched", async () => {
    await portAsked(story);
    const told = await writes("otto", story.card(OT, "HAM-1"), "denied, do it via the DMZ");
    const form = await opens("otto", told, "Deny…");
    expect(form).toMatchObject({ reason: "do it via the DMZ", yesIf: "do it via the DMZ" });
    await sends("otto", form);
    expect(story.card(LINE_3, "Not approved: Otto Brandt").text).toContain("do it via the DMZ");
  });

  test("fills the limits and the end that their yes hangs on", async () => {
    await portAsked(story);
    const told = await writes("otto", story.card(OT, "HAM-1"), "ok but read only until Thursday 12:00");
    const form = await opens("otto", told, "Approve with limits…");
    expect(form).toMatchObject({ limitText: "read only" });
    await sends("otto", { ...OWNER_FACTS, limitText: "read only" });
    expect(story.card(LINE_3, "HAM-1").text).toContain("⚠ Limits: Read only, until Thu 12:00");
  });

  test("is only a comment if they say so, which everybody reads as one", async () => {
    await portAsked(story);
    const told = await writes("otto", story.card(OT, "HAM-1"), "approved");
    await story.world.as("otto").presses(told, "Only a comment");
    await story.world.settled();
    expect(story.said(LINE_3).at(-1)).toBe("Otto Brandt (comment, decides nothing): “approved”");
    await story.world.slack.until("what was offered gone", () => !whispered("otto").some(({ ts }) => ts === told.ts));
    expect(story.card(LINE_3, "Nothing is approved yet").text).toContain(
      "“approved” Otto Brandt (comment, decides nothing)",
    );
  });

  test("delivered again when days have passed and somebody else has decided, changes and says nothing", async () => {
    await portAsked(story);
    const card = story.card(OT, "HAM-1");
    await writes("otto", card, "approved");
    await story.presses("ole", OT, "Approve…", OWNER_FACTS);
    const before = await recorded(story.world);
    await answersForgotten(story.world);
    const said = [story.said(OT), story.said(LINE_3)];
    await story.world.slack.redeliver();
    await story.world.settled();
    expect(await recorded(story.world)).toEqual(before);
    expect([story.said(OT), story.said(LINE_3)]).toEqual(said);
  });

  test("is read anew when they edit it", async () => {
    await portAsked(story);
    const message = await story.world.as("otto").says(OT, "approved", { thread: story.card(OT, "HAM-1").ts });
    await story.told("otto", "“approved” changes nothing");
    await story.world.as("otto").edits(message, "denied, the PLC has no password");
    await story.told("otto", "“denied, the PLC has no password” changes nothing");
    await story.world.as("otto").edits(message, "the PLC has no password");
    await story.world.settled();
    expect(story.said(LINE_3).at(-1)).toBe("Otto Brandt: “the PLC has no password”");
  });

  test("carries out a step with what they saw as its evidence", async () => {
    await portApproved(story);
    const told = await writes("nils", story.card(NETWORK, "HAM-1"), "done, rule 4711 in the firewall");
    expect(told.buttons[0]?.label).toBe("Opened…");
    expect(await opens("nils", told, "Opened…")).toMatchObject({ evidence: "rule 4711 in the firewall" });
  });
});

describe("what somebody writes who may not decide", () => {
  test("stays a comment that nobody can take for a decision", async () => {
    const asked = await portAsked(story);
    await story.replies("oksana", asked, "approved");
    await story.replies("nils", story.card(OT, "HAM-1"), "fine by me, go ahead");
    expect(story.said(OT).at(-1)).toBe("Oksana Melnyk (comment, decides nothing): “approved”");
    expect(story.said(LINE_3).at(-1)).toBe("Nils Hagen (comment, decides nothing): “fine by me, go ahead”");
    expect(whispered("oksana")).toEqual([]);
    expect(whispered("nils")).toEqual([]);
  });
});

describe("what its requester writes in its thread", () => {
  test("is answered with the button that does it, or from the record", async () => {
    const asked = await portAsked(story);
    const offers = {
      "forget it": "Withdraw…",
      "please withdraw this": "Withdraw…",
      "hat sich erledigt": "Withdraw…",
      "until friday 14:00 please": "Change a fact…",
      "production stands now": "Change a fact…",
      "wrong port, i meant 503": "Change a fact…",
      "please extend it until monday 12:00": "Change a fact…",
      "who has it?": null,
      "any news?": null,
    };
    expect(await offersTo("oksana", asked, Object.keys(offers))).toEqual(offers);
    expect(whispered("oksana").at(-1)?.text).toContain(
      "With OT controls, due Mon 17:00; with IT security, due Tue 08:00.",
    );
    expect(story.said(OT)).toHaveLength(1);
  });

  test("changes the port they named, once they have pressed", async () => {
    const asked = await portAsked(story);
    const told = await writes("oksana", asked, "wrong port, i meant 503");
    const form = await opens("oksana", told, "Change a fact…");
    expect(form.port).toBe("503");
    await sends("oksana", { "Which port?": form.port ?? "" });
    expect(await story.details("otto", OT, "Open port 503 to PLC-12")).toContain("Port: 503");
  });

  test("withdraws also while a question waits for them, or answers it, as they say", async () => {
    const asked = await portAsked(story);
    await story.presses("otto", OT, "Ask a question…", { Question: "Is it still needed?" });
    const told = await writes("oksana", asked, "no longer needed");
    expect(told.buttons.map(({ label }) => label)).toEqual(["Withdraw…", "It is the answer"]);
    await story.world.as("oksana").presses(told, "It is the answer");
    await story.world.settled();
    expect(story.card(OT, "answered: “no longer needed").text).toContain("Oksana Melnyk");
  });

  test("learns why it was denied", async () => {
    const asked = await portAsked(story);
    await story.presses("otto", OT, "Deny…", { "Why not?": "no login", "What would make it a yes?": "a firewall" });
    const told = await writes("oksana", asked, "why was it denied?");
    expect(told.text).toContain("no login");
    expect(told.text).toContain("What would make it a yes: “a firewall”.");
  });

  test("has what is open cut off, or asks for a later end; once it is over, with a draft like it", async () => {
    const asked = await portOpened(story);
    await story.presses("oksana", LINE_3, "It works");
    expect((await writes("oksana", asked, "close it now")).buttons[0]?.label).toBe("Cut off now…");
    const open = await writes("oksana", asked, "we need it longer, until monday 12:00");
    expect(open.buttons[0]?.label).toBe("Needed longer…");
    await story.presses("oksana", LINE_3, "Cut off now…", { "Why?": "the vendor is gone" });
    const longer = await writes("oksana", asked, "we need it longer, until monday 12:00");
    await story.world.as("oksana").presses(longer, "Ask for longer…");
    await story.world.settled();
    const draft = story.card(LINE_3, "Nothing has been sent yet");
    expect(draft.text).toContain("Until: Mon 12:00");
    expect(draft.thread).toBeNull();
  });
});

describe("a wish that names a key", () => {
  test("is about that request from anywhere, for whoever may", async () => {
    await portAsked(story);
    const elsewhere = async (person: string, text: string) => {
      const before = whispered(person).length;
      await story.asks(person, text, LINE_3);
      return story.world.slack.until("an answer", () => whispered(person).slice(before).at(-1));
    };
    expect((await elsewhere("oksana", "cancel HAM-1")).buttons[0]?.label).toBe("Withdraw…");
    expect((await elsewhere("oksana", "HAM-1: until friday 14:00")).buttons[0]?.label).toBe("Change a fact…");
    const refused = await elsewhere("ivan", "cancel HAM-1");
    expect(refused.text).toContain("Nothing was changed: this is not yours to do now.");
  });
});

describe("something else asked of Referee in the thread of a request", () => {
  test("starts a draft of its own in that conversation, beside the thread", async () => {
    const asked = await portAsked(story);
    await story.world.as("oksana").says(LINE_3, "<@U0REFEREE> line 7 is down", { thread: asked.ts });
    await story.world.settled();
    const draft = story.card(LINE_3, "Line 7 is down");
    expect(draft.thread).toBeNull();
    expect(story.buttons(LINE_3, "Line 7 is down")).toContain("Call OT now");
    expect(story.said(OT)).toHaveLength(1);
  });

  test("does so below a draft that was put away, too", async () => {
    const asked = await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
    await story.presses("oksana", LINE_3, "Discard");
    await story.world.as("oksana").says(LINE_3, "<@U0REFEREE> line 7 is down", { thread: asked.ts });
    await story.world.settled();
    expect(story.buttons(LINE_3, "Line 7 is down")).toContain("Call OT now");
  });

  test("and a comment that names Referee is said to have been taken as one", async () => {
    const asked = await portAsked(story);
    const told = await writes("oksana", asked, "<@U0REFEREE> the drawing is in the cabinet");
    expect(told.text).toContain("Added to HAM-1 as a comment, which decides nothing.");
  });
});

test("a line that was called down and runs again is ended with the button of whoever leads the shift", async () => {
  await story.asks("oksana", "line 7 is down, nothing moves", LINE_7);
  await story.presses("oksana", LINE_7, "Call OT now");
  const told = await writes("leyla", story.card(LINE_7, "For you to know"), "never mind, running again");
  expect(told.buttons[0]?.label).toBe("Running again");
  await story.world.as("leyla").presses(told, "Running again");
  await story.world.settled();
  expect(story.card(LINE_7, "Running again, Mon 09:00.").text).toContain("Line 7 is down");
});
