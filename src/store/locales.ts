import { z } from "zod";
import { MINUTE_MS } from "../clock.ts";
import type { Log } from "../log.ts";
import type { AccountId } from "../plant/ids.ts";
import { keepNewest } from "../recent.ts";
import type { RedisClient } from "../redis/client.ts";
import { LANGUAGES, type Language } from "../words/reader.ts";
import { onRedis } from "./redisErrors.ts";

/** In which language people have their platforms, for every process of an installation. No rule asks; only words differ. */
export type Locales = {
  /** Never throws: while Redis is away this process knows it alone. @param language null for one that Referee does not speak */
  learn(account: AccountId, language: Language | null): Promise<void>;
  /**
   * As far as this process knows, at once. What another one learned is known here once `ready` has looked, or some time after it
   * was first asked for: until then somebody is written to in their plant's language.
   */
  of(account: AccountId): Language | null;
  /**
   * Has at hand what other processes learned of somebody, before they are spoken to: asks Redis at most once a minute. Never throws.
   */
  ready(account: AccountId): Promise<void>;
};

/** More people than act within a day. */
const MOST_KNOWN = 20_000;
/** So long it is not asked again what nobody has told. */
const ASKED_FOR_MS = MINUTE_MS;

const Known = z.enum(LANGUAGES).nullable().catch(null);
type Entry = { readonly language: Language | null; readonly until: number };

export function createLocales(redis: RedisClient, prefix: string, log: Log): Locales {
  const known = new Map<AccountId, Entry>();
  const key = `${prefix}locales`;
  const keep = (account: AccountId, language: Language | null, forMs: number) =>
    keepNewest(known, account, { language, until: performance.now() + forMs }, MOST_KNOWN);

  /** Everybody's language by their account is one hash: a name and two letters each. */
  async function lookUp(account: AccountId): Promise<void> {
    const found = Known.parse(await onRedis(() => redis.hget(key, account)));
    keep(account, found, ASKED_FOR_MS);
  }

  return {
    learn: async (account, language) => {
      if (known.get(account)?.language === language) return keep(account, language, ASKED_FOR_MS);
      keep(account, language, ASKED_FOR_MS);
      try {
        await onRedis(() => (language === null ? redis.hdel(key, account) : redis.hset(key, account, language)));
      } catch (error) {
        log.warn("somebody's language was not kept", { account, error });
      }
    },
    of: (account) => {
      const entry = known.get(account);
      if (entry !== undefined && entry.until > performance.now()) return entry.language;
      keep(account, entry?.language ?? null, ASKED_FOR_MS);
      lookUp(account).catch((error: unknown) => log.debug("somebody's language was not looked up", { account, error }));
      return entry?.language ?? null;
    },
    ready: async (account) => {
      if ((known.get(account)?.until ?? 0) > performance.now()) return;
      try {
        await lookUp(account);
      } catch (error) {
        log.debug("somebody's language was not looked up", { account, error });
      }
    },
  };
}
