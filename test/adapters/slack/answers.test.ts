import type { Answer, Spot } from "../../../src/index.ts";
import { postOn } from "../../support/postOn.ts";
import { approverCard, denyForm } from "../cards.ts";
import { elsewhere, line3, olga, otControls, otto, useSlack } from "./useSlack.ts";

const slack = useSlack();
const referee = "U0REFEREE";

const privately: Answer = { type: "private", text: "The ball is with OT controls." };
const reply: Answer = { type: "reply", message: { text: "OT controls owns PLC-12.", card: null, mention: [] } };
const form: Answer = { type: "form", form: denyForm };

function answering(...answers: readonly (Answer | Error)[]): void {
  slack().heard.answers = [...answers];
}

const whispers = (person: string) =>
  slack().slack.until("a private line", () => {
    const seen = slack().slack.as(person).ephemerals();
    return seen.length > 0 ? seen : null;
  });

async function cardIn(conversation: string, thread: string | null = null) {
  const message = { text: "Your call", card: approverCard, mention: [] };
  const posted = await postOn(slack().adapter, { adapter: "slack", conversation, thread }, message, "card");
  return slack().slack.now({ channel: posted.conversation, ts: posted.message });
}

describe("an answer for one person", () => {
  test("to a press is seen by that person only, in the channel of the card", async () => {
    answering(privately);
    await slack()
      .slack.as(otto)
      .presses(await cardIn(otControls), "Approve");
    expect(await whispers(otto)).toMatchObject([
      { text: "The ball is with OT controls.", channel: otControls, thread: null },
    ]);
    expect(slack().slack.messages(otControls)).toHaveLength(1);
  });

  test("to a press on a card in a thread is seen in that thread", async () => {
    const root = await slack().slack.as(olga).says(line3, "open port 502");
    answering(privately);
    await slack()
      .slack.as(olga)
      .presses(await cardIn(line3, root.ts), "Approve");
    expect(await whispers(olga)).toMatchObject([{ channel: line3, thread: root.ts }]);
  });

  test("to a command comes with the acknowledgement, also where Referee is not a member", async () => {
    answering(privately);
    await slack().slack.as(olga).runs("/referee who owns plc-12", elsewhere);
    expect(slack().slack.as(olga).ephemerals(elsewhere)).toMatchObject([{ text: "The ball is with OT controls." }]);
  });

  test("goes to the direct message when it cannot be shown where they are", async () => {
    answering(privately);
    const theirs = await slack().slack.as(otto).says(elsewhere, "hello");
    await slack().slack.as(olga).uses("ask_referee", theirs);
    expect(await slack().slack.untilSaid(olga, "The ball is with OT controls.")).toBeDefined();
  });
});

describe("a reply", () => {
  const sayBefore = (ts: string, spot: Spot) =>
    postOn(
      slack().adapter,
      spot,
      { text: "OT controls owns PLC-12.", card: null, mention: [] },
      `answer:slack:said:${line3}:${ts}`,
    );

  /** The first delivery was not answered: the process died after it had spoken. */
  async function hearAgain(ts: string): Promise<void> {
    answering(new Error("died"), reply);
    const text = "<@U0REFEREE> who owns PLC-12?";
    await slack().slack.event({ type: "message", channel: line3, channel_type: "channel", user: olga, text, ts });
    await slack().slack.redeliver();
    await slack().adapter.stop();
  }

  test("stands in the thread where it was asked, once, although a mention is told twice", async () => {
    answering(reply, reply);
    const asked = await slack().slack.as(olga).says(line3, "<@U0REFEREE> who owns PLC-12?");
    await slack().slack.untilSaid(line3, "OT controls owns");
    await slack().adapter.stop();
    expect(
      slack()
        .slack.thread(line3, asked.ts)
        .map(({ text }) => text),
    ).toEqual([asked.text, "OT controls owns PLC-12."]);
  });

  test("to a command is said in the channel with the acknowledgement", async () => {
    answering(reply);
    await slack().slack.as(olga).runs("/referee who owns plc-12", elsewhere);
    expect(slack().slack.messages(elsewhere)).toMatchObject([{ text: "OT controls owns PLC-12." }]);
  });

  test("to a shortcut stands in a direct message where Referee is not a member", async () => {
    answering(reply);
    const theirs = await slack().slack.as(otto).says(elsewhere, "who owns PLC-12?");
    await slack().slack.as(olga).uses("ask_referee", theirs);
    await slack().slack.untilSaid(olga, "OT controls owns");
    expect(slack().slack.messages(elsewhere)).toHaveLength(1);
  });

  test("that was said before a crash is found, and not said again", async () => {
    const root = await slack().slack.as(olga).says(line3, "who owns PLC-12?");
    await sayBefore(root.ts, { adapter: "slack", conversation: line3, thread: root.ts });
    await hearAgain(root.ts);
    expect(slack().slack.thread(line3, root.ts)).toHaveLength(2);
  });

  test("that was said to the person instead, before a crash, is found there", async () => {
    const root = await slack().slack.as(olga).says(line3, "who owns PLC-12?");
    await sayBefore(root.ts, { adapter: "slack", conversation: olga, thread: null });
    slack().slack.faults.always("conversations.replies", { error: "not_in_channel" });
    await hearAgain(root.ts);
    expect(slack().slack.messages(olga)).toHaveLength(1);
    expect(slack().slack.thread(line3, root.ts)).toHaveLength(1);
  });
});

describe("a form", () => {
  test("opens on a press, and what is said after it goes where the card stands", async () => {
    answering(form, privately);
    await slack()
      .slack.as(otto)
      .presses(await cardIn(otControls), "Deny…");
    expect(slack().slack.as(otto).form()).toMatchObject({
      title: "Deny HAM-142",
      text: "The requester reads both answers.",
    });
    await slack().slack.as(otto).fills({ reason: "no window" });
    expect(slack().slack.as(otto).form()).toBeNull();
    expect(await whispers(otto)).toMatchObject([{ channel: otControls }]);
  });

  test("stays open with a word beside the answer that needs another look", async () => {
    answering(form, { type: "formErrors", errors: { reason: "Please say why.", unknown: "Also this." } });
    await slack()
      .slack.as(otto)
      .presses(await cardIn(otControls), "Deny…");
    await slack().slack.as(otto).fills({ reason: "x" });
    expect(
      slack()
        .slack.as(otto)
        .form()
        ?.inputs.map(({ id, error }) => [id, error]),
    ).toEqual([
      ["reason", "Please say why. Also this."],
      ["instead", null],
      ["risk", null],
    ]);
  });

  test("may follow a form", async () => {
    answering(form, { type: "form", form: { ...denyForm, title: "One more thing" } });
    await slack()
      .slack.as(otto)
      .presses(await cardIn(otControls), "Deny…");
    await slack().slack.as(otto).fills({ reason: "no window" });
    expect(slack().slack.as(otto).form()).toMatchObject({ title: "One more thing" });
  });

  test("that Slack does not open leaves the press recorded, and the person told", async () => {
    slack().slack.faults.next("views.open", { error: "expired_trigger_id" });
    answering(form);
    const outcome = await slack()
      .slack.as(otto)
      .presses(await cardIn(otControls), "Deny…");
    expect(outcome.status).toBe(200);
    expect(await whispers(otto)).toMatchObject([
      { text: "The form could not be opened. Please press the button again." },
    ]);
  });

  test("cannot open from a written message, and the person is told where it can", async () => {
    answering(form);
    await slack().slack.as(olga).says(referee, "deny it");
    expect(await whispers(olga)).toMatchObject([{ text: expect.stringContaining("use the button") }]);
  });
});

describe("an answer that Slack does not take", () => {
  test("does not make Slack send the press again", async () => {
    slack().slack.faults.always("chat.postEphemeral", { error: "invalid_blocks" });
    answering(privately);
    const outcome = await slack()
      .slack.as(otto)
      .presses(await cardIn(otControls), "Approve");
    await slack().adapter.stop();
    expect(outcome.status).toBe(200);
    expect(slack().logged.join("\n")).toContain("an answer could not be given");
  });
});
