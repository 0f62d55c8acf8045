import { type Clock, type EpochMs, type Log, MINUTE_MS } from "../../src/index.ts";

/** Between two lines. */
const QUIET_MS = 10 * MINUTE_MS;

/**
 * Says that something was refused: the first time at once, then with how many there were since. A wrong app id refuses
 * everybody and must be seen; but anybody may post, and must not fill the log.
 */
export function countRefusals(log: Log, now: Clock): (why: string) => void {
  let saidAt: EpochMs | null = null;
  let unsaid = 0;
  return (why) => {
    unsaid += 1;
    if (saidAt !== null && now() - saidAt < QUIET_MS) return;
    log.warn("refused what does not prove to be from Teams", { why, count: unsaid });
    saidAt = now();
    unsaid = 0;
  };
}
