import { approverCard } from "../cards.ts";
import { line3, olga, otControls, otto, soon, useSlack } from "./useSlack.ts";

const slack = useSlack("socket", { answerWithinMs: 1_500 });

const said = {
  type: "message",
  channel: line3,
  channel_type: "channel",
  user: olga,
  text: "<@U0REFEREE> hi",
  ts: "1.000001",
};

describe("Referee behind a firewall, connected by Socket Mode", () => {
  test("hears messages, commands and presses, and answers them", async () => {
    slack().heard.answers = [
      { type: "nothing" },
      { type: "nothing" },
      { type: "private", text: "help" },
      { type: "private", text: "not yours" },
    ];
    await slack().slack.as(olga).says(line3, "<@U0REFEREE> open port 502");
    await slack().slack.as(olga).runs("/referee help", line3);
    await slack().adapter.post(
      { adapter: "slack", conversation: otControls, thread: null },
      { text: "Your call", card: approverCard, mention: [] },
      "e1",
    );
    await slack()
      .slack.as(otto)
      .presses(await slack().slack.untilSaid(otControls, "Open port 502"), "Approve");
    expect(slack().heard.inbound.map(({ type }) => type)).toEqual(["said", "said", "said", "pressed"]);
    expect(slack().slack.as(olga).ephemerals()).toMatchObject([{ text: "help" }]);
    await slack().slack.until("the private line", () => slack().slack.as(otto).ephemerals().length > 0);
  });

  test("acknowledges a message only after it is recorded", async () => {
    let recorded: () => void = () => undefined;
    const recording = new Promise<void>((resolve) => {
      recorded = resolve;
    });
    const order: string[] = [];
    slack().heard.before = async () => {
      await recording;
      order.push("recorded");
    };
    const answered = slack()
      .slack.event(said)
      .then(() => order.push("acknowledged"));
    await slack().slack.until("the message to arrive", () => slack().heard.inbound.length > 0);
    recorded();
    await answered;
    expect(order).toEqual(["recorded", "acknowledged"]);
  });

  test("does not acknowledge what could not be recorded, so that Slack sends it again", async () => {
    slack().heard.answers = [new Error("Redis is away"), { type: "nothing" }];
    expect(await slack().slack.event(said)).toMatchObject({ status: 0 });
    expect(await slack().slack.redeliver()).toMatchObject([{ status: 200, attempt: 2 }]);
  });

  test("connects again at once when Slack asks for it", async () => {
    const connections = () => slack().slack.calls.filter(({ method }) => method === "apps.connections.open").length;
    slack().slack.sockets.refresh();
    await soon(() => connections() === 2 && slack().adapter.ready());
    await slack().slack.as(olga).says(line3, "<@U0REFEREE> still there?");
    expect(slack().heard.inbound.length).toBeGreaterThan(0);
  });

  test.each([
    "null",
    "7",
    "{",
    '{"type":"events_api","payload":null}',
    '{"type":"events_api","payload":{"event":null}}',
    '{"type":"interactive","payload":7}',
  ])("survives a frame that is none of Slack's: %s", async (frame) => {
    slack().slack.sockets.raw(frame);
    await slack().slack.as(olga).says(line3, "<@U0REFEREE> hi");
    expect(slack().heard.inbound.length).toBeGreaterThan(0);
  });
});
