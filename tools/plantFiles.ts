import { systemClock } from "../src/clock.ts";
import { type PlantsReading, type Problem, readPlants } from "../src/plant/file/read.ts";
import { problemsBetween } from "../src/workflow/plantFit.ts";
import { loadRequestTypes, type TypesReading } from "../src/workflow/read.ts";
import { withAddresses } from "./calendarsByAddress.ts";

/** Plants and request types as Referee would read them, and everything that is wrong in them and between them. */
export type FilesReading = {
  readonly plants: PlantsReading;
  readonly types: TypesReading;
  readonly problems: readonly Problem[];
};

/** @param only the one plant file to read of the folder, or null for all */
export async function readFilesOf(
  plantsDirectory: string,
  only: string | null,
  workflowsDirectory: string,
): Promise<FilesReading> {
  const now = systemClock();
  const plants = await withAddresses(await readPlants(plantsDirectory, only, now), now);
  const types = await loadRequestTypes(workflowsDirectory);
  const problems = [...plants.problems, ...(types.ok ? [] : types.problems), ...between(plants, types)];
  return { plants, types, problems };
}

function between({ plants, sources }: PlantsReading, types: TypesReading): readonly Problem[] {
  if (!types.ok) return [];
  return plants.flatMap((plant, at) => {
    const source = sources[at];
    return source === undefined ? [] : problemsBetween(plant, source, types);
  });
}
