import { z } from "zod";
import { DAY_MS, EpochMs } from "../clock.ts";
import type { PlantCode } from "../plant/ids.ts";
import type { RedisClient } from "../redis/client.ts";
import { RequestId } from "../request/ids.ts";
import { FOLLOWED_MS } from "./appendScript.ts";
import { onRedis } from "./redisErrors.ts";
import { defineScript } from "./script.ts";
import type { PlaceId } from "./types.ts";

/** A digest as it was said: what it asked Ops to decide, and its text. */
export const KeptDigest = z.object({
  dueAt: EpochMs,
  /** From when on it tells of what ended undecided. Older digests do not say. */
  since: EpochMs.optional(),
  /** By which buttons, too: what they ask for is another question once these are others. */
  askedOps: z.array(z.object({ request: RequestId, values: z.array(z.string()).readonly() })).readonly(),
  title: z.string(),
  /** By the name of a section, what it held beyond what it showed. Older digests do not say. */
  rest: z.record(z.string(), z.array(RequestId).readonly()).default({}),
  /** Paragraphs: a title and its lines, each with the address of its thread; a text alone has no lines. */
  parts: z
    .array(
      z.object({
        title: z.string(),
        // `teams`: whom a line concerned; `opens`: the button that shows what came after it. Older digests do not say.
        lines: z
          .array(
            z.object({
              text: z.string(),
              link: z.string().nullable(),
              teams: z.array(z.string()).default([]),
              opens: z.string().nullable().default(null),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
});
export type KeptDigest = z.infer<typeof KeptDigest>;

/** The digests of the last week, by plant and day. May throw RefereeError `STORE_AWAY`. */
export type Digests = {
  /** Instead of an earlier one of the same day. @param day as in `2026-12-01` */
  keep(plant: PlantCode, day: string, digest: KeptDigest): Promise<void>;
  /** Null for a day without one, and for one that is forgotten. */
  read(plant: PlantCode, day: string): Promise<KeptDigest | null>;
  /** From now on, and for a week, what changes in these lists is drawn again there; nobody waits for it. */
  watch(place: PlaceId, lists: readonly string[]): Promise<void>;
};

const KEPT_MS = 8 * DAY_MS;

const watchScript = defineScript(`
local place, t = ARGV[1], now()
redis.call('HSET', P .. 'pl:' .. place, 'stirs', 'redraw')
for i = 2, #ARGV do
  redis.call('ZADD', P .. 'w:' .. ARGV[i], written(t), place)
  redis.call('PEXPIRE', P .. 'w:' .. ARGV[i], ${FOLLOWED_MS})
end
return 1`);

export function createDigests(redis: RedisClient, prefix: string): Digests {
  const keyOf = (plant: PlantCode, day: string) => `${prefix}g:${plant}:${day}`;
  return {
    keep: async (plant, day, digest) => {
      await onRedis(() => redis.set(keyOf(plant, day), JSON.stringify(digest), "PX", KEPT_MS));
    },
    read: async (plant, day) => {
      const kept = await onRedis(() => redis.get(keyOf(plant, day)));
      return kept === null ? null : KeptDigest.parse(JSON.parse(kept));
    },
    watch: async (place, lists) => {
      await onRedis(() => watchScript(redis, prefix, [place, ...lists]));
    },
  };
}
