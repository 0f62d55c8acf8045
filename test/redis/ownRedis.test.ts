import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { createLog } from "../../src/log.ts";
import { endAbandoned, type OwnRedis, startOwnRedis } from "../../src/redis/ownRedis.ts";
import { hasEnded, runningProcess } from "../../src/redis/processes.ts";
import { installedServer } from "../support/throwAwayRedis.ts";

const log = createLog({ level: "silent" });
const LONG_MS = 20_000;

// ioredis holds a timer this long after every disconnect, and jest waits for it.
const QUICK_GOODBYE = { disconnectTimeout: 50 };

/** A folder for each test, and everything started in it ended with the test, also when it fails half-way. */
function useOwnRedis() {
  let dataDir = "";
  const closers: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "referee-own-"));
  });
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const start = async (folder = dataDir): Promise<OwnRedis> => {
    const own = await startOwnRedis({ dataDir: folder, log, ...installedServer() });
    closers.push(own.stop);
    return own;
  };
  const connect = ({ connection }: Pick<OwnRedis, "connection">): Redis => {
    const redis = new Redis({ ...connection, retryStrategy: () => 20, maxRetriesPerRequest: null, ...QUICK_GOODBYE });
    redis.on("error", () => undefined); // expected: these tests kill the server under it
    closers.push(async () => redis.disconnect());
    return redis;
  };
  /** Another Referee process that keeps the Redis of this folder. */
  const startElsewhere = async () => {
    const program = new URL("../support/ownRedisHolder.ts", import.meta.url).pathname;
    const holder = spawn(process.execPath, ["--import", "tsx", program, dataDir], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(holder, "exit");
    const kill = async () => {
      holder.kill("SIGKILL");
      await ended;
    };
    closers.push(async () => kill().then(() => endAbandoned(dataDir, log)));
    await once(holder.stdout, "data");
    holder.stdout.destroy(); // its compiler may outlive it, holding the other end
    return { kill };
  };
  return { start, connect, startElsewhere, dataDir: () => dataDir };
}

const world = useOwnRedis();

async function serverPid(): Promise<number> {
  return Number(await readFile(join(world.dataDir(), "redis", "redis.pid"), "utf8"));
}

describe("an own Redis", () => {
  test("keeps the record from one run to the next", async () => {
    const first = await world.start();
    await world.connect(first).set("request", "HAM-142");
    await first.stop();
    const second = await world.start();
    expect(await world.connect(second).get("request")).toBe("HAM-142");
  });

  test("has every answered write on the disk, and never throws a request away for room", async () => {
    const redis = world.connect(await world.start());
    expect(await redis.config("GET", "append*", "maxmemory-policy", "hz", "save", "port")).toEqual(
      expect.arrayContaining([
        "appendonly",
        "yes",
        "appendfsync",
        "always",
        "maxmemory-policy",
        "noeviction",
        "hz",
        "100",
      ]),
    );
  });

  test("does not let a client empty it or change its settings", async () => {
    const redis = world.connect(await world.start());
    await expect(redis.flushall()).rejects.toThrow("NOPERM");
    await expect(redis.config("SET", "appendfsync", "no")).rejects.toThrow("NOPERM");
  });

  test("is closed to other users of the machine", async () => {
    const { connection } = await world.start();
    expect((await stat(connection.path)).mode & 0o077).toBe(0);
    expect((await stat(join(world.dataDir(), "redis"))).mode & 0o077).toBe(0);
  });

  test("ends with the program, and leaves neither socket nor lock", async () => {
    const own = await world.start();
    const pid = await serverPid();
    await own.stop();
    expect(await runningProcess(pid)).toBeNull();
    await expect(stat(own.connection.path)).rejects.toThrow("ENOENT");
    expect(await endAbandoned(world.dataDir(), log)).toBe(true);
  });

  test("is in a process group of its own, so that Ctrl-C does not end it before the program", async () => {
    await world.start();
    const pid = await serverPid();
    expect(() => process.kill(-pid, 0)).not.toThrow();
  });

  test("comes back on the same data when it is killed under a running program", async () => {
    const redis = world.connect(await world.start());
    await redis.set("request", "HAM-142");
    process.kill(await serverPid(), "SIGKILL");
    expect(await redis.get("request")).toBe("HAM-142");
  });

  test("starts although a killed one left its socket and its number behind", async () => {
    await mkdir(join(world.dataDir(), "redis"));
    await writeFile(join(world.dataDir(), "redis", "redis.sock"), "");
    await writeFile(join(world.dataDir(), "redis", "redis.pid"), String(process.pid));
    const redis = world.connect(await world.start());
    expect(await redis.ping()).toBe("PONG");
  });

  test("uses a short socket path when the folder's own is too long for one", async () => {
    const deep = join(world.dataDir(), "a-plant-with-a-long-name".repeat(4), "an ordinary name");
    const own = await world.start(deep);
    expect(Buffer.byteLength(own.connection.path)).toBeLessThanOrEqual(100);
    expect(await world.connect(own).ping()).toBe("PONG");
    await own.stop();
    await rm(join(own.connection.path, ".."), { recursive: true });
  });

  test("says what redis-server wrote when it refuses to start", async () => {
    await mkdir(join(world.dataDir(), "redis", "appendonlydir"), { recursive: true });
    await writeFile(join(world.dataDir(), "redis", "appendonlydir", "appendonly.aof.manifest"), "not a manifest");
    await expect(world.start()).rejects.toMatchObject({
      code: "STORE_AWAY",
      message: expect.stringMatching(/ended while starting[\s\S]*manifest/),
    });
  });

  test("says what to install when there is no redis-server", async () => {
    const attempt = startOwnRedis({ dataDir: world.dataDir(), program: "no-such-server", log });
    await expect(attempt).rejects.toMatchObject({ code: "STORE_AWAY", message: expect.stringContaining("REDIS_URL") });
  });
});

describe("two Referees on the same folder", () => {
  test("do not both get it: the second is told who has it and what to do", async () => {
    await world.start();
    await expect(world.start()).rejects.toMatchObject({
      code: "STORE_UNSAFE",
      message: expect.stringMatching(new RegExp(`process ${process.pid}.*DATA_DIR`)),
    });
  });

  test("are noticed through a symbolic link too", async () => {
    await world.start();
    const link = join(world.dataDir(), "elsewhere");
    await symlink(world.dataDir(), link);
    await expect(world.start(link)).rejects.toMatchObject({ code: "STORE_UNSAFE" });
  });
});

describe("a Referee that was killed", () => {
  test(
    "leaves a server that the next one ends, keeping what it holds",
    async () => {
      const killed = await world.startElsewhere();
      const orphan = await serverPid();
      const before = world.connect({ connection: { path: join(world.dataDir(), "redis", "redis.sock") } });
      await before.set("request", "HAM-142");
      await killed.kill();
      expect(await runningProcess(orphan)).not.toBeNull();

      const next = await world.start();
      expect(await runningProcess(orphan)).toBeNull();
      expect(await world.connect(next).get("request")).toBe("HAM-142");
    },
    LONG_MS,
  );

  test(
    "leaves a server that is not touched while its program lives",
    async () => {
      await world.startElsewhere();
      expect(await endAbandoned(world.dataDir(), log)).toBe(false);
      expect(await hasEnded(await serverPid(), 0)).toBe(false);
    },
    LONG_MS,
  );
});
