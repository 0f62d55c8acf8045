import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { checkCluster } from "../../src/store/checkCluster.ts";
import { keyPrefix } from "../../src/store/eventStore.ts";
import { onRedis } from "../../src/store/redisErrors.ts";

const prefix = keyPrefix("referee");
const HALF = 8_192;

type Node = { readonly redis: Redis; readonly port: number; readonly child: ChildProcess };
let dir = "";
let low: Node;
let high: Node;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  const port = typeof address === "object" && address !== null ? address.port : 0;
  // The nodes speak to each other ten thousand above it.
  return port > 50_000 ? freePort() : port;
}

async function startNode(): Promise<Node> {
  const port = await freePort();
  const settings = ["--port", `${port}`, "--bind", "127.0.0.1", "--cluster-enabled", "yes", "--save", ""];
  const files = ["--dir", await mkdtemp(join(dir, "node-")), "--cluster-require-full-coverage", "no"];
  const child = spawn("redis-server", [...settings, ...files], { stdio: "ignore" });
  const redis = new Redis({ host: "127.0.0.1", port, retryStrategy: () => 20, maxRetriesPerRequest: null });
  redis.on("error", () => undefined); // not up yet
  await redis.ping();
  return { redis, port, child };
}

/** Two nodes that share the slots: neither has all of them. */
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "ref-cluster-"));
  [low, high] = await Promise.all([startNode(), startNode()]);
  await low.redis.call("CLUSTER", "ADDSLOTSRANGE", "0", `${HALF - 1}`);
  await high.redis.call("CLUSTER", "ADDSLOTSRANGE", `${HALF}`, "16383");
  await low.redis.call("CLUSTER", "MEET", "127.0.0.1", `${high.port}`);
  const knowsBoth = async ({ redis }: Node) => (await redis.cluster("SLOTS")).length === 2;
  while (!(await knowsBoth(low)) || !(await knowsBoth(high))) await new Promise((resolve) => setTimeout(resolve, 50));
});
afterAll(async () => {
  for (const { redis, child } of [low, high]) {
    redis.disconnect();
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
  await rm(dir, { recursive: true });
});

async function sides(): Promise<{ readonly owner: Node; readonly other: Node; readonly slot: number }> {
  const slot = await low.redis.cluster("KEYSLOT", prefix);
  return slot < HALF ? { owner: low, other: high, slot } : { owner: high, other: low, slot };
}

test("a node of a cluster that has the installation's slot is taken, any other says which one has it", async () => {
  const { owner, other, slot } = await sides();
  await expect(checkCluster(owner.redis, prefix)).resolves.toBeUndefined();
  await expect(checkCluster(other.redis, prefix)).rejects.toMatchObject({
    code: "STORE_UNSAFE",
    message: expect.stringContaining(
      `is in slot ${slot}, which 127.0.0.1:${owner.port} has. Put that address into REDIS_URL`,
    ),
  });
});

test("a slot that moved while Referee ran is answered as a Redis that is away, never as MOVED", async () => {
  const { other } = await sides();
  const write = onRedis(() => other.redis.set(`${prefix}ready`, "1"));
  await expect(write).rejects.toMatchObject({ code: "STORE_AWAY", message: expect.not.stringContaining("MOVED") });
});

test("a cluster in which nobody has the installation's slot says so", async () => {
  const { owner, slot } = await sides();
  await owner.redis.call("CLUSTER", "DELSLOTS", `${slot}`);
  await expect(checkCluster(owner.redis, prefix)).rejects.toMatchObject({
    code: "STORE_UNSAFE",
    message: expect.stringContaining(`no node of it has slot ${slot}`),
  });
});
