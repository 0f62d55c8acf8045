import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { openRecord } from "../../host/installation.ts";
import { addressOf } from "../../src/config/redisAddress.ts";
import { createLog } from "../../src/log.ts";
import { freePort, type Server, startServer } from "./servers.ts";

const PASSWORD = "a-long-password";
const DURABLE = ["--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction"];
const LOCKED = ["--requirepass", PASSWORD, "--masterauth", PASSWORD];
const log = createLog({ level: "silent" });

let dir = "";
const servers: Server[] = [];
let [master, replica, sentinel] = [0, 0, 0];
let first: Server | undefined;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "ref-sentinel-"));
  [master, replica, sentinel] = [await freePort(), await freePort(), await freePort()];
  first = await startServer(["--port", String(master), ...LOCKED, ...DURABLE], master);
  servers.push(first);
  servers.push(
    await startServer(
      ["--port", String(replica), "--replicaof", `127.0.0.1 ${master}`, ...LOCKED, ...DURABLE],
      replica,
    ),
  );
  const conf = join(dir, "sentinel.conf");
  const monitor = [
    `port ${sentinel}`,
    "bind 127.0.0.1",
    `dir ${dir}`,
    `logfile ${join(dir, "log")}`,
    `sentinel monitor plant 127.0.0.1 ${master} 1`,
    `sentinel auth-pass plant ${PASSWORD}`,
    "sentinel down-after-milliseconds plant 400",
    "sentinel failover-timeout plant 2000",
  ];
  await writeFile(conf, `${monitor.join("\n")}\n`);
  servers.push(await startServer([conf, "--sentinel"], sentinel));
  await untilSo(async () => (await infoOf(sentinel, "sentinel", null)).includes("slaves=1"));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill();
  await rm(dir, { recursive: true, force: true });
});

async function infoOf(port: number, section: string, password: string | null = PASSWORD): Promise<string> {
  const redis = new Redis({ port, host: "127.0.0.1", ...(password !== null && { password }) });
  const info = await redis.info(section);
  redis.disconnect();
  return info;
}

async function untilSo(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(50);
}

async function open(acceptsLoss: boolean) {
  const reach = { ca: null, cert: null, key: null, sentinelPassword: null };
  const address = addressOf(`redis+sentinel://:${PASSWORD}@127.0.0.1:${sentinel}/plant`, reach);
  const config = {
    redis: { url: null, tag: "referee", server: "", acceptsLoss },
    dataDir: await mkdtemp(join(dir, "data-")),
  };
  return openRecord(address, config, log);
}

test("a Redis behind Sentinel is refused with what it can lose, and used where that was accepted", async () => {
  await expect(open(false)).rejects.toThrow("may not have the last decisions that were answered");
  const record = await open(true);
  expect((await infoOf(master, "replication")).includes("role:master")).toBe(true);
  await record.web.set(`${record.prefix}counter`, "5");
  await record.close();
});

test("when its master dies the replica is used, and what it had not got is noticed", async () => {
  const record = await open(true);
  const write = (n: number) => record.worker.set(`${record.prefix}counter`, String(n));
  await write(5);
  const other = new Redis({ port: replica, host: "127.0.0.1", password: PASSWORD });
  await untilSo(async () => (await other.get(`${record.prefix}counter`)) === "5");
  // The last writes never reach the replica.
  await other.replicaof("127.0.0.1", "1");
  await write(9);
  record.rollback.sawCounter(9, 0);
  await first?.kill();
  await untilSo(async () => (await infoOf(replica, "replication")).includes("role:master"));
  other.disconnect();
  const now = Number(await record.worker.get(`${record.prefix}counter`));
  expect(now).toBe(5);
  record.rollback.sawCounter(now, record.rollback.counterSeen());
  await record.setBack;
  expect(record.rollback.findings()).toHaveLength(1);
  await untilSo(async () => record.web.status === "ready");
  await record.close();
});
