import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "../../support/chance.ts";
import type { Victim } from "./processes.ts";

/** How often each was killed. */
export type Kills = ReadonlyMap<string, number>;

export type Havoc = {
  readonly kills: Kills;
  /** Lets everybody live from now on; resolves when all serve again. */
  stop(): Promise<void>;
};

/** The time from one kill to the next, and from a kill to the new start, ms. */
const PEACE = [800, 3_000] as const;
const DOWN = [50, 900] as const;
/** What a start takes on a machine with nothing else to do, ms. One that takes longer has longer peace, or nobody gets anything done. */
const USUAL_START_MS = 2_000;

/** Kills one after the other, now and then two at once, each to be started again after a moment. */
export function wreakHavoc(victims: readonly [Victim, ...Victim[]], chance: Chance): Havoc {
  const kills = new Map<string, number>();
  const down = new Map<Victim, Promise<void>>();
  let going = true;
  let slowestStartMs = USUAL_START_MS;

  async function strike(victim: Victim): Promise<void> {
    kills.set(victim.name, (kills.get(victim.name) ?? 0) + 1);
    await victim.kill();
    await pause(chance.between(...DOWN));
    const startedAt = performance.now();
    await victim.start();
    slowestStartMs = Math.max(slowestStartMs, performance.now() - startedAt);
  }

  async function rage(): Promise<void> {
    while (going) {
      await pause(chance.between(...PEACE) * (slowestStartMs / USUAL_START_MS));
      const victim = chance.oneOf(victims);
      // Whoever is still down, or just coming up, is left alone: else nobody would ever come up.
      if (!going || down.has(victim)) continue;
      down.set(
        victim,
        strike(victim).finally(() => down.delete(victim)),
      );
    }
  }

  const raging = rage();
  return {
    kills,
    stop: async () => {
      going = false;
      await raging;
      await Promise.all(down.values());
    },
  };
}
