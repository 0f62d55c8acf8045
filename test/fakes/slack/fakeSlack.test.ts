import { call, line3, office, olga, otto, refusalOf, useFake, vault } from "./useFake.ts";

const fake = useFake();

const section = (text: string) => ({ type: "section", text: { type: "plain_text", text } });
const press = (id: string) => ({ type: "button", action_id: id, text: { type: "plain_text", text: "Go" }, value: "1" });
const actions = (...elements: readonly object[]) => ({ type: "actions", elements });
const many = <T>(count: number, one: (index: number) => T) => Array.from({ length: count }, (_, index) => one(index));

describe("the fake Slack refuses a message", () => {
  test.each([
    { name: "without a token", token: "", args: { channel: line3, text: "hi" }, error: "not_authed" },
    {
      name: "with somebody else's token",
      token: "xoxb-other",
      args: { channel: line3, text: "hi" },
      error: "invalid_auth",
    },
    {
      name: "with the app's token",
      token: "xapp-fake-referee",
      args: { channel: line3, text: "hi" },
      error: "not_allowed_token_type",
    },
    {
      name: "to a channel that does not exist",
      args: { channel: "C0NOWHERE", text: "hi" },
      error: "channel_not_found",
    },
    { name: "to a public channel it is not in", args: { channel: office, text: "hi" }, error: "not_in_channel" },
    {
      name: "to a private channel it is not in, as if there were none",
      args: { channel: vault, text: "hi" },
      error: "channel_not_found",
    },
    { name: "to itself", args: { channel: "U0REFEREE", text: "hi" }, error: "cannot_dm_bot" },
    { name: "that says nothing", args: { channel: line3 }, error: "no_text" },
    {
      name: "in a thread that does not exist",
      args: { channel: line3, text: "hi", thread_ts: "1.000001" },
      error: "thread_not_found",
    },
    { name: "whose blocks are no list", args: { channel: line3, blocks: "hi" }, error: "invalid_blocks_format" },
    { name: "with an unknown block", args: { channel: line3, blocks: [{ type: "banner" }] }, error: "invalid_blocks" },
    {
      name: "with an unknown key in a block",
      args: { channel: line3, blocks: [{ ...section("hi"), colour: "red" }] },
      error: "invalid_blocks",
    },
    {
      name: "with rich text that mentions somebody, which Referee must never make",
      args: {
        channel: line3,
        blocks: [
          { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "user", user_id: otto }] }] },
        ],
      },
      error: "invalid_blocks",
    },
    { name: "with an empty text", args: { channel: line3, blocks: [section("")] }, error: "invalid_blocks" },
    {
      name: "with a section of 3,001 characters",
      args: { channel: line3, blocks: [section("a".repeat(3_001))] },
      error: "invalid_blocks",
    },
    {
      name: "with 51 blocks",
      args: { channel: line3, blocks: many(51, () => section("hi")) },
      error: "invalid_blocks",
    },
    {
      name: "with blocks of 13,201 characters",
      args: { channel: line3, blocks: many(5, () => section("a".repeat(2_700))) },
      error: "msg_blocks_too_long",
    },
    {
      name: "with 26 buttons in a row",
      args: { channel: line3, blocks: [actions(...many(26, (index) => press(`b${index}`)))] },
      error: "invalid_blocks",
    },
    {
      name: "with one action id twice in a block",
      args: { channel: line3, blocks: [actions(press("go"), press("go"))] },
      error: "invalid_blocks",
    },
    {
      name: "with one block id twice",
      args: {
        channel: line3,
        blocks: [
          { ...section("a"), block_id: "x" },
          { ...section("b"), block_id: "x" },
        ],
      },
      error: "invalid_blocks",
    },
    {
      name: "with metadata that says nothing",
      args: { channel: line3, text: "hi", metadata: { event_type: "" } },
      error: "invalid_metadata_format",
    },
  ])("$name", async ({ args, error, token }) => {
    expect(await refusalOf(fake(), "chat.postMessage", args, token)).toBe(error);
    expect(fake().messages(line3)).toEqual([]);
  });

  test("with a pointer to what is wrong in it", async () => {
    const { body } = await call(fake(), "chat.postMessage", { channel: line3, blocks: [section("a".repeat(3_001))] });
    expect(body.response_metadata).toEqual({
      messages: [expect.stringContaining("[json-pointer:/blocks/0/text/text]")],
    });
  });

  test("for an archived channel", async () => {
    const channel = fake().workspace.channels.get(line3);
    if (channel === undefined) throw new Error("the cast is incomplete");
    channel.archived = true;
    expect(await refusalOf(fake(), "chat.postMessage", { channel: line3, text: "hi" })).toBe("is_archived");
  });

  test("not for a person who left: only their profile tells", async () => {
    const user = fake().workspace.users.get(otto);
    if (user === undefined) throw new Error("the cast is incomplete");
    user.disabled = true;
    expect(await refusalOf(fake(), "chat.postMessage", { channel: otto, text: "hi" })).toBeNull();
    expect((await call(fake(), "users.info", { user: otto })).body.user).toMatchObject({ deleted: true });
  });
});

describe("the fake Slack lets a message be changed", () => {
  test("by the app that wrote it, and by no one else", async () => {
    const { body } = await call(fake(), "chat.postMessage", { channel: line3, text: "before" });
    const theirs = await fake().as(olga).says(line3, "mine");
    expect(await refusalOf(fake(), "chat.update", { channel: line3, ts: body.ts, text: "after" })).toBeNull();
    expect(await refusalOf(fake(), "chat.update", { channel: line3, ts: theirs.ts, text: "after" })).toBe(
      "cant_update_message",
    );
    expect(await refusalOf(fake(), "chat.update", { channel: line3, ts: "1.000001", text: "after" })).toBe(
      "message_not_found",
    );
    expect(
      fake()
        .messages(line3)
        .map(({ text }) => text),
    ).toEqual(["after", "mine"]);
  });
});

describe("an ephemeral message in the fake Slack", () => {
  test("is seen by one person, stands in no channel, and cannot be changed", async () => {
    const { body } = await call(fake(), "chat.postEphemeral", { channel: line3, user: olga, text: "for you" });
    expect(fake().as(olga).ephemerals(line3)).toMatchObject([{ text: "for you" }]);
    expect(fake().as(otto).sees(line3)).toEqual([]);
    expect(fake().messages(line3)).toEqual([]);
    expect(await refusalOf(fake(), "chat.update", { channel: line3, ts: body.message_ts, text: "changed" })).toBe(
      "message_not_found",
    );
  });

  test("is refused for a person who is not in the channel", async () => {
    expect(await refusalOf(fake(), "chat.postEphemeral", { channel: line3, user: "U0STRANGER", text: "hi" })).toBe(
      "user_not_in_channel",
    );
  });
});

describe("a trigger id in the fake Slack", () => {
  const modal = { type: "modal", title: { type: "plain_text", text: "Deny" }, blocks: [section("hi")] };

  test("opens one view", async () => {
    const trigger_id = fake().triggers.issue(olga);
    expect(await refusalOf(fake(), "views.open", { trigger_id, view: modal })).toBeNull();
    expect(await refusalOf(fake(), "views.open", { trigger_id, view: modal })).toBe("exchanged_trigger_id");
    expect(fake().as(olga).form()).toMatchObject({ title: "Deny" });
  });

  test("expires after three seconds", async () => {
    const trigger_id = fake().triggers.issue(olga);
    await fake().clock.move(3_001);
    expect(await refusalOf(fake(), "views.open", { trigger_id, view: modal })).toBe("expired_trigger_id");
  });

  test("does not open a view that breaks Slack's limits", async () => {
    const trigger_id = fake().triggers.issue(olga);
    const long = { ...modal, title: { type: "plain_text", text: "A title of more than twenty-four" } };
    const input = { type: "input", label: { type: "plain_text", text: "Why" }, element: { type: "plain_text_input" } };
    expect(await refusalOf(fake(), "views.open", { trigger_id, view: long })).toBe("invalid_arguments");
    expect(await refusalOf(fake(), "views.open", { trigger_id, view: { ...modal, blocks: [input] } })).toBe(
      "invalid_arguments",
    );
  });
});

describe("the fake Slack opens no view with", () => {
  const label = { type: "plain_text", text: "Which?" };
  const option = (value: string) => ({ text: { type: "plain_text", text: value }, value });
  const asking = (element: unknown) => [{ type: "input", label, element }];
  const beside = (accessory: unknown) => [{ ...section("Which?"), accessory }];
  const options = [option("a"), option("b")];

  test.each([
    { name: "a day of no calendar", blocks: asking({ type: "datepicker", initial_date: "2026-02-30" }) },
    { name: "a day as people write it", blocks: asking({ type: "datepicker", initial_date: "27.11.2026" }) },
    { name: "a time without its leading zero", blocks: asking({ type: "timepicker", initial_time: "9:00" }) },
    { name: "a time zone nobody knows", blocks: asking({ type: "timepicker", timezone: "Hamburg" }) },
    { name: "eleven boxes", blocks: asking({ type: "checkboxes", options: many(11, (n) => option(`${n}`)) }) },
    { name: "no box", blocks: asking({ type: "checkboxes", options: [] }) },
    { name: "101 options", blocks: beside({ type: "multi_static_select", options: many(101, (n) => option(`${n}`)) }) },
    {
      name: "no option chosen, in a list",
      blocks: beside({ type: "multi_static_select", options, initial_options: [] }),
    },
    {
      name: "an option chosen that is none",
      blocks: beside({ type: "multi_static_select", options, initial_options: [option("c")] }),
    },
    { name: "options of a list that asks for them", blocks: beside({ type: "external_select", options }) },
    { name: "a menu of several choices in a row", blocks: [actions({ type: "multi_static_select", options })] },
    { name: "a line to type in beside a text", blocks: beside({ type: "plain_text_input" }) },
  ])("$name", async ({ blocks }) => {
    const view = { type: "modal", title: { type: "plain_text", text: "Deny" }, submit: label, blocks };
    expect(await refusalOf(fake(), "views.open", { trigger_id: fake().triggers.issue(olga), view })).toBe(
      "invalid_arguments",
    );
  });
});

describe("a conversation in the fake Slack", () => {
  test("is read in pages, the newest first, with metadata only on demand", async () => {
    const metadata = { event_type: "referee_effect", event_payload: { effect: "e1" } };
    await call(fake(), "chat.postMessage", { channel: line3, text: "one", metadata });
    await call(fake(), "chat.postMessage", { channel: line3, text: "two" });
    const { body } = await call(fake(), "conversations.history", {
      channel: line3,
      limit: 1,
      include_all_metadata: true,
    });
    expect(body).toMatchObject({
      has_more: true,
      messages: [{ text: "two" }],
      response_metadata: { next_cursor: "1" },
    });
    const older = await call(fake(), "conversations.history", {
      channel: line3,
      cursor: "1",
      include_all_metadata: true,
    });
    expect(older.body).toMatchObject({ messages: [{ text: "one", metadata }] });
    const without = await call(fake(), "conversations.history", { channel: line3, cursor: "1" });
    expect(without.body).not.toMatchObject({ messages: [{ metadata }] });
  });
});

describe("mrkdwn in the fake Slack", () => {
  test.each([
    { name: "a mention notifies", text: "<@U0OTTO> look", notifies: ["U0OTTO"], links: [] },
    { name: "a broadcast notifies everybody", text: "<!channel> look", notifies: ["!channel"], links: [] },
    { name: "a bare @here notifies too", text: "look @here", notifies: ["@here"], links: [] },
    {
      name: "a labelled link leads where it says",
      text: "<http://evil.example|Approve>",
      notifies: [],
      links: ["http://evil.example"],
    },
    {
      name: "a bare address becomes a link",
      text: "see http://evil.example",
      notifies: [],
      links: ["http://evil.example"],
    },
    { name: "an escaped mention is only words", text: "&lt;@U0OTTO&gt; look", notifies: [], links: [] },
  ])("$name", async ({ text, notifies, links }) => {
    await call(fake(), "chat.postMessage", { channel: line3, text });
    expect(fake().messages(line3)).toMatchObject([{ notifies, links }]);
  });
});

describe("a fault in the fake Slack", () => {
  test("may strike after the message was posted", async () => {
    fake().faults.next("chat.postMessage", { statusAfterDoing: 500 }, { status: 503 });
    expect((await call(fake(), "chat.postMessage", { channel: line3, text: "one" })).status).toBe(500);
    expect((await call(fake(), "chat.postMessage", { channel: line3, text: "two" })).status).toBe(503);
    expect((await call(fake(), "chat.postMessage", { channel: line3, text: "three" })).status).toBe(200);
    expect(
      fake()
        .messages(line3)
        .map(({ text }) => text),
    ).toEqual(["one", "three"]);
  });
});

describe("a story told against the fake Slack", () => {
  test("fails with what there is to see when a button is missing", async () => {
    await call(fake(), "chat.postMessage", {
      channel: line3,
      blocks: [section("Open port 502"), actions(press("go"))],
    });
    const [card] = fake().messages(line3);
    if (card === undefined) throw new Error("nothing was posted");
    await expect(fake().as(olga).presses(card, "Approve")).rejects.toThrow(
      'Olga sees no button "Approve" on:\n  Open port 502\n  [Go]',
    );
  });
});

describe("what a person wrote in the fake Slack", () => {
  test("can be edited and deleted by them; with replies below it, something stays in its place", async () => {
    const { messages, as } = fake();
    const message = await as(olga).says(line3, "open port 502");
    await as(olga).edits(message, "open port 503");
    expect(messages(line3)).toMatchObject([{ text: "open port 503", version: 2 }]);
    await as(otto).says(line3, "which one?", { thread: message.ts });
    await as(olga).deletes(message);
    expect(messages(line3)).toMatchObject([{ text: "This message was deleted." }, { text: "which one?" }]);
    const alone = await as(olga).says(line3, "never mind");
    await as(olga).deletes(alone);
    expect(messages(line3)).toHaveLength(2);
  });

  test("can be edited by nobody else", async () => {
    const message = await fake().as(olga).says(line3, "open port 502");
    await expect(fake().as(otto).edits(message, "open port 503")).rejects.toThrow("cannot change what is not theirs");
  });
});

describe("the Home tab", () => {
  const home = (text: string) => ({ type: "home", blocks: [section(text)] });

  test("is one view a person, which keeps its id and takes another hash with every change", async () => {
    const publish = async (text: string) =>
      Object((await call(fake(), "views.publish", { user_id: olga, view: home(text) })).body.view);
    const [first, second] = [await publish("one"), await publish("two")];
    expect(second.id).toBe(first.id);
    expect(second.hash).not.toBe(first.hash);
    expect(fake().as(olga).home()?.text).toBe("two");
  });

  test("is refused for another hash than it has, as another kind of view, past the limits, and where it is off", async () => {
    const publish = (args: object) => refusalOf(fake(), "views.publish", { user_id: olga, ...args });
    expect(await publish({ view: home("one"), hash: "1.old" })).toBe("hash_conflict");
    expect(
      await publish({ view: { ...home("one"), type: "modal", title: { type: "plain_text", text: "Deny" } } }),
    ).toBe("invalid_arguments");
    const long = many(90, () => section("x".repeat(2_900)));
    expect(await publish({ view: { type: "home", blocks: long } })).toBe("view_too_large");
    expect(await publish({ view: { type: "home", blocks: many(101, () => section("x")) } })).toBe("invalid_arguments");
    fake().workspace.homeTab.enabled = false;
    expect(await publish({ view: home("one") })).toBe("not_enabled");
  });
});
