import { type Clock, countSeldom, type Log } from "../../src/index.ts";

/** Says what was not let in: at once, then how often, so that nobody fills the log. */
export type Refusals = {
  /** It does not prove to be from Teams. A wrong app id refuses everybody and must be seen. */
  refused(why: string): void;
  /** Whether it is from Teams cannot be known. */
  unchecked(error: unknown): void;
};

export function countRefusals(log: Log, now: Clock): Refusals {
  const counted = countSeldom(now);
  return {
    refused: (why) => {
      const count = counted("refused");
      if (count !== null) log.warn("refused what does not prove to be from Teams", { why, count });
    },
    unchecked: (error) => {
      const count = counted("unchecked");
      if (count !== null) log.warn("what Teams sends cannot be checked without its keys", { error, count });
    },
  };
}
