import type { Redis } from "ioredis";
import { z } from "zod";
import { Spot } from "../adapter.ts";
import { HOUR_MS } from "../clock.ts";
import { AccountId } from "../plant/ids.ts";
import { SentFile } from "../request/files.ts";
import type { RequestId } from "../request/ids.ts";
import { onRedis } from "./redisErrors.ts";

/** What somebody wrote when Referee offered to make a request of it. */
const Offered = z.object({
  id: z.string(),
  account: AccountId,
  name: z.string(),
  /** Without what looked like a password. */
  text: z.string(),
  spot: Spot,
  files: z.array(SentFile).readonly().default([]),
  /** Greater for a later version of the message; 0 for the first. */
  edition: z.int().nonnegative().default(0),
});
export type Offered = z.infer<typeof Offered>;

/**
 * Offers that wait for their author's yes, by the id the request would have. Redis forgets them after an hour of real
 * time: what was said to others is kept by nobody's leave but theirs. May throw RefereeError `STORE_AWAY`.
 */
export type Offers = {
  keep(request: RequestId, offered: Offered): Promise<void>;
  /** Null for an offer that is over, or never was. */
  read(request: RequestId): Promise<Offered | null>;
  /** The message is gone, and so is the offer. */
  forget(request: RequestId): Promise<void>;
};

const VALID_MS = HOUR_MS;

export function createOffers(redis: Redis, prefix: string): Offers {
  const keyOf = (request: RequestId) => `${prefix}offer:${request}`;
  return {
    keep: async (request, { id, account, name, text, spot, files, edition }) => {
      const kept = JSON.stringify({ id, account, name, text, spot, files, edition } satisfies Offered);
      await onRedis(() => redis.set(keyOf(request), kept, "PX", VALID_MS));
    },
    read: async (request) => {
      const kept = await onRedis(() => redis.get(keyOf(request)));
      return kept === null ? null : Offered.parse(JSON.parse(kept));
    },
    forget: async (request) => void (await onRedis(() => redis.del(keyOf(request)))),
  };
}
