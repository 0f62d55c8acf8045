import { randomUUID } from "node:crypto";
import type { Vault } from "../adapters/slack/vault.ts";
import { SECOND_MS } from "../src/clock.ts";
import { onRedis } from "../src/store/redisErrors.ts";
import type { Record } from "./installation.ts";

/** Longer than Slack may take for a token and Redis to keep it: whoever holds a lock longer has died. */
const LOCK_MS = 30 * SECOND_MS;

/** Takes a lock back that is still one's own. */
const UNLOCK = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) else return 0 end`;

const SWAP = `
if redis.call("hget", KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
if ARGV[3] == "" then redis.call("hdel", KEYS[1], ARGV[1]) else redis.call("hset", KEYS[1], ARGV[1], ARGV[3]) end
return 1`;

/** Slack's installations in one Redis hash: every process of the installation speaks everywhere. */
export function redisVault({ web, prefix }: Pick<Record, "web" | "prefix">): Vault {
  const key = `${prefix}slack:installations`;
  return {
    load: (tenant) => onRedis(() => web.hget(key, tenant)),
    all: async () => new Map(Object.entries(await onRedis(() => web.hgetall(key)))),
    save: async (tenant, sealed) => void (await onRedis(() => web.hset(key, tenant, sealed))),
    swap: async (tenant, before, after) =>
      (await onRedis(() => web.eval(SWAP, 1, key, tenant, before, after ?? ""))) === 1,
    async alone(what, work) {
      const lock = `${prefix}slack:lock:${what}`;
      const mine = randomUUID();
      if ((await onRedis(() => web.set(lock, mine, "PX", LOCK_MS, "NX"))) === null) return null;
      try {
        return await work();
      } finally {
        await onRedis(() => web.eval(UNLOCK, 1, lock, mine));
      }
    },
    spend: async (ticket, rememberedForMs) =>
      (await onRedis(() => web.set(`${prefix}slack:spent:${ticket}`, "1", "PX", rememberedForMs, "NX"))) !== null,
  };
}
