import { z } from "zod";
import { Spot } from "../adapter.ts";
import { HOUR_MS } from "../clock.ts";
import { cutText } from "../plainText.ts";
import { AccountId } from "../plant/ids.ts";
import type { RedisClient } from "../redis/client.ts";
import { MOST_TYPED } from "../request/events.ts";
import { SentFile } from "../request/files.ts";
import { RequestId } from "../request/ids.ts";
import { COMMAND_MEMORY_MS, commandKey } from "./commandMemory.ts";
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
  /**
   * As much of the words as a request keeps of them.
   * @param validMs how long, in ms of real time; an hour by default
   */
  keep(request: RequestId, offered: Offered, validMs?: number): Promise<void>;
  /** Null for an offer that is over, or never was. */
  read(request: RequestId): Promise<Offered | null>;
  /** The message is gone, and so is the offer. */
  forget(request: RequestId): Promise<void>;
  /**
   * The request that a message without a thread is for, or null for something new. Decided once: sent again by its platform,
   * when the request may wait for nothing any more and another one does, the same message is for the same request. That is
   * kept as long as the request; that it is for none, as long as the answer.
   */
  route(message: string, to: RequestId | null): Promise<RequestId | null>;
};

const VALID_MS = HOUR_MS;

export function createOffers(redis: RedisClient, prefix: string): Offers {
  const keyOf = (request: RequestId) => `${prefix}offer:${request}`;
  return {
    keep: async (request, { id, account, name, text, spot, files, edition }, validMs = VALID_MS) => {
      const offered = { id, account, name, text: cutText(text, MOST_TYPED), spot, files, edition } satisfies Offered;
      const kept = JSON.stringify(offered);
      await onRedis(() => redis.set(keyOf(request), kept, "PX", validMs));
    },
    route: async (message, to) => {
      const key = `${prefix}routed:${commandKey(message)}`;
      const first = await onRedis(() =>
        to === null ? redis.set(key, "", "PX", COMMAND_MEMORY_MS, "NX", "GET") : redis.set(key, to, "NX", "GET"),
      );
      const routed = first ?? to;
      return routed === null || routed === "" ? null : RequestId.parse(routed);
    },
    read: async (request) => {
      const kept = await onRedis(() => redis.get(keyOf(request)));
      return kept === null ? null : Offered.parse(JSON.parse(kept));
    },
    forget: async (request) => void (await onRedis(() => redis.del(keyOf(request)))),
  };
}
