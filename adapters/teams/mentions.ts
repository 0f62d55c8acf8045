import { setTimeout as wait } from "node:timers/promises";
import { type AccountId, type Log, type Mention, SECOND_MS } from "../../src/index.ts";
import type { Reference } from "./reference.ts";
import type { Member, Mentioned } from "./transport/transport.ts";

/** How Teams knows those who are members of a conversation, by the names the core gives them; others cannot be notified there. */
export type Mentions = (of: Reference, whom: readonly Mention[]) => Promise<readonly Mentioned[]>;

export type MentionsOptions = {
  readonly member: (of: Reference, account: AccountId) => Promise<Member | null>;
  readonly log: Log;
  /** How long a message waits for it, ms. Default: 1,500, since lanes give the whole message four seconds. */
  readonly patienceMs?: number;
};

const PATIENCE_MS = 1.5 * SECOND_MS;

/** Looks people up for a message. What fails, or takes too long, costs the mention and never the message. */
export function createMentions({ member, log, patienceMs = PATIENCE_MS }: MentionsOptions): Mentions {
  const find = (of: Reference, account: AccountId): Promise<Member | null> =>
    member(of, account).catch((error: unknown) => {
      log.warn("somebody is not mentioned: Teams does not say who they are", { account, error });
      return null;
    });

  const mentioned = async (of: Reference, { account, name }: Mention): Promise<Mentioned | null> => {
    const found = await Promise.race([find(of, account), wait(patienceMs, null, { ref: false })]);
    return found === null ? null : { id: found.id, name };
  };

  return async (of, whom) => {
    const all = await Promise.all(whom.map((one) => mentioned(of, one)));
    return all.filter((one) => one !== null);
  };
}
