import { Reference, type References } from "../adapters/teams/reference.ts";
import type { Log } from "../src/index.ts";
import { onRedis } from "../src/store/redisErrors.ts";
import type { Record } from "./installation.ts";

/**
 * How Teams' conversations are reached, in one Redis hash: every process of the installation may have to speak there. What
 * cannot be read counts as not kept: it is found out again when something comes from there.
 */
export function redisReferences({ web, prefix }: Pick<Record, "web" | "prefix">, log: Log): References {
  const key = `${prefix}teams:references`;
  return {
    load: async (name) => {
      const kept = await onRedis(() => web.hget(key, name));
      if (kept === null) return null;
      const read = Reference.safeParse(parsed(kept));
      if (read.success) return read.data;
      const problems = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
      log.warn("how a conversation of Teams is reached was kept, but cannot be read", { conversation: name, problems });
      return null;
    },
    save: async (name, reference) => {
      await onRedis(() => web.hset(key, name, JSON.stringify(reference)));
    },
  };
}

function parsed(kept: string): unknown {
  try {
    return JSON.parse(kept);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
