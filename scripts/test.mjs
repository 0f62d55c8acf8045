// `npm test`: from a bare checkout to the suite. Arguments go to jest: `npm test -- test/redis`. Where nothing is named, the
// long stories of the plant are left to `npm run test:stories`, which CI runs as well: together they take five minutes.
import { join } from "node:path";
import { run } from "./run.mjs";
import { root, setUp } from "./setup.mjs";

/** One request on both platforms, a line that stands: the main job is always tried. */
const ALWAYS = "bothPlatforms|lineDown";

await setUp();
const jest = join(root, "node_modules", "jest", "bin", "jest.js");
const args = process.argv.slice(2);
const isPart = args.some((arg) => arg === "--config" || (!arg.startsWith("-") && arg.includes("test/")));
process.exitCode = await run(process.execPath, [
  "--disable-warning=ExperimentalWarning",
  jest,
  ...(isPart ? [] : ["--testPathIgnorePatterns", `/test/stories/(?!(${ALWAYS})\\.)`]),
  ...args,
]);
