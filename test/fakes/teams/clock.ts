import { EpochMs } from "../../../src/clock.ts";

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
