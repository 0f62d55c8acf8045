import { type ChildProcess, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { configuration, PLAYGROUND } from "./plant.ts";

/** How long npx may take to bring it, the first time from the registry, ms. */
const BROUGHT_WITHIN_MS = 120_000;

/** People in the Playground, by its own HTTP interface: what its page in a browser would call. */
export type Playground = {
  readonly address: string;
  /** Writes in a chat or begins a thread in a channel, naming Referee. */
  says(
    person: string,
    conversation: string,
    text: string,
    bot: { readonly id: string; readonly name: string },
  ): Promise<void>;
  /** Presses an Action.Execute, or has a client ask for its own view. @returns what Referee answered */
  executes(
    person: string,
    on: { readonly conversation: string; readonly id: string },
    value: unknown,
  ): Promise<unknown>;
  /** Presses an Action.Submit that asks for nothing. */
  submits(person: string, on: { readonly conversation: string; readonly id: string }, value: unknown): Promise<void>;
  /** The app is added to a conversation. */
  installs(conversation: string): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Fetches Agents Playground by npx into a folder outside the checkout, as its licence wants, and starts it on this machine only.
 * @returns null where it cannot be had; why is printed
 */
export async function startPlayground(
  folder: string,
  { bot, connector }: { readonly bot: string; readonly connector: string },
): Promise<Playground | null> {
  await writeFile(join(folder, ".m365agentsplayground.yml"), configuration());
  const port = await freePort();
  const loopback = fileURLToPath(new URL("loopback.mjs", import.meta.url));
  const options = ["-c", "msteams", "-e", bot, "-p", String(port), "--su", connector, "--dt"];
  const child = spawn("npx", ["--yes", PLAYGROUND, "start", ...options], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: `--import ${loopback}`, BROWSER: "none" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  if (!(await listens(child))) {
    end(child);
    return null;
  }
  const address = `http://127.0.0.1:${port}`;
  const call = (path: string, body: unknown) => post(`${address}${path}`, body);
  return {
    address,
    says: async (person, conversation, text, { id, name }) => {
      const mention = `<at>${name}</at>`;
      const mentions = [{ mentioned: { id }, text: mention }];
      await call(`/_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`, {
        ...{ from: { id: person }, text: `${mention} ${text}`, textFormat: "plain", mentions },
      });
    },
    executes: (person, { conversation, id }, value) =>
      call("/_conversation/v1/invoke", {
        ...{
          name: "adaptiveCard/action",
          value,
          from: { id: person },
          conversation: { id: conversation },
          replyToId: id,
        },
      }),
    submits: async (person, { conversation, id }, value) => {
      await call("/_conversation/v1/submit", {
        ...{ conversation: { id: conversation }, from: { id: person }, replyToId: id, value },
      });
    },
    installs: async (conversation) => {
      await call(`/_debug/conversation/${encodeURIComponent(conversation)}/installation`, {});
    },
    stop: async () => end(child),
  };
}

/** Of npx and what it started. */
function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGTERM");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function listens(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    let printed = "";
    let settled = false;
    const late = setTimeout(() => done(false), BROUGHT_WITHIN_MS);
    const done = (does: boolean) => {
      clearTimeout(late);
      if (!does && !settled) console.log(`What npx said:\n${printed.slice(-2_000)}`);
      settled = true;
      resolve(does);
    };
    const hear = (part: Buffer) => {
      printed += part.toString("utf8");
      if (printed.includes("Listening on")) done(true);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("error", (error) => {
      printed += error.message;
      done(false);
    });
    child.once("exit", () => done(false));
  });
}

export async function post(url: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 400)}`);
  return text === "" ? null : JSON.parse(text);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = z.object({ port: z.number() }).parse(server.address());
      server.close(() => resolve(port));
    });
  });
}
