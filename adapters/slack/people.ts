import { type Clock, type EpochMs, HOUR_MS, type Log, later, MINUTE_MS } from "../../src/index.ts";

/** How long a name is taken for current, and how long a failed look-up is not repeated. */
const KNOWN_FOR_MS = 12 * HOUR_MS;
const UNKNOWN_FOR_MS = 5 * MINUTE_MS;
const REMEMBERED = 5_000;

type Entry = { readonly name: string | null; readonly until: EpochMs };

export type People = {
  /** What these accounts are called; those Slack does not tell are missing. Never throws. */
  names(users: readonly string[]): Promise<ReadonlyMap<string, string>>;
};

/** Remembers names, so that hearing a message costs a call to Slack only the first time somebody speaks. */
export function createPeople(nameOf: (user: string) => Promise<string>, now: Clock, log: Log): People {
  const known = new Map<string, Entry>();

  async function lookUp(user: string): Promise<string | null> {
    const entry = known.get(user);
    if (entry !== undefined && entry.until > now()) return entry.name;
    const name = await ask(user);
    if (known.size >= REMEMBERED) known.clear();
    known.set(user, { name, until: later(now(), name === null ? UNKNOWN_FOR_MS : KNOWN_FOR_MS) });
    return name;
  }

  async function ask(user: string): Promise<string | null> {
    try {
      return await nameOf(user);
    } catch (error) {
      log.warn("a name could not be looked up", { user, error });
      return null;
    }
  }

  return {
    async names(users) {
      const found = await Promise.all([...new Set(users)].map(async (user) => [user, await lookUp(user)] as const));
      return new Map(found.flatMap(([user, name]) => (name === null ? [] : [[user, name] as const])));
    },
  };
}
