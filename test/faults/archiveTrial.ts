import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog } from "../../src/log.ts";
import { auditArchives } from "../../src/store/archiveAudit.ts";
import { createArchiveReader } from "../../src/store/archived.ts";
import { openArchiveFolder } from "../../src/store/archiveFolder.ts";
import { openWorkerClient } from "../../src/store/clients.ts";
import { createEventStore, keyPrefix } from "../../src/store/eventStore.ts";
import { missingHistories } from "../../src/store/missing.ts";
import { createRollbackWatch } from "../../src/store/rollback.ts";
import { type Append, type EventStore, StreamId } from "../../src/store/types.ts";
import type { ArchiveSetup } from "./archivePlayer.ts";
import { type RedisProcess, startRedis } from "./redisProcess.ts";
import type { Verdict } from "./trial.ts";

const PREFIX = keyPrefix("archiving");
const STREAMS = ["req_000000000001", "req_000000000002", "req_000000000003"].map((id) => StreamId.parse(id));
export const ARCHIVE_STEPS = ["packLooked", "packed", "created", "written", "readBack", "removed"] as const;

/**
 * Three histories that are over are packed and archived; the process is killed, or Redis is, at one step, and another process goes on.
 * At every moment each history is whole and in one place, and in the end all are archived.
 */
export async function runArchiveTrial(fault: NonNullable<ArchiveSetup["fault"]>): Promise<Verdict> {
  const dir = await mkdtemp(join(tmpdir(), "ref-a-"));
  const archives = join(dir, "archives");
  await mkdir(archives);
  const server = await startRedis(dir);
  const redis = openWorkerClient({ path: server.path }, createLog({ level: "silent" }));
  const rollback = createRollbackWatch({ anchorFile: null, readCounter: async () => 0, onRollback: () => undefined });
  const folder = openArchiveFolder(archives);
  const store = createEventStore({ redis, prefix: PREFIX, rollback, archives: createArchiveReader(folder) });
  const startedAt = performance.now();
  const problems: string[] = [];
  const look = async (when: string) => {
    for (const stream of STREAMS)
      problems.push(...(await historyProblems(store, stream)).map((each) => `${each} ${when}`));
    problems.push(...(await auditArchives(redis, PREFIX, folder)).problems);
    for (const { stream, what } of await missingHistories(redis, PREFIX)) problems.push(`${stream} ${what} ${when}`);
  };
  try {
    for (const stream of STREAMS) await store.append(anEvent(stream));
    const setup = { path: server.path, prefix: PREFIX, dir: archives, streams: STREAMS };
    const hit = await play({ ...setup, fault }, server);
    await look("after the fault");
    await redis.del(`${PREFIX}archiving`); // its lease has run out
    await play({ ...setup, fault: null }, server);
    await look("in the end");
    const archived = await redis.hlen(`${PREFIX}archived`);
    if (archived !== STREAMS.length) problems.push(`${archived} archived`);
    return { hit, problems: [...new Set(problems)], tookMs: performance.now() - startedAt };
  } finally {
    redis.disconnect();
    await server.kill();
    await rm(dir, { recursive: true, force: true });
  }
}

function anEvent(stream: StreamId): Append {
  return {
    ...{ commandId: `ask:${stream}`, stream, expected: { version: 0, head: stream }, answer: "null" },
    ...{ events: [`{"type":"asked","of":"${stream}"}`, '{"type":"finished"}'], guards: [], touches: [], revisits: [] },
    ...{ projection: { status: "finished" }, indexes: [{ name: "key", score: 1 }], wakeAt: null },
  };
}

/** Until it ends, of itself or not. @returns whether its fault came */
async function play(setup: ArchiveSetup, server: RedisProcess): Promise<boolean> {
  const child: ChildProcess = fork(join(import.meta.dirname, "archivePlayer.ts"), [JSON.stringify(setup)], {
    execArgv: ["--import", "tsx"],
  });
  const ended = once(child, "exit");
  let hit = false;
  child.on("message", () => {
    hit = true;
    server.restart().then(
      () => child.send("resume"),
      (error: unknown) => console.error("the fault itself failed", error),
    );
  });
  const [, signal] = await ended;
  return hit || signal === "SIGKILL";
}

async function historyProblems(store: EventStore, stream: StreamId): Promise<readonly string[]> {
  const { events } = await store.load(stream);
  const chain = await store.verifyChain(stream);
  return [
    ...(events.length === 2 && events[0]?.includes(stream) ? [] : [`${stream} has ${events.length} events`]),
    ...(chain.type === "intact" ? [] : [`${stream} is broken`]),
  ];
}
