// `npm test`: from a bare checkout to the whole suite. Arguments go to jest: `npm test -- test/redis`.
import { join } from "node:path";
import { run } from "./run.mjs";
import { root, setUp } from "./setup.mjs";

await setUp();
const jest = join(root, "node_modules", "jest", "bin", "jest.js");
process.exitCode = await run(process.execPath, [
  "--disable-warning=ExperimentalWarning",
  jest,
  ...process.argv.slice(2),
]);
