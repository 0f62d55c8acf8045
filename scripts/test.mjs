// `npm test`: from a bare checkout to the whole suite. Arguments go to jest: `npm test -- test/redis`.
import { join } from "node:path";
import { run } from "./run.mjs";
import { root, setUp } from "./setup.mjs";

await setUp();
const jest = join(root, "node_modules", "jest", "bin", "jest.js");
// jest hands Node's options on to the processes that run the suites, where tsx reads TypeScript.
const options = `${process.env.NODE_OPTIONS ?? ""} --import=tsx --disable-warning=ExperimentalWarning`.trim();
const env = { ...process.env, NODE_OPTIONS: options };
process.exitCode = await run(process.execPath, [jest, ...process.argv.slice(2)], { env });
