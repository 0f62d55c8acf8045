import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "../../support/chance.ts";
import type { Victim } from "./processes.ts";

/** How often each was killed. */
export type Kills = ReadonlyMap<string, number>;

export type Havoc = {
  readonly kills: Kills;
  /** Ends somebody at a moment of the story's own, to be somebody else when it starts again: as a deploy does. */
  exchange(victim: Victim, whileDown: () => void): Promise<void>;
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

  async function strike(victim: Victim, whileDown: () => void): Promise<void> {
    kills.set(victim.name, (kills.get(victim.name) ?? 0) + 1);
    await victim.kill();
    whileDown();
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
      begin(victim, () => undefined).catch(() => undefined); // who stays down is among `down`, and `stop` says so
    }
  }

  function begin(victim: Victim, whileDown: () => void): Promise<void> {
    const struck = strike(victim, whileDown).then(() => void down.delete(victim));
    down.set(victim, struck);
    return struck;
  }

  async function exchange(victim: Victim, whileDown: () => void): Promise<void> {
    while (down.has(victim)) await down.get(victim);
    await begin(victim, whileDown);
  }

  const raging = rage();
  return {
    kills,
    exchange,
    stop: async () => {
      going = false;
      await raging;
      await Promise.all(down.values());
    },
  };
}
