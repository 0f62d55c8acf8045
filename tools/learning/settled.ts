import type { RequestId } from "../../src/request/ids.ts";
import type { ToolRecord } from "../record.ts";

/** Corrections an administrator has dealt with: they are not listed again. Kept in one Redis hash, for ever. */
export type Settled = {
  has(request: RequestId): boolean;
  add(requests: readonly RequestId[], how: "accepted" | "ignored"): Promise<void>;
};

export async function loadSettled({ redis, prefix }: Pick<ToolRecord, "redis" | "prefix">): Promise<Settled> {
  const key = `${prefix}phrases:settled`;
  const known = new Set(await redis.hkeys(key));
  return {
    has: (request) => known.has(request),
    add: async (requests, how) => {
      if (requests.length > 0) await redis.hset(key, Object.fromEntries(requests.map((request) => [request, how])));
    },
  };
}
