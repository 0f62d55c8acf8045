// One Referee process of the crash story: the product as main.ts puts it together, with a pacing and with leases that
// let many crashes fit into minutes. It is killed without warning, and started again by the story.
import { createSlackAdapter } from "../../../adapters/slack/slack.ts";
import { readFiles, requireSound } from "../../../host/files.ts";
import { serve } from "../../../host/httpServer.ts";
import { assemble, openRecord } from "../../../host/installation.ts";
import { systemClock } from "../../../src/clock.ts";
import { createLog } from "../../../src/log.ts";
import { Secret } from "../../../src/secret.ts";
import { Setup, STORY_PACING, STORY_TIMINGS } from "./setup.ts";

async function play({ redisPath, tag, slack, port, dataDir }: Setup): Promise<void> {
  const log = createLog({ level: "warn" });
  const files = requireSound(await readFiles("plants", "workflows"), createLog({ level: "silent" }));
  const redis = { url: null, tag, server: "", acceptsLoss: false };
  const record = await openRecord({ path: redisPath }, { redis, dataDir }, log);
  const adapter = createSlackAdapter({
    token: new Secret(slack.token),
    transport: { type: "http", signingSecret: new Secret(slack.signingSecret), listen: null },
    apiUrl: slack.apiUrl,
    now: systemClock,
    log,
    pacing: STORY_PACING,
  });
  const referee = assemble(record, { adapters: [adapter], ...files, log, timings: STORY_TIMINGS });
  await serve("127.0.0.1", port, [{ path: "/slack/events", listener: adapter.listener }]);
  await referee.start();
  process.send?.("ready");
}

// Whoever started this was killed: nobody would end it any more.
process.on("disconnect", () => process.exit(0));
await play(Setup.parse(JSON.parse(process.argv[2] ?? "null")));
