import { perObject } from "../recent.ts";
import type { Plant } from "./plant.ts";

/** Remembers what `make` built for a plant for as long as that plant lives. Plants never change, so it stays true. */
export function perPlant<Value>(make: (plant: Plant) => Value): (plant: Plant) => Value {
  return perObject(make);
}
