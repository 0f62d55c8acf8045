import { SLACK_PATH } from "../../../adapters/slack/http.ts";
import { type EpochMs, later, MINUTE_MS, RefereeError, systemClock } from "../../../src/index.ts";
import { signed } from "../../fakes/slack/delivery.ts";
import { line3, olga, useSlack } from "./useSlack.ts";

const slack = useSlack();

const said = {
  type: "message",
  channel: line3,
  channel_type: "channel",
  user: olga,
  text: "<@U0REFEREE> hi",
  ts: "1.000001",
};
const body = JSON.stringify({
  type: "event_callback",
  team_id: "T0PLANT",
  event_id: "Ev1",
  event: said,
  authorizations: [],
});

type Sending = {
  readonly secret?: string;
  readonly at?: EpochMs;
  readonly headers?: Record<string, string>;
  readonly path?: string;
};

async function send(
  sent: string,
  { secret = slack().slack.signingSecret, at = systemClock(), headers = {}, path = SLACK_PATH }: Sending = {},
) {
  const response = await fetch(new URL(path, slack().adapter.url() ?? ""), {
    method: "POST",
    body: sent,
    headers: { "content-type": "application/json", ...signed(sent, secret, () => at), ...headers },
  });
  return { status: response.status, body: await response.text() };
}

/** What JSON's reader takes and every other part that goes down into it does not. */
const DEEP = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

const heard = () => slack().heard.inbound.length;

describe("a request that Slack did not make", () => {
  test.each([
    { name: "unsigned", headers: { "x-slack-signature": "" }, status: 401 },
    { name: "signed with another secret", secret: "guessed", status: 401 },
    { name: "of another signature version", headers: { "x-slack-signature": "v1=00" }, status: 401 },
    { name: "with a time stamp that is none", headers: { "x-slack-request-timestamp": "now" }, status: 401 },
    { name: "to another path", path: "/slack/other", status: 404 },
  ])("$name is refused, and nobody is heard", async ({ status, ...sending }) => {
    expect((await send(body, sending)).status).toBe(status);
    expect(heard()).toBe(0);
  });

  test.each([
    { name: "six minutes old", at: later(systemClock(), -6 * MINUTE_MS), status: 401 },
    { name: "six minutes in the future", at: later(systemClock(), 6 * MINUTE_MS), status: 401 },
    { name: "four minutes old", at: later(systemClock(), -4 * MINUTE_MS), status: 200 },
    { name: "four minutes in the future", at: later(systemClock(), 4 * MINUTE_MS), status: 200 },
  ])("with a true signature, $name: $status", async ({ at, status }) => {
    expect((await send(body, { at })).status).toBe(status);
    expect(heard()).toBe(status === 200 ? 1 : 0);
  });

  test("with a body changed after it was signed is refused", async () => {
    const headers = signed(body, slack().slack.signingSecret);
    expect((await send(body.replace("hi", "approve"), { headers })).status).toBe(401);
    expect(heard()).toBe(0);
  });

  test("recorded and sent again has the id of the first, so the core answers as it did then", async () => {
    const headers = signed(body, slack().slack.signingSecret);
    await send(body, { headers });
    await send(body, { headers });
    expect(new Set(slack().heard.inbound.map(({ id }) => id)).size).toBe(1);
  });

  test("that only checks the certificate is answered, and what is smuggled in it is not read", async () => {
    const smuggled = `ssl_check=1&payload=${encodeURIComponent(body)}`;
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await send("ssl_check=1&token=x", { secret: "none", headers: form })).status).toBe(200);
    expect((await send(smuggled, { secret: "none", headers: form })).status).toBe(401);
    expect(heard()).toBe(0);
  });
});

describe("a body that is not what Slack sends", () => {
  test.each([
    { name: "JSON null", sent: "null", status: 400 },
    { name: "a number", sent: "7", status: 400 },
    { name: "a list", sent: "[]", status: 400 },
    { name: "broken JSON", sent: "{", status: 400 },
    { name: "empty", sent: "", status: 400 },
    { name: "an object of nothing known", sent: "{}", status: 200 },
    {
      name: "an event without its parts",
      sent: JSON.stringify({ type: "event_callback", event: { type: "message" } }),
      status: 200,
    },
    { name: "an event that is null", sent: JSON.stringify({ type: "event_callback", event: null }), status: 400 },
    {
      name: "an event that is a word",
      sent: JSON.stringify({ type: "event_callback", event: "message" }),
      status: 400,
    },
    {
      name: "a press without a button",
      sent: JSON.stringify({ type: "block_actions", actions: [], user: {} }),
      status: 200,
    },
  ])("$name ($status) does no harm, and the next message is heard", async ({ sent, status }) => {
    expect((await send(sent)).status).toBe(status);
    expect((await send(body)).status).toBe(200);
    expect(heard()).toBe(1);
  });

  test.each([
    { name: "an event", sent: `{"type":"event_callback","event":{"type":"message","blocks":${DEEP}}}` },
    {
      name: "a press",
      sent: `payload=${encodeURIComponent(`{"type":"block_actions","actions":[{"x":${DEEP}}],"user":{}}`)}`,
    },
  ])("lists in lists without end in $name are refused, and the next message is heard", async ({ sent }) => {
    const type = sent.startsWith("payload") ? "application/x-www-form-urlencoded" : "application/json";
    expect((await send(sent, { headers: { "content-type": type } })).status).toBe(400);
    expect(slack().logged.join()).toContain("deeper than anything Slack sends");
    expect((await send(body)).status).toBe(200);
    expect(heard()).toBe(1);
  });

  test("a form whose payload is null does no harm", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await send("payload=null", { headers })).status).toBe(400);
    expect((await send(body)).status).toBe(200);
  });

  test("larger than anything Slack sends is refused unread", async () => {
    expect((await send("x".repeat(1_100_000))).status).toBe(413);
    expect((await send(body)).status).toBe(200);
  });

  test("a GET is refused", async () => {
    expect((await fetch(slack().adapter.url() ?? "")).status).toBe(405);
  });
});

describe("a refusal stands in the log with its reason", () => {
  const refused = () =>
    slack()
      .logged.map((line) => JSON.parse(line))
      .filter(({ fact }) => fact === "refused a request to /slack/events");

  test.each([
    { name: "no signature", headers: { "x-slack-signature": "" }, status: 401, why: "no signature" },
    { name: "another app's", secret: "another's", status: 401, why: "is SLACK_SIGNING_SECRET this app's" },
    {
      name: "this clock is slow",
      at: later(systemClock(), 400_000),
      status: 401,
      why: /[34]\d\d s ahead of this machine's clock/,
    },
    {
      name: "this clock is fast",
      at: later(systemClock(), -400_000),
      status: 401,
      why: /4\d\d s behind this machine's clock/,
    },
    { name: "not readable", sent: "{", status: 400, why: "signed, but its body" },
    { name: "too large", sent: "x".repeat(1_100_000), status: 413, why: "larger than anything" },
  ])("$name", async ({ sent = body, status, why, ...sending }) => {
    await send(sent, sending);
    expect(refused()).toMatchObject([{ level: "warn", status, why: expect.stringMatching(why), count: 1 }]);
  });

  test("which does not blame the clock for what anybody may have made up", async () => {
    await send(body, { secret: "guessed", at: later(systemClock(), -400_000) });
    expect(refused()).toMatchObject([{ why: expect.stringContaining("does not match") }]);
  });
});

test("Slack's question whether this is the address is answered", async () => {
  expect(await send(JSON.stringify({ type: "url_verification", challenge: "abc" }))).toEqual({
    status: 200,
    body: '{"challenge":"abc"}',
  });
});

describe("a message that cannot be recorded", () => {
  test("is not acknowledged, and heard when Slack sends it again", async () => {
    slack().heard.answers = [new RefereeError("STORE_AWAY", "Redis is away."), { type: "nothing" }];
    expect(await slack().slack.event(said)).toMatchObject({ status: 503 });
    expect(await slack().slack.redeliver()).toMatchObject([{ status: 200, attempt: 2 }]);
    expect(heard()).toBe(2);
  });

  test("because of a mistake in Referee is not acknowledged either", async () => {
    slack().heard.answers = [new Error("a mistake")];
    expect(await slack().slack.event(said)).toMatchObject({ status: 500 });
    expect(slack().logged.join("\n")).toContain("a delivery from Slack was not recorded");
  });

  test("is not acknowledged while it is being recorded", async () => {
    let recorded: () => void = () => undefined;
    const recording = new Promise<void>((resolve) => {
      recorded = resolve;
    });
    const order: string[] = [];
    slack().heard.answers = [];
    slack().heard.before = async () => {
      await recording;
      order.push("recorded");
    };
    const answered = slack()
      .slack.event(said)
      .then(() => order.push("acknowledged"));
    await slack().slack.until("the message to arrive", () => heard() > 0);
    recorded();
    await answered;
    expect(order).toEqual(["recorded", "acknowledged"]);
  });
});

test("no word of a message and no secret reaches the log at info", async () => {
  await send(body.replace("hi", "the password is hunter2"));
  await send("{}", {});
  const log = slack().logged.join("\n");
  expect(log).not.toContain("hunter2");
  expect(log).not.toContain(slack().slack.token);
  expect(log).not.toContain(slack().slack.signingSecret);
});
