import { serverOf } from "../../src/redis/client.ts";
import { streamsOf } from "../../tools/record.ts";
import type { World } from "./world.ts";

/** Every event of every history, as it is stored. */
export async function recorded({
  record,
}: Pick<World, "record">): Promise<Readonly<Record<string, readonly string[]>>> {
  const { worker: redis, prefix } = record;
  const histories: [string, readonly string[]][] = [];
  for await (const stream of streamsOf({ redis, prefix }))
    histories.push([stream, await redis.lrange(`${prefix}s:${stream}`, 0, -1)]);
  return Object.fromEntries(histories.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Names of what Redis keeps for the installation, by how they begin. */
export async function keysOf({ record }: Pick<World, "record">, kind: string): Promise<readonly string[]> {
  const { worker: redis, prefix } = record;
  const found = new Set<string>();
  const server = await serverOf(redis, prefix);
  for await (const keys of server.scanStream({ match: `${prefix}${kind}*`, count: 1_000 }))
    for (const key of keys) found.add(String(key));
  return [...found];
}

/** What Redis does after three days: the answers to commands are no longer kept. */
export async function answersForgotten(world: Pick<World, "record">): Promise<void> {
  const keys = await keysOf(world, "c:");
  if (keys.length > 0) await world.record.worker.unlink(...keys);
}
