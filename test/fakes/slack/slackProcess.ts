import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Command } from "./control.ts";

const Hello = z.object({
  apiUrl: z.string(),
  token: z.string(),
  appToken: z.string(),
  signingSecret: z.string(),
  control: z.string(),
});

/** A message as the other process shows it. */
export const RemoteMessage = z.object({
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  thread: z.string().nullable(),
  text: z.string(),
  notice: z.string(),
  buttons: z.array(z.object({ label: z.string(), actionId: z.string(), value: z.string().nullable() })),
  notifies: z.array(z.string()),
  metadata: z.unknown(),
  version: z.int(),
});
export type RemoteMessage = z.infer<typeof RemoteMessage>;

export type RemoteOptions = {
  readonly port?: number;
  readonly rates?: "off" | "slack";
  readonly retryAfterMs?: readonly number[];
};

export type RemoteSlack = z.infer<typeof Hello> & {
  /** Sends a command to the other process. Throws what went wrong there. */
  ask(command: Command): Promise<unknown>;
  messages(channel: string): Promise<readonly RemoteMessage[]>;
  /** Waits until the app has said these words there. */
  untilSaid(channel: string, words: string): Promise<RemoteMessage>;
  /** Presses a button; resolves with the status the app answered, 0 for none. */
  presses(as: string, on: Pick<RemoteMessage, "channel" | "ts">, label: string): Promise<number>;
  stop(): Promise<void>;
};

/** Starts a fake Slack that lives on when Referee is killed. */
export async function startSlackProcess(options: RemoteOptions = {}): Promise<RemoteSlack> {
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", main, JSON.stringify(options)], {
    stdio: ["pipe", "pipe", "inherit"],
    // Flags for the test runner are none for this process.
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  const [line] = await once(child.stdout, "data");
  const hello = Hello.parse(JSON.parse(String(line)));

  async function ask(command: Command): Promise<unknown> {
    const response = await fetch(hello.control, { method: "POST", body: JSON.stringify(command) });
    const text = await response.text();
    if (response.status !== 200) throw new Error(text);
    return JSON.parse(text);
  }

  return {
    ...hello,
    ask,
    messages: async (channel) => z.array(RemoteMessage).parse(await ask({ do: "messages", channel })),
    untilSaid: async (channel, words) => RemoteMessage.parse(await ask({ do: "untilSaid", channel, words })),
    async presses(as, { channel, ts }, label) {
      const outcome = await ask({ do: "presses", as, on: { channel, ts }, label });
      return z.object({ status: z.int() }).parse(outcome).status;
    },
    async stop() {
      const ended = once(child, "exit");
      child.stdin.end();
      await ended;
    },
  };
}
