import { type Clock, countSeldom, type EpochMs, HOUR_MS, type Log, later, MINUTE_MS } from "../../src/index.ts";

/** How long a profile is taken for current, and how long a failed look-up is not repeated. */
const KNOWN_FOR_MS = 12 * HOUR_MS;
const UNKNOWN_FOR_MS = 5 * MINUTE_MS;
const REMEMBERED = 5_000;

/** What Slack tells of an account. */
export type Profile = {
  readonly name: string;
  /** The confirmed address of somebody whose home is the workspace `team`; null for bots, closed accounts and strangers. */
  readonly email: string | null;
  /** The address that is shown of a person who acts, whoever vouches for it; null for bots and closed accounts. */
  readonly shown: string | null;
  readonly team: string | null;
  /** The organisation of Enterprise Grid that the account belongs to. */
  readonly organisation: string | null;
  /** The workspaces of that organisation which they are a member of; none where Slack does not tell. */
  readonly memberOf: readonly string[];
  readonly isClosed: boolean;
  /** In which language they have Slack; null where it does not say. */
  readonly locale: string | null;
};

type Entry = { readonly profile: Profile | null; readonly until: EpochMs };

export type People = {
  /** What these accounts are called; those Slack does not tell are missing. Never throws. */
  names(users: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Null when Slack does not tell. Never throws. */
  profile(user: string): Promise<Profile | null>;
};

/** Remembers profiles, so that hearing a message costs a call to Slack only the first time somebody speaks. */
export function createPeople(profileOf: (user: string) => Promise<Profile>, now: Clock, log: Log): People {
  const known = new Map<string, Entry>();
  const failed = countSeldom(now);

  async function lookUp(user: string): Promise<Profile | null> {
    const entry = known.get(user);
    if (entry !== undefined && entry.until > now()) return entry.profile;
    const profile = await ask(user);
    if (known.size >= REMEMBERED) known.clear();
    known.set(user, { profile, until: later(now(), profile === null ? UNKNOWN_FOR_MS : KNOWN_FOR_MS) });
    return profile;
  }

  async function ask(user: string): Promise<Profile | null> {
    try {
      return await profileOf(user);
    } catch (error) {
      const times = failed("look-up");
      if (times !== null) log.warn("a person could not be looked up", { user, error, times });
      return null;
    }
  }

  return {
    profile: lookUp,
    async names(users) {
      const found = await Promise.all([...new Set(users)].map(async (user) => [user, await lookUp(user)] as const));
      return new Map(found.flatMap(([user, profile]) => (profile === null ? [] : [[user, profile.name] as const])));
    },
  };
}
