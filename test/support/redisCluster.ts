import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { Redis } from "ioredis";
import { z } from "zod";

/** One server of a cluster, on loopback. */
export type ClusterServer = {
  readonly port: number;
  /** Speaks to this server alone. */
  readonly redis: Redis;
  readonly id: () => Promise<string>;
  kill(): Promise<void>;
  /** On the same data. */
  start(): Promise<void>;
};

export type RedisCluster = {
  readonly servers: readonly ClusterServer[];
  /** Who has the slot of a key, and somebody who has not. */
  sides(key: string): Promise<{ readonly slot: number; readonly owner: ClusterServer; readonly other: ClusterServer }>;
  /** A server that copies one of them, once all know of it; `leave` ends it. */
  addReplica(of: ClusterServer): Promise<{ leave(): Promise<void> }>;
  stop(): Promise<void>;
};

const DURABLE = ["--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction", "--save", ""];
const CLUSTERED = ["--cluster-enabled", "yes", "--cluster-node-timeout", "1500", "--bind", "127.0.0.1"];

/** Real redis-servers on loopback, made a cluster of by redis-cli, without replicas. */
export async function startCluster(masters = 3, settings: readonly string[] = []): Promise<RedisCluster> {
  const dir = await mkdtemp(join(tmpdir(), "ref-cluster-"));
  const servers = await Promise.all(Array.from({ length: masters }, () => startServer(dir, settings)));
  const addresses = servers.map(({ port }) => `127.0.0.1:${port}`);
  if (masters >= 3) {
    await promisify(execFile)("redis-cli", ["--cluster", "create", ...addresses, "--cluster-yes"]);
    await Promise.all(servers.map(untilOk));
  }
  return {
    servers,
    sides: async (key) => {
      const [first] = servers;
      const slot = z.int().parse(await first?.redis.cluster("KEYSLOT", key));
      const ids = await Promise.all(servers.map((server) => server.id()));
      const ranges = (await first?.redis.cluster("SLOTS")) ?? [];
      const range = ranges.find(([from, to]) => Number(from) <= slot && slot <= Number(to));
      const has = ids.indexOf(z.tuple([z.string(), z.int(), z.string()], z.unknown()).parse(range?.[2])[2]);
      const [owner, other] = [servers[has], servers[(has + 1) % servers.length]];
      if (owner === undefined || other === undefined) throw new Error(`Nobody has slot ${slot}`);
      return { slot, owner, other };
    },
    addReplica: async (of) => {
      const replica = await startServer(dir, settings);
      const id = await of.id();
      await replica.redis.cluster("MEET", "127.0.0.1", of.port);
      while (!String(await replica.redis.cluster("NODES")).includes(id)) await pause(20);
      await replica.redis.cluster("REPLICATE", id);
      const mine = await replica.id();
      const isKnown = async ({ redis }: ClusterServer) => JSON.stringify(await redis.cluster("SLOTS")).includes(mine);
      for (const server of servers) while (!(await isKnown(server))) await pause(20);
      const leave = async () => {
        replica.redis.disconnect();
        await replica.kill();
        for (const server of servers) await server.redis.cluster("FORGET", mine);
      };
      return { leave };
    },
    stop: async () => {
      for (const server of servers) {
        server.redis.disconnect();
        await server.kill();
      }
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function startServer(dir: string, settings: readonly string[]): Promise<ClusterServer> {
  const [own, port] = [await mkdtemp(join(dir, "server-")), await freePort()];
  const args = [
    ...DURABLE,
    ...CLUSTERED,
    "--dir",
    own,
    "--port",
    `${port}`,
    "--logfile",
    join(own, "log"),
    ...settings,
  ];
  let child: ChildProcess | null = null;
  const redis = new Redis({
    host: "127.0.0.1",
    port,
    retryStrategy: () => 20,
    maxRetriesPerRequest: null,
    lazyConnect: true,
  });
  redis.on("error", () => undefined); // not up yet
  const start = async () => {
    child = spawn("redis-server", args, { stdio: "ignore" });
    await redis.ping();
  };
  await start();
  return {
    port,
    redis,
    start,
    id: async () => z.string().parse(await redis.cluster("MYID")),
    kill: async () => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  const port = typeof address === "object" && address !== null ? address.port : 0;
  // The servers speak to each other ten thousand above it.
  return port > 50_000 ? freePort() : port;
}

export async function untilOk({ redis }: Pick<ClusterServer, "redis">): Promise<void> {
  while (!/^cluster_state:ok/m.test(await redis.cluster("INFO"))) await pause(20);
}

/** Two servers as they are while a slot moves from one to the other: new keys come to be at the other. */
export async function beginMove(slot: number, from: ClusterServer, to: ClusterServer): Promise<void> {
  await to.redis.cluster("SETSLOT", slot, "IMPORTING", await from.id());
  await from.redis.cluster("SETSLOT", slot, "MIGRATING", await to.id());
}

/** Moves so many keys of the slot. @returns whether any is left */
export async function moveSome(slot: number, from: ClusterServer, to: ClusterServer, count: number): Promise<boolean> {
  const keys = z.array(z.string()).parse(await from.redis.cluster("GETKEYSINSLOT", slot, count));
  if (keys.length > 0) await from.redis.call("MIGRATE", "127.0.0.1", to.port, "", 0, 5_000, "KEYS", ...keys);
  return keys.length > 0;
}

export async function endMove(slot: number, from: ClusterServer, to: ClusterServer): Promise<void> {
  const id = await to.id();
  await to.redis.cluster("SETSLOT", slot, "NODE", id);
  await from.redis.cluster("SETSLOT", slot, "NODE", id);
}
