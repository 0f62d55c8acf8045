import { useTeams } from "./useTeams.ts";

const bench = useTeams();
const MENTION = "<at>Referee</at>";

describe("what somebody writes on Teams", () => {
  test("in a channel with a mention is asked in the thread it begins", async () => {
    const { teams, received } = bench();
    const message = await teams.as("sina").says("line-3", `${MENTION} can we open port 502 to PLC-12?`);
    expect(received).toEqual([
      {
        type: "said",
        id: `teams/${teams.app.tenant}/19:line-3@thread.tacv2;messageid=${message.id}/${message.id}`,
        account: teams.as("sina").account,
        name: "Sina Roth",
        text: "can we open port 502 to PLC-12?",
        spot: { adapter: "teams", conversation: "19:line-3@thread.tacv2", thread: message.id },
        isReply: false,
        via: "mention",
        quoted: null,
        files: [],
      },
    ]);
  });

  test("in a thread with a mention is asked in that thread", async () => {
    const { teams, received } = bench();
    const root = await teams.as("otto").says("line-3", "Line 3 stands.");
    await teams.as("sina").replies(root, `${MENTION} please restart the MES client`);
    expect(received).toMatchObject([{ via: "mention", isReply: true, spot: { thread: root.id } }]);
  });

  test("in a thread without a mention is passed on as such, for the core to judge", async () => {
    const { teams, received } = bench();
    const root = await teams.as("sina").says("line-3", `${MENTION} open port 502`);
    await teams.as("otto").replies(root, "only from the engineering station");
    expect(received.at(-1)).toMatchObject({
      via: "thread",
      text: "only from the engineering station",
      spot: { thread: root.id },
    });
  });

  test("in a channel without a mention opens nothing", async () => {
    const { teams, received } = bench();
    await teams.as("sina").says("line-3", "we should open port 502");
    expect(received).toEqual([]);
  });

  test("in a group chat with a mention is asked in that chat, which has no threads", async () => {
    const { teams, received } = bench();
    await teams.as("sina").says("shift", `${MENTION} open port 502`);
    expect(received).toMatchObject([{ via: "mention", spot: { conversation: "19:shift@thread.v2", thread: null } }]);
  });

  test("in a chat with Referee is asked directly, and the chat goes by the person's account", async () => {
    const { teams, received } = bench();
    const sina = teams.as("sina");
    await sina.says("sina", "open port 502");
    expect(received).toMatchObject([
      { via: "direct", spot: { conversation: sina.account.slice("teams:".length), thread: null } },
    ]);
  });

  test("keeps the names of others it mentions, and characters that Teams escaped", async () => {
    const { teams, received } = bench();
    await teams.as("sina").says("sina", "ask <at>Otto Brandt</at> whether a\u00a0< b && c");
    expect(received).toMatchObject([{ text: "ask Otto Brandt whether a < b && c" }]);
  });

  test("comes twice under one id when Teams sends it twice", async () => {
    const { teams, received } = bench();
    await teams.as("sina").says("sina", "open port 502");
    const { activity } = await lastDelivery();
    await teams.deliver(activity);
    expect(received.map((inbound) => inbound.id)).toEqual([received[0]?.id, received[0]?.id]);
  });

  test("is from the account, whatever name it shows", async () => {
    const { teams, received } = bench();
    await teams.as("mallory").says("mallory", "open port 502");
    expect(received).toMatchObject([{ account: teams.as("mallory").account, name: "Otto <OT> Brandt" }]);
  });

  async function lastDelivery() {
    const { teams } = bench();
    const delivery = teams.deliveries.at(-1);
    if (delivery === undefined) throw new Error("Nothing was delivered yet.");
    return delivery;
  }
});

describe("what is not for Referee", () => {
  test.each([
    { name: "an edit", change: { type: "messageUpdate" } },
    { name: "a reaction", change: { type: "messageReaction" } },
    { name: "somebody joining", change: { type: "conversationUpdate" } },
    { name: "a message of a bot", change: { from: { id: "28:another", name: "Bot", aadObjectId: undefined } } },
    { name: "a card of another app", change: { text: undefined, value: { kind: "poll" } } },
  ])("is let go by: $name", async ({ change }) => {
    const { teams, received } = bench();
    await teams.as("sina").says("sina", "open port 502");
    const { status } = await teams.deliver({ ...Object(teams.deliveries.at(-1)?.activity), id: "another", ...change });
    expect({ status, received: received.length }).toEqual({ status: 200, received: 1 });
  });

  test("is refused when it asks for an answer nobody has", async () => {
    const { teams } = bench();
    await teams.as("sina").says("sina", "open port 502");
    const invoke = {
      ...Object(teams.deliveries.at(-1)?.activity),
      type: "invoke",
      name: "signin/verifyState",
      value: {},
    };
    expect(await teams.deliver(invoke)).toMatchObject({ status: 501 });
  });
});

describe("somebody whose account Teams does not name", () => {
  const NO_ACCOUNT = /^Teams did not say which account this came from/;

  /** What Sina did last, done again by somebody else. */
  function doneBy(from: object, change: object = {}) {
    const { teams } = bench();
    const before = Object(teams.deliveries.at(-1)?.activity);
    return teams.deliver({ ...before, id: "another", from: { ...from, id: "29:guest", name: "Guest" }, ...change });
  }

  test.each([
    { name: "leaves it out", from: {} },
    { name: "sends null", from: { aadObjectId: null } },
    { name: "sends nothing in it", from: { aadObjectId: "" } },
    { name: "sends something else in it", from: { aadObjectId: "guest" } },
  ])("is told so where they wrote, and nothing is recorded, when Teams $name", async ({ from }) => {
    const { teams, received } = bench();
    await teams.as("sina").says("line-3", `${MENTION} open port 502`);
    expect(await doneBy(from)).toMatchObject({ status: 403 });
    expect(received).toHaveLength(1);
    expect(teams.newest("line-3").text).toMatch(NO_ACCOUNT);
  });

  test("is told so in the answer to a press, which Teams shows", async () => {
    const { teams, received } = bench();
    await teams.as("sina").says("line-3", `${MENTION} open port 502`);
    const value = { action: { verb: "referee", data: { action: "r1|approve|x" } }, trigger: "manual" };
    expect(await doneBy({}, { type: "invoke", name: "adaptiveCard/action", value })).toMatchObject({
      status: 200,
      body: { statusCode: 200, value: expect.stringMatching(NO_ACCOUNT) },
    });
    expect(received).toHaveLength(1);
  });

  test("is told so in place of a dialog", async () => {
    const { teams } = bench();
    await teams.as("sina").says("line-3", `${MENTION} open port 502`);
    const value = { data: { action: "r1|deny|x", msteams: { type: "task/fetch" } } };
    expect(await doneBy({}, { type: "invoke", name: "task/fetch", value })).toMatchObject({
      status: 200,
      body: { task: { type: "message", value: expect.stringMatching(NO_ACCOUNT) } },
    });
  });

  test("is left alone in a thread where they did not speak to Referee", async () => {
    const { teams, received } = bench();
    const root = await teams.as("otto").says("line-3", "Line 3 stands.");
    await teams.as("sina").replies(root, "I have a look.");
    const before = teams.world.messages.length;
    expect(await doneBy({})).toMatchObject({ status: 200 });
    expect({ received: received.length, posted: teams.world.messages.length - before }).toEqual({
      received: 1,
      posted: 0,
    });
  });
});

describe("what Teams leaves empty", () => {
  test("counts as left out", async () => {
    const { teams, received } = bench();
    await teams.as("sina").says("sina", "open port 502");
    const activity = Object(teams.deliveries.at(-1)?.activity);
    const channelData = { ...activity.channelData, team: null };
    const empty = { id: "another", name: null, action: null, value: null, timestamp: null, channelData };
    await teams.deliver({ ...activity, ...empty, from: { ...activity.from, name: null } });
    expect(received.at(-1)).toMatchObject({ via: "direct", text: "open port 502", name: "" });
  });

  test("does not hide a press: an older client sends its button with an empty text", async () => {
    const { teams, received } = bench();
    await teams.as("sina").says("sina", "open port 502");
    const activity = Object(teams.deliveries.at(-1)?.activity);
    await teams.deliver({ ...activity, id: "another", text: "", value: { action: "r1|approve|x" } });
    expect(received.at(-1)).toMatchObject({ type: "pressed", value: "r1|approve|x" });
  });
});

describe("a kind of conversation that Teams did not have before", () => {
  test("is one to ask in, and to be answered in", async () => {
    const { teams, received, answers } = bench();
    answers({ type: "reply", message: { text: "HAM-142 is with OT controls.", card: null, mention: [] } });
    await teams.as("sina").says("shift", "open port 502");
    const activity = Object(teams.deliveries.at(-1)?.activity);
    const conversation = { ...activity.conversation, conversationType: "huddle" };
    expect(await teams.deliver({ ...activity, id: "another", conversation })).toMatchObject({ status: 200 });
    expect(received).toMatchObject([{ via: "mention", spot: { conversation: "19:shift@thread.v2", thread: null } }]);
    expect(teams.newest("shift").text).toBe("HAM-142 is with OT controls.");
  });
});

describe("a kind of conversation that is not said, or in other letters", () => {
  test.each(["", " ", "GROUPCHAT"])("is known all the same: %j", async (conversationType) => {
    const { teams, received } = bench();
    await teams.as("sina").says("shift", "<at>Referee</at> open port 502");
    const activity = Object(teams.deliveries.at(-1)?.activity);
    const conversation = { ...activity.conversation, conversationType };
    await teams.deliver({ ...activity, id: "another", conversation });
    expect(received).toHaveLength(2);
    expect(received[1]).toMatchObject({ via: "mention", spot: Object(received[0]).spot });
    await teams.as("sina").says("sina", "open port 502");
    const own = Object(teams.deliveries.at(-1)?.activity);
    await teams.deliver({
      ...own,
      id: "one more",
      conversation: { ...own.conversation, conversationType: "Personal" },
    });
    expect(received.at(-1)).toMatchObject({ via: "direct", spot: Object(received.at(-2)).spot });
  });
});

describe("an activity that cannot be read", () => {
  test("is answered 400, and the log says what is wrong with it", async () => {
    const { teams, received, logged } = bench();
    await teams.as("sina").says("sina", "open port 502");
    const activity = Object(teams.deliveries.at(-1)?.activity);
    expect(await teams.deliver({ ...activity, id: "another", recipient: null })).toMatchObject({ status: 400 });
    expect(received).toHaveLength(1);
    expect(logged.join()).toContain("recipient: ");
  });

  test("is not looked into when Teams did not send it", async () => {
    const { teams, logged } = bench();
    expect(await teams.deliver({ type: "message" }, { authorization: "Bearer a.b.c" })).toMatchObject({ status: 401 });
    expect(logged.join()).not.toContain("recipient: ");
  });
});

describe("how a conversation is reached", () => {
  const CHANNEL = "19:line-3@thread.tacv2";

  async function comesAgain(change: object, serviceUrl = bench().teams.serviceUrl) {
    const { teams } = bench();
    await teams.as("sina").says("line-3", "just talk");
    const activity = { ...Object(teams.deliveries.at(-1)?.activity), id: "another", serviceUrl, ...change };
    return teams.deliver(activity, { claims: { serviceurl: serviceUrl } });
  }

  test("is known from the first change in it on, before anybody speaks", async () => {
    const { references } = bench();
    await comesAgain({ type: "conversationUpdate" });
    expect(await references.load(CHANNEL)).toMatchObject({ conversation: CHANNEL, kind: "channel", bot: "28:referee" });
  });

  test("is what Teams said last: the address of its connector may change", async () => {
    const { teams, references } = bench();
    await teams.as("sina").installs("line-3");
    const moved = teams.serviceUrl.replace("127.0.0.1", "localhost");
    await comesAgain({ type: "conversationUpdate" }, moved);
    expect(await references.load(CHANNEL)).toMatchObject({ serviceUrl: moved });
  });

  test("is not learnt from talk that is not addressed to Referee", async () => {
    const { teams, references } = bench();
    await teams.as("sina").says("line-3", "just talk");
    expect(await references.load(CHANNEL)).toBeNull();
  });

  test("keeps the group of its team, which only some activities name", async () => {
    const { references, teams } = bench();
    const channelData = {
      tenant: { id: teams.app.tenant },
      team: { aadGroupId: "4d5e6f70-0000-4000-8000-000000000000" },
    };
    await comesAgain({ type: "conversationUpdate", channelData });
    await teams.as("sina").installs("line-3");
    expect(await references.load(CHANNEL)).toMatchObject({ team: "4d5e6f70-0000-4000-8000-000000000000" });
  });
});

describe("Ask Referee, used on a message", () => {
  test("asks with the words of that message, and says whose they are", async () => {
    const { teams, received } = bench();
    const message = await teams.as("otto").says("line-3", "the vendor needs <access> & soon");
    await teams.as("sina").asksAbout(message);
    expect(received).toMatchObject([
      {
        via: "shortcut",
        account: teams.as("sina").account,
        text: "the vendor needs <access> & soon",
        quoted: { account: teams.as("otto").account, name: "Otto <OT> Brandt" },
        spot: { conversation: "19:line-3@thread.tacv2", thread: message.id },
      },
    ]);
  });
});
