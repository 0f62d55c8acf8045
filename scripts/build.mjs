import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { giveUp, isMain, run } from "./run.mjs";
import { root, setUp } from "./setup.mjs";

/** All that decides what the build produces. */
const SOURCES = [
  "main.ts",
  "host",
  "src",
  "adapters",
  "tools",
  "scripts",
  "tsconfig.json",
  "tsconfig.build.json",
  "package-lock.json",
];

const dist = join(root, "dist");
const stamp = join(dist, ".built-from");

/**
 * Compiles when a source was changed, added, moved or removed since the last build; else costs some milliseconds. In a
 * process of its own: a compiler that stayed in memory for as long as Referee runs would be of no use to anybody.
 */
export async function buildIfStale() {
  if (builtFrom()[0] === fingerprint()) return;
  const code = await run(process.execPath, [fileURLToPath(import.meta.url)]);
  if (code !== 0) process.exit(code);
}

/** Where nothing can be compiled: ends the program unless these very sources were built, here or on another machine. */
export function requireBuilt() {
  if (builtFrom()[1] === contents()) return;
  const what = existsSync(stamp) ? "dist/ was built from other sources" : "This checkout was not built";
  giveUp(
    `${what}, and has no compiler: it was installed with --omit=dev. Run npm ci && npm run build first, or use what npm run package makes.`,
  );
}

/** Two fingerprints of what dist/ was built from: one that is quick to take here, and one of the contents, true anywhere. */
function builtFrom() {
  return existsSync(stamp) ? readFileSync(stamp, "utf8").split("\n") : [];
}

/** Compiles beside dist/ and then swaps, so that dist/ is always a whole build and holds nothing of deleted sources. */
async function build() {
  console.log("Building Referee …");
  const fresh = `${dist}-${process.pid}`;
  const sources = `${fingerprint()}\n${contents()}`;
  if (!(await compile(fresh))) {
    rmSync(fresh, { recursive: true, force: true });
    giveUp("The build failed, see above; nothing was started.");
  }
  writeFileSync(join(fresh, ".built-from"), sources);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}

async function compile(outDir) {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const code = await run(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json"), "--outDir", outDir]);
  return code === 0 && (await bundlePage(outDir));
}

/** The browser's part of the local chat. esbuild has said what was wrong before it throws. */
async function bundlePage(outDir) {
  if (!existsSync(join(root, "adapters", "web", "page", "main.tsx"))) return true;
  const { buildPage } = await import("./buildPage.mjs");
  return await buildPage(join(outDir, "adapters", "web", "page")).then(
    () => true,
    () => false,
  );
}

function fingerprint() {
  return hashOf((path, { size, mtimeMs }) => `${path} ${size} ${mtimeMs}\n`);
}

function contents() {
  return hashOf((path) => `${relative(root, path)} ${createHash("sha256").update(readFileSync(path)).digest("hex")}\n`);
}

function hashOf(line) {
  const hash = createHash("sha256");
  for (const source of SOURCES) addTo(hash, join(root, source), line);
  return hash.digest("hex");
}

function addTo(hash, path, line) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name), line);
  } else {
    hash.update(line(path, found));
  }
}

if (isMain(import.meta.url)) {
  await setUp();
  await build();
}
