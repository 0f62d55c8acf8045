import { setTimeout as pause } from "node:timers/promises";
import { Queue, Worker } from "bullmq";
import { z } from "zod";
import { EpochMs } from "../clock.ts";
import type { Log } from "../log.ts";
import type { RedisClient } from "../redis/client.ts";
import { LaneId, StreamId } from "../store/types.ts";
import type { LaneLease, WakeLease } from "./leaseScript.ts";
import type { Timings } from "./types.ts";

const SpeakJob = z.object({ lane: LaneId, lease: z.int(), calls: z.boolean().default(false) });
const WakeJob = z.object({ stream: StreamId, scheduledFor: EpochMs, lease: z.int() });
/** An older release fails the first form; then the leases bring them back, some seconds later. */
const WakeJobs = z.union([
  z.object({ wakes: z.array(WakeJob).min(1) }).transform(({ wakes }) => wakes),
  WakeJob.transform((one) => [one]),
]);

/** Finished jobs leave at once: BullMQ silently swallows a job whose id it still keeps, and nothing rests on its memory. */
const JOB = { removeOnComplete: true, removeOnFail: true } as const;

export type QueuesOptions = {
  readonly redis: RedisClient;
  readonly prefix: string;
  readonly timings: Timings;
  readonly concurrency: number;
  readonly log: Log;
  /** Says whether a look for work may find some afterwards. */
  readonly speak: (lease: LaneLease) => Promise<boolean>;
  readonly wake: (lease: WakeLease) => Promise<void>;
  /** Told after every job, but for a lane that was given back with nothing left to say anywhere. */
  readonly onDone: () => void;
};

export type Queues = {
  start(): Promise<void>;
  addLanes(leases: readonly LaneLease[]): Promise<void>;
  addWakes(leases: readonly WakeLease[]): Promise<void>;
  /** Waits `graceMs` for running jobs. What still runs is left behind: its lease runs out, and somebody else goes on. */
  close(graceMs: number): Promise<void>;
};

/**
 * BullMQ is the muscle: it spreads leased lanes and wakes over the workers of all processes. It may lose, repeat or
 * forget a job; the lease brings the work back. Wakes and calls for help have queues of their own, so that no backlog of cards
 * delays them. A few lanes are spoken in by the process that has leased them: a job of BullMQ costs about as much as the
 * rest of what Redis does for a card, and where there is no backlog nobody else is quicker.
 */
export function createQueues(options: QueuesOptions): Queues {
  const say = async (data: unknown) => options.speak(SpeakJob.parse(data));
  const calls = Math.max(2, Math.ceil(options.concurrency / 4));
  const speak = openQueue({ ...options, atOnce: Math.floor(options.concurrency / 2) }, "speak", say);
  const call = openQueue({ ...options, concurrency: calls, atOnce: Math.floor(calls / 2) }, "call", say);
  const wake = openQueue({ ...options, atOnce: 0 }, "wake", (data) => inTurn(WakeJobs.parse(data), options.wake));
  const all = async (act: (queue: typeof speak) => Promise<unknown>) => {
    await Promise.all([act(call), act(speak), act(wake)]);
  };
  return {
    start: () => all(({ start }) => start()),
    addLanes: async (leases) => {
      const [calls, others] = [leases.filter((each) => each.calls), leases.filter((each) => !each.calls)];
      if (calls.length > 0) await call.add(calls);
      if (others.length > 0) await speak.add(others);
    },
    addWakes: (leases) => wake.add(bundled(leases, options.concurrency)),
    close: (graceMs) => all(({ close }) => close(graceMs)),
  };
}

/**
 * Few wakes are a job each. Of thousands that are due at once so many share one that every slot of a worker has one: a job costs
 * BullMQ about as much as a wake costs Referee.
 */
function bundled(leases: readonly WakeLease[], slots: number): readonly QueuedWakes[] {
  const size = Math.ceil(leases.length / slots);
  if (size <= 1) return leases;
  const starts = leases.flatMap((lease, at) => (at % size === 0 ? [{ lease, at }] : []));
  return starts.map(({ lease: { lease }, at }) => ({ lease, wakes: leases.slice(at, at + size) }));
}

type QueuedWakes = WakeLease | { readonly lease: number; readonly wakes: readonly WakeLease[] };

/** One after the other. One that cannot be handled leaves the others their turn, and fails the job. */
async function inTurn(wakes: readonly WakeLease[], handle: (wake: WakeLease) => Promise<void>): Promise<boolean> {
  const failures: unknown[] = [];
  for (const wake of wakes) await handle(wake).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
  return true;
}

const GOODBYE_MS = 1_000;

/**
 * BullMQ waits for its connection to end. ioredis' client of a cluster whose servers went and came back does not always say that it
 * has, though it holds nothing any more (6.0.0, seen one time in ten).
 */
export async function withinGoodbye(closing: Promise<unknown>): Promise<void> {
  await Promise.race([closing, pause(GOODBYE_MS, null, { ref: false })]);
}

/** `atOnce`: so much of what is added is done here and now, as long as no more than that is being done. */
type QueueOptions = QueuesOptions & { readonly atOnce: number };

function openQueue(options: QueueOptions, name: string, run: (data: unknown) => Promise<boolean>) {
  const { redis, timings, concurrency, log, onDone, atOnce } = options;
  const shared = { connection: redis, prefix: `${options.prefix}bull` };
  const queue = new Queue(name, shared);
  const running = new Set<Promise<boolean>>();
  const runTracked = async (data: unknown) => {
    const job = run(data);
    running.add(job);
    let mayBeDue = true;
    try {
      mayBeDue = await job;
    } finally {
      running.delete(job);
      if (mayBeDue) onDone();
    }
  };
  const onFailed = (error: unknown) => log.error("job failed, its lease will bring it back", { queue: name, error });
  const worker = new Worker(name, (job) => runTracked(job.data), {
    ...shared,
    autorun: false,
    concurrency,
    lockDuration: timings.lockMs,
    stalledInterval: timings.stalledCheckMs,
    maxStalledCount: 20,
  });
  const onTrouble = (error: Error) => log.debug("queue trouble", { queue: name, error });
  queue.on("error", onTrouble);
  worker.on("error", onTrouble);
  worker.on("failed", (_job, error) => onFailed(error));
  return {
    start: async () => {
      await worker.waitUntilReady();
      worker.run().catch((error: unknown) => log.error("worker ended", { queue: name, error }));
    },
    add: async (leases: readonly { readonly lease: number }[]) => {
      const free = Math.max(0, atOnce - running.size);
      for (const lease of leases.slice(0, free)) void runTracked(lease).catch(onFailed);
      const others = leases.slice(free);
      if (others.length === 0) return;
      // The lease number is part of the id: an id used before would be swallowed while its job still runs.
      await queue.addBulk(others.map((data) => ({ name, data, opts: { ...JOB, jobId: `${name}-${data.lease}` } })));
    },
    close: async (graceMs: number) => {
      await worker.pause(true);
      // Not left to BullMQ: once it waits for running jobs it can no longer be told to leave them.
      const ended = Promise.allSettled(running).then(() => true);
      const calm = await Promise.race([ended, pause(graceMs, false, { ref: false })]);
      await withinGoodbye(worker.close(!calm));
      await withinGoodbye(queue.close());
    },
  };
}
