// One Referee process of the crash story: the product as main.ts puts it together, with a pacing and with leases that
// let many crashes fit into minutes. It is killed without warning, and started again by the story.
import { createSlackAdapter } from "../../../adapters/slack/slack.ts";
import { createTeamsAdapter } from "../../../adapters/teams/adapter.ts";
import { PUBLIC_CLOUD } from "../../../adapters/teams/options.ts";
import { readFiles, requireSound } from "../../../host/files.ts";
import { serve } from "../../../host/httpServer.ts";
import { assemble, openRecord, type Record } from "../../../host/installation.ts";
import { redisReferences } from "../../../host/references.ts";
import { systemClock } from "../../../src/clock.ts";
import { createLog, type Log } from "../../../src/log.ts";
import { Secret } from "../../../src/secret.ts";
import { createGiven } from "../../../src/store/given.ts";
import { NO_QUOTAS } from "../../../src/store/quotas.ts";
import { onBothPlatforms } from "./platforms.ts";
import { Setup, STORY_PACING, STORY_TIMINGS } from "./setup.ts";

async function play(setup: Setup): Promise<void> {
  const log = createLog({ level: "warn" });
  const files = requireSound(await readFiles("plants", "workflows"), createLog({ level: "silent" }));
  const plants = files.plants.map(onBothPlatforms);
  const redis = { url: null, tag: setup.tag, server: "", acceptsLoss: false };
  const record = await openRecord({ path: setup.redisPath }, { redis, dataDir: setup.dataDir }, log);
  const slack = slackFor(setup, record, log);
  const teams = await teamsFor(setup, record, log);
  const parts = { adapters: [slack, teams], plants, types: files.types, log, timings: STORY_TIMINGS };
  const referee = assemble(record, { ...parts, quotas: NO_QUOTAS });
  await serve("127.0.0.1", setup.port, [
    { path: "/slack/events", listener: slack.listener },
    { path: "/api/messages", listener: teams.listener },
  ]);
  await referee.start();
  process.send?.("ready");
}

function slackFor({ slack }: Setup, record: Record, log: Log) {
  return createSlackAdapter({
    token: new Secret(slack.token),
    transport: { type: "http", signingSecret: new Secret(slack.signingSecret), listen: null },
    apiUrl: slack.apiUrl,
    now: systemClock,
    log,
    given: createGiven(record.web, record.prefix),
    pacing: STORY_PACING.slack,
  });
}

function teamsFor({ teams }: Setup, record: Record, log: Log) {
  const { appId, secret, tenant, issuer, metadataUrl, tokenUrl } = teams;
  return createTeamsAdapter({
    appId,
    appType: "SingleTenant",
    tenant,
    tenants: [],
    credential: { type: "tokenEndpoint", url: tokenUrl, secret: new Secret(secret) },
    cloud: { ...PUBLIC_CLOUD, issuer, openIdMetadataUrl: metadataUrl },
    serviceHosts: ["127.0.0.1"],
    host: "127.0.0.1",
    port: null,
    development: false,
    references: redisReferences(record, log),
    given: createGiven(record.web, record.prefix),
    now: systemClock,
    log,
    pacing: STORY_PACING.teams,
  });
}

// Whoever started this was killed: nobody would end it any more.
process.on("disconnect", () => process.exit(0));
await play(Setup.parse(JSON.parse(process.argv[2] ?? "null")));
