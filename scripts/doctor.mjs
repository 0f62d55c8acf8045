// `npm run doctor`: tries what is configured, with the settings that `npm start` would use. What the shell has set wins.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkNode } from "./checkNode.mjs";
import { run } from "./run.mjs";
import { root } from "./setup.mjs";

checkNode();
const settings = join(root, ".env");
if (existsSync(settings)) process.loadEnvFile(settings);

// As a process of its own: Node reads NODE_EXTRA_CA_CERTS when it starts.
process.exitCode = await run(process.execPath, [
  "--import",
  "tsx",
  join(root, "tools", "doctor.ts"),
  ...process.argv.slice(2),
]);
