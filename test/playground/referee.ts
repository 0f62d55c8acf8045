import { type ChildProcess, spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { instant, systemClock } from "../../src/clock.ts";
import { keyPrefix } from "../../src/store/eventStore.ts";
import { startThrowAwayRedis } from "../support/throwAwayRedis.ts";
import { plantFile } from "./plant.ts";
import { freePort } from "./playground.ts";

const TAG = "playground";
const STARTS_WITHIN_MS = 60_000;

export type Referee = { readonly messages: string; stop(): Promise<void> };

/** The product as it is, on a plant of the Playground's people, at ten on a working day. It checks nobody, on this machine only. */
export async function startReferee(root: string, folder: string): Promise<Referee> {
  const plant = plantFile(await readFile(join(root, "plants", "demo.yaml"), "utf8"));
  await writeFile(join(folder, "plant.yaml"), plant);
  const redis = await startThrowAwayRedis();
  await wind(redis.address);
  const port = await freePort();
  const ours = /^(SLACK_|TEAMS_(?!TRANSPORT)|REDIS_URL|PLANTS_DIR|WORKFLOWS_DIR|WEB_CHAT)/;
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name))),
    ...{ TEAMS_INSECURE_LOCAL: "1", HOST: "127.0.0.1", PORT: String(port), REDIS_URL: redis.address },
    ...{
      REFEREE_TAG: TAG,
      PLANTS_DIR: folder,
      DATA_DIR: join(folder, "..", "data"),
      LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
    },
  };
  const child = spawn(process.execPath, ["--import", "tsx", "main.ts"], { cwd: root, env, stdio: "inherit" });
  const address = `http://127.0.0.1:${port}`;
  await ready(child, `${address}/readyz`);
  return {
    messages: `${address}/api/messages`,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      if (child.exitCode === null && child.kill("SIGTERM")) await ended;
      await redis.stop();
    },
  };
}

/** Plant time only moves on: to the first Monday after today, when everybody is at work. */
async function wind(address: string): Promise<void> {
  const client = new Redis(address);
  const today = new Date(systemClock());
  const days = ((8 - today.getUTCDay()) % 7 || 7) * 24 * 3_600_000;
  const monday = new Date(systemClock() + days).toISOString().slice(0, 10);
  await client.set(`${keyPrefix(TAG)}clock`, instant(`${monday}T10:00:00+01:00`) - systemClock());
  await client.quit();
}

async function ready(child: ChildProcess, address: string): Promise<void> {
  const until = systemClock() + STARTS_WITHIN_MS;
  while (systemClock() < until) {
    if (child.exitCode !== null) break;
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok === true) return;
    await pause(200);
  }
  throw new Error("Referee did not become ready");
}
