import { type Clock, MINUTE_MS, SECOND_MS } from "../clock.ts";

/** Turns something off that is slow or does not answer, and tries it once in a while. */
export type Breaker = {
  /** Whether it may be asked now. While it is off, once in a while somebody may. */
  mayTry(): boolean;
  /** @returns whether that turned it off */
  failed(): boolean;
  /** It answered, after so long. @returns whether that turned it off */
  answered(tookMs: number): boolean;
};

/** So often in a row it may fail or be slow. */
const MOST_FAILURES = 3;
const SLOW_MS = 5 * SECOND_MS;
const OFF_FOR_MS = 10 * MINUTE_MS;

export function createBreaker(now: Clock): Breaker {
  let failures = 0;
  let tryAgainAt = 0;
  const failed = () => {
    failures += 1;
    if (failures < MOST_FAILURES) return false;
    tryAgainAt = now() + OFF_FOR_MS;
    return failures === MOST_FAILURES;
  };
  return {
    mayTry: () => {
      if (failures < MOST_FAILURES) return true;
      if (now() < tryAgainAt) return false;
      // The others wait for what comes of this one.
      tryAgainAt = now() + OFF_FOR_MS;
      return true;
    },
    failed,
    answered: (tookMs) => {
      if (tookMs > SLOW_MS) return failed();
      failures = 0;
      return false;
    },
  };
}
