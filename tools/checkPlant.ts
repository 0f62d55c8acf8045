import { readPlants, sayProblem } from "../src/plant/read.ts";

// Reads every plant file and prints every problem at once; ends with 1 when one of them keeps a file from being used.
const directory = process.env.PLANTS_DIR ?? "plants";
const { plants, problems } = await readPlants(directory);

for (const problem of problems) console.log(sayProblem(problem));
for (const { code, name, people, teams, assets } of plants) {
  console.log(`${code} ${name}: ${people.size} people, ${teams.size} teams, ${assets.size} assets`);
}

const errors = problems.filter(({ severity }) => severity === "error").length;
if (plants.length === 0 && errors === 0) console.log(`${directory} holds no plant file (*.yaml)`);
if (plants.length === 0 || errors > 0) process.exitCode = 1;
