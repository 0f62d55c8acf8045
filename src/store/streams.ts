import type { Redis } from "ioredis";
import { StreamId } from "./types.ts";

/** Every stream of a record, in no order, each once or more often. */
export async function* streamsOf(server: Redis, prefix: string): AsyncGenerator<StreamId> {
  for await (const keys of server.scanStream({ match: `${prefix}s:*`, count: 1_000 }))
    for (const key of new Set(keys)) yield StreamId.parse(String(key).slice(`${prefix}s:`.length));
}
