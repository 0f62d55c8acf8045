import { setTimeout as pause } from "node:timers/promises";
import { RefereeError } from "../src/errors.ts";
import type { Log } from "../src/log.ts";

/** A Redis that loads a million requests takes less than two minutes until it answers. */
const PATIENCE_MS = 120_000;
const TRY_AGAIN_MS = 500;

/**
 * Asks Redis, and waits for one that is away or still loading, visibly and not for ever.
 * @throws RefereeError `STORE_AWAY` when it did not answer in time
 */
export async function onceRedisAnswers<T>(ask: () => Promise<T>, log: Log, patienceMs = PATIENCE_MS): Promise<T> {
  const until = performance.now() + patienceMs;
  for (let told = false; ; told = true) {
    const answer = await asked(ask, told ? until - performance.now() : Math.min(TRY_AGAIN_MS, patienceMs));
    if (answer !== null) return answer.value;
    if (performance.now() >= until) throw gone(patienceMs);
    if (!told) log.warn("waiting for Redis", { atMostMs: patienceMs });
    await pause(TRY_AGAIN_MS);
  }
}

/** Null when Redis is away or does not answer in time. */
async function asked<T>(ask: () => Promise<T>, ms: number): Promise<{ readonly value: T } | null> {
  const answer = ask().then(
    (value) => ({ value }),
    (error: unknown) => {
      if (error instanceof RefereeError && error.code === "STORE_AWAY") return null;
      throw error;
    },
  );
  return Promise.race([answer, pause(Math.max(0, ms), null, { ref: false })]);
}

function gone(patienceMs: number): RefereeError {
  const what = `Redis did not answer within ${Math.round(patienceMs / 1_000)} s.`;
  return new RefereeError("STORE_AWAY", `${what} Check REDIS_URL, and that Redis runs and takes connections.`);
}
