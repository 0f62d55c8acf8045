import { encodeAction } from "../../../src/index.ts";
import { RequestId } from "../../../src/request/ids.ts";
import { approverCard, denyForm } from "../cards.ts";
import { elsewhere, ines, line3, olga, otControls, otto, useSlack } from "./useSlack.ts";

const slack = useSlack();
const referee = "U0REFEREE";
const approve = encodeAction({
  verb: "approve",
  request: RequestId.parse("req_9f2c41ab7d03"),
  step: null,
  ask: 12,
  arg: "",
});

const card = { text: "Your call", card: approverCard, mention: [] };
const ids = () => slack().heard.inbound.map(({ id }) => id);
const texts = () => slack().heard.inbound.flatMap((each) => (each.type === "said" ? [each.text] : []));

describe("a person who writes in Slack", () => {
  test("is heard when they mention Referee; both events of the mention carry one id", async () => {
    const message = await slack().slack.as(olga).says(line3, "<@U0REFEREE> can we open port 502?");
    expect(slack().heard.inbound[0]).toEqual({
      type: "said",
      id: `slack:said:${line3}:${message.ts}`,
      account: `slack:${olga}`,
      name: "Olga",
      text: "can we open port 502?",
      spot: { adapter: "slack", conversation: line3, thread: message.ts },
      isReply: false,
      via: "mention",
      quoted: null,
      files: [],
    });
    expect(new Set(ids()).size).toBe(1);
  });

  test("is heard in a direct message, which is named after them", async () => {
    const message = await slack().slack.as(olga).says(referee, "line 3 stopped");
    expect(slack().heard.inbound).toMatchObject([
      { via: "direct", text: "line 3 stopped", spot: { conversation: olga, thread: message.ts } },
    ]);
  });

  test("is heard in a thread without a mention, so that comments reach the request", async () => {
    const root = await slack().slack.as(olga).says(line3, "<@U0REFEREE> open port 502");
    await slack().slack.as(ines).says(line3, "it is the one behind the historian", { thread: root.ts });
    expect(slack().heard.inbound.at(-1)).toMatchObject({
      via: "thread",
      account: `slack:${ines}`,
      spot: { conversation: line3, thread: root.ts },
    });
  });

  test("is not heard when they talk to each other in a channel", async () => {
    await slack().slack.as(olga).says(line3, "lunch?");
    await slack().slack.as(olga).says(elsewhere, "<@U0REFEREE> are you here?");
    expect(slack().heard.inbound).toEqual([]);
  });

  test("is not heard when they name somebody whose id only begins like Referee's", async () => {
    slack().slack.workspace.addUser("U0REFEREE2", "Another");
    await slack().slack.as(olga).says(line3, "<@U0REFEREE2> can we open port 502?");
    expect(slack().heard.inbound).toEqual([]);
  });

  test("is read as they meant it: other mentions by name, what they typed without entities", async () => {
    await slack().slack.as(olga).says(line3, "<@U0REFEREE> ask <@U0OTTO> if 5 < 7 & see http://plc12.local");
    expect(texts()[0]).toBe("ask @Otto if 5 < 7 & see http://plc12.local");
  });

  test("may say nothing at all, or forty thousand characters", async () => {
    await slack().slack.as(olga).says(referee, "");
    await slack().slack.as(olga).says(referee, "é".repeat(40_000));
    expect(texts().map((text) => text.length)).toEqual([0, 40_000]);
  });
});

describe("what is no person speaking", () => {
  test.each([
    { name: "a bot", event: { bot_id: "B0OTHER" } },
    { name: "an edit", event: { subtype: "message_changed" } },
    { name: "a join", event: { subtype: "channel_join" } },
    { name: "Referee itself", event: { user: referee } },
    { name: "a message of nobody", event: { user: undefined } },
  ])("$name is not heard", async ({ event }) => {
    const message = {
      type: "message",
      channel: line3,
      channel_type: "channel",
      user: olga,
      text: "<@U0REFEREE> hi",
      ts: "1.000001",
    };
    const outcome = await slack().slack.event({ ...message, ...event });
    expect(outcome.status).toBe(200);
    expect(slack().heard.inbound).toEqual([]);
  });

  test("Referee's own cards and edits are not heard either", async () => {
    const posted = await slack().adapter.post({ adapter: "slack", conversation: line3, thread: null }, card, "e1");
    await slack().adapter.update(posted, card);
    await slack().slack.until("both echoes", () => slack().slack.deliveries.length >= 2);
    expect(slack().heard.inbound).toEqual([]);
  });
});

describe("the slash command", () => {
  test("is heard with its text as typed, to be answered in the channel", async () => {
    await slack().slack.as(olga).runs("/referee open port 502 & 503", line3);
    expect(slack().heard.inbound).toMatchObject([
      { via: "command", text: "open port 502 & 503", name: "Olga", spot: { conversation: line3, thread: null } },
    ]);
  });

  test("used between two people is answered to the one who used it", async () => {
    slack().slack.workspace.direct(olga, otto);
    await slack().slack.as(olga).runs("/referee status", otto);
    expect(slack().heard.inbound).toMatchObject([{ spot: { conversation: olga, thread: null } }]);
  });
});

describe("the shortcut on a message", () => {
  test("takes the message as the request, and tells whose it was", async () => {
    const theirs = await slack().slack.as(ines).says(line3, "the historian cannot read PLC-12");
    await slack().slack.as(olga).uses("ask_referee", theirs);
    expect(slack().heard.inbound).toMatchObject([
      {
        via: "shortcut",
        account: `slack:${olga}`,
        text: "the historian cannot read PLC-12",
        quoted: { account: `slack:${ines}`, name: "Ines" },
        spot: { conversation: line3, thread: theirs.ts },
      },
    ]);
  });

  test("used between two people is answered to the one who used it, and not under a message that is not there", async () => {
    const theirs = await slack().slack.as(otto).says(olga, "can you open port 502?");
    const under = await slack().slack.as(otto).says(olga, "until Friday", { thread: theirs.ts });
    await slack().slack.as(olga).uses("ask_referee", theirs);
    await slack().slack.as(olga).uses("ask_referee", under);
    const directly = { adapter: "slack", conversation: olga, thread: null };
    expect(slack().heard.inbound).toMatchObject([{ spot: directly }, { spot: directly }]);
  });

  test("of another name is acknowledged and not heard", async () => {
    const theirs = await slack().slack.as(ines).says(line3, "hello");
    expect((await slack().slack.as(olga).uses("something_else", theirs)).status).toBe(200);
    expect(slack().heard.inbound).toEqual([]);
  });
});

describe("a button on a card", () => {
  test("is heard with its value untouched, and the thread it stands in", async () => {
    const root = await slack().slack.as(olga).says(line3, "<@U0REFEREE> open port 502");
    await slack().adapter.post({ adapter: "slack", conversation: line3, thread: root.ts }, card, "e1");
    const shown = await slack().slack.untilSaid(line3, "Open port 502");
    await slack().slack.as(ines).presses(shown, "Approve");
    expect(slack().heard.inbound.at(-1)).toMatchObject({
      type: "pressed",
      account: `slack:${ines}`,
      name: "Ines",
      value: approve,
      spot: { conversation: line3, thread: root.ts },
    });
  });

  test("behind ⋯ is heard like any other", async () => {
    await slack().adapter.post({ adapter: "slack", conversation: otControls, thread: null }, card, "e1");
    const shown = await slack().slack.untilSaid(otControls, "Open port 502");
    await slack().slack.as(otto).presses(shown, "Not mine…");
    expect(slack().heard.inbound).toMatchObject([
      { type: "pressed", value: expect.stringContaining("|notMine|"), spot: { thread: shown.ts } },
    ]);
  });

  test("in a direct message belongs to the conversation named after the person", async () => {
    await slack().adapter.post({ adapter: "slack", conversation: otto, thread: null }, card, "e1");
    const shown = await slack().slack.untilSaid(otto, "Open port 502");
    await slack().slack.as(otto).presses(shown, "Approve");
    expect(slack().heard.inbound).toMatchObject([{ spot: { conversation: otto, thread: shown.ts } }]);
  });

  test("that only opens an address is acknowledged, and decides nothing", async () => {
    await slack().adapter.post({ adapter: "slack", conversation: otControls, thread: null }, card, "e1");
    const shown = await slack().slack.untilSaid(otControls, "Open port 502");
    expect((await slack().slack.as(otto).presses(shown, "The rules")).status).toBe(200);
    expect(slack().heard.inbound).toEqual([]);
  });
});

describe("a form that was sent off", () => {
  test("is heard with the answers by question; what was left empty is absent", async () => {
    const form = {
      ...denyForm,
      inputs: denyForm.inputs.map((input) => ({ ...input, required: input.id === "reason" })),
    };
    slack().heard.answers = [{ type: "form", form }];
    await slack().slack.as(olga).runs("/referee deny", line3);
    await slack().slack.as(olga).fills({ "Why not?": "  no window  ", instead: "" });
    expect(slack().heard.inbound.at(-1)).toMatchObject({
      type: "submitted",
      account: `slack:${olga}`,
      value: denyForm.value,
      values: { reason: "  no window  ", risk: "low" },
    });
    expect(Object.keys(Object(slack().heard.inbound.at(-1)).values)).not.toContain("instead");
  });
});

describe("a name that cannot be looked up", () => {
  test("does not keep anybody from being heard", async () => {
    slack().slack.faults.always("users.info", { error: "user_not_found" });
    await slack().slack.as(olga).says(referee, "hello");
    expect(slack().heard.inbound).toMatchObject([{ name: olga, text: "hello" }]);
  });

  test("is not looked up for talk that is not for Referee", async () => {
    await slack().slack.as(olga).says(line3, "has anybody seen <@U0OTTO>?");
    expect(slack().slack.calls.filter(({ method }) => method === "users.info")).toEqual([]);
  });

  test("is looked up once for as long as it is fresh", async () => {
    await slack().slack.as(olga).says(referee, "one");
    await slack().slack.as(olga).says(referee, "two");
    expect(slack().slack.calls.filter(({ method }) => method === "users.info")).toHaveLength(1);
  });
});
