import { setTimeout as wait } from "node:timers/promises";
import { type AccountId, type Clock, type EpochMs, type Log, MINUTE_MS, SECOND_MS } from "../../src/index.ts";
import { personOf } from "./inbound.ts";
import type { Reference } from "./reference.ts";
import type { Transport } from "./transport/transport.ts";

/** Knows who is in which conversation, as it was some minutes ago. */
export type Roster = {
  /** How Teams names those of the accounts that are members there. None when it does not say, or not in time. */
  idsOf(of: Reference, accounts: readonly AccountId[]): Promise<readonly string[]>;
};

export type RosterOptions = {
  readonly transport: Pick<Transport, "roster">;
  readonly now: Clock;
  readonly log: Log;
  /** How long a card waits for a roster, ms. Default: 1,500, since lanes give the whole message four seconds. */
  readonly patienceMs?: number;
};

/** Whoever joins is one press away from their buttons until then. */
const KEPT_MS = 10 * MINUTE_MS;
/** Conversations kept; more than a large plant has. */
const KEPT = 500;
/** The largest teams have thousands of members: then those on later pages are one press away, too. */
const MOST_PAGES = 10;
const PATIENCE_MS = 1.5 * SECOND_MS;

type Ids = ReadonlyMap<string, string>;
const NOBODY: Ids = new Map();

/** Reads a whole roster at once: asking for people one by one, a few cards would use up what Teams allows. */
export function createRoster({ transport, now, log, patienceMs = PATIENCE_MS }: RosterOptions): Roster {
  const kept = new Map<string, { readonly at: EpochMs; readonly ids: Promise<Ids> }>();

  const read = (of: Reference): Promise<Ids> => {
    const known = kept.get(of.conversation);
    if (known !== undefined && now() - known.at < KEPT_MS) return known.ids;
    if (kept.size >= KEPT) kept.clear();
    const ids = readAll(transport, of).catch((error: unknown) => {
      kept.delete(of.conversation);
      log.warn("Teams does not say who is in a conversation", { conversation: of.conversation, error });
      return NOBODY;
    });
    kept.set(of.conversation, { at: now(), ids });
    return ids;
  };

  return {
    idsOf: async (of, accounts) => {
      const ids = await Promise.race([read(of), wait(patienceMs, NOBODY, { ref: false })]);
      return accounts.flatMap((account) => ids.get(personOf(account)) ?? []);
    },
  };
}

async function readAll(transport: RosterOptions["transport"], of: Reference): Promise<Ids> {
  const ids = new Map<string, string>();
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { members, next } = await transport.roster(of, after);
    for (const { person, id } of members) ids.set(person, id);
    if (next === null) break;
    after = next;
  }
  return ids;
}
