import { Reference, type References } from "../adapters/teams/reference.ts";
import { onRedis } from "../src/store/redisErrors.ts";
import type { Record } from "./installation.ts";

/** How Teams' conversations are reached, in one Redis hash: every process of the installation may have to speak there. */
export function redisReferences({ web, prefix }: Pick<Record, "web" | "prefix">): References {
  const key = `${prefix}teams:references`;
  return {
    load: async (name) => {
      const kept = await onRedis(() => web.hget(key, name));
      return kept === null ? null : Reference.parse(JSON.parse(kept));
    },
    save: async (name, reference) => {
      await onRedis(() => web.hset(key, name, JSON.stringify(reference)));
    },
  };
}
