import type { RateWindow } from "../../../adapters/teams/limits.ts";
import type { FakeClock } from "./clock.ts";

/** Counts calls by name. */
export type Throttle = {
  /** Counts one call. @returns how long to wait when it is one too many (ms), else 0 */
  take(name: string, windows: readonly RateWindow[]): number;
};

export const UNLIMITED: Throttle = { take: () => 0 };

/**
 * Sliding windows, as Teams describes its limits; a refused call is not counted.
 * @param timesFaster as many calls at once, more in a minute: for stories that live through days in minutes
 */
export function createThrottle(clock: FakeClock, timesFaster = 1): Throttle {
  const calls = new Map<string, readonly number[]>();
  return {
    take: (name, windows) => {
      const at = clock.now() * timesFaster;
      const past = calls.get(name) ?? [];
      const waits = windows.map(({ count, withinMs }) => {
        const inside = past.filter((earlier) => earlier > at - withinMs);
        const oldest = inside[inside.length - count];
        return oldest === undefined ? 0 : oldest + withinMs - at;
      });
      const waitMs = Math.max(0, ...waits);
      if (waitMs === 0) calls.set(name, [...past.filter((earlier) => earlier > at - 3_600_000), at]);
      return waitMs / timesFaster;
    },
  };
}
