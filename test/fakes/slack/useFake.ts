import type { FakeSlack, FakeSlackOptions } from "./fakeSlack.ts";
import { openFakeSlack } from "./fakeSlack.ts";

export const olga = "U0OLGA";
export const otto = "U0OTTO";
export const line3 = "C0LINE3";
export const office = "C0OFFICE";
export const vault = "G0VAULT";

/** A fake Slack in which Referee is a member of line-3 only. */
export function useFake(options: FakeSlackOptions = {}): () => FakeSlack {
  let open: FakeSlack | null = null;
  beforeEach(async () => {
    open = await openFakeSlack(options);
    const { workspace, bot } = open;
    workspace.addUser(olga, "Olga");
    workspace.addUser(otto, "Otto");
    workspace.addChannel(line3, "line-3", [olga, otto, bot.userId]);
    workspace.addChannel(office, "office", [olga]);
    workspace.addChannel(vault, "vault", [olga], "private");
  });
  afterEach(async () => {
    await open?.stop();
    open = null;
  });
  return () => {
    if (open === null) throw new Error("useFake is open only while a test runs");
    return open;
  };
}

type Answered = {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: Readonly<Record<string, unknown>>;
};

/** Calls the Web API as a program would. */
export async function call(slack: FakeSlack, method: string, args: object, token = slack.token): Promise<Answered> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(args),
  });
  const text = await response.text();
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    body: text === "" ? {} : JSON.parse(text),
  };
}

/** The error code a call is refused with, or null when it succeeds. */
export async function refusalOf(slack: FakeSlack, method: string, args: object, token = slack.token): Promise<unknown> {
  return (await call(slack, method, args, token)).body.error ?? null;
}
