// `npm run test:mutation -- src/request 60`: changes the rules one place at a time, and looks whether a test notices.
// File by file, until the minutes are over; what did not change since is not looked at again. Ends with 1 below the goal.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";
import { root, setUp } from "./setup.mjs";

/** Of a hundred mutants so many are to be killed. */
const GOAL = 85;

const [path = "src/request", minutes = "60"] = process.argv.slice(2);
const endsAt = Date.now() + Number(minutes) * 60_000;
const results = join(root, ".referee", "mutation");

await setUp();
mkdirSync(results, { recursive: true });
const files = sourcesIn(path);
const counted = [];
for (const file of files) {
  if (Date.now() >= endsAt) break;
  const report = join(results, `${file.replaceAll("/", "-")}.json`);
  const args = ["run", "--mutate", file, "--incrementalFile", report];
  const status = await run(process.execPath, [
    join(root, "node_modules/@stryker-mutator/core/bin/stryker.js"),
    ...args,
  ]);
  if (status === 0 && existsSync(report)) counted.push({ file, ...countIn(report) });
}
for (const { file, killed, all } of counted) console.log(`${percent(killed, all)}  ${killed} of ${all}  ${file}`);
const killed = counted.reduce((sum, each) => sum + each.killed, 0);
const all = counted.reduce((sum, each) => sum + each.all, 0);
console.log(`${percent(killed, all)}  ${killed} of ${all} killed, in ${counted.length} of ${files.length} files`);
process.exitCode = killed * 100 >= all * GOAL ? 0 : 1;

function sourcesIn(from) {
  if (statSync(join(root, from)).isFile()) return [from];
  const found = readdirSync(join(root, from), { recursive: true, encoding: "utf8" });
  return found.filter((name) => name.endsWith(".ts")).map((name) => join(from, name));
}

/** What could not be reached by any test counts as not killed; what does not run at all is none. */
function countIn(report) {
  const mutants = Object.values(JSON.parse(readFileSync(report, "utf8")).files).flatMap((file) => file.mutants);
  const judged = mutants.filter(({ status }) => ["Killed", "Timeout", "Survived", "NoCoverage"].includes(status));
  return { killed: judged.filter(({ status }) => ["Killed", "Timeout"].includes(status)).length, all: judged.length };
}

function percent(part, whole) {
  return `${whole === 0 ? 100 : Math.round((part * 100) / whole)} %`;
}
