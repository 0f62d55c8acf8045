import { type EpochMs, later } from "../clock.ts";
import { assertNever } from "../errors.ts";
import type { AssetId } from "./ids.ts";
import { covers, dayOf, type Interval, weeklySpanOn } from "./localTime.ts";
import type { Freeze, FreezeWindow, Plant } from "./plant.ts";
import { lastShiftChange, nextShiftChange } from "./shifts.ts";

/** A freeze that runs: which, and the instant from which the asset may be touched again. */
export type ActiveFreeze = { readonly freeze: Freeze; readonly until: EpochMs };

/** The freeze that covers an asset at an instant; the one that ends last where several do; null when none does. */
export function freezeAt(plant: Plant, asset: AssetId, at: EpochMs): ActiveFreeze | null {
  const active = plant.freezes
    .filter((freeze) => concerns(plant, freeze, asset))
    .flatMap((freeze) => windowsNear(plant, freeze.when, at).map((window) => ({ freeze, window })))
    .filter(({ window }) => covers(window, at))
    .sort((a, b) => b.window.to - a.window.to);
  const [last] = active;
  return last === undefined ? null : { freeze: last.freeze, until: last.window.to };
}

/** The first instant from `at` on at which no freeze covers the asset, however freezes follow one another. */
export function thawedAt(plant: Plant, asset: AssetId, at: EpochMs): EpochMs {
  let thawed = at;
  // Each round passes one freeze; a plant frozen for longer than this many in a row is frozen by mistake.
  for (let rounds = 0; rounds < 100; rounds++) {
    const active = freezeAt(plant, asset, thawed);
    if (active === null) return thawed;
    thawed = active.until;
  }
  return thawed;
}

function concerns(plant: Plant, { assets, lines }: Freeze, asset: AssetId): boolean {
  if (assets.length === 0 && lines.length === 0) return true;
  const line = plant.assets.get(asset)?.line;
  return assets.includes(asset) || (line !== undefined && lines.includes(line));
}

function windowsNear(plant: Plant, when: FreezeWindow, at: EpochMs): readonly Interval[] {
  switch (when.type) {
    case "once":
      return [when];
    case "weekly": {
      const today = dayOf(at, plant.timeZone);
      return [today.subtract({ days: 1 }), today].flatMap((day) => weeklySpanOn(day, when.span, plant.timeZone));
    }
    case "shiftChange":
      return [lastShiftChange(plant, at), nextShiftChange(plant, at)]
        .filter((change) => change !== null)
        .map((change) => ({ from: later(change, -when.beforeMs), to: later(change, when.afterMs) }));
    default:
      return assertNever(when, "freeze window");
  }
}
