import { createHash } from "node:crypto";
import { z } from "zod";
import { HOUR_MS } from "../clock.ts";
import type { RedisClient } from "../redis/client.ts";
import { onRedis } from "./redisErrors.ts";
import { defineScript } from "./script.ts";

/** How much of something is taken in: `burst` at once, and from then on `perHour`. */
export type Quota = { readonly name: string; readonly burst: number; readonly perHour: number };

/** `waitMs`: plant time until there is room again, of the quota that has none. */
export type Taken =
  | { readonly type: "taken" }
  | { readonly type: "full"; readonly name: string; readonly waitMs: number };

/** What may come in how often. Counted in plant time, and forgotten once a quota is whole again. */
export type Quotas = {
  /** Takes `count` of each, or nothing of any. A count that no quota could ever hold takes all of it. */
  take(quotas: readonly Quota[], count: number): Promise<Taken>;
};

/** Holds nobody back. */
export const NO_QUOTAS: Quotas = { take: async () => ({ type: "taken" }) };

const takeScript = defineScript(`
local t, count, wait, full, found = now() + plantOffset(), tonumber(ARGV[1]), 0, '', {}
for i = 2, #ARGV, 3 do
  local key, burst, perHour = P .. 'q:' .. ARGV[i], tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2])
  local q = redis.call('HMGET', key, 'left', 'at')
  local left = math.min(burst, tonumber(q[1] or burst) + math.max(0, t - tonumber(q[2] or t)) * perHour / ${HOUR_MS})
  local missing = math.min(count, burst) - left
  if missing > 1e-9 and missing * ${HOUR_MS} / perHour > wait then wait, full = missing * ${HOUR_MS} / perHour, i end
  found[#found + 1] = {key, left - math.min(count, burst), burst * ${HOUR_MS} / perHour}
end
if full ~= '' then return {full, math.ceil(wait)} end
for _, q in ipairs(found) do
  redis.call('HSET', q[1], 'left', tostring(q[2]), 'at', written(t))
  redis.call('PEXPIRE', q[1], math.ceil(q[3]))
end
return {0, 0}`);

const TakeReply = z.tuple([z.int(), z.int()]);

export function createQuotas(redis: RedisClient, prefix: string): Quotas {
  return {
    take: async (quotas, count) => {
      const args = quotas.flatMap(({ name, burst, perHour }) => [keyOf(name), burst, perHour]);
      const [at, waitMs] = TakeReply.parse(await onRedis(() => takeScript(redis, prefix, [count, ...args])));
      const full = at === 0 ? undefined : quotas[(at - 2) / 3];
      return full === undefined ? { type: "taken" } : { type: "full", name: full.name, waitMs };
    },
  };
}

/** Accounts are as long as their platform makes them. */
function keyOf(name: string): string {
  return createHash("sha256").update(name).digest("base64url").slice(0, 16);
}
