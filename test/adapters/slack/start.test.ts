import { createSlackAdapter, type SlackAdapter } from "../../../adapters/slack/slack.ts";
import { type Receive, Secret } from "../../../src/index.ts";
import type { FakeSlack } from "../../fakes/slack/fakeSlack.ts";
import { foundByNobody, shownToNobody } from "../../support/shownToNobody.ts";
import { line3, olga, openPlantSlack, optionsFor, soon } from "./useSlack.ts";

const nothing: Receive = async () => ({ type: "nothing" });

let slack: FakeSlack;
let adapter: SlackAdapter;

beforeEach(async () => {
  slack = await openPlantSlack({ answerWithinMs: 1_500 });
});
afterEach(async () => {
  await adapter.stop();
  await slack.stop();
});

describe.each(["http", "socket"] as const)("starting over %s", (transport) => {
  test("is ready once Slack knows the token", async () => {
    adapter = createSlackAdapter(optionsFor(slack, transport));
    expect(adapter.ready()).toBe(false);
    await adapter.start(nothing, shownToNobody, foundByNobody);
    expect(adapter.ready()).toBe(true);
    await adapter.stop();
    expect(adapter.ready()).toBe(false);
  });

  test("with a token that Slack refuses says which setting to look at, and never the token", async () => {
    const token = new Secret("xoxb-of-another-workspace");
    adapter = createSlackAdapter({ ...optionsFor(slack, transport), token });
    const problem: Error = await adapter.start(nothing, shownToNobody, foundByNobody).then(
      () => new Error("it started"),
      (error) => error,
    );
    expect(problem).toMatchObject({ code: "CONFIG_INVALID", message: expect.stringContaining("SLACK_BOT_TOKEN") });
    expect(problem.message).not.toContain("another-workspace");
  });

  test("while Slack is away goes on trying, takes nothing meanwhile, and is ready when Slack is back", async () => {
    slack.faults.next("auth.test", { status: 503 });
    adapter = createSlackAdapter(optionsFor(slack, transport));
    await adapter.start(nothing, shownToNobody, foundByNobody);
    expect(adapter.ready()).toBe(false);
    const url = adapter.url();
    slack.deliverTo(url === null ? { type: "socket" } : { type: "http", url });
    await slack.as(olga).says(line3, "<@U0REFEREE> hi");
    expect(slack.deliveries.every(({ status }) => status !== 200)).toBe(true);
    await soon(() => adapter.ready());
    await slack.redeliver();
    expect(slack.deliveries.at(-1)).toMatchObject({ status: 200 });
  });
});

test("by Socket Mode with an app token that Slack refuses says which setting to look at", async () => {
  const transport = { type: "socket" as const, appToken: new Secret("xapp-of-another-app") };
  adapter = createSlackAdapter({ ...optionsFor(slack, "socket"), transport });
  await expect(adapter.start(nothing, shownToNobody, foundByNobody)).rejects.toMatchObject({
    code: "CONFIG_INVALID",
    message: expect.stringContaining("SLACK_APP_TOKEN"),
  });
});

test("a server of somebody else's can carry Slack's requests", async () => {
  const { token, ...rest } = optionsFor(slack, "http");
  adapter = createSlackAdapter({
    ...rest,
    token,
    transport: { type: "http", signingSecret: new Secret(slack.signingSecret), listen: null },
  });
  await adapter.start(nothing, shownToNobody, foundByNobody);
  expect(adapter.url()).toBeNull();
  expect(adapter.ready()).toBe(true);
});
