import type { Record } from "../../host/installation.ts";
import { redisReferences } from "../../host/references.ts";
import { systemClock } from "../../src/clock.ts";
import type { Environment } from "../../src/config/settings.ts";
import { type Config, readConfig, redisAddress } from "../../src/config.ts";
import { RefereeError } from "../../src/errors.ts";
import { createLog, type Log } from "../../src/log.ts";
import { openOutgoing } from "../../src/outgoing/outgoing.ts";
import { openWebClient } from "../../src/store/clients.ts";
import { ownerAddress } from "../../src/store/clusterClients.ts";
import { keyPrefix } from "../../src/store/eventStore.ts";
import { findCluster } from "../../src/store/findCluster.ts";
import { runningRedis } from "../record.ts";
import { examineAddress } from "./address.ts";
import { examineArchives } from "./archives.ts";
import { examineFiles } from "./files.ts";
import { bad, type Finding, ok } from "./finding.ts";
import { withLinks } from "./linked.ts";
import type { Platforms } from "./people.ts";
import { examineRedis, ready } from "./redis.ts";
import { examineSlack } from "./slack.ts";
import { examineTeams } from "./teams.ts";
import { examineWayOut } from "./wayOut.ts";

/** @param address where the platforms look for Referee, or null */
export async function examine(environment: Environment, address: string | null): Promise<readonly Finding[]> {
  const config = configOf(environment);
  if (Array.isArray(config)) {
    const { PLANTS_DIR = "plants", WORKFLOWS_DIR = "workflows" } = environment;
    return [...config, ...(await examineFiles(PLANTS_DIR, WORKFLOWS_DIR)).findings];
  }
  return examineAll(config, address);
}

async function examineAll(config: Config, address: string | null): Promise<readonly Finding[]> {
  const log = createLog({ level: "silent" });
  const outgoing = openOutgoing(config.proxy, systemClock, log);
  const inFiles = await examineFiles(config.plantsDir, config.workflowsDir);
  const redis = await examineRedis(config, log);
  const opened = await openRecordOf(config, redis, log);
  try {
    const { plants, findings: links } = await withLinks(opened, inFiles.plants);
    const parts = { outgoing, log, plants, record: opened, platforms: platformsOf(config) };
    return [
      ok("Settings", "read"),
      ...inFiles.findings,
      ...redis,
      ...links,
      ...(await examineArchives(config.archive, opened)),
      ...(await examineWayOut(config.proxy, config.extraCertificates)),
      ...(config.slack === null ? [] : await examineSlack(config.slack, parts)),
      ...(config.teams === null
        ? []
        : await examineTeams(config.teams, { ...parts, references: referencesIn(opened, log) })),
      ...(config.slack === null && config.teams === null ? [NOTHING] : []),
      ...(await examineAddress(config, address, outgoing)),
    ];
  } finally {
    opened?.web.disconnect();
    await outgoing.close();
  }
}

function platformsOf({ slack, teams }: Config): Platforms {
  return [...(slack === null ? [] : ["slack" as const]), ...(teams === null ? [] : ["teams" as const])];
}

const NOTHING = ok(
  "Platforms",
  "none is configured; npm start opens the local chat. docs/slack.md and docs/teams.md say how",
);

type Opened = Pick<Record, "web" | "prefix">;

function referencesIn(record: Opened | null, log: Log) {
  return record === null ? null : redisReferences(record, log);
}

/** The record, to look things up in; null when Redis cannot be asked, which its own findings say. */
async function openRecordOf(
  { redis: config, dataDir, slack, teams }: Config,
  redis: readonly Finding[],
  log: Log,
): Promise<Opened | null> {
  const address = redisAddress(config) ?? runningRedis(dataDir);
  if (address === null || redis.some(({ state }) => state === "untried")) return null;
  if (slack === null && teams === null) return null;
  let web = openWebClient(address, log);
  try {
    await ready(web);
    const found = await findCluster(web, keyPrefix(config.tag));
    if (found !== null) {
      web.disconnect();
      web = openWebClient(ownerAddress(found), log);
      await ready(web);
    }
    return { web, prefix: keyPrefix(config.tag) };
  } catch (error) {
    log.debug("Redis lets nobody in", { error });
    web.disconnect();
    return null;
  }
}

/** The settings, or a finding for each that is wrong. */
function configOf(environment: Environment): Config | Finding[] {
  try {
    return readConfig(environment);
  } catch (error) {
    if (!(error instanceof RefereeError)) throw error;
    const [, ...problems] = error.message.split("\n");
    return problems.map((problem) => bad("Settings", problem.trim(), "change it in .env; .env.example explains each"));
  }
}
