// Brings whatever a fresh machine lacks: npm packages and a redis-server. Needs only Node, and says each thing it does.
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { checkNode } from "./checkNode.mjs";
import { bringDependencies } from "./dependencies.mjs";
import { bringChromium, bringRedisServer } from "./programs.mjs";
import { isMain } from "./run.mjs";

/** The folder of package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** Makes this machine ready. With REDIS_URL set, no redis-server is wanted; else REDIS_SERVER names the one to run. */
export async function setUp() {
  checkNode();
  await bringDependencies(root);
  if (!process.env.REDIS_URL && !process.env.REDIS_SERVER) process.env.REDIS_SERVER = await bringRedisServer();
}

if (isMain(import.meta.url)) {
  await setUp();
  if (process.argv.includes("--browser")) await bringChromium();
}
