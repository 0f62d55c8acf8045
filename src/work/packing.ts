import { setTimeout as pause } from "node:timers/promises";
import { MINUTE_MS } from "../clock.ts";
import type { Log } from "../log.ts";
import { type RedisClient, serverOf } from "../redis/client.ts";
import { createPacking, type Packable, type Packing, type PackOutcome } from "../store/packing.ts";
import { streamsOf } from "../store/streams.ts";
import type { StreamId } from "../store/types.ts";

/** How often a process looks for what can be packed, and how many of them it packs then. */
const EVERY_MS = MINUTE_MS;
const AT_ONCE = 500;
/** Nobody waits for it: most of a process's time is left for people. */
const PACE_MS = 5;
/** So many streams are looked at together when what was over before is queued. */
const QUEUED_TOGETHER = 200;

export type PackingOptions = {
  readonly redis: RedisClient;
  readonly prefix: string;
  readonly log: Log;
  /** What there is to know of a stream; null for one that is not over. */
  readonly onPack: (stream: StreamId) => Promise<Packable | null>;
  /** How often it looks for what can be packed, ms. Default: each minute. */
  readonly everyMs?: number;
};

/** Packs what is over for as long as a process works. */
export type PackingWork = {
  start(): void;
  stop(): Promise<void>;
  /** Packs what can be packed now. @returns how many were */
  packDue(): Promise<number>;
};

export function createPackingWork(options: PackingOptions): PackingWork {
  const { redis, prefix, log, everyMs = EVERY_MS } = options;
  const packing = createPacking(redis, prefix);
  let again: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  let isRunning = false;

  async function packDue(paceMs = 0): Promise<number> {
    let packed = 0;
    for (const stream of await packing.take(AT_ONCE)) {
      if (stopped) return packed;
      if ((await packOne(options, packing, stream)) === "packed") packed += 1;
      if (paceMs > 0) await pause(paceMs);
    }
    return packed;
  }

  const round = async (work: () => Promise<unknown>) => {
    isRunning = true;
    try {
      await work();
    } catch (error) {
      log.warn("what is over could not be packed, will try again", { error });
    } finally {
      isRunning = false;
    }
  };
  // Again each time until it is done: what was over before waits nowhere else.
  let isQueued = false;
  const queue = async () => {
    if (!isQueued) isQueued = await queueOlder(redis, prefix, packing, () => stopped);
  };
  const look = async () => {
    await queue();
    await packDue(PACE_MS);
  };
  const begin = (work: () => Promise<unknown>) => {
    if (!isRunning) running = round(work);
  };

  return {
    start: () => {
      stopped = false;
      begin(queue);
      again = setInterval(() => begin(look), everyMs).unref();
    },
    stop: async () => {
      stopped = true;
      clearInterval(again);
      await running;
    },
    packDue: () => packDue(),
  };
}

async function packOne({ onPack, log }: PackingOptions, packing: Packing, stream: StreamId): Promise<PackOutcome> {
  try {
    const packable = await onPack(stream);
    const outcome = packable === null ? "gone" : await packing.pack(stream, packable);
    if (outcome === "gone") await packing.leave(stream);
    return outcome;
  } catch (error) {
    log.error("a request that is over is not packed, and stays as it is", { stream, error });
    return "waits";
  }
}

/** What was over before its record was packed is looked at once; whoever dies over it leaves it to the next start. @returns whether it was */
async function queueOlder(
  redis: RedisClient,
  prefix: string,
  packing: Packing,
  isStopped: () => boolean,
): Promise<boolean> {
  if (await packing.isQueued()) return true;
  let some: StreamId[] = [];
  for await (const stream of streamsOf(await serverOf(redis, prefix), prefix)) {
    if (isStopped()) return false;
    some.push(stream);
    if (some.length < QUEUED_TOGETHER) continue;
    await packing.queue(some);
    await pause(PACE_MS);
    some = [];
  }
  await packing.queue(some);
  await packing.allQueued();
  return true;
}
