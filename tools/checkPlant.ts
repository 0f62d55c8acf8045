import { basename, dirname } from "node:path";
import { RefereeError } from "../src/errors.ts";
import { type PlantsReading, sayProblem } from "../src/plant/file/read.ts";
import type { TypesReading } from "../src/workflow/read.ts";
import { argumentsOf } from "./arguments.ts";
import { readFilesOf } from "./plantFiles.ts";

// Reads every plant file and request type and prints every problem at once, each with its place and what to do; then
// whether they fit together. Ends with 1 when one keeps a file from being used; warnings alone do not.
// `npm run check-plant -- [folder or file of plants] [folder of request types]`; without them as Referee would start.
const [plants = process.env.PLANTS_DIR ?? "plants", workflows = process.env.WORKFLOWS_DIR ?? "workflows"] = argumentsOf(
  { takes: "[a folder or file of plants] [a folder of request types]", most: 2 },
);
process.exitCode = await check(plants, workflows);

async function check(plantsPath: string, workflowsDirectory: string): Promise<0 | 1> {
  const { directory: plantsDirectory, only } = whatToRead(plantsPath);
  try {
    const { plants, types, problems } = await readFilesOf(plantsDirectory, only, workflowsDirectory);
    for (const problem of problems) console.log(sayProblem(problem));
    sayRead(plants, types, plantsDirectory);
    return problems.some(({ severity }) => severity === "error") ? 1 : 0;
  } catch (cause) {
    if (!(cause instanceof RefereeError)) throw cause;
    console.log(cause.message);
    return 1;
  }
}

/** A plant file is read alone, though with the calendars beside it. */
function whatToRead(path: string): { readonly directory: string; readonly only: string | null } {
  return /\.ya?ml$/i.test(path) ? { directory: dirname(path), only: basename(path) } : { directory: path, only: null };
}

function sayRead({ plants, problems }: PlantsReading, types: TypesReading, plantsDirectory: string): void {
  for (const { code, name, people, teams, assets } of plants)
    console.log(`${code} ${name}: ${people.size} people, ${teams.size} teams, ${assets.size} assets`);
  if (types.ok) console.log(`${types.types.size} request types: ${[...types.types.keys()].join(", ")}`);
  if (plants.length > 0 || problems.length > 0) return;
  const todo = "write one, or set PLANTS_DIR.";
  throw new RefereeError("PLANT_INVALID", `There is no plant file (*.yaml) in "${plantsDirectory}": ${todo}`);
}
