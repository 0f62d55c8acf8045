// The peer: Bolt and BullMQ as their guides write them. What comes in becomes a job, a worker posts. A job's id is that of
// the event or press, so what Slack delivers again while the job is kept is posted once; nothing else is recorded.
import bolt from "@slack/bolt";
import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { readStart, ready } from "../pipeline/process.ts";

const { redisPath, slackUrl, signingSecret } = readStart();
const connect = () => new Redis({ path: redisPath, maxRetriesPerRequest: null });
const prefix = "{peer}";
const options = { attempts: 5, backoff: { type: "exponential", delay: 1_000 }, removeOnComplete: 1_000 };
const posts = new Queue("posts", { connection: connect(), prefix, defaultJobOptions: options });

const app = new bolt.App({
  token: "xoxb-bench",
  signingSecret,
  clientOptions: { slackApiUrl: slackUrl },
  logLevel: "error",
});

app.message(async ({ message, body }) => {
  const effect = `${message.ts}-card`;
  const job = { channel: message.channel, thread: message.ts, text: `${effect}: ${message.text}`, effect };
  await posts.add("card", job, { jobId: body.event_id });
});

app.action(/./, async ({ ack, action, body }) => {
  const job = { channel: "C0OWNER", text: `Approved by ${body.user.name}`, effect: action.value };
  await posts.add("owner", job, { jobId: body.trigger_id });
  await ack();
});

const button = (text, value) => ({ type: "button", text: { type: "plain_text", text }, action_id: text, value });

const worker = new Worker(
  "posts",
  async ({ data: { channel, thread, text, effect } }) => {
    await app.client.chat.postMessage({
      channel,
      ...(thread !== undefined && { thread_ts: thread }),
      text,
      blocks: [
        { type: "section", text: { type: "mrkdwn", text } },
        { type: "actions", elements: [button("Approve", effect), button("Deny", effect)] },
      ],
      metadata: { event_type: "peer", event_payload: { effect } },
    });
  },
  { connection: connect(), prefix, concurrency: 50 },
);
await worker.waitUntilReady();
const server = await app.start({ port: 0, host: "127.0.0.1" });
ready(server.address().port);
