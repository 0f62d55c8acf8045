// `npm start`: from a bare checkout to a running Referee, and to the next one when it asks to be started again.
import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { buildIfStale, requireBuilt } from "./build.mjs";
import { checkNode } from "./checkNode.mjs";
import { isForProduction } from "./dependencies.mjs";
import { requireRedisServer } from "./programs.mjs";
import { root, setUp } from "./setup.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

checkNode();

// Before anything is looked for, as REDIS_URL decides whether this machine needs a redis-server. What the shell has set wins.
const settings = join(root, ".env");
if (existsSync(settings)) process.loadEnvFile(settings);

if (isForProduction(root)) {
  requireBuilt();
  if (!process.env.REDIS_URL && !process.env.REDIS_SERVER) process.env.REDIS_SERVER = requireRedisServer();
} else {
  await setUp();
  await buildIfStale();
}
await keepRunning();

/** Runs Referee until it ends by itself. It asks to be started again when a file changed, or when somebody wants to see it killed. */
function keepRunning() {
  return new Promise((resolve) => {
    let again = false;
    const referee = fork(join(root, "dist", "main.js"), { execArgv: ["--enable-source-maps"], stdio: "inherit" });
    const pass = (signal) => referee.kill(signal);
    for (const signal of SIGNALS) process.on(signal, pass);
    referee.on("message", (message) => {
      again = message === "start me again";
    });
    referee.on("exit", (code, signal) => {
      for (const name of SIGNALS) process.off(name, pass);
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
      resolve(again ? keepRunning() : undefined);
    });
  });
}
