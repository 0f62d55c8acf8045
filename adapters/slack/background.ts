import { DeliveryError, type DeliveryFailure, type Log, SECOND_MS } from "../../src/index.ts";

/** A person waits for this answer: past it, the next try would only surprise them. */
const TRIES = 3;
const LONGEST_PAUSE_MS = 10 * SECOND_MS;

/** One thing to say. `again` is true when an earlier try may have been heard. */
export type Work = (again: boolean) => Promise<void>;

export type Background = {
  /** Does what Slack need not wait for, and tries again what waiting can mend. Never throws. */
  run(work: Work): void;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
};

export function createBackground(log: Log, pause: (ms: number) => Promise<void>): Background {
  const underWay = new Set<Promise<void>>();

  async function insist(work: Work, tried = 1): Promise<void> {
    try {
      await work(tried > 1);
    } catch (caught) {
      const waitMs = tried === TRIES || !(caught instanceof DeliveryError) ? null : pauseAfter(caught.failure);
      if (waitMs === null) throw caught;
      await pause(waitMs);
      await insist(work, tried + 1);
    }
  }

  return {
    run(work) {
      const done = insist(work)
        .catch((error: unknown) => log.warn("an answer could not be given", { error }))
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}

/** Null when another try would fail like this one. */
function pauseAfter(failure: DeliveryFailure): number | null {
  switch (failure.type) {
    case "rateLimited":
      return failure.retryAfterMs > LONGEST_PAUSE_MS ? null : failure.retryAfterMs;
    case "unknown":
    case "unavailable":
      return SECOND_MS;
    default:
      return null;
  }
}
