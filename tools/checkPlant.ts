import { RefereeError } from "../src/errors.ts";
import { type Problem, readPlants, sayProblem } from "../src/plant/read.ts";
import { loadRequestTypes } from "../src/workflow/read.ts";

// Reads every plant file and request type and prints every problem at once, each with its place and what to do. Ends
// with 1 when one of them keeps a file from being used; warnings alone do not.
process.exitCode = await check(process.env.PLANTS_DIR ?? "plants", process.env.WORKFLOWS_DIR ?? "workflows");

async function check(plantsDirectory: string, workflowsDirectory: string): Promise<0 | 1> {
  try {
    const problems = [...(await checkPlants(plantsDirectory)), ...(await checkRequestTypes(workflowsDirectory))];
    return problems.some(({ severity }) => severity === "error") ? 1 : 0;
  } catch (cause) {
    if (!(cause instanceof RefereeError)) throw cause;
    console.log(cause.message);
    return 1;
  }
}

async function checkPlants(directory: string): Promise<readonly Problem[]> {
  const { plants, problems } = await readPlants(directory);
  for (const problem of problems) console.log(sayProblem(problem));
  for (const { code, name, people, teams, assets } of plants) {
    console.log(`${code} ${name}: ${people.size} people, ${teams.size} teams, ${assets.size} assets`);
  }
  if (plants.length === 0 && problems.length === 0) {
    throw new RefereeError(
      "PLANT_INVALID",
      `There is no plant file (*.yaml) in "${directory}": write one, or set PLANTS_DIR.`,
    );
  }
  return problems;
}

async function checkRequestTypes(directory: string): Promise<readonly Problem[]> {
  const reading = await loadRequestTypes(directory);
  const problems = reading.ok ? [] : reading.problems;
  for (const problem of problems) console.log(sayProblem(problem));
  if (reading.ok) console.log(`${reading.types.size} request types: ${[...reading.types.keys()].join(", ")}`);
  return problems;
}
