import { systemClock } from "../src/clock.ts";
import { RefereeError } from "../src/errors.ts";
import type { Log } from "../src/log.ts";
import { type PlantSource, type Problem, readPlants, sayProblem } from "../src/plant/file/read.ts";
import type { Plant } from "../src/plant/plant.ts";
import { loadRequestTypes } from "../src/workflow/read.ts";
import type { RequestType, TypeId } from "../src/workflow/requestType.ts";

/** The plants and request types of this installation, or everything that is wrong with their files. */
export type Files =
  | {
      readonly ok: true;
      readonly plants: readonly Plant[];
      /** The texts of the plants, in their order. */
      readonly sources: readonly PlantSource[];
      readonly types: ReadonlyMap<TypeId, RequestType>;
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads both folders; nothing half-working comes of it. */
export async function readFiles(plantsDir: string, workflowsDir: string): Promise<Files> {
  const plants = await readPlants(plantsDir, null, systemClock());
  const types = await loadRequestTypes(workflowsDir);
  const errors = plants.problems.filter(({ severity }) => severity === "error");
  const problems = [...errors, ...(types.ok ? [] : types.problems)];
  if (problems.length > 0 || !types.ok) return { ok: false, problems };
  const warnings = plants.problems.filter(({ severity }) => severity === "warning");
  return { ok: true, plants: plants.plants, sources: plants.sources, types: types.types, warnings };
}

/** @throws RefereeError `PLANT_INVALID` with every problem, each with its file and line */
export function requireSound(files: Files, log: Log): Extract<Files, { ok: true }> {
  if (!files.ok)
    throw new RefereeError(
      "PLANT_INVALID",
      `Please mend these files:\n${files.problems.map((problem) => `  ${sayProblem(problem)}`).join("\n")}`,
    );
  for (const warning of files.warnings) log.warn("a file is worth a look", { problem: sayProblem(warning) });
  return files;
}
