import { createHash, randomInt } from "node:crypto";
import { z } from "zod";
import { MINUTE_MS } from "../clock.ts";
import { AccountId } from "../plant/ids.ts";
import type { RedisClient } from "../redis/client.ts";
import { onRedis } from "./redisErrors.ts";

/** An account that nobody has linked, and who it says it is. `seenBy`: whom it was shown to. */
const LinkOffer = z.object({ account: AccountId, name: z.string(), seenBy: AccountId.nullable() });
export type LinkOffer = z.infer<typeof LinkOffer>;

/**
 * One-time codes by which somebody links two accounts. Redis keeps a code's hash for ten minutes of real time and the
 * code nowhere. May throw RefereeError `STORE_AWAY`.
 */
export type LinkCodes = {
  /** @returns the new code, `BCDF-GHJK-MNPQ` */
  offer(account: AccountId, name: string): Promise<string>;
  /** Null for a code that never was, or is no longer. */
  read(code: string): Promise<LinkOffer | null>;
  markSeen(code: string, offer: LinkOffer, by: AccountId): Promise<void>;
  /** Counts one more try of this account. @returns how many it had in ten minutes, this one included */
  countTry(account: AccountId): Promise<number>;
};

const VALID_MS = 10 * MINUTE_MS;
// Nothing that is mistaken for something else, and no vowels: a code never spells a word. 28 to the 12th is 57 bits.
const ALPHABET = "BCDFGHJKMNPQRSTVWXYZ23456789";

export function createLinkCodes(redis: RedisClient, prefix: string): LinkCodes {
  const keyOf = (code: string) => `${prefix}link:${createHash("sha256").update(code.toUpperCase()).digest("hex")}`;
  return {
    offer: async (account, name) => {
      const code = newCode();
      const offer: LinkOffer = { account, name, seenBy: null };
      await onRedis(() => redis.set(keyOf(code), JSON.stringify(offer), "PX", VALID_MS));
      return code;
    },
    read: async (code) => {
      const kept = await onRedis(() => redis.get(keyOf(code)));
      return kept === null ? null : LinkOffer.parse(JSON.parse(kept));
    },
    markSeen: async (code, offer, by) => {
      const seen: LinkOffer = { ...offer, seenBy: by };
      await onRedis(() => redis.set(keyOf(code), JSON.stringify(seen), "KEEPTTL", "XX"));
    },
    countTry: async (account) => {
      const key = `${prefix}link-tries:${account}`;
      // The first try sets the end of the ten minutes, later ones do not put it off.
      await onRedis(() => redis.set(key, 0, "PX", VALID_MS, "NX"));
      return onRedis(() => redis.incr(key));
    },
  };
}

function newCode(): string {
  const letters = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)] ?? "").join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}
