import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Redis } from "ioredis";

/** A redis-server that tests may kill and start again on the same data. */
export type RedisProcess = { readonly path: string; kill(): Promise<void>; restart(): Promise<void> };

/** The settings a real installation has. */
export const DURABLE = ["--appendonly", "yes", "--appendfsync", "always", "--hz", "100"] as const;

export async function startRedis(dir: string, settings: readonly string[] = DURABLE): Promise<RedisProcess> {
  const path = join(dir, "s");
  let child = await launch(dir, path, settings);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  const restart = async () => {
    await kill();
    child = await launch(dir, path, settings);
  };
  return { path, kill, restart };
}

async function launch(dir: string, path: string, settings: readonly string[]): Promise<ChildProcess> {
  await rm(path, { force: true });
  const base = ["--port", "0", "--unixsocket", path, "--dir", dir, "--save", "", "--logfile", join(dir, "log")];
  const child = spawn("redis-server", [...base, ...settings], { stdio: "ignore" });
  const probe = new Redis({ path, retryStrategy: () => 15, maxRetriesPerRequest: null });
  probe.on("error", () => undefined); // not up yet
  await probe.ping();
  probe.disconnect();
  return child;
}
