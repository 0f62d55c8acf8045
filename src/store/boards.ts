import type { RedisClient } from "../redis/client.ts";
import { onRedis } from "./redisErrors.ts";
import { defineScript } from "./script.ts";
import type { PlaceId } from "./types.ts";

/** Boards that stand for good. May throw RefereeError `STORE_AWAY`. */
export type Boards = {
  /** For as long as there is the place, what changes in this list is drawn again there; nobody waits for it. */
  follow(place: PlaceId, list: string): Promise<void>;
};

/** Homes stop following a list after a week; what nobody else watches has no end. */
const followScript = defineScript(`
redis.call('HSET', P .. 'pl:' .. ARGV[1], 'stirs', 'redraw')
redis.call('ZADD', P .. 'w:' .. ARGV[2], '+inf', ARGV[1])
return 1`);

export function createBoards(redis: RedisClient, prefix: string): Boards {
  return {
    follow: async (place, list) => {
      await onRedis(() => followScript(redis, prefix, [place, list]));
    },
  };
}
