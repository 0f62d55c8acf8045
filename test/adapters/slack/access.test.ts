import { DeliveryError, type Message } from "../../../src/index.ts";
import { line3, openSlack, otto, type SlackUnderTest, useSlack } from "./useSlack.ts";

const open = useSlack();
const hi: Message = { text: "hi", card: null, mention: [] };

const post = (conversation: string) => open().adapter.post({ adapter: "slack", conversation, thread: null }, hi, "e1");
const errorsIn = ({ logged }: SlackUnderTest) =>
  logged.map((line) => JSON.parse(line)).filter(({ level }) => level === "error");

describe("a token that Slack takes no more", () => {
  test.each(["token_revoked", "account_inactive", "invalid_auth"])(
    "shows in the log once, and Referee is not ready: %s",
    async (error) => {
      open().slack.faults.always("chat.postMessage", { error });
      await expect(post(line3)).rejects.toBeInstanceOf(DeliveryError);
      await expect(post(line3)).rejects.toMatchObject({ failure: { type: "unavailable", why: error } });
      expect(open().adapter.ready()).toBe(false);
      expect(errorsIn(open())).toMatchObject([{ code: error, method: "chat.postMessage" }]);
    },
  );

  test("makes Referee ready again with the first call that works, and the log says that too", async () => {
    open().slack.faults.next("chat.postMessage", { error: "token_revoked" });
    await expect(post(line3)).rejects.toBeInstanceOf(DeliveryError);
    await post(line3);
    expect(open().adapter.ready()).toBe(true);
    expect(open().logged.join()).toMatch(/does not let Referee in.*lets Referee in again/s);
  });
});

describe("a scope that the app does not have", () => {
  test("shows in the log by its name, and other calls that work do not hide it", async () => {
    open().slack.scopes.delete("chat:write");
    await expect(post(line3)).rejects.toMatchObject({ failure: { why: "missing_scope" } });
    await open().adapter.find({ adapter: "slack", conversation: line3, thread: null }, "e1");
    await expect(post(otto)).rejects.toMatchObject({ failure: { why: "missing_scope" } });
    expect(open().adapter.ready()).toBe(false);
    expect(errorsIn(open())).toMatchObject([
      { code: "missing_scope", method: "chat.postMessage", needed: "chat:write" },
    ]);
  });

  test("makes Referee ready again once the app was installed with it", async () => {
    open().slack.scopes.delete("chat:write");
    await expect(post(line3)).rejects.toBeInstanceOf(DeliveryError);
    open().slack.scopes.add("chat:write");
    await post(line3);
    expect(open().adapter.ready()).toBe(true);
  });
});

test("a message that Slack refuses for another reason says nothing about the token", async () => {
  await expect(post("C0GONE")).rejects.toBeInstanceOf(DeliveryError);
  expect(open().adapter.ready()).toBe(true);
  expect(errorsIn(open())).toEqual([]);
});

test("an app installed without some of the manifest's scopes starts, and the log names them", async () => {
  const scopes = [...open().slack.scopes].filter((scope) => scope !== "mpim:history" && scope !== "users:read.email");
  const { adapter, logged, stop } = await openSlack("http", { scopes });
  expect(adapter.ready()).toBe(true);
  expect(logged.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ level: "warn", missing: ["mpim:history", "users:read.email"] }),
  );
  await stop();
});

test("an app with every scope of the manifest starts without a warning", () => {
  expect(open().logged.filter((line) => !line.includes('"level":"info"'))).toEqual([]);
});
