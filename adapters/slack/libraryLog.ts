import bolt, { type Logger } from "@slack/bolt";
import type { Log } from "../../src/index.ts";

/**
 * Slack's libraries write into Referee's log, warnings and errors only: below that they print whole messages.
 * Their words go under `text`, since an error of theirs may quote what somebody typed.
 */
export function libraryLog(log: Log): Logger {
  const say = (...parts: readonly unknown[]): { text: string } => ({ text: parts.map(String).join(" ") });
  return {
    debug: nothing,
    info: nothing,
    warn: (...parts) => log.warn("Slack's library warns", say(...parts)),
    error: (...parts) => log.warn("Slack's library reports an error", say(...parts)),
    setLevel: nothing,
    getLevel: () => bolt.LogLevel.WARN,
    setName: nothing,
  };
}

function nothing(): void {
  // Kept out of the log on purpose.
}
