import { z } from "zod";
import { useTeams } from "./useTeams.ts";

const bench = useTeams();
const MENTION = "<at>Referee</at>";
const Sent = z.looseObject({
  id: z.string(),
  timestamp: z.string(),
  channelData: z.looseObject({}),
  conversation: z.looseObject({ id: z.string() }),
});
const lastSent = () => Sent.parse(bench().teams.deliveries.at(-1)?.activity);
const last = () => bench().received.at(-1);

describe("a message that its author edits on Teams", () => {
  test("is heard with its new words, and names the message it was", async () => {
    const { teams, received } = bench();
    const message = await teams.as("sina").says("line-3", `${MENTION} open port 502`);
    const said = received[0];
    await teams.as("sina").edits(message, `${MENTION} open port 503 & 504`);
    expect(last()).toMatchObject({
      type: "edited",
      about: said?.id,
      account: teams.as("sina").account,
      name: "Sina Roth",
      text: "open port 503 & 504",
      spot: { adapter: "teams", conversation: "19:line-3@thread.tacv2", thread: message.id },
      isReply: false,
      via: "mention",
    });
  });

  test("names it, too, where Teams leaves out the thread it began", async () => {
    const { teams, received } = bench();
    const message = await teams.as("sina").says("line-3", `${MENTION} open port 502`);
    await teams.as("sina").edits(message, `${MENTION} open port 503`);
    const sent = lastSent();
    const conversation = { ...sent.conversation, id: "19:line-3@thread.tacv2" };
    await teams.deliver({ ...sent, conversation });
    expect(last()).toMatchObject({ type: "edited", about: received[0]?.id, spot: { thread: message.id } });
  });

  test("has one id however often Teams tells of it, and a later edition with every edit", async () => {
    const { teams, received } = bench();
    const message = await teams.as("sina").says("sina", "open port 502");
    await teams.as("sina").edits(message, "open port 503");
    await teams.deliver(lastSent());
    await teams.as("sina").edits(message, "open port 504");
    const [first, again, second] = received.slice(1);
    if (first?.type !== "edited" || second?.type !== "edited") throw new Error("Edits are heard");
    expect(again?.id).toBe(first.id);
    expect(second.id).not.toBe(first.id);
    expect(second.edition).toBeGreaterThan(first.edition);
  });

  test("is heard as a reply where it stands in a thread", async () => {
    const { teams } = bench();
    const root = await teams.as("otto").says("line-3", `${MENTION} open port 502`);
    const reply = await teams.as("sina").replies(root, "behind the historian");
    await teams.as("sina").edits(reply, "in front of the historian");
    expect(last()).toMatchObject({ type: "edited", via: "thread", isReply: true, spot: { thread: root.id } });
  });

  test("is heard again when they bring it back after deleting it", async () => {
    const { teams, received } = bench();
    const message = await teams.as("sina").says("sina", "open port 502");
    await teams.as("sina").deletes(message);
    await teams.as("sina").undeletes(message);
    const about = received[0]?.id;
    expect(received.slice(1)).toMatchObject([
      { type: "deleted", about, via: "direct" },
      { type: "edited", about, text: "open port 502", via: "direct" },
    ]);
  });
});

describe("what is no edit that could be judged", () => {
  test.each([
    { name: "of a kind that Teams does not tell", change: { channelData: {} } },
    { name: "of a kind yet to come", change: { channelData: { eventType: "pinMessage" } } },
    { name: "at a time that Teams does not tell", change: { timestamp: undefined } },
    { name: "by somebody whom Teams does not name", change: { from: { id: "29:nobody", name: "Sina Roth" } } },
    { name: "of a bot", change: { from: { id: "28:other", name: "Bot", role: "bot" } } },
  ])("$name is let go by in silence", async ({ change }) => {
    const { teams, received } = bench();
    const message = await teams.as("sina").says("sina", "open port 502");
    await teams.as("sina").edits(message, "open port 503");
    const { channelData, ...sent } = lastSent();
    const { tenant, eventType } = channelData;
    const data = {
      ...channelData,
      tenant,
      eventType,
      ...("channelData" in change ? { eventType: undefined, ...change.channelData } : {}),
    };
    const { status } = await teams.deliver({ ...sent, ...change, channelData: data });
    expect([status, received.length]).toEqual([200, 2]);
    expect(teams.messages("sina").filter(({ from }) => from === null)).toEqual([]);
  });

  test("that could not be recorded is sent again by Teams, and nobody is told of it", async () => {
    const { teams, storeGoesAway } = bench();
    const message = await teams.as("sina").says("sina", "open port 502");
    storeGoesAway();
    expect((await teams.as("sina").edits(message, "open port 503")).status).toBe(503);
    expect(teams.messages("sina").filter(({ from }) => from === null)).toEqual([]);
  });
});

test("what is for its author alone goes into their own chat", async () => {
  const { teams, answers } = bench();
  const message = await teams.as("sina").says("line-3", `${MENTION} open port 502`);
  answers({ type: "private", text: "HAM-1 goes on as you sent it." });
  await teams.as("sina").edits(message, `${MENTION} open port 503`);
  expect(teams.newest("sina").text).toBe("HAM-1 goes on as you sent it.");
  expect(teams.messages("line-3").filter(({ from }) => from === null)).toEqual([]);
});

describe("a picture or file on Teams", () => {
  const url = "https://plant-my.sharepoint.com/personal/sina/Documents/Microsoft Teams Chat Files/plan.pdf";

  test("in a chat with Referee is heard by its name and where it stands, never by what lets its bearer in", async () => {
    const { teams, received } = bench();
    await teams
      .as("sina")
      .says("sina", "open port 502", [{ type: "file", name: "plan.pdf", url }, { type: "picture" }]);
    expect(received).toMatchObject([
      {
        text: "open port 502",
        files: [
          { name: "plan.pdf", link: encodeURI(url) },
          { name: "a picture", link: null },
        ],
      },
    ]);
    expect(JSON.stringify(received)).not.toContain("tempauth");
  });

  test("in a channel leads to the message, for Teams tells no more", async () => {
    const { teams, received } = bench();
    const message = await teams
      .as("sina")
      .says("line-3", `${MENTION} open port 502`, [{ type: "file", name: "plan.pdf", url }, { type: "picture" }]);
    const link = expect.stringContaining(
      `https://teams.microsoft.com/l/message/19%3Aline-3%40thread.tacv2/${message.id}?`,
    );
    expect(received).toMatchObject([
      {
        files: [
          { name: "", link },
          { name: "a picture", link },
        ],
      },
    ]);
  });

  test("is heard without any words", async () => {
    const { teams, received } = bench();
    await teams.as("sina").says("sina", "", [{ type: "picture" }]);
    expect(received).toMatchObject([{ type: "said", text: "", files: [{ name: "a picture" }] }]);
  });

  test("is none where a message comes with its own HTML, a quotation or an emoji and nothing else", async () => {
    const { teams, received } = bench();
    const html =
      '<blockquote itemtype="http://schema.skype.com/Reply">a</blockquote><img itemtype="http://schema.skype.com/Emoji">';
    await teams.as("sina").says("sina", "open port 502");
    await teams.deliver({ ...lastSent(), attachments: [{ contentType: "text/html", content: html }, null, 7] });
    expect(received.at(-1)).toMatchObject({ files: [] });
  });

  test.each([
    "http://plant.sharepoint.com/a.pdf",
    "https://evil.example/a.pdf",
    "https://sharepoint.com.evil.example/a.pdf",
    "https://plant.sharepoint.com@evil.example/a.pdf",
    "https://evilsharepoint.com/a.pdf",
    "https://a:b@plant.sharepoint.com/a.pdf",
    "javascript:alert(1)",
    "",
  ])("leads nowhere by the address %s", async (forged) => {
    const { teams, received } = bench();
    await teams.as("sina").says("sina", "open port 502", [{ type: "file", name: "a.pdf", url: forged }]);
    expect(received).toMatchObject([{ files: [{ name: "a.pdf", link: null }] }]);
  });

  test("comes along, by its name, when somebody uses Ask Referee on its message", async () => {
    const { teams, received } = bench();
    const message = await teams.as("otto").says("line-3", "see the plan");
    await teams.as("sina").asksAbout(message);
    const asked = z
      .looseObject({ value: z.looseObject({ messagePayload: z.looseObject({ body: z.looseObject({}) }) }) })
      .parse(lastSent());
    const attachments = [
      { id: "1", contentType: "reference", contentUrl: url, name: "plan.pdf", content: null },
      { id: "2", contentType: "application/vnd.microsoft.card.adaptive", content: '{"body":[{"text":"PLC-12"}]}' },
    ];
    const body = {
      contentType: "html",
      content: '<p>see</p><img src="https://graph.microsoft.com/x/hostedContents/y/$value">',
    };
    const linkToMessage = "https://teams.microsoft.com/l/message/19%3Aline-3/1?tenantId=x";
    const messagePayload = { ...asked.value.messagePayload, attachments, body, linkToMessage };
    await teams.deliver({ ...asked, value: { ...asked.value, messagePayload } });
    expect(received.at(-1)).toMatchObject({
      text: "see\nPLC-12",
      files: [
        { name: "plan.pdf", link: encodeURI(url) },
        { name: "a picture", link: linkToMessage },
      ],
    });
  });
});

test("a message with four thousand attachments is still a message", async () => {
  const { teams, received } = bench();
  const attachments = Array.from({ length: 4_000 }, (_, i) => ({ contentType: "image/png", name: `${i}` }));
  await teams.as("sina").says("sina", "open port 502");
  const { status } = await teams.deliver({ ...lastSent(), attachments });
  expect(status).toBe(200);
  expect(received.at(-1)).toMatchObject({ text: "open port 502" });
});
