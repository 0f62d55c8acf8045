import type { LocalChat } from "./adapters/web/localChat.ts";
import { countCertificates } from "./host/certificates.ts";
import { exitStatusOf, LATER, lastWords } from "./host/exitStatus.ts";
import { type Files, readFiles, requireSound } from "./host/files.ts";
import { followFiles } from "./host/followFiles.ts";
import { untilAccepted } from "./host/held.ts";
import { healthMounts, type Mount, serve } from "./host/httpServer.ts";
import { assemble, openRecord, type Record } from "./host/installation.ts";
import { createLifetime, type Lifetime } from "./host/lifetime.ts";
import { keepToken, openLocalChat } from "./host/localChat.ts";
import { openWatch, type Watch } from "./host/metrics/watch.ts";
import { openSlack, openTeams, slackMounts } from "./host/platforms.ts";
import { showProblemsUntilSound } from "./host/problems.ts";
import { notReady } from "./host/readiness.ts";
import { canRestart, dieAsIfKilled, restartOnChange } from "./host/restart.ts";
import { openScim } from "./host/scim/scim.ts";
import { tellOps } from "./host/tellOps.ts";
import type { Adapter } from "./src/adapter.ts";
import { systemClock } from "./src/clock.ts";
import { type Config, readConfig, redisAddress } from "./src/config.ts";
import { RefereeError } from "./src/errors.ts";
import { createLog, type Log } from "./src/log.ts";
import { type Outgoing, openOutgoing } from "./src/outgoing/outgoing.ts";
import { addressReader } from "./src/outgoing/readAddress.ts";
import type { Plant } from "./src/plant/plant.ts";
import { startOwnRedis } from "./src/redis/ownRedis.ts";
import type { Referee } from "./src/referee/referee.ts";
import { createSecondReader, type SecondReader } from "./src/secondReader/secondReader.ts";

/** Starts, runs until it is told to stop, and ends what was started, however far that came. */
async function main(): Promise<void> {
  // From the first moment on: who is told to stop while starting must still end what was started.
  const stopSignal = untilStopped();
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel, secrets: config.secrets });
  if (config.slack === null && config.teams === null && !config.webChat)
    throw new RefereeError("CONFIG_INVALID", NOTHING_TO_DO);
  const life = createLifetime(log);
  const starting = start(config, log, life, stopSignal);
  try {
    await Promise.race([starting, stopSignal]);
    log.info("stopping", { signal: await stopSignal });
  } finally {
    await life.end(starting);
  }
}

async function start(config: Config, log: Log, life: Lifetime, stopSignal: Promise<string>): Promise<void> {
  const files = await soundFiles(config, log, stopSignal);
  if (files === null) return;
  const { dataDir, redis } = config;
  const ownRedis = redis.url === null ? await startOwnRedis({ dataDir, program: redis.server, log }) : null;
  if (ownRedis !== null) life.opened("own Redis", ownRedis.stop);
  const watch = openWatch(config.metrics);
  const record = await openRecord(ownRedis?.connection ?? redisAddress(redis) ?? "", config, log, watch.counting);
  life.opened("record", record.close);
  if (!(await untilAccepted({ record, http: config.http, stopped: stopSignal, log }))) return;
  void record.setBack.then(() => endFor(log));
  await run(config, record, files, watch, log, life);
}

/** Ends as if told to, and says to whoever starts it again that this was no mistake: the next start waits for an administrator. */
function endFor(log: Log): void {
  log.error("Redis was set back while Referee ran: it ends, and the next start says what is missing");
  process.exitCode = LATER;
  process.kill(process.pid, "SIGTERM");
}

const NOTHING_TO_DO =
  "No chat platform is configured: set SLACK_BOT_TOKEN, and SLACK_SIGNING_SECRET or SLACK_APP_TOKEN, in .env, or TEAMS_APP_ID and what belongs to it, or WEB_CHAT=on for the local chat. .env.example explains each.";

/** The files, once nothing is wrong with them; null when Referee was stopped while somebody mended them. */
async function soundFiles(
  { plantsDir, workflowsDir, webChat, http, dataDir }: Config,
  log: Log,
  stopped: Promise<string>,
) {
  const read = () => readFiles(plantsDir, workflowsDir);
  const files = await read();
  if (files.ok || !webChat) return requireSound(files, log);
  const dirs = [plantsDir, workflowsDir];
  return showProblemsUntilSound({ files, read, dirs, http, token: await keepToken(dataDir), stopped });
}

async function run(
  config: Config,
  record: Record,
  files: Extract<Files, { ok: true }>,
  watch: Watch,
  log: Log,
  life: Lifetime,
): Promise<void> {
  if (config.extraCertificates !== null) await countCertificates(config.extraCertificates);
  const outgoing = openOutgoing(config.proxy, systemClock, log);
  life.opened("way out", outgoing.close);
  let built: Referee | null = null;
  // The local chat asks before there is anything on record: it begins with what the files say.
  const inForce = () => built?.inForce.latest() ?? files.plants;
  const slack = config.slack === null ? null : openSlack(config.slack, record, inForce, outgoing, log);
  const teams =
    config.teams === null ? null : await openTeams(config.teams, config.http.host, record, inForce, outgoing, log);
  const restart = config.webChat && canRestart() ? dieAsIfKilled : null;
  const web = config.webChat ? await webFrom(config, record, inForce, () => referee, restart, log) : null;
  const platforms: readonly Adapter[] = [slack, teams].filter((adapter) => adapter !== null);
  const adapters = [...platforms, ...(web?.adapters ?? [])].map(watch.adapter);
  // Whoever tries out files in the local chat alone means the ones that are there now.
  const referee: Referee = assemble(record, {
    ...files,
    adapters,
    evenOlder: platforms.length === 0,
    log,
    readAddress: addressReader(outgoing),
    count: watch.count,
    secondReader: secondReaderOf(config, outgoing, log),
  });
  built = referee;
  const missing = () => notReady(record, adapters, referee.work, outgoing);
  const looked = { ...record, adapters, work: referee.work, plants: referee.inForce.latest, notReady: missing };
  const scim = openScim(config.scim, record, () => referee.plants, log);
  const server = await serve(config.http.host, config.http.port, [
    ...healthMounts(missing, () => [
      ...referee.inForce.differing().map(sayDiffering),
      ...referee.inForce.waiting().map(sayWaiting),
      ...adapters.flatMap((adapter) => adapter.remarks?.() ?? []),
    ]),
    ...watch.mounts(looked, log),
    ...scim.mounts,
    ...(slack === null ? [] : slackMounts(slack)),
    ...(teams === null ? [] : [{ path: "/api/messages", listener: teams.listener }]),
    ...(web === null ? [] : [{ path: "/", listener: web.handle } satisfies Mount]),
  ]);
  life.opened("HTTP server", server.close);
  life.opened("Referee", referee.stop, FINISH_MS);
  await referee.start();
  await scim.start();
  life.opened("directory", async () => scim.close());
  log.info("Referee is running", { port: server.port, platforms: adapters.map(({ name }) => name) });
  if (web !== null) process.stdout.write(`\nReferee is ready. Open ${web.address(server.port)}\n\n`);
  watchFiles(config, record, { adapters, referee, restarts: restart !== null }, log, life);
}

/** What was changed is read again; in the local chat alone by a new start, which shows mistakes in the browser. */
function watchFiles(
  config: Config,
  record: Record,
  { adapters, referee, restarts }: { adapters: readonly Adapter[]; referee: Referee; restarts: boolean },
  log: Log,
  life: Lifetime,
): void {
  const dirs = [config.plantsDir, config.workflowsDir];
  if (restarts) {
    const watching = restartOnChange(dirs, log);
    life.opened("watch over the files", async () => watching.close());
    return;
  }
  const following = followFiles({
    read: () => readFiles(config.plantsDir, config.workflowsDir),
    dirs: [config.plantsDir],
    referee,
    tell: (problems) => tellOps(record, adapters, referee.inForce.latest(), problems, log),
    log,
  });
  life.opened("watch over the files", async () => following.close());
  if (!endsWithTerminal()) process.on("SIGHUP", () => void following.again());
}

const sayDiffering = (code: string) =>
  `${code}: another plant file is in force than this process has; npm run publish-plant compares them`;

const sayWaiting = ({ plant, people }: { plant: string; people: number }) =>
  `${plant}: the directory says that unusually many have left, or the last who leads Ops; ${people} wait for an administrator; npm run directory`;

/** What is being said, or answered to somebody, may be finished; the rest is owed and said after the next start. */
const FINISH_MS = 5_000;

async function webFrom(
  { dataDir }: Config,
  record: Record,
  plants: () => readonly Plant[],
  referee: () => Referee,
  kill: (() => void) | null,
  log: Log,
): Promise<LocalChat> {
  return openLocalChat({ record, plants, referee, token: await keepToken(dataDir), kill, log });
}

/**
 * Answers the signal that ends Referee: Ctrl-C, a service manager's, or that of its terminal closing. Later ones are not
 * needed: Ctrl-C reaches a whole family of processes, each of which passes it on.
 */
async function untilStopped(): Promise<string> {
  return await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve(signal));
    process.on("SIGHUP", () => (endsWithTerminal() ? resolve("SIGHUP") : undefined));
    // Whoever started us was killed. Staying behind would keep the record and the port from the next start.
    process.once("disconnect", () => resolve("disconnect"));
    process.channel?.unref(); // listening alone would keep this process from ending
  });
}

/** SIGHUP means that the terminal was closed; where there is none, that the files are to be read again. */
function endsWithTerminal(): boolean {
  return process.stdin.isTTY === true;
}

const LAST_MS = 300;

main()
  .catch((error: unknown) => {
    process.stderr.write(`${lastWords(error)}\n`);
    process.exitCode = exitStatusOf(error);
  })
  // Everything was closed; a client that still tries to reach a Redis that is away must not keep this process.
  .finally(() => setTimeout(() => process.exit(), LAST_MS).unref());

/** Asked nothing, and so told nothing, unless it is configured. */
function secondReaderOf({ secondReader }: Config, { fetch }: Outgoing, log: Log): SecondReader | null {
  return secondReader === null ? null : createSecondReader(secondReader, { fetch, now: systemClock, log });
}
