import { DAY_MS } from "./src/clock.ts";
import { readConfig } from "./src/config.ts";
import { RefereeError } from "./src/errors.ts";
import { createLog } from "./src/log.ts";
import { startOwnRedis } from "./src/redis/ownRedis.ts";

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel, secrets: config.secrets });
  const { dataDir, redis } = config;
  const ownRedis = redis.url === null ? await startOwnRedis({ dataDir, program: redis.server, log }) : null;
  if (config.slack === null && config.teams === null) log.warn("no chat platform is configured", { todo: WHAT_TO_SET });

  log.info("stopping", { signal: await stopSignal() });
  await ownRedis?.stop();
}

const WHAT_TO_SET = "set SLACK_BOT_TOKEN, and SLACK_SIGNING_SECRET or SLACK_APP_TOKEN, in .env; see .env.example";

/** Waits to be told to stop: by Ctrl-C, by a service manager, or by the terminal being closed. */
async function stopSignal(): Promise<string> {
  return await new Promise((resolve) => {
    const staysAwake = setInterval(() => undefined, DAY_MS);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => {
        clearInterval(staysAwake);
        resolve(signal);
      });
    }
  });
}

main().catch((error: unknown) => {
  // What an administrator can mend is said in a line; anything else is our mistake, and shows where it happened.
  const words = error instanceof RefereeError ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
});
