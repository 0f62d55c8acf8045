import { setTimeout as pause } from "node:timers/promises";
import type { Adapter } from "../adapter.ts";
import type { Log } from "../log.ts";
import type { Linking } from "./linking.ts";
import type { Plants } from "./plants.ts";

/** Between two people: directories take some fifty questions a minute, and others ask them, too. */
const PAUSE_MS = 1_500;

export type LookingUpOptions = {
  readonly plants: Pick<Plants, "all">;
  readonly adapters: readonly Adapter[];
  readonly linking: Linking;
  readonly log: Log;
};

/**
 * Looks up, once after every start, those whom the plant file knows by an address alone, so that they can be mentioned
 * before they ever wrote. Each is linked as somebody is who writes: by the address the directory vouches for.
 * @param signal ends it
 */
export async function lookUpPeople(options: LookingUpOptions, signal: AbortSignal): Promise<void> {
  const adapters = options.adapters.filter((adapter) => adapter.accountWith !== undefined);
  if (adapters.length === 0) return;
  for (const email of await addresses(options.plants)) {
    for (const adapter of adapters) await lookUp(adapter, email, options);
    await pause(PAUSE_MS, null, { signal, ref: false });
  }
}

async function addresses(plants: LookingUpOptions["plants"]): Promise<ReadonlySet<string>> {
  const people = (await plants.all()).flatMap((plant) => [...plant.people.values()]);
  return new Set(people.flatMap(({ email, accounts }) => (email === undefined || accounts.length > 0 ? [] : [email])));
}

/** Who is not found now is linked when they write. */
async function lookUp(adapter: Adapter, email: string, { linking, log }: LookingUpOptions): Promise<void> {
  try {
    const account = (await adapter.accountWith?.(email)) ?? null;
    if (account !== null) await linking.meet({ id: `directory:${account}`, account });
    else log.info("nobody on a platform has the address of a person of the plant", { adapter: adapter.name });
  } catch (error) {
    log.warn("a person could not be looked up by their address", { adapter: adapter.name, error });
  }
}
