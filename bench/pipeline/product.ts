// Referee as main.ts puts it together, in a process of its own, with a pacing that never makes it wait: what is
// measured is Referee, not Slack's patience.
import { createSlackAdapter } from "../../adapters/slack/slack.ts";
import { readFiles, requireSound } from "../../host/files.ts";
import { serve } from "../../host/httpServer.ts";
import { assemble, openRecord } from "../../host/installation.ts";
import { systemClock } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { Secret } from "../../src/secret.ts";
import { createGiven } from "../../src/store/given.ts";
import { NO_QUOTAS } from "../../src/store/quotas.ts";
import { readStart, ready } from "./process.ts";

const FREE = { capacity: 100_000, perSecond: 100_000 };

const { redisPath, slackUrl, signingSecret, dir } = readStart();
const log = createLog({ level: "error" });
const files = requireSound(await readFiles(dir, "workflows"), createLog({ level: "silent" }));
const redis = { url: null, tag: "bench", server: "", acceptsLoss: false };
const record = await openRecord({ path: redisPath }, { redis, dataDir: dir }, log);
const adapter = createSlackAdapter({
  token: new Secret("xoxb-bench"),
  transport: { type: "http", signingSecret: new Secret(signingSecret), listen: null },
  apiUrl: slackUrl,
  now: systemClock,
  log,
  given: createGiven(record.web, record.prefix),
  pacing: { conversation: FREE, post: FREE, update: FREE },
});
const referee = assemble(record, { adapters: [adapter], ...files, quotas: NO_QUOTAS, log });
const { port } = await serve("127.0.0.1", 0, [{ path: "/slack/events", listener: adapter.listener }]);
await referee.start();
ready(port);
