import { z } from "zod";
import { EpochMs } from "../clock.ts";
import { RefereeError } from "../errors.ts";
import type { RedisClient } from "../redis/client.ts";
import { bytesOf, seal, verifyElements } from "./chain.ts";
import { onRedis } from "./redisErrors.ts";
import { defineScript } from "./script.ts";
import type { ChainReport } from "./types.ts";

/** An administrator's word that work goes on with a record from which something is missing. Kept for ever, chained as events are. */
export const Acceptance = z
  .object({
    type: z.literal("RecordAccepted"),
    at: EpochMs,
    /** Whoever said so, and why, in their words. */
    by: z.string(),
    because: z.string(),
    release: z.string(),
    /** How many appends the record had then, and how many had been seen before. */
    counter: z.int().nonnegative(),
    seen: z.int().nonnegative(),
  })
  .readonly();
export type Acceptance = z.infer<typeof Acceptance>;

/** How often a record was accepted as it is, and the last time. */
export type Acceptances = { readonly count: number; readonly newest: Acceptance | null };

/** What the hash of the first one follows. */
const FIRST = "accepted";

export async function readAcceptances(redis: RedisClient, prefix: string): Promise<Acceptances> {
  const elements = await onRedis(() => redis.lrange(`${prefix}accepted`, 0, -1));
  const newest = elements.at(-1);
  return {
    count: elements.length,
    newest: newest === undefined ? null : Acceptance.parse(JSON.parse(bytesOf(newest))),
  };
}

/** Computes every hash again. */
export async function verifyAcceptances(redis: RedisClient, prefix: string): Promise<ChainReport> {
  return verifyElements(FIRST, await onRedis(() => redis.lrange(`${prefix}accepted`, 0, -1)));
}

const acceptScript = defineScript(`
local last = redis.call('LINDEX', P .. 'accepted', -1)
if (last or '') ~= ARGV[1] then return 0 end
redis.call('RPUSH', P .. 'accepted', ARGV[2])
redis.call('INCR', P .. 'counter')
redis.call('DEL', P .. 'held')
return 1`);

/** @throws RefereeError `STREAM_CONFLICT` when somebody else accepted it at the same time */
export async function accept(redis: RedisClient, prefix: string, acceptance: Acceptance): Promise<void> {
  const last = (await onRedis(() => redis.lindex(`${prefix}accepted`, -1))) ?? "";
  const { elements } = seal(last === "" ? FIRST : last.slice(0, last.indexOf(" ")), [JSON.stringify(acceptance)]);
  const done = await onRedis(() => acceptScript(redis, prefix, [last, ...elements]));
  if (done !== 1) throw new RefereeError("STREAM_CONFLICT", "Somebody else accepted the record just now.");
}
