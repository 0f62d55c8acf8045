import { OWNER_FACTS, portAsked, SECURITY_FACTS } from "./openPort.ts";
import { friday, LINE_3, NETWORK, OT, SECURITY, useStory } from "./useStory.ts";

const story = useStory();

/** How often an event stands in the only request's history. */
async function happened(type: string): Promise<number> {
  const [request] = await story.world.record.store.list("open-HAM", { limit: 2 });
  const [closed] = await story.world.record.store.list("key-HAM", { limit: 2 });
  const stream = request?.stream ?? closed?.stream;
  if (stream === undefined) throw new Error("There is no request");
  const { events } = await story.world.record.store.load(stream);
  return events.filter((event) => event.includes(`"type":"${type}"`)).length;
}

describe("two who press at once", () => {
  test("one of them decides, the other hears who did, and nothing happens twice", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Approve…", OWNER_FACTS);
    const card = story.card(SECURITY, "HAM-1");
    for (const person of ["sina", "deniz"]) await story.world.as(person).presses(card, "Approve…");
    await Promise.all(["sina", "deniz"].map((person) => story.world.as(person).fills(SECURITY_FACTS)));
    await story.world.settled();
    expect(await happened("StepApproved")).toBe(2); // Otto's, and one of theirs
    const told = await Promise.any(["sina", "deniz"].map((person) => story.told(person, "already answered this")));
    expect(told).toMatch(/^Nothing was changed: (Sina Roth|Deniz Kaya) already answered this for HAM-1, /);
    expect(story.said(NETWORK)).toHaveLength(1);
  });

  test("a yes and a no: the first counts, and the other is told so", async () => {
    await portAsked(story);
    const card = story.card(SECURITY, "HAM-1");
    await story.world.as("sina").presses(card, "Approve…");
    await story.world.as("deniz").presses(card, "Deny…");
    const no = { "Why not?": "too wide", "What would make it a yes?": "one source" };
    await Promise.all([story.world.as("sina").fills(SECURITY_FACTS), story.world.as("deniz").fills(no)]);
    await story.world.settled();
    expect((await happened("StepApproved")) + (await happened("StepDenied"))).toBe(1);
  });
});

describe("whoever may not decide", () => {
  test("the requester hears that somebody else decides, in any role", async () => {
    await story.asks("otto", "can we open port 502 to PLC-12 until friday noon?", OT);
    await story.presses("otto", OT, "Fill in…", { "What is it for?": "counters" });
    await story.presses("otto", OT, "Send");
    await story.presses("otto", OT, "Approve…", undefined, "Please answer by");
    expect(await story.told("otto", "HAM-1")).toBe("HAM-1 is your own request, so somebody else decides it.");
    expect(story.card(OT, "Please answer by").notifies).toEqual(["U0OLE"]);
  });

  test("a stranger hears that they can reply below the card, and no form is wasted on them", async () => {
    await portAsked(story);
    await story.world.as("stranger").presses(story.card(OT, "HAM-1"), "Approve…");
    expect(await story.told("stranger", "reply below the card")).toContain(
      "does not know this account, so it cannot decide.",
    );
    expect(story.world.as("stranger").form()).toBeNull();
  });

  test("another team hears with whom it is", async () => {
    await portAsked(story);
    await story.presses("nils", OT, "Approve…");
    expect(await story.told("nils", "HAM-1")).toBe("HAM-1 is with OT controls. You can add a note for them.");
  });

  test("a vendor's guest, who has no form for a note, hears that they can reply below the card", async () => {
    await portAsked(story);
    await story.presses("elena", OT, "Take it");
    expect(await story.told("elena", "HAM-1")).toBe(
      "HAM-1 está con OT controls. Se puede responder debajo de su tarjeta.",
    );
  });
});

describe("a press that comes too late", () => {
  test("the second press of the same person changes nothing and says nothing", async () => {
    await portAsked(story);
    const card = story.card(OT, "HAM-1");
    await story.world.as("otto").presses(card, "Take it");
    await story.world
      .as("otto")
      .presses(card, "Take it")
      .catch(() => undefined); // the button may be gone by now
    await story.world.settled();
    expect(await happened("StepTaken")).toBe(1);
  });

  test("on a card of last week it says when the request was closed", async () => {
    await portAsked(story);
    await story.world.as("otto").presses(story.card(OT, "HAM-1"), "Approve…");
    await story.presses("oksana", LINE_3, "Withdraw…", { "Why?": "solved on site" });
    await story.until(friday("09:00"));
    await story.world.as("otto").fills(OWNER_FACTS);
    expect(await story.told("otto", "HAM-1")).toBe(
      "HAM-1 was closed on Mon 30 Nov 2026 09:00: “solved on site”. Nothing was changed.",
    );
  });

  test("on facts that have changed since it points to the newest card", async () => {
    await portAsked(story);
    await story.world.as("otto").presses(story.card(OT, "HAM-1"), "Approve…");
    await story.presses("oksana", LINE_3, "Change a fact…", { "Until when is it needed?": "Sat 12:00" });
    await story.world.as("otto").fills(OWNER_FACTS);
    expect(await story.told("otto", "newest card")).toBe(
      "HAM-1 has changed since this card was shown. Its newest card has the buttons.",
    );
    expect(await happened("StepApproved")).toBe(0);
  });

  test("in a form that Slack has closed meanwhile it asks to press again", async () => {
    await portAsked(story);
    story.world.slack.faults.next("views.open", { error: "expired_trigger_id" });
    await story.presses("otto", OT, "Approve…");
    expect(await story.told("otto", "form")).toBe("The form could not be opened. Please press the button again.");
  });

  test("an answer to a request that was withdrawn meanwhile is told so, not lost in silence", async () => {
    await portAsked(story);
    await story.presses("otto", OT, "Ask a question…", { Question: "Which registers?" });
    await story.world.as("oksana").presses(story.card(LINE_3, "“Which registers?”"), "Answer…");
    const oksana = story.world.as("oksana");
    const form = oksana.form();
    expect(form?.text).toBe("Otto Brandt asks: “Which registers?”");
    await story.presses("oksana", LINE_3, "Withdraw…", { "Why?": "not needed" });
    await oksana.fills({ Answer: "40001" });
    expect(await story.told("oksana", "was closed")).toContain("“not needed”. Nothing was changed.");
  });
});
