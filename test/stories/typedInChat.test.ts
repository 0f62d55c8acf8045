import { demoText, withoutPerson } from "../support/plantText.ts";
import { recorded } from "../support/recorded.ts";
import { OT, useStory } from "./useStory.ts";

const story = useStory({ texts: [demoText()] });
const PORT = "can we open port 502 to PLC-12 until friday noon?";
const WHY = "to read the counters for the OEE report";
/** Below everything in Oksana's own chat with Referee, in no thread. */
const writes = (text: string) => story.asks("oksana", text, "U0REFEREE");
const chat = () => story.world.slack.workspace.direct("U0OKSANA", story.world.slack.bot.userId).id;
const newest = () => story.world.as("oksana").ephemerals().at(-1);
const presses = async (label: string) => {
  const shown = newest();
  if (shown === undefined) throw new Error("Nothing was said to Oksana alone");
  await story.world.as("oksana").presses(shown, label);
  await story.world.settled();
};
const drafts = () => story.said(chat()).filter((text) => text.includes("Nothing has been sent yet")).length;

describe("in somebody's own chat with Referee on Slack, where hardly anybody opens a thread", () => {
  test("what is typed below completes the draft that waits above, which can be sent from there", async () => {
    await writes(PORT);
    expect(story.said(chat()).at(-1)).toContain("Still needed; write it here, or fill in:");
    await writes(WHY);
    expect(drafts()).toBe(1);
    await story.told("oksana", "Nothing has been sent yet.");
    await presses("Send");
    expect(story.card(OT, "· HAM-1").text).toContain(WHY);
  });

  test("and says what is still needed", async () => {
    await writes("can we open port 502 to PLC-12?");
    await writes(WHY);
    expect((await story.told("oksana", "Still needed:")).length).toBeGreaterThan(0);
  });

  test("what is typed below answers the question that waits above", async () => {
    await writes(PORT);
    await writes(WHY);
    await presses("Send");
    await story.presses("otto", OT, "Ask a question…", { Question: "Which function codes?" });
    await writes("only 1 to 4");
    expect(story.card(OT, "only 1 to 4").text).toContain("Oksana Melnyk answered: “only 1 to 4");
  });

  test("once its requester has left, whoever answers in their place types it in a chat of their own", async () => {
    await writes(PORT);
    await writes(WHY);
    await presses("Send");
    await story.presses("otto", OT, "Ask a question…", { Question: "Which function codes?" });
    const { plant, source } = demoText(withoutPerson("oksana", "olga"));
    await story.world.referee.propose([plant], [source]);
    await story.world.settled();
    await story.asks("leyla", "only 1 to 4", "U0REFEREE");
    expect(story.card(OT, "only 1 to 4").text).toContain("Leyla Demir answered: “only 1 to 4”");
  });

  test("in a thread of the chat it is for what stands there, as before", async () => {
    await writes(PORT);
    const card = story.card(chat(), "Still needed");
    await story.replies("oksana", card, WHY);
    expect(story.card(chat(), "Open port 502").text).toContain(WHY);
  });

  test("sent again by Slack it changes nothing", async () => {
    await writes(PORT);
    await writes(WHY);
    const before = await recorded(story.world);
    const sent = story.world.slack.sent.at(-1);
    if (sent !== undefined) await story.world.slack.sendAgain(sent, "retried");
    await story.world.settled();
    expect(await recorded(story.world)).toEqual(before);
  });
});

describe("below a draft that waits for words, a wish that stands alone is never taken for them", () => {
  test.each([
    { waits: PORT, said: "the palletizer is down" },
    { waits: PORT, said: "my password for the hmi doesn't work anymore" },
    { waits: "can we open port 502 to PLC-12 to read the counters?", said: "la paletizadora está parada" },
    { waits: "please restart the HMI of line 7 now", said: "line 3 is down" },
  ])("$said, below: $waits", async ({ waits, said }) => {
    await writes(waits);
    await writes(said);
    await story.told("oksana", "could also be a request of its own");
    expect(story.card(chat(), "Nothing has been sent yet").text).not.toContain(said);
    expect(drafts()).toBe(1);
  });
});

describe("below a draft that is complete and not sent", () => {
  const complete = async () => {
    await writes(PORT);
    await writes(WHY);
  };

  test("what takes something back changes it", async () => {
    await complete();
    await writes("sorry, I meant port 503");
    expect(story.card(chat(), "Nothing has been sent yet").text).toContain("503");
  });

  test("what would change it is offered to, and does with one press", async () => {
    await complete();
    await writes("until thursday 16:00");
    await story.told("oksana", "What you wrote would change it.");
    expect(story.card(chat(), "Nothing has been sent yet").text).not.toContain("Thu");
    await presses("Change the draft");
    expect(story.card(chat(), "Nothing has been sent yet").text).toContain("Thu");
  });

  test("another wish is a draft of its own, without a question", async () => {
    await complete();
    await writes("please restart the MES client on line 3 at 14:00, it hangs");
    expect(newest()?.text).not.toContain("would change it");
    expect(drafts()).toBe(2);
  });

  test("what means nothing to it is answered with it", async () => {
    await complete();
    await writes("hmm, let me think about it");
    await story.told("oksana", "What you wrote changes nothing in your draft");
    expect(newest()?.buttons.map(({ label }) => label)).toEqual(expect.arrayContaining(["Send", "Change…"]));
  });
});

test("while two questions wait, each is offered with one press", async () => {
  await writes(PORT);
  await writes(WHY);
  await presses("Send");
  await story.presses("otto", OT, "Ask a question…", { Question: "Which function codes?" });
  await story.presses("sina", "C0ITSEC", "Ask a question…", { Question: "From which host?" });
  await writes("only 1 to 4");
  await story.told("oksana", "2 questions about HAM-1");
  expect(newest()?.buttons.map(({ label }) => label)).toEqual(["Answer OT controls…", "Answer IT security…"]);
  const shown = newest();
  if (shown !== undefined) await story.world.as("oksana").presses(shown, "Answer OT controls…");
  await story.world.as("oksana").fills({ Answer: "only 1 to 4" });
  await story.world.settled();
  expect(story.card(OT, "only 1 to 4").text).toContain("answered: “only 1 to 4");
});
