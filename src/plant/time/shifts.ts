import type { EpochMs } from "../../clock.ts";
import type { Plant, Shift } from "../plant.ts";
import { covers, type Day, dayOf, type Interval, spanOn } from "./localTime.ts";

/** One shift on one day. */
export type ShiftTurn = Interval & { readonly shift: Shift };

/** The shift that runs at an instant; the first in the file where two overlap; null between shifts. */
export function shiftAt(plant: Plant, at: EpochMs): ShiftTurn | null {
  return shiftTurns(plant, dayOf(at, plant.timeZone), [-1, 0]).find((turn) => covers(turn, at)) ?? null;
}

/** The next instant after `at` at which a shift begins or ends; null for a plant without shifts. */
export function nextShiftChange(plant: Plant, at: EpochMs): EpochMs | null {
  return changesAround(plant, at).find((change) => change > at) ?? null;
}

/** The last shift change at or before `at`; null for a plant without shifts. */
export function lastShiftChange(plant: Plant, at: EpochMs): EpochMs | null {
  return changesAround(plant, at).findLast((change) => change <= at) ?? null;
}

/** Shift changes from the day before `at` to the day after it: shifts come every day, so one is always near. */
function changesAround(plant: Plant, at: EpochMs): readonly EpochMs[] {
  const turns = shiftTurns(plant, dayOf(at, plant.timeZone), [-2, -1, 0, 1]);
  return turns.flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b);
}

function shiftTurns(plant: Plant, today: Day, aheadDays: readonly number[]): readonly ShiftTurn[] {
  return aheadDays.flatMap((days) => {
    const day = today.add({ days });
    return plant.shifts.map((shift) => ({ shift, ...spanOn(day, shift, plant.timeZone) }));
  });
}
