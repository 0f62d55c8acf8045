import bolt, { type App } from "@slack/bolt";
import { z } from "zod";
import { line3, olga, otto, useFake } from "./useFake.ts";

// What a plain Bolt app does, done against the fake: if the fake were not like Slack, Bolt would be the first to notice.

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => bolt.LogLevel.ERROR,
  setName: () => undefined,
};

let app: App;
// Registered before the fake closes itself: an app whose Slack is gone would try to reconnect.
afterEach(async () => void (await app.stop()));
const fake = useFake({ rates: {} });

async function startApp(options: "http" | "socket", register: (app: App) => void): Promise<void> {
  const { token, signingSecret, appToken, apiUrl } = fake();
  const common = {
    token,
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } },
    logger: silent,
  };
  if (options === "http") {
    const receiver = new bolt.HTTPReceiver({ signingSecret, logger: silent });
    app = new bolt.App({ ...common, receiver });
    register(app);
    const server = z.object({ address: z.custom<() => { port: number }>((each) => typeof each === "function") });
    const started = await app.start({ host: "127.0.0.1", port: 0 });
    fake().deliverTo({
      type: "http",
      url: `http://127.0.0.1:${server.parse(started).address.call(started).port}/slack/events`,
    });
  } else {
    const receiver = new bolt.SocketModeReceiver({
      appToken,
      installerOptions: { clientOptions: common.clientOptions },
      logger: silent,
    });
    app = new bolt.App({ ...common, receiver });
    register(app);
    await app.start();
    fake().deliverTo({ type: "socket" });
  }
}

const button = {
  type: "actions" as const,
  elements: [
    { type: "button" as const, action_id: "go", text: { type: "plain_text" as const, text: "Go" }, value: "42" },
  ],
};

describe.each(["http", "socket"] as const)("a plain Bolt app over %s", (transport) => {
  test("hears a mention and answers in the thread", async () => {
    await startApp(transport, (it) =>
      it.event(
        "app_mention",
        async ({ event, say }) => void (await say({ text: `heard: ${event.text}`, thread_ts: event.ts })),
      ),
    );
    const asked = await fake().as(olga).says(line3, "<@U0REFEREE> hello");
    const answer = await fake().untilSaid(line3, "heard");
    expect(answer).toMatchObject({ thread: asked.ts, text: "heard: @U0REFEREE hello" });
  });

  test("hears a press, opens a form, and shows what was wrong in it", async () => {
    const heard: string[] = [];
    await startApp(transport, (it) => {
      it.command("/card", async ({ ack, client }) => {
        await client.chat.postMessage({ channel: line3, text: "card", blocks: [button] });
        await ack();
      });
      it.action("go", async ({ ack, action, body, client }) => {
        await ack();
        heard.push(action.type === "button" ? (action.value ?? "") : "");
        await client.views.open({
          trigger_id: "trigger_id" in body ? body.trigger_id : "",
          view: {
            type: "modal",
            callback_id: "why",
            title: { type: "plain_text", text: "Why" },
            submit: { type: "plain_text", text: "Send" },
            blocks: [
              {
                type: "input",
                block_id: "reason",
                label: { type: "plain_text", text: "Reason" },
                element: { type: "plain_text_input", action_id: "it" },
              },
            ],
          },
        });
      });
      it.view("why", async ({ ack, view }) => {
        const reason = view.state.values.reason?.it?.value ?? "";
        await (reason.length < 3
          ? ack({ response_action: "errors", errors: { reason: "Say a little more." } })
          : ack());
        heard.push(reason);
      });
    });
    await fake().as(olga).runs("/card", line3);
    const card = await fake().untilSaid(line3, /.*/);
    await fake().as(otto).presses(card, "Go");
    await fake().until("the form", () => fake().as(otto).form());
    await fake().as(otto).fills({ Reason: "x" });
    expect(fake().as(otto).form()?.inputs).toMatchObject([{ id: "reason", error: "Say a little more." }]);
    await fake().as(otto).fills({ reason: "no window" });
    expect(fake().as(otto).form()).toBeNull();
    expect(heard).toEqual(["42", "x", "no window"]);
  });

  test("answers a command in private", async () => {
    await startApp(transport, (it) =>
      it.command("/help", async ({ ack, command }) =>
        ack({ response_type: "ephemeral", text: `you said ${command.text}` }),
      ),
    );
    await fake().as(olga).runs("/help me please", line3);
    expect(fake().as(olga).ephemerals(line3)).toMatchObject([{ text: "you said me please" }]);
  });
});

describe("a Bolt app that fails on an event and does not acknowledge it", () => {
  test("gets it three more times, and then no more", async () => {
    const tries: number[] = [];
    const receiver = new bolt.HTTPReceiver({
      signingSecret: fake().signingSecret,
      processBeforeResponse: true,
      logger: silent,
    });
    app = new bolt.App({
      token: fake().token,
      receiver,
      clientOptions: { slackApiUrl: fake().apiUrl },
      logger: silent,
      ignoreSelf: false,
    });
    app.error(async (error) => {
      throw error;
    });
    app.event("app_mention", async ({ context }) => {
      tries.push(context.retryNum ?? 0);
      throw new Error("not today");
    });
    const started = await app.start({ host: "127.0.0.1", port: 0 });
    const { port } = z.object({ port: z.number() }).parse(Object(started).address());
    fake().deliverTo({ type: "http", url: `http://127.0.0.1:${port}/slack/events` });
    await fake().as(olga).says(line3, "<@U0REFEREE> hello");
    await fake().clock.move(0);
    await fake().clock.move(60_000);
    await fake().clock.move(300_000);
    await fake().clock.move(3_600_000);
    expect(tries).toEqual([0, 1, 2, 3]);
  });
});
