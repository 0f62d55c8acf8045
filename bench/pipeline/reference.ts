// The reference pipeline: the least a crash-safe path from a signed message to a ping can be. node:http and HMAC,
// one script that appends with a command id and notes what is owed, a lease, BullMQ, a POST, one script that records.
// It knows no plant, no request type, no card and no Slack library.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { Pool } from "undici";
import { z } from "zod";
import { systemClock } from "../../src/clock.ts";
import { readStart, ready } from "./process.ts";
import { APPEND, LEASE, loadScript, RECORD } from "./referenceScripts.ts";

const Event = z.object({ event_id: z.string(), event: z.object({ user: z.string(), text: z.string() }) });
const Job = z.object({ effect: z.string() });
const Posted = z.object({ ts: z.string() });

const { redisPath, slackUrl, signingSecret } = readStart();
const connect = () => new Redis({ path: redisPath, maxRetriesPerRequest: null });
const redis = connect();
const [append, lease, record] = await Promise.all([APPEND, LEASE, RECORD].map((lua) => loadScript(redis, lua)));
if (append === undefined || lease === undefined || record === undefined) throw new Error("a script was not loaded");
const queue = new Queue("ping", { connection: redis, prefix: "{reference}" });
const slack = new Pool(new URL(slackUrl).origin, { connections: 50 });

let kicked = false;
let wake: () => void = () => undefined;
function kick(): void {
  kicked = true;
  wake();
}

/** What is owed becomes a job; woken by an append, else every 20 ms. */
async function relay(): Promise<never> {
  for (;;) {
    kicked = false;
    const now = systemClock();
    const effects = z.array(z.string()).parse(await lease?.([now, 200, now + 30_000]));
    await queue.addBulk(
      effects.map((effect) => ({
        name: "ping",
        data: { effect },
        opts: { jobId: effect, removeOnComplete: true, removeOnFail: true },
      })),
    );
    if (kicked || effects.length === 200) continue;
    await new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, 20);
    });
  }
}

function isGenuine(headers: IncomingHttpHeaders, raw: Buffer): boolean {
  const stamp = String(headers["x-slack-request-timestamp"]);
  if (Math.abs(systemClock() / 1000 - Number(stamp)) > 300) return false;
  const hash = createHmac("sha256", signingSecret).update(`v0:${stamp}:`).update(raw).digest("hex");
  const [made, given] = [Buffer.from(`v0=${hash}`), Buffer.from(String(headers["x-slack-signature"]))];
  return made.length === given.length && timingSafeEqual(made, given);
}

async function take(raw: Buffer): Promise<void> {
  const { event_id, event } = Event.parse(JSON.parse(raw.toString("utf8")));
  const at = systemClock();
  const hash = createHash("sha256").update(event_id).digest("base64url");
  const stored = JSON.stringify({ type: "requested", at, by: event.user, command: event_id, text: event.text, hash });
  await append?.([event_id, 0, stored, "open", event.user, at, at + 900_000, `${event_id}-ping`]);
  kick();
}

async function ping(effect: string): Promise<void> {
  if ((await redis.zscore("{reference}:owed", effect)) === null) return;
  const { body } = await slack.request({
    method: "POST",
    path: "/api/chat.postMessage",
    headers: { "content-type": "application/json", authorization: "Bearer reference" },
    body: JSON.stringify({
      channel: "D1",
      text: `Approval needed ${effect}`,
      metadata: { event_type: "reference", event_payload: { effect } },
      blocks: [{ type: "section", text: { type: "mrkdwn", text: "x".repeat(300) } }],
    }),
  });
  const { ts } = Posted.parse(await body.json());
  await record?.([effect, JSON.stringify({ type: "pinged", at: systemClock(), ts })]);
}

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    const raw = Buffer.concat(pieces);
    if (!isGenuine(request.headers, raw)) return void response.writeHead(401).end();
    take(raw).then(
      () => response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}'),
      () => response.writeHead(500).end(),
    );
  });
});
const worker = new Worker("ping", (job) => ping(Job.parse(job.data).effect), {
  connection: connect(),
  prefix: "{reference}",
  concurrency: 50,
});
await worker.waitUntilReady();
relay().catch((error: unknown) => {
  throw error;
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") ready(address.port);
});
