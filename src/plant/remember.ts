import type { Plant } from "./plant.ts";

/** Remembers what `make` built for a plant for as long as that plant lives. Plants never change, so it stays true. */
export function perPlant<Value>(make: (plant: Plant) => Value): (plant: Plant) => Value {
  const known = new WeakMap<Plant, Value>();
  return (plant) => {
    const before = known.get(plant);
    if (before !== undefined) return before;
    const made = make(plant);
    known.set(plant, made);
    return made;
  };
}
