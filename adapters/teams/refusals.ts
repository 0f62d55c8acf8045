import { type Clock, countSeldom, type Log } from "../../src/index.ts";

/** Says that something was refused. A wrong app id refuses everybody and must be seen. */
export function countRefusals(log: Log, now: Clock): (why: string) => void {
  const counted = countSeldom(now);
  return (why) => {
    const count = counted("refused");
    if (count !== null) log.warn("refused what does not prove to be from Teams", { why, count });
  };
}
