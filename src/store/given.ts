import type { Given } from "../adapter.ts";
import { SECOND_MS } from "../clock.ts";
import { RefereeError } from "../errors.ts";
import type { RedisClient } from "../redis/client.ts";
import { COMMAND_MEMORY_MS, commandKey } from "./commandMemory.ts";
import { onRedis } from "./redisErrors.ts";

/** Whoever has not given an answer within this time died over it: longer than any platform may take for a call. */
const UNDER_WAY_MS = 15 * SECOND_MS;

/**
 * Which answers were given, for every process of an installation. While Redis is away an answer is rather given twice than
 * not at all.
 */
export function createGiven(redis: RedisClient, prefix: string): Given {
  const keyOf = (act: string) => `${prefix}given:${commandKey(act)}`;
  return {
    begin: async (act, sentAgain) => {
      const before = await unlessAway(() => redis.set(keyOf(act), "begun", "PX", UNDER_WAY_MS, "NX", "GET"));
      return before === null || (before === "begun" && sentAgain);
    },
    end: async (act) => {
      await unlessAway(() => redis.set(keyOf(act), "given", "PX", COMMAND_MEMORY_MS));
    },
  };
}

async function unlessAway(ask: () => Promise<string | null>): Promise<string | null> {
  try {
    return await onRedis(ask);
  } catch (error) {
    if (error instanceof RefereeError && error.code === "STORE_AWAY") return null;
    throw error;
  }
}
