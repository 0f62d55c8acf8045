import { type EpochMs, later } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import type { AssetId, LineId } from "../ids.ts";
import type { Freeze, FreezeWindow, Plant } from "../plant.ts";
import { covers, dayOf, daysBetween, type Interval, weeklySpanOn } from "./localTime.ts";
import { lastShiftChange, nextShiftChange } from "./shifts.ts";

/** What is to be touched: assets, and the lines they belong to; or lines as a whole. What freezes one freezes all. */
export type Touched = { readonly assets: readonly AssetId[]; readonly lines: readonly LineId[] };

/** A freeze that runs: which, and the instant from which the asset may be touched again. */
export type ActiveFreeze = { readonly freeze: Freeze; readonly until: EpochMs };

/** The freeze that covers something at an instant; the one that ends last where several do; null when none does. */
export function freezeAt(plant: Plant, touched: Touched, at: EpochMs): ActiveFreeze | null {
  const active = plant.freezes
    .filter((freeze) => concerns(freeze, touched))
    .flatMap((freeze) => windowsNear(plant, freeze.when, at).map((window) => ({ freeze, window })))
    .filter(({ window }) => covers(window, at))
    .sort((a, b) => b.window.to - a.window.to);
  const [last] = active;
  return last === undefined ? null : { freeze: last.freeze, until: last.window.to };
}

/** What the plant calls a freeze, in whoever's language the plant is read. */
export function calledByPlant({ name, called }: Pick<Freeze, "name" | "called">): string {
  return called ?? name;
}

/** The freeze that the plant calls so, as its reader calls it; null for one that it does not have any more. */
export function freezeCalled({ freezes }: Pick<Plant, "freezes">, called: string): string | null {
  return freezes.find((freeze) => calledByPlant(freeze) === called)?.name ?? null;
}

/** The first instant from `at` on at which no freeze covers it, however freezes follow one another. */
export function thawedAt(plant: Plant, touched: Touched, at: EpochMs): EpochMs {
  let thawed = at;
  // Each round passes one freeze; a plant frozen for longer than this many in a row is frozen by mistake.
  for (let rounds = 0; rounds < 100; rounds++) {
    const active = freezeAt(plant, touched, thawed);
    if (active === null) return thawed;
    thawed = active.until;
  }
  return thawed;
}

/** A freeze that will begin. */
export type ComingFreeze = ActiveFreeze & { readonly from: EpochMs };

/** The freezes that begin after an instant and no later than another, over something, in the order in which they begin. */
export function freezesAhead(plant: Plant, touched: Touched, after: EpochMs, to: EpochMs): readonly ComingFreeze[] {
  return beginAfter(plant, touched, after, (when) => windowsUntil(plant, when, after, to)).filter(
    ({ from }) => from <= to,
  );
}

/** The freezes of one period each that begin after an instant, however late, in the order in which they begin. */
export function singleFreezesAhead(plant: Plant, touched: Touched, after: EpochMs): readonly ComingFreeze[] {
  return beginAfter(plant, touched, after, (when) => (when.type === "once" ? [when] : []));
}

function beginAfter(
  plant: Plant,
  touched: Touched,
  after: EpochMs,
  windowsOf: (when: FreezeWindow) => readonly Interval[],
): readonly ComingFreeze[] {
  return plant.freezes
    .filter((freeze) => concerns(freeze, touched))
    .flatMap((freeze) => windowsOf(freeze.when).map(({ from, to }) => ({ freeze, from, until: to })))
    .filter(({ from }) => from > after)
    .sort((a, b) => a.from - b.from);
}

function windowsUntil(plant: Plant, when: FreezeWindow, after: EpochMs, to: EpochMs): readonly Interval[] {
  switch (when.type) {
    case "once":
      return [when];
    case "weekly": {
      const windows: Interval[] = [];
      const last = dayOf(to, plant.timeZone);
      for (let day = dayOf(after, plant.timeZone); daysBetween(day, last) >= 0; day = day.add({ days: 1 }))
        windows.push(...weeklySpanOn(day, when.span, plant.timeZone));
      return windows;
    }
    case "shiftChange": {
      const windows: Interval[] = [];
      for (
        let at = nextShiftChange(plant, after);
        at !== null && at - when.beforeMs <= to;
        at = nextShiftChange(plant, at)
      )
        windows.push({ from: later(at, -when.beforeMs), to: later(at, when.afterMs) });
      return windows;
    }
    default:
      return assertNever(when, "freeze window");
  }
}

function concerns({ assets, lines }: Freeze, touched: Touched): boolean {
  if (assets.length === 0 && lines.length === 0) return true;
  return touched.assets.some((asset) => assets.includes(asset)) || touched.lines.some((line) => lines.includes(line));
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
