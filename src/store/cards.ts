import { type Posted, Utterance } from "../adapter.ts";
import type { RedisClient } from "../redis/client.ts";
import { type ArchiveReader, locate, readArchived } from "./archived.ts";
import { type Packed, placesIn } from "./packed.ts";
import { readPackedOf } from "./packing.ts";
import { onRedis } from "./redisErrors.ts";
import { type PlaceId, streamOfPlace } from "./types.ts";

/**
 * The message that is a place's card; null where there is none, or its platform has not said which it is.
 * @param archives without it, those of what lies in archives are not known
 */
export async function cardOf(
  redis: RedisClient,
  prefix: string,
  place: PlaceId,
  archives?: ArchiveReader,
): Promise<Posted | null> {
  const kept = await onRedis(() => redis.hget(`${prefix}pl:${place}`, "card"));
  const card = kept ?? cardIn(await packedOf(redis, prefix, place, archives), place);
  const said = card === null ? "unnamed" : Utterance.parse(JSON.parse(card));
  return said === "unnamed" ? null : said;
}

async function packedOf(redis: RedisClient, prefix: string, place: PlaceId, archives?: ArchiveReader) {
  const stream = streamOfPlace(place);
  const found = await readPackedOf(redis, prefix, stream);
  if (found !== null || archives === undefined) return found?.packed ?? null;
  const located = await locate(redis, prefix, stream);
  return located && (await readArchived(redis, prefix, archives, { stream, located })).packed;
}

function cardIn(packed: Packed | null, place: PlaceId): string | null {
  return (packed && placesIn(packed).find((each) => each.place === place)?.fields.card) ?? null;
}
