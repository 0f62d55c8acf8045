import { type Log, RefereeError } from "../../src/index.ts";
import type { Identity } from "./api.ts";
import { backoffMs } from "./backoff.ts";
import { complainOfToken } from "./tokens.ts";

export type KeptIdentity = {
  /**
   * Learns who the token belongs to. While Slack cannot be reached it goes on trying behind this call.
   * @throws RefereeError `CONFIG_INVALID` if Slack refuses the token
   */
  learn(): Promise<void>;
  /** @throws RefereeError `STORE_AWAY` while it is not known: nothing from Slack can be judged, so it must come again */
  known(): Identity;
  isKnown(): boolean;
  /** Why it is not known, in words for an administrator; null when it is. */
  trouble(): string | null;
  stop(): void;
};

/** Who Referee is in the workspace. Bolt asks once at start and remembers a failure for ever; this asks until it knows. */
export function keepIdentity(whoAmI: () => Promise<Identity>, log: Log): KeptIdentity {
  let identity: Identity | null = null;
  let failures = 0;
  let why = "Slack was not asked yet";
  let timer: NodeJS.Timeout | null = null;

  async function learn(): Promise<void> {
    timer = null;
    try {
      identity = await whoAmI();
      log.info("Slack knows Referee", { team: identity.team_id, user: identity.user_id });
    } catch (error) {
      complainOfToken(error, "SLACK_BOT_TOKEN", "the bot token of the installed app, xoxb-…");
      failures += 1;
      why = `Slack does not answer: ${error instanceof Error ? error.message : String(error)}`;
      log.warn("Slack does not answer; trying again", { failures, error });
      timer = setTimeout(() => void again(), backoffMs(failures));
    }
  }

  async function again(): Promise<void> {
    try {
      await learn();
    } catch (error) {
      log.error("Slack refuses the token", { error });
    }
  }

  return {
    learn,
    known() {
      if (identity === null) throw new RefereeError("STORE_AWAY", "Slack has not said yet who Referee is there.");
      return identity;
    },
    isKnown: () => identity !== null,
    trouble: () => (identity === null ? why : null),
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
