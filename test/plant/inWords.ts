import type { Plant } from "../../src/plant/plant.ts";
import { type Told, tell } from "../../src/plant/told/told.ts";

/** The same with its reason in the words of the plant. */
export function inWords<T extends { readonly because: Told }>(plant: Plant, told: T | undefined | null) {
  return told === undefined || told === null ? told : { ...told, because: tell(plant, told.because) };
}
