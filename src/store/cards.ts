import { type Posted, Utterance } from "../adapter.ts";
import type { RedisClient } from "../redis/client.ts";
import { placesIn } from "./packed.ts";
import { readPackedOf } from "./packing.ts";
import { onRedis } from "./redisErrors.ts";
import { type PlaceId, streamOfPlace } from "./types.ts";

/** The message that is a place's card; null where there is none, or its platform has not said which it is. */
export async function cardOf(redis: RedisClient, prefix: string, place: PlaceId): Promise<Posted | null> {
  const card =
    (await onRedis(() => redis.hget(`${prefix}pl:${place}`, "card"))) ?? (await packedCard(redis, prefix, place));
  const said = card === null ? "unnamed" : Utterance.parse(JSON.parse(card));
  return said === "unnamed" ? null : said;
}

async function packedCard(redis: RedisClient, prefix: string, place: PlaceId): Promise<string | null> {
  const found = await readPackedOf(redis, prefix, streamOfPlace(place));
  return (found && placesIn(found.packed).find((each) => each.place === place)?.fields.card) ?? null;
}
