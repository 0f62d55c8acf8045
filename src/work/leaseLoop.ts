import { performance } from "node:perf_hooks";
import type { Log } from "../log.ts";
import type { Look } from "./leaseScript.ts";
import type { Queues } from "./queues.ts";
import type { Checkpoint, Timings } from "./types.ts";

export type LeaseLoopOptions = {
  readonly look: () => Promise<Look>;
  readonly queues: Pick<Queues, "addLanes" | "addWakes">;
  readonly timings: Timings;
  readonly log: Log;
  readonly checkpoint: Checkpoint | undefined;
};

export type LeaseLoop = {
  start(): void;
  /** Looks now, or once more right after the present look. */
  kick(): void;
  stop(): Promise<void>;
  ageMs(): number;
};

/**
 * Leases what is due and hands it to the queues. Sleeps to the next known instant, `idleMs` at most; an append of this
 * process wakes it. Whatever goes wrong here is mended by the next look, of this process or another.
 */
export function createLeaseLoop({ look, queues, timings, log, checkpoint }: LeaseLoopOptions): LeaseLoop {
  let running: Promise<void> = Promise.resolve();
  let stopped = true;
  let kicked = false;
  let wakeUp: (() => void) | undefined;
  let roundAt = performance.now();

  async function round(): Promise<number> {
    const { lanes, wakes, nextInMs } = await look();
    if (lanes.length > 0) {
      await checkpoint?.("laneLeased");
      await queues.addLanes(lanes);
      await checkpoint?.("jobAdded");
    }
    if (wakes.length > 0) {
      await checkpoint?.("wakeLeased");
      await queues.addWakes(wakes);
    }
    roundAt = performance.now();
    return Math.min(nextInMs ?? timings.idleMs, timings.idleMs);
  }

  async function run(): Promise<void> {
    while (!stopped) {
      kicked = false;
      const sleepMs = await round().catch((error: unknown) => {
        log.warn("could not look for work, will try again", { error });
        return timings.idleMs;
      });
      if (!kicked && !stopped) await sleepOrKick(sleepMs);
    }
  }

  function sleepOrKick(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function kick(): void {
    kicked = true;
    wakeUp?.();
  }

  return {
    start: () => {
      stopped = false;
      running = run();
    },
    kick,
    stop: () => {
      stopped = true;
      kick();
      return running;
    },
    ageMs: () => performance.now() - roundAt,
  };
}
