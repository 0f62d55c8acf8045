import { elsewhere, ines, line3, olga, otControls, otto, useSlack } from "./useSlack.ts";

const slack = useSlack();
const referee = "U0REFEREE";
const last = () => slack().heard.inbound.at(-1);
const types = () => slack().heard.inbound.map(({ type }) => type);
const since = (count: number) => slack().heard.inbound.slice(count);

const asked = () => slack().slack.as(olga).says(line3, "<@U0REFEREE> open port 502");
/** Referee's card stands below it. */
const answered = async () => {
  const message = await asked();
  await slack().adapter.post(
    { adapter: "slack", conversation: line3, thread: message.ts },
    { text: "Your draft", card: null, mention: [] },
    "e1",
  );
  return message;
};

describe("a message that its author edits in Slack", () => {
  test("is heard with its new words, and names the message it was", async () => {
    const message = await answered();
    await slack().slack.as(olga).edits(message, "<@U0REFEREE> open port 503 & 504");
    expect(last()).toMatchObject({
      type: "edited",
      about: `slack:said:${line3}:${message.ts}`,
      account: `slack:${olga}`,
      name: "Olga",
      text: "open port 503 & 504",
      files: [],
      spot: { adapter: "slack", conversation: line3, thread: message.ts },
      isReply: false,
      via: "mention",
    });
  });

  test("has a later edition with every edit, and one id for each", async () => {
    const message = await asked();
    const before = types().length;
    await slack().slack.as(olga).edits(message, "<@U0REFEREE> open port 503");
    await slack().slack.as(olga).edits(message, "<@U0REFEREE> open port 504");
    const [first, second] = since(before);
    if (first?.type !== "edited" || second?.type !== "edited") throw new Error("Two edits are heard");
    expect(second.edition).toBeGreaterThan(first.edition);
    expect(second.id).not.toBe(first.id);
  });

  test("has one id, however often Slack tells of it", async () => {
    const message = await asked();
    const before = types().length;
    slack().heard.answers = [new Error("Redis is away")];
    await slack().slack.as(olga).edits(message, "<@U0REFEREE> open port 503");
    await slack().slack.redeliver();
    const ids = since(before).map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  test("is heard when the mention was taken out, and when it was only now put in", async () => {
    const message = await asked();
    await slack().slack.as(olga).edits(message, "open port 502");
    expect(last()).toMatchObject({ type: "edited", via: null, text: "open port 502" });
    const talk = await slack().slack.as(olga).says(line3, "can we open port 80?");
    await slack().slack.as(olga).edits(talk, "<@U0REFEREE> can we open port 80?");
    expect(last()).toMatchObject({ type: "edited", via: "mention", about: `slack:said:${line3}:${talk.ts}` });
  });

  test("is heard as a reply where it stands in a thread", async () => {
    const root = await asked();
    const reply = await slack().slack.as(ines).says(line3, "behind the historian", { thread: root.ts });
    await slack().slack.as(ines).edits(reply, "in front of the historian");
    expect(last()).toMatchObject({ type: "edited", isReply: true, via: "thread", spot: { thread: root.ts } });
  });

  test("in a direct message belongs to the conversation named after them", async () => {
    const message = await slack().slack.as(olga).says(referee, "line 3 stopped");
    await slack().slack.as(olga).edits(message, "line 3 runs again");
    expect(last()).toMatchObject({ type: "edited", via: "direct", spot: { conversation: olga, thread: message.ts } });
  });

  test("is heard when only its files changed", async () => {
    const photo = { id: "F1", name: "plate.jpg", permalink: "https://plant.slack.com/files/U0OLGA/F1/plate.jpg" };
    const message = await slack()
      .slack.as(olga)
      .says(referee, "open port 502", { files: [photo] });
    await slack().slack.as(olga).edits(message, "open port 502", []);
    expect(last()).toMatchObject({ type: "edited", text: "open port 502", files: [] });
  });
});

describe("what is no edit of somebody's words", () => {
  const change = (message: object, previous: object | null = message) => ({
    type: "message",
    subtype: "message_changed",
    hidden: true,
    channel: line3,
    channel_type: "channel",
    ts: "1795980500.000100",
    event_ts: "1795980500.000100",
    message: { type: "message", user: olga, text: "<@U0REFEREE> open port 502", ts: "1795980492.000001", ...message },
    ...(previous !== null && {
      previous_message: {
        type: "message",
        user: olga,
        text: "<@U0REFEREE> open port 502",
        ts: "1795980492.000001",
        ...previous,
      },
    }),
  });

  test.each([
    { name: "a preview of a link", event: change({ attachments: [{ from_url: "https://x.example" }] }, {}) },
    { name: "a language that Slack found in it", event: change({ language: { locale: "de-DE" } }, {}) },
    {
      name: "a preview after an edit",
      event: change(
        { edited: { user: olga, ts: "1795980493.000000" }, attachments: [{}] },
        {
          edited: { user: olga, ts: "1795980493.000000" },
        },
      ),
    },
    {
      name: "a reply that was counted below it",
      event: change({ reply_count: 2, thread_ts: "1795980492.000001" }, {}),
    },
    { name: "a change of which Slack tells nothing before", event: change({ text: "<@U0REFEREE> other" }, null) },
    { name: "another bot's message", event: change({ bot_id: "B0OTHER", text: "a" }, { bot_id: "B0OTHER" }) },
    { name: "Referee's own card", event: change({ user: referee, text: "a" }, { user: referee }) },
    { name: "somebody else's hand", event: change({ text: "a", edited: { user: otto, ts: "1795980493.000000" } }, {}) },
    { name: "talk between others", event: change({ text: "lunch at one" }, { text: "lunch at noon" }) },
    { name: "a message of nobody", event: change({ user: undefined, text: "a" }, { user: undefined }) },
    { name: "a change without the message", event: { ...change({}), message: undefined } },
  ])("$name is not heard", async ({ event }) => {
    expect((await slack().slack.event(event)).status).toBe(200);
    expect(slack().heard.inbound).toEqual([]);
  });

  test("an edit of which Slack does not tell what stood there before is heard by its mark", async () => {
    await slack().slack.event(
      change({ text: "<@U0REFEREE> open port 503", edited: { user: olga, ts: "1795980500.000000" } }, null),
    );
    expect(types()).toEqual(["edited"]);
  });

  test("Referee's own cards and edits are not heard either, nor their removal", async () => {
    const spot = { adapter: "slack", conversation: line3, thread: null } as const;
    const posted = await slack().adapter.post(spot, { text: "a", card: null, mention: [] }, "e1");
    await slack().adapter.update(posted, { text: "b", card: null, mention: [] });
    await slack().adapter.remove(posted);
    await slack().slack.until("three echoes", () => slack().slack.deliveries.length >= 3);
    expect(slack().heard.inbound).toEqual([]);
  });

  test("an edit where Referee is no member does not reach it", async () => {
    const message = await slack().slack.as(olga).says(elsewhere, "<@U0REFEREE> open port 502");
    await slack().slack.as(olga).edits(message, "<@U0REFEREE> open port 503");
    expect(slack().heard.inbound).toEqual([]);
  });
});

describe("a message that its author deletes in Slack", () => {
  test("is heard as gone while nothing stands below it", async () => {
    const message = await asked();
    await slack().slack.as(olga).deletes(message);
    expect(last()).toMatchObject({
      type: "deleted",
      about: `slack:said:${line3}:${message.ts}`,
      account: `slack:${olga}`,
      via: "mention",
    });
  });

  test("is heard as gone with replies below it, though Slack leaves a tombstone there", async () => {
    const message = await answered();
    await slack().slack.as(olga).deletes(message);
    expect(last()).toMatchObject({
      type: "deleted",
      about: `slack:said:${line3}:${message.ts}`,
      account: `slack:${olga}`,
      spot: { thread: message.ts },
    });
  });

  test("is later than every edit of it", async () => {
    const message = await answered();
    await slack().slack.as(olga).edits(message, "<@U0REFEREE> open port 503");
    const edit = last();
    await slack().slack.as(olga).deletes(message);
    const removal = last();
    if (edit?.type !== "edited" || removal?.type !== "deleted") throw new Error("Both are heard");
    expect(removal.edition).toBeGreaterThan(edit.edition);
  });

  test("is not heard when it was never for Referee, or when Slack does not say whose it was", async () => {
    const talk = await slack().slack.as(otto).says(otControls, "lunch?");
    await slack().slack.as(otto).deletes(talk);
    const gone = {
      type: "message",
      subtype: "message_deleted",
      channel: line3,
      ts: "2.000001",
      deleted_ts: "1.000001",
    };
    await slack().slack.event({ ...gone, event_ts: "2.000001" });
    const tombstone = { subtype: "tombstone", user: "USLACKBOT", text: "This message was deleted.", ts: "1.000001" };
    await slack().slack.event({ ...gone, event_ts: "2.000001", previous_message: tombstone });
    expect(slack().heard.inbound).toEqual([]);
  });
});

test("what is for its author alone is whispered to them", async () => {
  const message = await answered();
  slack().heard.answers = [{ type: "private", text: "HAM-1 goes on as you sent it." }];
  await slack().slack.as(olga).edits(message, "<@U0REFEREE> open port 503");
  const seen = await slack().slack.until("a whisper", () => slack().slack.as(olga).ephemerals(line3)[0]);
  expect(seen.text).toBe("HAM-1 goes on as you sent it.");
  expect(
    slack()
      .slack.as(ines)
      .sees(line3)
      .map(({ text }) => text),
  ).not.toContain("HAM-1 goes on as you sent it.");
});
