import { z } from "zod";
import { EpochMs } from "../clock.ts";
import type { RedisClient } from "../redis/client.ts";
import { type ArchiveState, writeLocated } from "./archived.ts";
import type { ArchivedRequest } from "./archiveFile.ts";
import { PACKED } from "./packed.ts";
import { RESTING } from "./packing.ts";
import { onRedis } from "./redisErrors.ts";
import { Bytes, defineBytesScript, defineScript, Text } from "./script.ts";
import { StreamId } from "./types.ts";

/** A request to archive, with the texts it shares, and what it was seen as: archived is what is still so. */
export type Candidate = {
  readonly request: ArchivedRequest;
  readonly texts: readonly string[];
  readonly seen: string;
};

const SEEN = `
local function fieldsOf(stream) return redis.call('HGETALL', P .. 'p:' .. stream) end
local function commandsBeside(stream) return redis.call('HKEYS', P .. 'k:' .. stream) end
local function seenAs(stream, packed)
  return redis.sha1hex(packed.element .. hashAsText(P .. 'p:' .. stream) .. ';' .. hashAsText(P .. 'k:' .. stream))
end
`;

const candidatesScript = defineBytesScript(`${PACKED}${RESTING}${SEEN}
local before, skipped, most = now() + plantOffset() - tonumber(ARGV[1]), ARGV[2], ARGV[3]
local due = redis.call('ZRANGEBYSCORE', P .. 'packed', '-inf', written(before), 'WITHSCORES', 'LIMIT', skipped, most)
local found = {}
for n = 1, #due, 2 do
  local packed = packedOf(due[n])
  if packed and rests(due[n], {}) then
    found[#found + 1] = {due[n], due[n + 1], seenAs(due[n], packed), fieldsOf(due[n]), commandsBeside(due[n]), packed.element, textsIn(packed)}
  end
end
return {#due / 2, found}`);

const Found = z.tuple([Text, Text, Text, z.array(Text), z.array(Text), Bytes, z.array(Text)]);
const CandidatesReply = z.tuple([z.int(), z.array(Found)]);

/**
 * What nothing has happened to for so long, the oldest first.
 *
 * @param skipped so many of the oldest are passed over
 * @returns how many were looked at, and those of them that can be archived
 */
export async function candidates(
  redis: RedisClient,
  prefix: string,
  { afterMs, skipped, most }: { readonly afterMs: number; readonly skipped: number; readonly most: number },
): Promise<{ readonly looked: number; readonly due: readonly Candidate[] }> {
  const reply = await onRedis(() => candidatesScript(redis, prefix, [afterMs, skipped, most]));
  const [looked, found] = CandidatesReply.parse(reply);
  const due = found.map(([stream, at, seen, fields, commands, element, texts]): Candidate => {
    const pairs = fields.flatMap((field, n) => (n % 2 === 0 ? [[field, fields[n + 1] ?? ""] as const] : []));
    const request = { fields: Object.fromEntries(pairs), commands, at: EpochMs.parse(Number(at)), element };
    return { request: { type: "request", stream: StreamId.parse(stream), ...request }, texts, seen };
  });
  return { looked, due };
}

const removeScript = defineScript(`${PACKED}${RESTING}${SEEN}
local stream, token, seen, number, archive, located = unpack(ARGV)
-- Sent again, since its answer was lost.
if redis.call('HGET', P .. 'archived', stream) == located then return 'archived' end
if redis.call('GET', P .. 'archiving') ~= token then return 'lost' end
local packed = packedOf(stream)
if not packed or not rests(stream, {}) or seenAs(stream, packed) ~= seen then return 'changed' end
redis.call('HSET', P .. 'archives', number, archive)
redis.call('HSET', P .. 'archived', stream, located)
redis.call('DEL', P .. 's:' .. stream, P .. 'p:' .. stream, P .. 'k:' .. stream)
redis.call('ZREM', P .. 'packed', stream)
return 'archived'`);

/** `changed`: something happened to it meanwhile; `lost`: another process archives by now. Then it stays where it is. */
export type Removed = "archived" | "changed" | "lost";

export type Removal = {
  readonly stream: StreamId;
  readonly seen: string;
  /** The number of the archive, and how far it counts with this request. */
  readonly number: number;
  readonly archive: ArchiveState;
  readonly at: number;
  readonly length: number;
  readonly version: number;
};

/** A request leaves Redis, and its archive counts up to behind it, in one step. */
export async function remove(redis: RedisClient, prefix: string, token: string, removal: Removal): Promise<Removed> {
  const { stream, seen, number, archive } = removal;
  const args = [stream, token, seen, number, JSON.stringify(archive), writeLocated(removal)];
  return z.enum(["archived", "changed", "lost"]).parse(await onRedis(() => removeScript(redis, prefix, args)));
}
