import { AccountId } from "../../../src/index.ts";
import { line3, olga, openSlack, type SlackUnderTest, useSlack } from "./useSlack.ts";

const open = useSlack();
const account = AccountId.parse(`slack:${olga}`);

function userIn({ slack }: SlackUnderTest, id: string) {
  const user = slack.workspace.users.get(id);
  if (user === undefined) throw new Error(`${id} is not in this workspace`);
  return user;
}

describe("the address of an account", () => {
  test("is what the workspace's directory says, and is asked for once", async () => {
    expect(await open().adapter.emailOf?.(account)).toEqual({ email: "olga@plant.example", vouched: true });
    await open().adapter.emailOf?.(account);
    expect(open().slack.calls.filter(({ method }) => method === "users.info")).toHaveLength(1);
  });

  test("costs no further call for somebody whose name was just asked for", async () => {
    await open().slack.as(olga).says(line3, "<@U0REFEREE> hello");
    const calls = open().slack.calls.length;
    expect(await open().adapter.emailOf?.(account)).toEqual({ email: "olga@plant.example", vouched: true });
    expect(open().slack.calls).toHaveLength(calls);
  });

  test.each([
    { who: "whose address Slack has not confirmed", change: { confirmed: false } },
    { who: "who is a guest in some channels", change: { guest: "someChannels" } },
    { who: "who is a guest in one channel", change: { guest: "oneChannel" } },
    { who: "of another company in a shared channel", change: { team: "T0VENDOR" } },
  ])("is told and not vouched for of somebody $who", async ({ change }) => {
    Object.assign(userIn(open(), olga), change);
    expect(await open().adapter.emailOf?.(account)).toEqual({ email: "olga@plant.example", vouched: false });
  });

  test("is not told of somebody whose account is closed", async () => {
    Object.assign(userIn(open(), olga), { disabled: true });
    expect(await open().adapter.emailOf?.(account)).toBeNull();
  });

  test("is not told of a bot, nor of somebody Slack does not know", async () => {
    open().slack.workspace.addUser("U0ROBOT", "Robot", true);
    expect(await open().adapter.emailOf?.(AccountId.parse("slack:U0ROBOT"))).toBeNull();
    expect(await open().adapter.emailOf?.(AccountId.parse("slack:U0NOBODY"))).toBeNull();
  });
});

test("without the scope for addresses, names are told and addresses are not", async () => {
  const { adapter, stop } = await openSlack("http", { scopes: ["users:read", "chat:write"] });
  expect(await adapter.emailOf?.(account)).toBeNull();
  await stop();
});
