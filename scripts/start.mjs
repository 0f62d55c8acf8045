// `npm start`: from a bare checkout to a running Referee, in this one process, so that signals and the exit code are
// Referee's own and nothing has to be passed on.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildIfStale } from "./build.mjs";
import { checkNode, root, setUp } from "./setup.mjs";

checkNode();

// Before anything is looked for, as REDIS_URL decides whether this machine needs a redis-server. What the shell has set wins.
const settings = join(root, ".env");
if (existsSync(settings)) process.loadEnvFile(settings);

await setUp();
await buildIfStale();
process.setSourceMapsEnabled(true);
await import("../dist/main.js");
