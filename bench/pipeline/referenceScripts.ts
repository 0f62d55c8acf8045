import type { Redis } from "ioredis";

export type Reference = (args: readonly (string | number)[]) => Promise<unknown>;

/** A script under its hash, as a product would call it. */
export async function loadScript(redis: Redis, lua: string): Promise<Reference> {
  const sha = String(await redis.script("LOAD", lua));
  return (args) => redis.evalsha(sha, 0, ...args.map(String));
}

/** Command id, version, event, projection, three indexes, what is owed. ARGV: id, version, event, status, owner, at, due, effect. */
export const APPEND = `
local P = '{reference}:'
local id, at = ARGV[1], ARGV[6]
local known = redis.call('GET', P .. 'c:' .. id .. ARGV[2]) if known then return tonumber(known) end
local version = tonumber(redis.call('HGET', P .. 'r:' .. id, 'v') or '0')
if version ~= tonumber(ARGV[2]) then return -1 - version end
local n = version + 1
redis.call('SET', P .. 'c:' .. id .. ARGV[2], n, 'EX', 86400)
redis.call('RPUSH', P .. 'e:' .. id, ARGV[3])
redis.call('HSET', P .. 'r:' .. id, 'v', n, 'status', ARGV[4], 'owner', ARGV[5], 'updated', at, 'due', ARGV[7])
redis.call('ZADD', P .. 'i:open', at, id)
redis.call('ZADD', P .. 'i:owner:' .. ARGV[5], at, id)
redis.call('ZADD', P .. 'i:due', ARGV[7], id)
redis.call('ZADD', P .. 'owed', at, ARGV[8])
return n`;

/** What is owed by now, moved past its lease. ARGV: now, how many, end of lease. */
export const LEASE = `
local owed = redis.call('ZRANGEBYSCORE', '{reference}:owed', '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, effect in ipairs(owed) do redis.call('ZADD', '{reference}:owed', ARGV[3], effect) end
return owed`;

/** Once. ARGV: effect, event. */
export const RECORD = `
if redis.call('ZREM', '{reference}:owed', ARGV[1]) == 0 then return 0 end
local id = string.sub(ARGV[1], 1, -6)
redis.call('RPUSH', '{reference}:e:' .. id, ARGV[2])
return redis.call('HINCRBY', '{reference}:r:' .. id, 'v', 1)`;
