// The peer: a bot on Vercel's Chat SDK as its guide writes one, with its Redis. A mention is answered with a card in its
// thread, a press with a post. It records nothing of its own: Redis has its locks, what came before, and whom it heard.
import { createServer } from "node:http";
import { createSlackAdapter } from "@chat-adapter/slack";
import { createRedisState } from "@chat-adapter/state-redis";
import { Actions, Button, Card, CardText, Chat, ConsoleLogger } from "chat";
import { createClient } from "redis";
import { readStart, ready } from "../pipeline/process.ts";

const { redisPath, slackUrl, signingSecret } = readStart();
const client = createClient({ socket: { path: redisPath } });
await client.connect();
const logger = new ConsoleLogger("error");
const bot = new Chat({
  userName: "referee",
  adapters: { slack: createSlackAdapter({ botToken: "xoxb-bench", signingSecret, apiUrl: slackUrl, logger }) },
  state: createRedisState({ client }),
  logger,
});

bot.onNewMention(async (thread, message) => {
  const { event } = message.raw.event === undefined ? { event: message.raw } : message.raw;
  const facts = CardText(`effect=${event.ts}-card is what ${message.author.userName} asked for.\n${message.text}`);
  const buttons = Actions([
    Button({ id: "approve", value: event.ts, label: "Approve", style: "primary" }),
    Button({ id: "deny", value: event.ts, label: "Deny" }),
  ]);
  await thread.post(Card({ title: "Open a port", children: [facts, buttons] }));
});

bot.onAction(async (event) => {
  await event.thread.post(`effect=${event.value} is approved by ${event.user.fullName}.`);
});

await bot.initialize();

/** What a web framework does: Node's request becomes one of the web's, and the work may go on after the answer. */
const server = createServer((request, response) => {
  const pieces = [];
  request.on("data", (piece) => pieces.push(piece));
  request.on("end", async () => {
    const given = new Request(`http://127.0.0.1${request.url}`, {
      method: "POST",
      headers: request.headers,
      body: Buffer.concat(pieces),
    });
    const answer = await bot.webhooks.slack(given, { waitUntil: (work) => void work });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => ready(server.address().port));
