import type { Redis } from "ioredis";
import { z } from "zod";
import { type RedisClient, serverOf } from "../redis/client.ts";
import { lengthOf } from "./packing.ts";
import { onRedis } from "./redisErrors.ts";
import { StreamId } from "./types.ts";

/** Something the record knows of, and that is not in it any more. */
export type Missing = { readonly stream: StreamId; readonly what: string };

const Versions = z.tuple([z.int(), z.coerce.number().int()]);

/**
 * Histories that are shorter than their projection says, or gone while a projection or an index still knows them. A chain
 * that was cut at its end is a valid chain, so its hashes cannot tell.
 */
export async function missingHistories(redis: RedisClient, prefix: string): Promise<readonly Missing[]> {
  const known = new Set<StreamId>();
  const server = await serverOf(redis, prefix);
  for await (const key of keysLike(server, `${prefix}p:*`)) known.add(StreamId.parse(key.slice(`${prefix}p:`.length)));
  for await (const key of keysLike(server, `${prefix}i:*`))
    for await (const stream of membersOf(redis, key)) known.add(stream);
  const missing: Missing[] = [];
  for (const stream of known) {
    const [found, seen] = await lengths(redis, prefix, stream);
    // It may have ended since its projection was met.
    if (found === 0 && (await onRedis(() => redis.exists(`${prefix}e:${stream}`))) === 1) continue;
    if (found < seen) missing.push({ stream, what: `has ${found} events, and had ${seen}` });
    else if (found === 0) missing.push({ stream, what: "has no events, and an index knows it" });
  }
  return missing;
}

/**
 * Numbers of a plant that were given and lead to no request any more.
 *
 * @param keyIndex the index that scores requests by their number
 */
export async function missingNumbers(
  redis: RedisClient,
  prefix: string,
  { guard, keyIndex }: { readonly guard: string; readonly keyIndex: string },
): Promise<readonly number[]> {
  const last = Number((await onRedis(() => redis.hget(`${prefix}guards`, guard))) ?? 0);
  const scores = await onRedis(() => redis.zrangebyscore(`${prefix}i:${keyIndex}`, "-inf", "+inf", "WITHSCORES"));
  const given = new Set(scores.filter((_, at) => at % 2 === 1).map(Number));
  return Array.from({ length: last }, (_, at) => at + 1).filter((number) => !given.has(number));
}

async function lengths(redis: RedisClient, prefix: string, stream: StreamId): Promise<z.infer<typeof Versions>> {
  const [found, seen] = await Promise.all([
    lengthOf(redis, prefix, stream),
    onRedis(() => redis.hget(`${prefix}p:${stream}`, "_v")),
  ]);
  return Versions.parse([found, seen ?? "0"]);
}

async function* keysLike(server: Redis, match: string): AsyncGenerator<string> {
  for await (const keys of server.scanStream({ match, count: 1_000 })) yield* z.array(z.string()).parse(keys);
}

async function* membersOf(redis: RedisClient, index: string): AsyncGenerator<StreamId> {
  for await (const batch of redis.zscanStream(index, { count: 1_000 })) {
    const members = z
      .array(z.string())
      .parse(batch)
      .filter((_, at) => at % 2 === 0);
    for (const member of members) yield StreamId.parse(member);
  }
}
