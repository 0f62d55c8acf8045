import { readFileSync } from "node:fs";
import { join } from "node:path";
import { giveUp, run } from "./run.mjs";

/** Installs exactly what package-lock.json says, unless it is already there. */
export async function bringDependencies(root) {
  if (isInstalled(root)) return;
  console.log("Installing what Referee depends on (npm ci) …");
  // A production shell leaves out the compiler, and then nothing could be built.
  const code = await run("npm", [
    "ci",
    "--include=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--prefix",
    root,
  ]);
  if (code !== 0) giveUp("npm ci failed, see above. Referee needs the npm registry once, to fetch its dependencies.");
}

/**
 * True when node_modules holds every package of the lock file in its version.
 *
 * npm writes down what it installed. Comparing that with the lock file, and not their dates, spares a fresh install
 * after every change of branch and still notices a lock file that somebody pulled.
 */
export function isInstalled(root) {
  const { wanted, has } = lookInto(root);
  return wanted.every(([path, { version, optional }]) => has(path, version) || (optional === true && !has(path)));
}

/**
 * True after `npm ci --omit=dev`: what runs is there in its version, and nothing of what only builds and tests. Somebody wanted
 * it so, and then nothing is fetched.
 */
export function isForProduction(root) {
  const { wanted, has } = lookInto(root);
  return wanted.every(([path, { version, dev, optional }]) =>
    dev === true ? !has(path) : has(path, version) || (optional === true && !has(path)),
  );
}

function lookInto(root) {
  const wanted = Object.entries(packagesIn(join(root, "package-lock.json")) ?? {}).filter(([path]) => path !== "");
  const installed = packagesIn(join(root, "node_modules", ".package-lock.json")) ?? {};
  const has = (path, version) =>
    installed[path] !== undefined && (version ?? installed[path].version) === installed[path].version;
  return { wanted, has };
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT" || error instanceof SyntaxError) return null;
    throw error;
  }
}
