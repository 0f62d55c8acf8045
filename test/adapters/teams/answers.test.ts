import { AccountId, type Card, type Message } from "../../../src/index.ts";
import { buttonsIn, textsIn } from "../../fakes/teams/cards.ts";
import { inputsIn } from "../../fakes/teams/inputs.ts";
import { named } from "../../support/named.ts";
import { denyForm } from "../cards.ts";
import { useTeams } from "./useTeams.ts";

const bench = useTeams();
const MENTION = "<at>Referee</at>";

const approve = { type: "press", label: "Approve", value: "r1|approve|x", style: "primary" } as const;
const deny = { type: "press", label: "Deny…", value: "r1|deny|x", style: "danger" } as const;
const request: Card = {
  title: "Open port 502",
  key: "HAM-142",
  blocks: [{ type: "actions", actions: [approve, deny], more: [] }],
};
const said: Message = { text: "HAM-142 is with OT controls.", card: null, mention: [] };

/** The request's card as it stands in the channel of line 3. */
async function cardInChannel() {
  const { teams, adapter } = bench();
  await teams.as("sina").installs("line-3");
  const spot = { adapter: "teams" as const, conversation: "19:line-3@thread.tacv2", thread: null };
  await adapter.post(spot, { text: "HAM-142", card: request, mention: [] }, "effect");
  return teams.newest("line-3");
}

describe("a button that is pressed", () => {
  test("reaches the core with what it carries and where it stands", async () => {
    const { teams, received } = bench();
    const message = await cardInChannel();
    await teams.as("otto").presses(message, "Approve");
    expect(received).toMatchObject([
      {
        type: "pressed",
        value: "r1|approve|x",
        account: teams.as("otto").account,
        spot: { adapter: "teams", conversation: "19:line-3@thread.tacv2", thread: message.id },
      },
    ]);
  });

  test("tells the person alone what the core answers privately", async () => {
    const { teams, answers } = bench();
    const message = await cardInChannel();
    answers({ type: "private", text: "You asked for this yourself. Somebody else has to decide." });
    await teams.as("otto").presses(message, "Approve");
    expect(teams.as("otto").notices).toEqual(["You asked for this yourself. Somebody else has to decide."]);
    expect(teams.messages("line-3")).toHaveLength(1 + WELCOME);
  });

  test("says that it was recorded when the core has nothing to say", async () => {
    const { teams } = bench();
    await teams.as("otto").presses(await cardInChannel(), "Approve");
    expect(teams.as("otto").notices).toEqual(["Recorded."]);
  });

  test("is answered for everybody in the thread of the card", async () => {
    const { teams, answers } = bench();
    const message = await cardInChannel();
    answers({ type: "reply", message: said });
    await teams.as("otto").presses(message, "Approve");
    expect(teams.newest("line-3")).toMatchObject({ text: said.text, thread: message.id });
  });

  test("becomes a form for the person who pressed, and for nobody else", async () => {
    const { teams, answers } = bench();
    const message = await cardInChannel();
    answers({ type: "form", form: denyForm });
    await teams.as("otto").presses(message, "Approve");
    expect(inputsIn(teams.as("otto").view(message)).map(({ id }) => id)).toEqual(["reason", "instead", "risk"]);
    expect(inputsIn(teams.as("sina").view(message))).toEqual([]);
    expect(textsIn(teams.as("otto").view(message))).toContain(denyForm.title);
  });

  test("opens a dialog when its label ends in an ellipsis", async () => {
    const { teams, answers } = bench();
    const message = await cardInChannel();
    answers({ type: "form", form: denyForm });
    await teams.as("otto").presses(message, "Deny…");
    expect(teams.as("otto").dialog()).toMatchObject({ type: "card" });
    expect(buttonsIn(teams.as("otto").view(message)).map(({ title }) => title)).toEqual(["Approve", "Deny…"]);
  });

  test("opens a dialog whose frame alone says the title", async () => {
    const { teams, answers } = bench();
    const message = await cardInChannel();
    answers({ type: "form", form: denyForm });
    await teams.as("otto").presses(message, "Deny…");
    const dialog = teams.as("otto").dialog();
    expect(dialog).toMatchObject({ title: denyForm.title });
    expect(textsIn(dialog?.type === "card" ? dialog.card : null)).not.toContain(denyForm.title);
  });

  test("works on a client that knows no Action.Execute, and is answered in the chat", async () => {
    const { teams, received, answers } = bench();
    const message = await cardInChannel();
    answers({ type: "private", text: "This was decided already." });
    await teams.as("otto").presses(message, "Approve", { client: "old" });
    expect(received).toMatchObject([{ type: "pressed", value: "r1|approve|x" }]);
    expect(teams.newest("otto").text).toBe("This was decided already.");
  });

  test("on such a client brings its form into the chat", async () => {
    const { teams, received, answers } = bench();
    const message = await cardInChannel();
    answers({ type: "form", form: denyForm });
    await teams.as("otto").presses(message, "Approve", { client: "old" });
    await teams.as("otto").fillsIn(teams.newest("otto"), { reason: "Not during production." });
    expect(received.at(-1)).toMatchObject({
      type: "submitted",
      values: { reason: "Not during production.", instead: "a shorter window", risk: "low" },
    });
  });
});

describe("a form that is sent off", () => {
  async function openDialog() {
    const { teams, answers } = bench();
    const message = await cardInChannel();
    answers({ type: "form", form: denyForm });
    await teams.as("otto").presses(message, "Deny…");
    return teams.as("otto");
  }

  test("reaches the core with its meaning and its answers", async () => {
    const { received, answers } = bench();
    const otto = await openDialog();
    answers({ type: "nothing" });
    await otto.submits({ "Why not?": "Not during production.", risk: "high" });
    expect(received.at(-1)).toEqual({
      type: "submitted",
      id: expect.stringMatching(/^teams\//),
      account: otto.account,
      name: "Otto <OT> Brandt",
      value: denyForm.value,
      values: { reason: "Not during production.", instead: "a shorter window", risk: "high" },
    });
    expect(otto.dialog()).toBeNull();
  });

  test("stays open with a remark beside the input, and keeps what was written", async () => {
    const { answers, received } = bench();
    const otto = await openDialog();
    answers({ type: "formErrors", errors: { reason: "Say what would make it a yes." } });
    await otto.submits({ reason: "no" });
    const dialog = otto.dialog();
    const card = dialog?.type === "card" ? dialog.card : null;
    expect(textsIn(card)).toContain("Say what would make it a yes.");
    expect(inputsIn(card)).toMatchObject([{ id: "reason", value: "no" }, { id: "instead" }, { id: "risk" }]);
    answers({ type: "nothing" });
    await otto.submits({ reason: "After the shift it is a yes." });
    expect(received.at(-1)).toMatchObject({ values: { reason: "After the shift it is a yes." } });
  });

  test("in the place of a card can be sent from a phone; with something to look at again it comes into their chat", async () => {
    const { teams, received, answers } = bench();
    const message = await cardInChannel();
    answers({ type: "form", form: denyForm });
    await teams.as("otto").presses(message, "Approve");
    answers({ type: "formErrors", errors: { reason: "Say what would make it a yes." } });
    await teams.as("otto").fillsIn(message, { reason: "no" });
    const again = teams.newest("otto");
    expect(textsIn(again.card)).toContain("Say what would make it a yes.");
    expect(inputsIn(again.card)).toMatchObject([{ id: "reason", value: "no" }, { id: "instead" }, { id: "risk" }]);
    answers({ type: "nothing" });
    await teams.as("otto").fillsIn(again, { reason: "After the shift it is a yes." });
    expect(received.at(-1)).toMatchObject({ type: "submitted", values: { reason: "After the shift it is a yes." } });
  });

  test("is taken from a card of an older version, which sends it by Action.Execute", async () => {
    const { teams, received, answers } = bench();
    const message = await cardInChannel();
    answers({ type: "form", form: denyForm });
    await teams.as("otto").presses(message, "Approve");
    const [sent] = buttonsIn(teams.as("otto").view(message));
    const pressed = Object(teams.deliveries.at(-1)?.activity);
    const action = { ...pressed.value.action, data: { ...sent?.data, reason: "no", instead: "", risk: "low" } };
    answers({ type: "formErrors", errors: { reason: "Say what would make it a yes." } });
    const older = { ...pressed, id: "f:older", value: { ...pressed.value, action } };
    expect(JSON.stringify((await teams.deliver(older)).body)).toContain("Say what would make it a yes.");
    expect(received.at(-1)).toMatchObject({ type: "submitted", values: { reason: "no", risk: "low" } });
  });

  test("is told in the dialog what the core answers privately", async () => {
    const { answers } = bench();
    const otto = await openDialog();
    answers({ type: "private", text: "This was decided already." });
    await otto.submits({ reason: "no" });
    expect(otto.dialog()).toEqual({ type: "message", text: "This was decided already." });
  });

  test("means what its button says, whatever form the client claims it was", async () => {
    const { teams, received } = bench();
    const otto = await openDialog();
    await otto.submits({ reason: "no" });
    const activity = Object(teams.deliveries.at(-1)?.activity);
    const data = { ...activity.value.data, form: { ...activity.value.data.form, value: "r1|approve|x" } };
    await teams.deliver({ ...activity, id: "f:another", value: { ...activity.value, data } });
    expect(received.at(-1)).toMatchObject({ value: denyForm.value });
  });
});

describe("an answer to what somebody wrote", () => {
  test("stands in the thread where it was asked, and notifies who asked", async () => {
    const { teams, answers } = bench();
    answers({ type: "reply", message: { ...said, mention: [named(accountOf("sina"), "Sina Roth")] } });
    const question = await teams.as("sina").says("line-3", `${MENTION} open port 502`);
    expect(teams.newest("line-3")).toMatchObject({
      thread: question.id,
      text: "@Sina Roth HAM-142 is with OT controls.",
      notified: [{ handle: "sina" }],
    });
  });

  test("for that person alone goes into their chat", async () => {
    const { teams, answers } = bench();
    answers({ type: "private", text: "Type passwords nowhere. Please change this one." });
    await teams.as("sina").says("line-3", `${MENTION} my password is hunter2`);
    expect(teams.newest("sina").text).toBe("Type passwords nowhere. Please change this one.");
    expect(teams.messages("line-3").filter((message) => message.from === null)).toEqual([]);
  });

  test("that cannot be delivered takes nothing back: the act is recorded and answered 200", async () => {
    const { teams, answers, received, logged } = bench();
    answers({ type: "private", text: "…" });
    teams.world.blocked.add("sina");
    await teams.as("sina").says("line-3", `${MENTION} open port 502`);
    expect({ status: teams.deliveries.at(-1)?.status, received: received.length }).toEqual({
      status: 200,
      received: 1,
    });
    expect(logged.join()).toContain("recorded, but the answer was not delivered");
  });
});

describe("Ask Referee, used on a message", () => {
  test("shows a form in a dialog, and takes its answers", async () => {
    const { teams, answers, received } = bench();
    const message = await teams.as("otto").says("line-3", "the vendor needs access");
    answers({ type: "form", form: denyForm });
    await teams.as("sina").asksAbout(message);
    answers({ type: "private", text: "Sent to OT controls." });
    await teams.as("sina").submits({ reason: "remote maintenance" });
    expect(received.at(-1)).toMatchObject({ type: "submitted", values: { reason: "remote maintenance" } });
    expect(teams.as("sina").dialog()).toEqual({ type: "message", text: "Sent to OT controls." });
  });

  test("says where to find what was recorded, whether Referee is a member there or not", async () => {
    const { teams } = bench();
    const message = await teams.as("otto").says("handover", "the vendor needs access");
    await teams.as("sina").asksAbout(message);
    const text = "Recorded. You find it in this conversation or, where I am not a member of it, in your chat with me.";
    expect(teams.as("sina").dialog()).toEqual({ type: "message", text });
  });

  test("answers in the dialog, since Referee may be no member where the message stands", async () => {
    const { teams, answers } = bench();
    const message = await teams.as("otto").says("line-3", "who owns the SCADA server?");
    answers({ type: "reply", message: { text: "SCADA server", card: request, mention: [] } });
    await teams.as("sina").asksAbout(message);
    const dialog = teams.as("sina").dialog();
    expect(dialog).toMatchObject({ type: "card", title: "Open port 502" });
    expect(textsIn(dialog?.type === "card" ? dialog.card : null)).toEqual(["HAM-142"]);
    expect(teams.messages("line-3").filter(({ from }) => from === null)).toEqual([]);
  });
});

describe("while nothing can be recorded", () => {
  const NOT_RECORDED = /^This was not recorded/;

  test("somebody who writes is told so in the same thread, and Teams is not told that all is well", async () => {
    const { teams, storeGoesAway } = bench();
    storeGoesAway();
    const message = await teams.as("sina").says("line-3", `${MENTION} open port 502`);
    expect(teams.deliveries.at(-1)?.status).toBe(503);
    expect(teams.newest("line-3")).toMatchObject({ text: expect.stringMatching(NOT_RECORDED), thread: message.id });
  });

  test("people who talk to each other in a thread are not disturbed", async () => {
    const { teams, storeGoesAway } = bench();
    const root = await teams.as("otto").says("line-3", "Line 3 stands.");
    storeGoesAway();
    await teams.as("sina").replies(root, "which machine?");
    expect(teams.deliveries.at(-1)?.status).toBe(503);
    expect(teams.messages("line-3").filter(({ from }) => from === null)).toEqual([]);
  });

  test("somebody who presses is told so in their chat", async () => {
    const { teams, storeGoesAway } = bench();
    const message = await cardInChannel();
    storeGoesAway();
    await teams.as("otto").presses(message, "Approve");
    expect(teams.deliveries.at(-1)?.status).toBe(503);
    expect(teams.newest("otto").text).toMatch(NOT_RECORDED);
  });

  test("an error nobody foresaw is a 500, and says nothing of itself", async () => {
    const { teams, storeGoesAway } = bench();
    storeGoesAway(new Error("the secret is hunter2"));
    await teams.as("sina").says("line-3", `${MENTION} open port 502`);
    expect(teams.deliveries.at(-1)).toMatchObject({ status: 500, body: null });
    expect(JSON.stringify(teams.world.messages)).not.toContain("hunter2");
  });
});

describe("Referee being installed", () => {
  test("in a newer version says nothing", async () => {
    const { teams } = bench();
    await teams.as("sina").installs();
    await teams.deliver({ ...Object(teams.deliveries.at(-1)?.activity), id: "another", action: "add-upgrade" });
    expect(teams.messages("sina")).toHaveLength(1);
  });

  test("says hello once, where it was installed", async () => {
    const { teams } = bench();
    await teams.as("sina").installs();
    expect(teams.messages("sina").map(({ text }) => text)).toEqual([expect.stringMatching(/^Hello\./)]);
  });
});

/** Installing says hello in the channel. */
const WELCOME = 1;

function accountOf(handle: string) {
  return AccountId.parse(bench().teams.as(handle).account);
}
