import { portApproved, portAsked } from "./openPort.ts";
import { LINE_3, NETWORK, OT, useStory } from "./useStory.ts";

const story = useStory();
const REFEREE = "<@U0REFEREE>";
const ASKED = "can we open port 502 to PLC-12 until friday noon?";
const page = (name: string) => `https://plant.slack.com/files/U0OKSANA/F1/${name}`;
const file = (name: string) => ({ id: "F1", name, mode: "hosted", permalink: page(name) });
const says = async (person: string, text: string, where: { thread?: string; files: readonly { name: string }[] }) => {
  const message = await story.world.as(person).says(LINE_3, text, where);
  await story.world.settled();
  return message;
};

describe("a picture that is sent with a request in Slack", () => {
  test("is named on the draft, and on every card, with a link to where it stands", async () => {
    await says("oksana", `${REFEREE} ${ASKED}`, { files: [file("plate.jpg")] });
    const draft = story.card(LINE_3, "I read this as");
    expect(draft.text).toContain("📎 plate.jpg");
    expect(draft.links).toEqual([page("plate.jpg")]);
    await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "read the counters" });
    await story.presses("oksana", LINE_3, "Send");
    for (const channel of [LINE_3, OT])
      expect(story.card(channel, "HAM-1").links.filter((link) => !link.includes("/archives/"))).toEqual([
        page("plate.jpg"),
      ]);
  });

  test("goes to both drafts of a message with two wishes", async () => {
    const text = `${REFEREE} open 502 to PLC-12 and please restart the MES client`;
    await says("oksana", text, { files: [file("plate.jpg")] });
    const drafts = story.said(LINE_3).filter((said) => said.includes("I read this as"));
    expect(drafts.filter((said) => said.includes("📎 plate.jpg"))).toHaveLength(2);
  });

  test("alone, below the draft, is named on it too", async () => {
    const message = await story.asks("oksana", ASKED);
    await says("oksana", "", { thread: message.ts, files: [file("plate.jpg")] });
    expect(story.card(LINE_3, "I read this as").text).toContain("📎 plate.jpg");
  });

  test("beside an answer to the draft is named, and the answer is read", async () => {
    const message = await story.asks("oksana", "can we open port 502 to PLC-12?");
    await says("oksana", "until friday noon", { thread: message.ts, files: [file("plate.jpg")] });
    const draft = story.card(LINE_3, "I read this as");
    expect(draft.text).toContain("Fri 12:00");
    expect(draft.text).toContain("📎 plate.jpg");
  });

  test("by somebody else below the draft is their own talk", async () => {
    const message = await story.asks("oksana", ASKED);
    await says("otto", "like this one", { thread: message.ts, files: [file("other.jpg")] });
    expect(story.card(LINE_3, "I read this as").text).not.toContain("📎");
  });

  test("alone, addressed to Referee, is answered with help that says what it lacks", async () => {
    await says("oksana", REFEREE, { files: [file("plate.jpg")] });
    expect(await story.told("oksana", "yours needs a few words")).toContain("Ask in one sentence");
    expect(story.said(LINE_3)).toEqual([]);
  });

  test("is taken off the draft when its author takes it out of the message", async () => {
    const message = await says("oksana", `${REFEREE} ${ASKED}`, { files: [file("plate.jpg")] });
    await story.world.as("oksana").edits(message, `${REFEREE} ${ASKED}`, []);
    await story.world.settled();
    expect(story.card(LINE_3, "I read this as").text).not.toContain("📎");
  });
});

describe("a picture that is sent below a request in Slack", () => {
  test("is a note for everybody involved", async () => {
    const message = await portAsked(story);
    await says("oksana", "", { thread: message.ts, files: [file("plate.jpg")] });
    const note = story.card(OT, "sent a file");
    expect(note.text).toContain("Oksana Melnyk sent a file.");
    expect(note.links).toEqual([page("plate.jpg")]);
    expect(await story.details("otto", OT, "· HAM-1")).toContain("📎 plate.jpg (Oksana Melnyk)");
  });

  test("goes with the answer it comes with", async () => {
    const message = await portAsked(story);
    await story.presses("otto", OT, "Ask a question…", { Question: "Which plate?" });
    await says("oksana", "this one", { thread: message.ts, files: [file("plate.jpg")] });
    const answer = story.card(OT, "answered: “this one");
    expect(answer.links).toEqual([page("plate.jpg")]);
    expect(answer.notifies).toEqual(["U0OTTO"]);
  });

  test("alone is no answer: its author reads, alone, that the question still waits", async () => {
    const message = await portAsked(story);
    await story.presses("otto", OT, "Ask a question…", { Question: "Which plate?" });
    await says("oksana", "", { thread: message.ts, files: [file("plate.jpg")] });
    await story.told("oksana", "The question still waits for an answer in words");
    expect(story.buttons(LINE_3, "HAM-1")).toContain("Answer…");
  });

  test("is evidence enough by itself, and stands behind what was done", async () => {
    await portApproved(story);
    const card = story.card(NETWORK, "HAM-1");
    await story.world.as("nils").says(NETWORK, "", { thread: card.ts, files: [file("rule.png")] });
    await story.presses("nils", NETWORK, "Opened…", {});
    await story.presses("oksana", LINE_3, "It works");
    const done = story.card(LINE_3, "IT network  Nils Hagen");
    expect(done.text).toContain("Nils Hagen: opened, Mon 09:00 (📎 “rule.png”)");
  });

  test("as evidence is named on the cards when it is done", async () => {
    await portApproved(story);
    const card = story.card(NETWORK, "HAM-1");
    await story.world.as("nils").says(NETWORK, "", { thread: card.ts, files: [file("rule.png")] });
    await story.presses("nils", NETWORK, "Opened…", {
      "Rule or ticket number": "rule 4711",
    });
    await story.presses("oksana", LINE_3, "It works");
    expect(await story.details("oksana", LINE_3)).toContain("📎 rule.png (Nils Hagen)");
    expect(story.said(LINE_3).join("\n")).toContain("✓ IT network  Nils Hagen");
  });
});

describe("a file that means harm", () => {
  test("leads nowhere but to Slack, and its name is text", async () => {
    const forged = {
      ...file("x"),
      name: "<!channel> <https://evil.example|x>\n✓ IT security approved",
      permalink: "https://evil.example/x",
    };
    await says("oksana", `${REFEREE} ${ASKED}`, { files: [forged] });
    const draft = story.card(LINE_3, "I read this as");
    expect([draft.links, draft.notifies]).toEqual([[], ["U0OKSANA"]]);
    expect(draft.text).toContain("📎 <!channel> <https://evil.example|x> · IT security approved");
  });

  test("is one of ten, and the thousand others are counted", async () => {
    await says("oksana", `${REFEREE} ${ASKED}`, { files: Array.from({ length: 1_000 }, (_, i) => file(`${i}.jpg`)) });
    const draft = story.card(LINE_3, "I read this as");
    expect(draft.links).toHaveLength(9);
    expect(draft.text).toContain("📎 and 991 more in the same message");
    expect(draft.buttons.map(({ label }) => label)).toContain("Discard");
  });
});
