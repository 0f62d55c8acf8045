import { RefereeError } from "../errors.ts";
import type { PlantCode } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import type { PlantSource } from "../plant/source.ts";

/** A plant file as this process read it. `source` null: it is not to be published with its texts. */
export type OwnFile = { readonly plant: Plant; readonly source: PlantSource | null; readonly basedOn: string | null };

/** The plant files of this process. They are proposals: what counts is the record. */
export type PlantFiles = {
  get(code: PlantCode): OwnFile | null;
  codes(): readonly PlantCode[];
  /** The files were read anew, and are sound. What is there no more stays: the record knows the plant. */
  replace(plants: readonly Plant[], sources: readonly PlantSource[]): void;
  /** As far as this installation speaks its platforms. */
  readonly serve: (plant: Plant) => Plant;
};

/** @param sources those of the plants, in their order; without them the plants are published without texts */
export function createPlantFiles(
  plants: readonly Plant[],
  sources: readonly PlantSource[] = [],
  serve: (plant: Plant) => Plant = (plant) => plant,
): PlantFiles {
  if (plants.length === 0) throw new RefereeError("PLANT_INVALID", "There is no plant file. Write one in PLANTS_DIR.");
  const own = new Map<PlantCode, OwnFile>();
  const replace = (newer: readonly Plant[], texts: readonly PlantSource[]) => {
    for (const [at, plant] of newer.entries()) {
      const before = own.get(plant.code);
      if (before?.plant.version === plant.version) continue;
      const basedOn = before?.plant.version ?? null;
      own.set(plant.code, { plant: serve(plant), source: texts[at] ?? null, basedOn });
    }
  };
  replace(plants, sources);
  return { get: (code) => own.get(code) ?? null, codes: () => [...own.keys()], replace, serve };
}
