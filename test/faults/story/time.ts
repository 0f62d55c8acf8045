import { setTimeout as pause } from "node:timers/promises";
import { type EpochMs, later, MINUTE_MS } from "../../../src/clock.ts";
import { advance, readStanding } from "../../../src/work/standing.ts";
import type { Stage } from "./stage.ts";

const STEP_MS = 250;
const PATIENCE_MS = 60_000;

/** Lets plant time run, a minute every half second, so that reminders and hops come while people still answer. */
export function letTimeRun(stage: Stage, until: EpochMs): { stop(): Promise<void> } {
  let going = true;
  const run = async () => {
    while (going) {
      const now = await stage.store.plantNow();
      const next = later(now, (STEP_MS / 500) * MINUTE_MS);
      if (next < until) await advance(stage.client, stage.prefix, next);
      await pause(STEP_MS);
    }
  };
  const running = run();
  return {
    stop: async () => {
      going = false;
      await running;
    },
  };
}

/** Moves plant time, halting wherever something is due until it was looked at. */
export async function goTo(stage: Stage, instant: EpochMs): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const { arrived } = await advance(stage.client, stage.prefix, instant);
    if (arrived) return;
    if (performance.now() > giveUpAt)
      throw new Error(`Something due before ${new Date(instant).toISOString()} is not looked at`);
    await pause(20);
  }
}

/** True when nothing is owed and nothing is due. */
export async function cameToRest({ client, prefix }: Stage): Promise<boolean> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    if ((await readStanding(client, prefix)).open === 0) return true;
    await pause(50);
  }
  return false;
}
