import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { untilAccepted } from "../../host/held.ts";
import { openRecord } from "../../host/installation.ts";
import { DAY_MS, instant } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { RequestId } from "../../src/request/ids.ts";
import { openArchiveFolder } from "../../src/store/archiveFolder.ts";
import { createArchiver } from "../../src/store/archiver.ts";
import { createPacking } from "../../src/store/packing.ts";
import { type Append, StreamId } from "../../src/store/types.ts";
import { type RedisProcess, startRedis } from "../faults/redisProcess.ts";

const log = createLog({ level: "silent" });
const WITH_TOOLS_MS = 60_000;
const settings = { url: null, tag: "referee", server: "redis-server", acceptsLoss: false };

let dir = "";
let redis: RedisProcess;
const file = () => join(dir, "backup.rdb");
const dataDir = () => join(dir, "data");

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "referee-backups-"));
  redis = await startRedis(await mkdtemp(join(dir, "redis-")));
});
afterEach(async () => {
  await redis.kill();
  await rm(dir, { recursive: true });
});

/** The machine is lost, and there is another one with nothing on it. */
async function loseMachine(): Promise<void> {
  await redis.kill();
  redis = await startRedis(await mkdtemp(join(dir, "redis-")));
}

const open = () => openRecord({ path: redis.path }, { redis: settings, dataDir: dataDir() }, log);

/** An event of a request that is known as HAM-<number>. */
function eventOf(number: number, version: number, head: string): Append {
  const stream = StreamId.parse(RequestId.parse(`req_00000000000${number}`));
  return {
    ...{ commandId: `c-${number}-${version}`, stream, expected: { version, head: version === 0 ? stream : head } },
    ...{ events: [`{"type":"Something","of":${number}}`], answer: "null", guards: [], wakeAt: null, touches: [] },
    ...{ projection: { key: `HAM-${number}` }, indexes: [{ name: "open-HAM", score: number }], revisits: [] },
  };
}

/** @returns the event's number */
async function happens(record: Awaited<ReturnType<typeof open>>, number: number): Promise<void> {
  const { version, head } = await record.store.load(StreamId.parse(`req_00000000000${number}`));
  const appended = await record.store.append(eventOf(number, version, head));
  expect(appended.type).toBe("appended");
}

/** What its tools are told beside the usual. */
let more: NodeJS.ProcessEnv = {};
afterEach(() => {
  more = {};
});

async function tool(
  name: string,
  ...args: readonly string[]
): Promise<{ readonly status: number; readonly said: string }> {
  const env = { ...process.env, REDIS_URL: redis.path, DATA_DIR: dataDir(), NODE_OPTIONS: "", ...more };
  try {
    const run = promisify(execFile)(process.execPath, ["--import", "tsx", `tools/${name}.ts`, ...args], { env });
    const { stdout } = await run;
    return { status: 0, said: stdout };
  } catch (error) {
    expect(error).toMatchObject({ code: 1 });
    return { status: 1, said: String(Object(error).stdout) };
  }
}

async function everything(record: Awaited<ReturnType<typeof open>>): Promise<ReadonlyMap<string, string>> {
  const { worker, prefix } = record;
  const keys = (await worker.keys(`${prefix}*`)).filter((key) => !/:(ready|bull:.*)$/.test(key)).toSorted();
  const kept = await Promise.all(
    keys.map(async (key): Promise<[string, string]> => [key, (await worker.dumpBuffer(key))?.toString("hex") ?? ""]),
  );
  return new Map(kept);
}

/** Three requests, a backup, and then HAM-1 goes on and HAM-4 comes. @returns what the backup has */
async function backedUpAndGoneOn() {
  const record = await open();
  for (const number of [1, 2, 3]) await happens(record, number);
  await happens(record, 1);
  await record.worker.set(`${record.prefix}said:x`, "y", "PX", 3_600_000);
  await record.worker.lpush(`${record.prefix}bull:speak:wait`, "a job");
  const had = await everything(record);
  const made = await tool("backup", file());
  expect(made).toEqual({ status: 0, said: expect.stringContaining("4 appends, loaded and verified") });
  await happens(record, 1);
  await happens(record, 4);
  await record.close();
  return had;
}

/** Asks a Referee that waits, as a load balancer does. */
async function whileWaiting<T>(record: Awaited<ReturnType<typeof open>>, work: (port: number) => Promise<T>) {
  const port = 20_000 + (process.pid % 20_000);
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const accepted = untilAccepted({ record, http: { host: "127.0.0.1", port }, stopped, log });
  try {
    const found = await work(port);
    return { found, accepted: await Promise.race([accepted, stoppedLater(stop, accepted)]) };
  } finally {
    stop();
    await accepted;
  }
}

const stoppedLater = (stop: () => void, accepted: Promise<boolean>) =>
  new Promise<boolean>((resolve) => {
    setTimeout(() => {
      stop();
      resolve(accepted);
    }, 5_000).unref();
  });

async function answered(port: number, path: string) {
  for (let tries = 0; ; tries += 1) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: answer.status, text: await answer.text() };
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

test(
  "a backup made while Referee runs is restored on another machine as it was, but for the jobs that are made anew",
  async () => {
    const had = await backedUpAndGoneOn();
    await loseMachine();
    await rm(dataDir(), { recursive: true });
    expect(await tool("restore", file())).toMatchObject({ status: 0 });
    const record = await open();
    expect(await everything(record)).toEqual(had);
    expect(await record.worker.pttl(`${record.prefix}said:x`)).toBeGreaterThan(3_000_000);
    expect(await record.worker.exists(`${record.prefix}bull:speak:wait`)).toBe(0);
    expect(record.rollback.held()).toBeNull();
    await record.close();
    const again = await tool("restore", file());
    expect(again).toEqual({ status: 1, said: expect.stringContaining("There is a record in this Redis already") });
  },
  WITH_TOOLS_MS,
);

test(
  "a restored older record is not worked on, says what is missing, and goes on with an administrator's recorded yes",
  async () => {
    await backedUpAndGoneOn();
    await loseMachine();
    await tool("restore", file());
    const record = await open();
    const { accepted } = await whileWaiting(record, async (port) => {
      const ready = await answered(port, "/readyz");
      expect(ready.status).toBe(503);
      expect(ready.text).toContain("2 of 6 appends are missing");
      expect(ready.text).toContain("HAM-1 has 2 events of 3; req_000000000004 is gone");
      expect(ready.text).not.toContain("req_000000000002");
      expect((await answered(port, "/healthz")).status).toBe(200);
      // Slack sends it again.
      expect((await answered(port, "/slack/events")).status).toBe(503);
      const asked = await tool("acceptRecord");
      expect(asked).toEqual({ status: 1, said: expect.stringContaining("HAM-1 has 2 events of 3") });
      expect(record.rollback.held()).not.toBeNull();
      const said = ["--by", "Olga Meyer", "--because", "disk lost"];
      expect(await tool("acceptRecord", ...said, "--yes")).toMatchObject({ status: 0 });
    });
    expect(accepted).toBe(true);
    expect(record.rollback.findings()).toEqual([]);
    const [word = ""] = await record.worker.lrange(`${record.prefix}accepted`, 0, -1);
    expect(word).toContain('"by":"Olga Meyer","because":"disk lost"');
    expect(await tool("audit")).toMatchObject({ status: 0 });
    await happens(record, 2);
    await record.close();

    const next = await open();
    expect(next.rollback.held()).toBeNull();
    await next.close();
    // The yes was for that one: another old record is noticed again.
    await loseMachine();
    await tool("restore", file());
    const older = await open();
    expect(older.rollback.held()).toMatchObject({ counter: 4, seen: 6 });
    await older.close();
  },
  WITH_TOOLS_MS,
);

test(
  "a backup that was cut, or changed, is not restored, and nothing is written",
  async () => {
    await backedUpAndGoneOn();
    await loseMachine();
    await truncate(file(), (await readFile(file())).length - 20);
    expect(await tool("restore", file())).toEqual({
      status: 1,
      said: expect.stringContaining("it was cut or changed"),
    });
    const record = await open();
    // But that a record which begins now keeps rules once.
    expect(await record.worker.dbsize()).toBe(await record.worker.exists(`${record.prefix}shares`));
    await record.close();
  },
  WITH_TOOLS_MS,
);

test(
  "of a record that is not whole no backup is kept",
  async () => {
    const record = await open();
    for (const number of [1, 2]) await happens(record, number);
    await record.worker.lset(`${record.prefix}s:req_000000000002`, 0, `${"0".repeat(64)} {"type":"Changed"}`);
    await record.close();
    expect(await tool("backup", file())).toEqual({
      status: 1,
      said: expect.stringContaining("req_000000000002: broken at event 1"),
    });
    expect((await readdir(dir)).filter((name) => name.startsWith("backup"))).toEqual([]);
  },
  WITH_TOOLS_MS,
);

test(
  "nobody works on a record that is half restored, and the same backup completes it",
  async () => {
    const had = await backedUpAndGoneOn();
    await loseMachine();
    await rm(dataDir(), { recursive: true });
    await tool("restore", file());
    const first = await open();
    const { worker, prefix } = first;
    await worker.set(`${prefix}restoring`, "2026-11-30");
    await worker.del(`${prefix}s:req_000000000003`);
    await first.close();
    await expect(open()).rejects.toMatchObject({
      code: "STORE_UNSAFE",
      message: expect.stringContaining("not finished"),
    });
    expect(await tool("restore", file())).toMatchObject({ status: 0 });
    const whole = await open();
    expect(await everything(whole)).toEqual(had);
    await whole.close();
  },
  WITH_TOOLS_MS,
);

test(
  "what is packed and what lies in archives is restored with the rest, and the audit says where an archive is not",
  async () => {
    const archives = await mkdtemp(join(dir, "archives-"));
    const archive = { dir: archives, afterMs: DAY_MS };
    const record = await openRecord({ path: redis.path }, { redis: settings, dataDir: dataDir(), archive }, log);
    const { worker, prefix } = record;
    for (const number of [1, 2, 3]) await happens(record, number);
    const packing = createPacking(worker, prefix);
    for (const [number, at] of [
      ["1", "2026-03-01T00:00:00Z"],
      ["2", "2099-01-01T00:00:00Z"],
    ] as const)
      await packing.pack(StreamId.parse(`req_00000000000${number}`), { places: [], shared: [], at: instant(at) });
    const folder = openArchiveFolder(archives);
    expect(await createArchiver({ redis: worker, prefix, folder, afterMs: DAY_MS, log }).archiveDue()).toBe(1);
    const [name = ""] = await readdir(archives);
    more = { ARCHIVE_DIR: archives };
    const had = await everything(record);
    expect((await tool("backup", file())).said).toContain("It goes with 1 archives");
    expect(JSON.parse(await readFile(`${file()}.json`, "utf8"))).toMatchObject({ archives: [{ name }] });
    await record.close();
    await loseMachine();
    expect((await tool("restore", file())).said).toContain("1 archives go with it");
    const restored = await open();
    expect(await everything(restored)).toEqual(had);
    await restored.close();
    expect(await tool("audit")).toEqual({ status: 0, said: expect.stringContaining("3 chains intact") });
    more = {};
    expect(await tool("audit")).toEqual({
      status: 1,
      said: expect.stringContaining(`set ARCHIVE_DIR to the folder with ${name}`),
    });
    more = { ARCHIVE_DIR: archives };
    await rm(join(archives, name));
    expect(await tool("audit")).toEqual({ status: 1, said: expect.stringContaining(`${name} is not there`) });
  },
  2 * WITH_TOOLS_MS,
);
