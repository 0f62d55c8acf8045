import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { EpochMs, later, SECOND_MS } from "../clock.ts";
import type { RedisClient } from "../redis/client.ts";
import type { RollbackWatch } from "../store/rollback.ts";
import { laneOf } from "../store/types.ts";
import { watchForAlarms } from "./alarm.ts";
import { createArchiving } from "./archiving.ts";
import { createLanes } from "./lanes.ts";
import { createLeaseLoop } from "./leaseLoop.ts";
import { lookForWork } from "./leaseScript.ts";
import { createPackingWork } from "./packing.ts";
import { createQueues } from "./queues.ts";
import { createReads, type Reads } from "./reads.ts";
import { createRevisits } from "./revisits.ts";
import { createSpeaker } from "./speak.ts";
import { advance, readStanding } from "./standing.ts";
import { createSweep } from "./sweep.ts";
import type { Timings, Work, WorkOptions, Wound } from "./types.ts";
import { createWakeHandler } from "./wakes.ts";

/** A platform that answers in four seconds, a lane that comes back after ten. */
const TIMINGS: Timings = {
  leaseMs: 10 * SECOND_MS,
  sendTimeoutMs: 4 * SECOND_MS,
  idleMs: 250,
  backoffMs: { first: 500, longest: 30 * SECOND_MS },
  lockMs: 10 * SECOND_MS,
  stalledCheckMs: 5 * SECOND_MS,
  alarmMs: 60 * SECOND_MS,
};

const CONCURRENCY = 50;
/** Leased at once, per slot of a worker: enough to keep all busy, few enough that no lease runs out in the queue. */
const LEASED_PER_SLOT = 8;
/** How long winding waits for things to be said before it goes on without. */
const PATIENCE_MS = 30 * SECOND_MS;
const POLL_MS = 20;
/** Long past: going there moves nothing and tells the plant time. */
const EPOCH = EpochMs.parse(0);

export type WorkParts = WorkOptions & {
  /** A client that waits for Redis to come back. BullMQ makes its own blocking ones from it. */
  readonly redis: RedisClient;
  readonly prefix: string;
  readonly rollback: RollbackWatch;
};

/** Everything that happens by itself: what is owed is said, what is due is looked at. See `Work`. */
export function createWork(parts: WorkParts): Work {
  const { redis, prefix, rollback, log, checkpoint, concurrency = CONCURRENCY } = parts;
  const timings = { ...TIMINGS, ...parts.timings };
  const lanes = createLanes(redis, prefix, timings);
  const queues = createQueues({
    ...{ redis, prefix, timings, concurrency, log },
    speak: createSpeaker({ ...parts, lanes, timings }),
    wake: createWakeHandler({ ...parts, timings }),
    onDone: () => loop.kick(),
  });
  const look = async () => {
    const seen = rollback.counterSeen();
    const found = await lookForWork(redis, prefix, timings.leaseMs, concurrency * LEASED_PER_SLOT);
    rollback.sawCounter(found.counter, seen);
    return found;
  };
  const loop = createLeaseLoop({ look, queues, timings, log, checkpoint });
  const revisits = createRevisits({ ...parts, timings });
  const reads = readsOf(parts);
  const kick = () => {
    loop.kick();
    revisits.kick();
  };
  const health = async () => {
    const { open: _, ...standing } = await readStanding(redis, prefix);
    return { ...standing, loopAgeMs: loop.ageMs() };
  };
  const alarm = watchForAlarms({ health, loopAgeMs: loop.ageMs, log, alarmMs: timings.alarmMs });
  const winder = createWinder(redis, prefix, kick);
  const archiving = parts.archiver === undefined ? null : createArchiving(parts.archiver, log);
  const sweep = createSweep(redis, prefix, log);
  const packing = parts.onPack === undefined ? null : createPackingWork({ redis, prefix, log, onPack: parts.onPack });

  return {
    start: async () => {
      await queues.start();
      loop.start();
      revisits.start();
      await reads?.start();
      alarm.start();
      sweep.start();
      packing?.start();
      archiving?.start();
    },
    stop: async (graceMs = timings.sendTimeoutMs) => {
      alarm.stop();
      sweep.stop();
      await Promise.all([loop.stop(), revisits.stop(), reads?.close(), packing?.stop(), archiving?.stop()]);
      await queues.close(graceMs);
    },
    nameCard: async (message, places) => {
      const found = await lanes.nameCard(laneOf(message), message, places);
      if (!found) return;
      log.info("the id of a card turned up", { message });
      loop.kick();
    },
    readLater: async (request) => reads?.add(request),
    archiveDue: async () => (await parts.archiver?.archiveDue()) ?? 0,
    packDue: async () => (await packing?.packDue()) ?? 0,
    kick: loop.kick,
    health,
    ...winder,
  };
}

function readsOf({ redis, prefix, log, onRead, readAfterMs }: WorkParts): Reads | null {
  if (onRead === undefined) return null;
  return createReads({ redis, prefix, log, run: onRead, ...(readAfterMs !== undefined && { afterMs: readAfterMs }) });
}

function createWinder(
  redis: RedisClient,
  prefix: string,
  kick: () => void,
): Pick<Work, "settled" | "wind" | "windToNext"> {
  const settled = async (patienceMs = PATIENCE_MS) => {
    const until = performance.now() + patienceMs;
    for (;;) {
      const { open } = await readStanding(redis, prefix);
      if (open === 0) return true;
      if (performance.now() > until) return false;
      kick();
      await pause(POLL_MS);
    }
  };
  /** Halts at every wake on the way until all of it is done and said, or does not get done for too long. */
  const windTo = async (target: EpochMs | null): Promise<Wound> => {
    let calm = await settled();
    let step = await advance(redis, prefix, target);
    for (;;) {
      calm = (await settled()) && calm;
      if (step.arrived) return { now: step.now, settled: calm };
      step = await advance(redis, prefix, step.target);
      if (!calm && !step.moved) return { now: step.now, settled: false };
    }
  };
  return {
    settled,
    wind: async (byMs) => {
      const { now } = await advance(redis, prefix, EPOCH);
      return windTo(later(now, byMs));
    },
    windToNext: () => windTo(null),
  };
}
