import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { EpochMs } from "../clock.ts";
import type { RedisClient } from "../redis/client.ts";
import { onRedis } from "../store/redisErrors.ts";
import { defineScript } from "../store/script.ts";
import { StreamId } from "../store/types.ts";
import type { Timings, WorkOptions } from "./types.ts";

/**
 * One every so many milliseconds in the whole installation: looking at one costs a process a few, so most of its time is
 * left for people who press and for what falls due.
 */
const PACE_MS = 10;
/** How long a process without anything to look at sleeps; nobody waits for what it looks at. */
const IDLE_MS = 250;
/** Longest rest between two looks. */
const MOST_REST_MS = 500;

export type RevisitsOptions = Pick<WorkOptions, "onRevisit" | "log"> & {
  readonly redis: RedisClient;
  readonly prefix: string;
  readonly timings: Pick<Timings, "leaseMs" | "backoffMs">;
};

export type Revisits = {
  start(): void;
  /** Looks now whether there is something. */
  kick(): void;
  stop(): Promise<void>;
};

type Leased = { readonly stream: StreamId; readonly until: EpochMs };

/**
 * Has the streams looked at that depend on what changed, one after the other and no faster than their pace. Whoever dies
 * over one leaves it to the next process; one that changes again meanwhile is looked at once more.
 */
export function createRevisits(options: RevisitsOptions): Revisits {
  const { log } = options;
  let stopped = true;
  let running: Promise<void> = Promise.resolve();
  let alarm = new AbortController();

  async function run(): Promise<void> {
    while (!stopped) {
      const sleepMs = await round(options).catch((error: unknown) => {
        log.warn("could not look for what changed, will try again", { error });
        return IDLE_MS;
      });
      await sleep(sleepMs);
    }
  }

  async function sleep(ms: number): Promise<void> {
    if (stopped) return;
    await pause(ms, undefined, { signal: alarm.signal }).catch(() => undefined);
    if (alarm.signal.aborted) alarm = new AbortController();
  }

  return {
    start: () => {
      stopped = false;
      running = run();
    },
    kick: () => alarm.abort(),
    stop: () => {
      stopped = true;
      alarm.abort();
      return running;
    },
  };
}

/** @returns how long to sleep before the next */
async function round(options: RevisitsOptions): Promise<number> {
  const { leased, waitMs } = await lease(options);
  if (leased === null) return Math.min(waitMs, IDLE_MS);
  const from = performance.now();
  const done = await look(options, leased);
  await onRedis(() => doneScript(options.redis, options.prefix, [leased.stream, leased.until, done ? 1 : 0]));
  // On a machine that is slow, or has much to do, the pace is no rest any more: half of the time stays for people who press.
  return Math.min(performance.now() - from, MOST_REST_MS);
}

async function look({ onRevisit, log }: RevisitsOptions, { stream, until }: Leased): Promise<boolean> {
  try {
    await onRevisit({ stream, commandId: `revisit:${stream}:${until}` });
    return true;
  } catch (error) {
    log.error("what changed could not be looked at, will try again", { stream, error });
    return false;
  }
}

const LeaseReply = z.tuple([z.string(), z.coerce.number()]);

async function lease({ redis, prefix, timings }: RevisitsOptions): Promise<{ leased: Leased | null; waitMs: number }> {
  const reply = await onRedis(() => leaseScript(redis, prefix, [timings.leaseMs, PACE_MS]));
  const [stream, number] = LeaseReply.parse(reply);
  if (stream === "") return { leased: null, waitMs: number };
  return { leased: { stream: StreamId.parse(stream), until: EpochMs.parse(number) }, waitMs: 0 };
}

const leaseScript = defineScript(`
local t, lease, pace = now(), tonumber(ARGV[1]), tonumber(ARGV[2])
local next = redis.call('ZRANGE', P .. 'revisits', 0, 0, 'WITHSCORES')
if not next[1] then return {'', ${IDLE_MS}} end
local from = math.max(tonumber(redis.call('GET', P .. 'revisits:from') or '0'), tonumber(next[2]))
if from > t then return {'', written(from - t)} end
redis.call('SET', P .. 'revisits:from', written(t + pace), 'PX', pace)
redis.call('ZADD', P .. 'revisits', written(t + lease), next[1])
return {next[1], written(t + lease)}`);

/** What changed again meanwhile is due again, and stays. What failed keeps its lease: it is tried again when that ends. */
const doneScript = defineScript(`
local stream, leased, done = ARGV[1], ARGV[2], ARGV[3]
if done == '1' and redis.call('ZSCORE', P .. 'revisits', stream) == leased then redis.call('ZREM', P .. 'revisits', stream) end
return 1`);
