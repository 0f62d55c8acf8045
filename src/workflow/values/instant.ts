import { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayInstant } from "../../plant/time/sayTime.ts";
import { type Saying, saying } from "../../words/say.ts";

export const INSTANT_PROBLEM = saying("values.instant");

/** The instant a value gives, or null. */
export function instantOf(value: string | undefined): EpochMs | null {
  return value !== undefined && /^\d{1,15}$/.test(value) ? EpochMs.parse(Number(value)) : null;
}

export function instantProblem(value: string): Saying | null {
  return instantOf(value) === null ? INSTANT_PROBLEM : null;
}

/** "Fri 18:00", as seen from `now`. */
export function sayInstantOf(value: string, plant: Plant, now: EpochMs): string {
  const at = instantOf(value);
  return at === null ? value : sayInstant(at, plant, { reference: now });
}
