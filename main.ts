import { DAY_MS } from "./src/clock.ts";
import { readConfig } from "./src/config.ts";
import { RefereeError } from "./src/errors.ts";
import { createLog } from "./src/log.ts";
import { startOwnRedis } from "./src/redis/ownRedis.ts";

async function main(): Promise<void> {
  // From the first moment on: who is told to stop while starting must still end what was started.
  const stopSignal = untilStopped();
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel, secrets: config.secrets });
  const { dataDir, redis } = config;
  const ownRedis = redis.url === null ? await startOwnRedis({ dataDir, program: redis.server, log }) : null;
  if (config.slack === null && config.teams === null) log.warn("no chat platform is configured", { todo: WHAT_TO_SET });

  const awake = setInterval(() => undefined, DAY_MS);
  log.info("stopping", { signal: await stopSignal });
  clearInterval(awake);
  await ownRedis?.stop();
}

const WHAT_TO_SET = "set SLACK_BOT_TOKEN, and SLACK_SIGNING_SECRET or SLACK_APP_TOKEN, in .env; see .env.example";

/** Answers the signal that ends Referee: Ctrl-C, a service manager's, or that of a closed terminal. */
async function untilStopped(): Promise<string> {
  return await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve(signal));
  });
}

main().catch((error: unknown) => {
  // What an administrator can mend is said in a line; anything else is our mistake, and shows where it happened.
  const words = error instanceof RefereeError ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
});
