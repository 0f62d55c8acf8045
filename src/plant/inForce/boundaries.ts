import { type EpochMs, earliest } from "../../clock.ts";
import type { PlantEvent } from "../events.ts";
import type { PlantState } from "./state.ts";

/**
 * When something that people said next begins or ends, so that what it touches is looked at then; null when nothing does.
 * What began by the time it was said was looked at as it was said.
 */
export function nextBoundary(state: PlantState): EpochMs | null {
  return earliest(state.said.flatMap((event) => boundariesAhead(state, event)));
}

/** What people said that has begun or ended since the last look. */
export function begunOrEnded(state: PlantState, at: EpochMs): readonly PlantEvent[] {
  return state.said.filter((event) => boundariesAhead(state, event).some((boundary) => boundary <= at));
}

function boundariesAhead({ lookedAt }: PlantState, event: PlantEvent): readonly EpochMs[] {
  switch (event.type) {
    case "AbsenceSet":
    case "StandInSet":
    case "OverrideSet":
    case "FreezeSet":
      return [event.from, event.to].filter((boundary) => boundary > event.at && boundary > lookedAt);
    default:
      return [];
  }
}
