import { line3, olga, openSlack, otControls, otto, type SlackUnderTest } from "./useSlack.ts";

let under: SlackUnderTest;
beforeEach(async () => {
  under = await openSlack("http", {}, { overhears: (conversation) => conversation === line3 });
});
afterEach(() => under.stop());

describe("a channel in which Referee may listen", () => {
  test("passes on what is addressed to nobody, as such", async () => {
    const message = await under.slack.as(olga).says(line3, "can somebody open port 502?");
    expect(under.heard.inbound).toMatchObject([
      { via: "overheard", text: "can somebody open port 502?", spot: { conversation: line3, thread: message.ts } },
    ]);
  });

  test("still tells a mention and a reply apart from it", async () => {
    const root = await under.slack.as(olga).says(line3, "<@U0REFEREE> open port 502");
    await under.slack.as(olga).says(line3, "until friday", { thread: root.ts });
    const ways = under.heard.inbound.map((each) => (each.type === "said" ? each.via : each.type));
    expect([...new Set(ways)]).toEqual(["mention", "thread"]);
  });

  test("passes on no bot's talk", async () => {
    const talk = { type: "message", channel: line3, channel_type: "channel", ts: "1.000001", text: "port 502 please" };
    await under.slack.event({ ...talk, user: otto, bot_id: "B0OTHER" });
    expect(under.heard.inbound).toEqual([]);
  });
});

test("nothing said in any other channel leaves the adapter", async () => {
  await under.slack.as(otto).says(otControls, "can somebody open port 502?");
  expect(under.heard.inbound).toEqual([]);
});
