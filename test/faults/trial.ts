import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Queue } from "bullmq";
import { createLog } from "../../src/log.ts";
import { openWorkerClient } from "../../src/store/clients.ts";
import { createEventStore, keyPrefix } from "../../src/store/eventStore.ts";
import { createRollbackWatch } from "../../src/store/rollback.ts";
import { StreamId } from "../../src/store/types.ts";
import { readStanding } from "../../src/work/standing.ts";
import { type ChatServer, type NextPost, startChatServer } from "./chatServer.ts";
import { type Line, openLine } from "./line.ts";
import { News, type Order, type Setup, TRIAL_TIMINGS } from "./orders.ts";

import { type RedisProcess, startRedis } from "./redisProcess.ts";
import { findProblems } from "./verdict.ts";

/** What breaks, and where. */
export type Breakage = {
  readonly fault?: NonNullable<Setup["fault"]>;
  /** The answer to the first request to Redis that matches is lost, and the line with it. */
  readonly loses?: RegExp;
  readonly nextPost?: NextPost;
};

export type Verdict = { readonly hit: boolean; readonly problems: readonly string[]; readonly tookMs: number };

const PREFIX = keyPrefix("trial");
const OWNERS = ["OT", "LEAD"] as const;
const STREAMS = ["req_000000000001", "req_000000000002", "req_000000000003"].map((id) => StreamId.parse(id));
/** A platform re-sends what was not answered; ours is impatient. */
const RESEND_MS = 800;
const PATIENCE_MS = 600;
/** A frozen process comes back when its lease and its job's lock have long been taken over. */
const FREEZE_MS = 2 * TRIAL_TIMINGS.leaseMs;
const GIVE_UP_MS = 25_000;

/** One story on a Redis, a chat and processes of its own: asked, not answered, the lead called, finished. */
export async function runTrial(breakage: Breakage): Promise<Verdict> {
  const dir = await mkdtemp(join(tmpdir(), "ref-t-"));
  const server = await startRedis(dir);
  const chat = await startChatServer();
  const line = await openLine(server.path, breakage.loses ?? null);
  const cast = createCast({ server, chat, line, breakage });
  const redis = openWorkerClient({ path: server.path }, createLog({ level: "silent" }));
  const rollback = createRollbackWatch({ anchorFile: null, readCounter: async () => 0, onRollback: () => undefined });
  const store = createEventStore({ redis, prefix: PREFIX, rollback });
  const startedAt = performance.now();
  try {
    if (breakage.nextPost !== undefined) chat.nextPost(breakage.nextPost);
    await cast.start();
    for (const stream of STREAMS)
      await cast.order({ type: "ask", stream, owners: [...OWNERS], patienceMs: PATIENCE_MS });
    // Not before all were called: a ping that is still owed when the errand is finished is rightly never said.
    await waitFor(() => OWNERS.every((owner) => chat.chat.seen(owner).length >= STREAMS.length));
    for (const stream of STREAMS) await cast.order({ type: "finish", stream, by: "LEAD" });
    await waitFor(async () => (await readStanding(redis, PREFIX)).open === 0);
    const tookMs = performance.now() - startedAt;
    await cast.allAwake();
    await pause(400); // a process that came back late would speak now
    await waitFor(async () => (await readStanding(redis, PREFIX)).open === 0);
    const evidence = { redis, prefix: PREFIX, store, chat: chat.chat, streams: STREAMS, owners: OWNERS };
    return { hit: cast.hit(), problems: [...new Set(await findProblems(evidence))], tookMs };
  } finally {
    cast.end();
    redis.disconnect();
    line.close();
    chat.close();
    await server.kill();
    await rm(dir, { recursive: true, force: true });
  }
}

type Stage = {
  readonly server: RedisProcess;
  readonly chat: ChatServer;
  readonly line: Line;
  readonly breakage: Breakage;
};

/** The processes of a trial: one that breaks, and whoever comes after it. */
function createCast({ server, chat, line, breakage }: Stage) {
  const children: ChildProcess[] = [];
  const answered = new Set<string>();
  let broke = false;
  let frozen = false;
  let current: ChildProcess | undefined;

  function start(fault: Setup["fault"]): Promise<void> {
    const redis = { host: "127.0.0.1", port: line.port };
    const setup: Setup = { redis, chatUrl: chat.url, prefix: PREFIX, fault };
    const child = fork(join(import.meta.dirname, "player.ts"), [JSON.stringify(setup)], {
      execArgv: ["--import", "tsx"],
    });
    children.push(child);
    return new Promise((ready) => {
      child.on("message", (message) => {
        const news = News.parse(message);
        if (news.type === "ready") {
          current = child;
          ready();
        }
        hear(child, news);
      });
      child.on("exit", () => {
        if (child === current) current = undefined;
      });
    });
  }

  function hear(child: ChildProcess, news: News): void {
    if (news.type === "answered") answered.add(`${news.command}:${news.stream}`);
    if (news.type === "thawed") frozen = false;
    if (news.type === "fault") {
      broke = true;
      breakdown(child, news.kind).catch((error: unknown) => console.error("the fault itself failed", error));
    }
  }

  async function breakdown(child: ChildProcess, kind: NonNullable<Setup["fault"]>["kind"]): Promise<void> {
    if (kind === "kill") await start(null);
    if (kind === "freeze") {
      frozen = true;
      await start(null);
      await pause(FREEZE_MS);
      child.kill("SIGCONT");
    }
    if (kind === "redis") await server.restart();
    if (kind === "forget") await forgetJobs(server);
    // Whoever has to go on may have been ended meanwhile, when all that the trial waits for was there.
    const isLeft = (kind === "redis" || kind === "forget") && child.connected;
    if (isLeft) child.send({ type: "resume" } satisfies Order);
  }

  async function order(what: Exclude<Order, { type: "resume" }>): Promise<void> {
    const key = `${what.type}:${what.stream}`;
    let sentAt = Number.NEGATIVE_INFINITY;
    await waitFor(() => {
      if (answered.has(key)) return true;
      if (performance.now() - sentAt > RESEND_MS && current?.connected === true) {
        sentAt = performance.now();
        current.send(what);
      }
      return false;
    });
  }

  return {
    start: () => start(breakage.fault ?? null),
    order,
    hit: () => broke || line.lost() > 0 || breakage.nextPost !== undefined,
    allAwake: () => waitFor(() => !frozen),
    end: () => {
      for (const child of children) child.kill("SIGKILL");
    },
  };
}

/** Everything BullMQ knows, thrown away. */
async function forgetJobs(server: RedisProcess): Promise<void> {
  for (const name of ["speak", "wake"]) {
    const queue = new Queue(name, { connection: { path: server.path }, prefix: `${PREFIX}bull` });
    await queue.obliterate({ force: true });
    await queue.close();
  }
}

async function waitFor(so: () => boolean | Promise<boolean>): Promise<void> {
  const until = performance.now() + GIVE_UP_MS;
  while (performance.now() < until) {
    if (await so()) return;
    await pause(20);
  }
}
