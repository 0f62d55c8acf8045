import { type EpochMs, later, systemClock } from "../../../src/clock.ts";

/** The fake's own time: it stands still but for what a test moves it on by. Trigger ids, rates and retries go by it. */
export type FakeClock = {
  now(): EpochMs;
  /** Moves time forward and runs, in order, what falls due on the way. */
  move(ms: number): Promise<void>;
  /** Runs `work` when the time has come: in `move`, or by itself if the clock is live. Returns how to call it off. */
  after(ms: number, work: () => void | Promise<void>): () => void;
  stop(): void;
};

type Timer = { readonly at: EpochMs; readonly work: () => void | Promise<void>; readonly real: NodeJS.Timeout | null };

/** @param live whether time passes by itself; else it stands still, and only `move` makes things fall due */
export function createFakeClock(live: boolean): FakeClock {
  const timers = new Set<Timer>();
  let movedMs = 0;

  const began = systemClock();

  // A slow machine must not let a limit pass or a trigger expire in the middle of a test.
  const now = () => later(live ? systemClock() : began, movedMs);

  async function run(timer: Timer): Promise<void> {
    if (!timers.delete(timer)) return;
    if (timer.real !== null) clearTimeout(timer.real);
    await timer.work();
  }

  return {
    now,
    async move(ms) {
      movedMs += ms;
      const due = [...timers].filter((timer) => timer.at <= now()).sort((one, other) => one.at - other.at);
      for (const timer of due) await run(timer);
    },
    after(ms, work) {
      const real = live ? setTimeout(() => void run(timer), ms).unref() : null;
      const timer: Timer = { at: later(now(), ms), work, real };
      timers.add(timer);
      return () => {
        timers.delete(timer);
        if (real !== null) clearTimeout(real);
      };
    },
    stop() {
      for (const { real } of timers) if (real !== null) clearTimeout(real);
      timers.clear();
    },
  };
}
