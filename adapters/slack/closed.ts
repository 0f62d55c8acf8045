import { setTimeout } from "node:timers/promises";
import { type Clock, type EpochMs, type Log, later, MINUTE_MS } from "../../src/index.ts";
import type { Profile } from "./people.ts";

/** How long an answer counts, also one that did not come: a post is worth one call to each person in a while. */
const KNOWN_FOR_MS = 5 * MINUTE_MS;
/** How long a post waits for the answer. */
const PATIENCE_MS = 500;
const REMEMBERED = 5_000;

/** What Slack answers, or is about to. */
type Look = { readonly isClosed: Promise<boolean>; readonly until: EpochMs };

export type ClosedAccounts = {
  /** Whether Slack says so, soon enough; else the account counts as open. Never throws. */
  has(user: string): Promise<boolean>;
};

/**
 * Whose account is closed. Slack takes messages to it all the same, so only a look at the profile tells that nobody will
 * read one. Names may be half a day old, this may not: whoever is asked next in place of them should not wait that long.
 */
export function createClosedAccounts(
  profileOf: (user: string) => Promise<Profile>,
  now: Clock,
  log: Log,
): ClosedAccounts {
  const looks = new Map<string, Look>();

  async function ask(user: string): Promise<boolean> {
    try {
      return (await profileOf(user)).isClosed;
    } catch (error) {
      log.warn("an account could not be looked up", { user, error });
      return false;
    }
  }

  function lookAt(user: string): Look {
    const last = looks.get(user);
    if (last !== undefined && last.until > now()) return last;
    if (looks.size >= REMEMBERED) looks.clear();
    const look = { isClosed: ask(user), until: later(now(), KNOWN_FOR_MS) };
    looks.set(user, look);
    return look;
  }

  return {
    has: (user) => Promise.race([lookAt(user).isClosed, setTimeout(PATIENCE_MS, false, { ref: false })]),
  };
}
