import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type Adapter, DeliveryError, Posted, Spot } from "../../src/adapter.ts";
import { type Chat, createChat } from "../support/chat.ts";

const Call = z.discriminatedUnion("method", [
  z.object({ method: z.literal("post"), spot: Spot, text: z.string(), effect: z.string() }),
  z.object({ method: z.literal("update"), posted: Posted, text: z.string() }),
  z.object({ method: z.literal("remove"), posted: Posted }),
  z.object({ method: z.literal("find"), spot: Spot, effect: z.string() }),
]);
type Call = z.infer<typeof Call>;

const Reply = z.union([z.object({ retryAfterMs: z.int() }), z.object({ posted: Posted.nullable() })]);

/** What the next post meets: it is asked to wait, is posted without an answer, or only after nobody waits any more. */
export type NextPost = "rateLimited" | "answerLost" | "postedLate";

/** Longer than a process of a trial waits for an answer. */
const LATE_MS = 750;

export type ChatServer = {
  readonly url: string;
  readonly chat: Chat;
  nextPost(meets: NextPost): void;
  close(): void;
};

/** A chat platform as a server of its own, so that it outlives the process that speaks on it. */
export async function startChatServer(): Promise<ChatServer> {
  const chat = createChat();
  const meets: NextPost[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = Call.parse(JSON.parse(await readBody(request)));
    const met = call.method === "post" ? meets.shift() : undefined;
    if (met === "rateLimited") {
      response.end(JSON.stringify({ retryAfterMs: 300 }));
      return;
    }
    if (met === "postedLate") await pause(LATE_MS);
    const posted = perform(chat, call);
    chat.look();
    if (met !== "answerLost") response.end(JSON.stringify({ posted }));
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the chat server has no port");
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${address.port}`, chat, nextPost: (what) => meets.push(what), close };
}

function perform(chat: Chat, call: Call): Posted | null {
  switch (call.method) {
    case "post":
      return chat.post(call.spot, call.text, call.effect);
    case "find":
      return chat.find(call.spot, call.effect);
    case "update":
      chat.update(call.posted, call.text);
      return null;
    case "remove":
      chat.remove(call.posted);
      return null;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

const PLENTY = { capacity: 1_000, perSecond: 1_000 };

/** Speaks to a `ChatServer` as an adapter speaks to its platform. */
export function chatServerAdapter(url: string, timeoutMs: number): Adapter {
  async function call(body: Call): Promise<Posted | null> {
    let text: string;
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      text = await (await fetch(url, { method: "POST", body: JSON.stringify(body), signal })).text();
    } catch (cause) {
      throw new DeliveryError({ type: "unknown" }, { cause });
    }
    const reply = Reply.parse(JSON.parse(text));
    if ("posted" in reply) return reply.posted;
    throw new DeliveryError({ type: "rateLimited", retryAfterMs: reply.retryAfterMs, scope: "lane" });
  }
  return {
    name: "web",
    pacing: { conversation: PLENTY, post: PLENTY, update: PLENTY },
    start: async () => undefined,
    stop: async () => undefined,
    ready: () => true,
    permalink: async () => null,
    post: async (spot, { text }, effect) => Posted.parse(await call({ method: "post", spot, text, effect })),
    update: async (posted, { text }) => void (await call({ method: "update", posted, text })),
    remove: async (posted) => void (await call({ method: "remove", posted })),
    find: (spot, effect) => call({ method: "find", spot, effect }),
  };
}
