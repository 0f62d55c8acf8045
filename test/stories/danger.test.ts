import { portAsked } from "./openPort.ts";
import { LINE_3, OPS, OT, SAFETY, SECURITY, useStory } from "./useStory.ts";

const story = useStory();
const NUMBER = "If anybody is in danger, call 112 now. Referee does not call anyone for you.";
const NO_BYPASS = "A guard or an interlock protects people, so Referee does not draft this.";
const PORT = "can we open port 502 to PLC-12 until friday noon?";

describe("a guard that shall be out of the way", () => {
  const wish = "bridge the door switch of the palletizer so we can finish the batch";

  test("cannot be asked for as something else, in the form of a draft", async () => {
    await story.asks("oksana", PORT);
    await story.presses("oksana", LINE_3, "Something else…", { "It is about": "other" });
    await story.presses("oksana", LINE_3, "Fill in…", {
      "Which machine or system is it about?": "palletizer",
      "What should be done?": wish,
      "By when is it needed?": "Fri 12:00",
    });
    expect(await story.told("oksana", "guard")).toContain(NO_BYPASS);
    expect(story.card(LINE_3, "Nothing has been sent yet").text).not.toContain("door switch");
    expect([...story.said(OPS), ...story.said(SAFETY)]).toEqual([]);
  });

  test("is refused with whom to call, and one button calls them to the place", async () => {
    await story.asks("oksana", wish);
    expect(await story.told("oksana", "The guard stays where it is")).toContain(NO_BYPASS);
    expect(await story.told("oksana", "For Safety now")).toContain("Phone:");
    const alone = await story.world.slack.until("whom to call, for Oksana alone", () =>
      story.world.as("oksana").ephemerals().at(-1),
    );
    await story.world.as("oksana").presses(alone, "Call Safety");
    await story.world.as("oksana").presses(alone, "Call Safety");
    await story.world.settled();
    expect(story.card(LINE_3, "Safety to come to").text).toContain("Palletizer");
    await story.presses("oksana", LINE_3, "Send");
    expect(await story.details("sabine", SAFETY, "Safety to come to")).toContain("the guard stays where it is");
    expect(story.card(SAFETY, "Safety to come to").text).not.toContain("Freeze");
    expect(story.buttons(SAFETY, "Safety to come to")).toContain("I come");
    expect(story.said(SAFETY).filter((text) => text.includes("Safety to come to"))).toHaveLength(1);
  });

  test("does not become anything else by way of the call for Safety", async () => {
    await story.asks("oksana", wish);
    const alone = await story.world.slack.until("whom to call, for Oksana alone", () =>
      story.world.as("oksana").ephemerals().at(-1),
    );
    await story.world.as("oksana").presses(alone, "Call Safety");
    await story.world.settled();
    await story.presses("oksana", LINE_3, "Something else…", { "It is about": "other" });
    expect(await story.told("oksana", NO_BYPASS)).toBeTruthy();
    expect(story.card(LINE_3, "Nothing has been sent yet").text).toContain("Safety to come to Palletizer");
  });

  test("cannot be slipped into a draft from its thread, nor into a request as a note", async () => {
    const asked = await portAsked(story);
    await story.replies("oksana", asked, `and please ${wish}`);
    expect(await story.told("oksana", "guard")).toContain(NO_BYPASS);
    const draft = await story.asks("oksana", PORT);
    await story.replies("oksana", draft, wish);
    expect([...story.said(LINE_3), ...story.said(OT)].join("\n")).not.toContain("door switch");
  });

  test("is asked for nowhere: whoever writes it is told so, and nothing is drafted", async () => {
    await story.asks("oksana", wish);
    expect(await story.told("oksana", "guard")).toContain(NO_BYPASS);
    expect(story.said(LINE_3)).toEqual([]);
  });

  test("is answered as such by whoever asked, also in words that take a request back", async () => {
    const asked = await portAsked(story);
    await story.replies("oksana", asked, `please cancel this and ${wish}`);
    expect(await story.told("oksana", "guard")).toContain(NO_BYPASS);
    const alone = story.world.as("oksana").ephemerals();
    expect(alone.map(({ text }) => text).join("\n")).not.toContain("Not recorded yet");
  });

  test("may be named by whoever denies it", async () => {
    await portAsked(story);
    await story.presses("sina", SECURITY, "Deny…", {
      "Why not?": "it would bypass the interlock of the filler",
      "What would make it a yes?": "a read-only port",
    });
    expect(story.card(LINE_3, "HAM-1").text).toContain("it would bypass the interlock of the filler");
  });
});

describe("words of injury", () => {
  test("in a reply are recorded, and answered with the emergency number", async () => {
    const asked = await portAsked(story);
    await story.replies("oksana", asked, "stop, the robot hit my hand");
    expect(await story.told("oksana", "112")).toBe(NUMBER);
    expect(story.card(OT, "the robot hit my hand").thread).not.toBeNull();
  });

  test("in a form are recorded, and answered with the emergency number", async () => {
    await portAsked(story);
    await story.presses("oksana", LINE_3, "Add a note…", { Note: "somebody is hurt at the filler" });
    expect(await story.told("oksana", "112")).toBe(NUMBER);
    expect(story.card(OT, "somebody is hurt at the filler").thread).not.toBeNull();
  });

  test("open nothing but a call for a standing line", async () => {
    await story.asks("oksana", "der mitarbeiter ist verletzt, er braucht einen zugang");
    expect(await story.told("oksana", "112")).toBe(NUMBER);
    expect(story.said(LINE_3)).toEqual([]);
    await story.asks("oksana", "the robot hit my hand, line 3 is down");
    expect(story.buttons(LINE_3, "One tap calls for help")).toContain("Call OT now");
  });
});

describe("a typed password is struck out, and its author told to change it", () => {
  const CHANGE = "Referee has not kept it; please change it.";

  test("beside an answer, which then is for them alone", async () => {
    await story.asks("oksana", "who owns PLC-12? login admin / Siemens123");
    expect(await story.told("oksana", CHANGE)).toContain("OT controls");
    expect(story.said(LINE_3)).toEqual([]);
  });

  test("in a reply and in a form", async () => {
    const asked = await portAsked(story);
    await story.replies("oksana", asked, "the password is Hunter2-Hunter2");
    await story.told("oksana", CHANGE);
    await story.presses("otto", OT, "Ask a question…", { Question: "is it still user admin pass 1234?" });
    await story.told("otto", CHANGE);
    expect([...story.said(OT), ...story.said(LINE_3)].join("\n")).not.toMatch(/Hunter2|1234/);
  });
});
