import { EpochMs, systemClock } from "../../../src/clock.ts";

/** The fake's own time: it stands still until a test moves it. */
export type FakeClock = { now(): EpochMs; advance(durationMs: number): void };

export function createClock(startsAt: EpochMs): FakeClock {
  let at = startsAt;
  return {
    now: () => at,
    advance: (durationMs) => {
      at = EpochMs.parse(at + durationMs);
    },
  };
}

/** The time of this machine, for stories in which other processes tell the time, too. It can be moved on as well. */
export function liveClock(): FakeClock {
  let moved = 0;
  return {
    now: () => EpochMs.parse(systemClock() + moved),
    advance: (durationMs) => {
      moved += durationMs;
    },
  };
}
