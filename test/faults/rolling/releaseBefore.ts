import { spawnSync } from "node:child_process";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../support/bundle.ts";

/**
 * The commit of the release that plants run while this one is made: it shares their record during a deploy, and takes it
 * over again at a roll-back. It stands here alone.
 *
 * Moved on by whoever makes a release: the commit that was released is put here with the first commit after it. Until the
 * first release it is the state from which on every event is known that the story's requests may come to; a state before it
 * refuses, by its name, an event that this one writes (`EndNears`, which comes by the clock), and so cannot be gone back to.
 */
export const RELEASE_BEFORE = "e4687194767a2f83951648c8e2c674f6315f0937";

/** Where that release stands, ready to run; or why it cannot be had here. */
export type Brought =
  | { readonly type: "ready"; readonly folder: string; readonly release: string }
  | { readonly type: "notHere"; readonly because: string };

/**
 * Takes the release before from this checkout's history, with its packages: this checkout's own where both want the same,
 * else those of its own lock file.
 *
 * @param dir an empty folder of the caller's, who also removes it
 * @throws Error when it is in the history and cannot be unpacked or installed
 */
export async function bringReleaseBefore(dir: string): Promise<Brought> {
  const lookedUp = git("log", "-1", "--format=%h of %cs", RELEASE_BEFORE);
  if (lookedUp.status !== 0) return { type: "notHere", because: whyNot(lookedUp) };
  const [archive, folder] = [join(dir, "before.tar"), join(dir, "release")];
  demand("git archive", git("archive", `--output=${archive}`, RELEASE_BEFORE));
  await mkdir(folder);
  demand("tar", spawnSync("tar", ["-xf", archive, "-C", folder], { encoding: "utf8" }));
  await bringPackages(folder);
  return { type: "ready", folder, release: lookedUp.stdout.trim() };
}

async function bringPackages(folder: string): Promise<void> {
  const locks = [ROOT, folder].map((each) => readFile(join(each, "package-lock.json"), "utf8"));
  const [now, before] = await Promise.all(locks);
  if (now === before) return symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  console.log("its packages are others than this release's: npm ci by its own lock file …");
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  const { status } = spawnSync("npm", ["ci", "--include=dev", ...quiet], { cwd: folder, stdio: "inherit" });
  if (status !== 0) throw new Error(`npm ci of the release before ended with ${status}, see above`);
}

type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string; readonly error?: Error };

const git = (...args: readonly string[]): Ran => spawnSync("git", ["-C", ROOT, ...args], { encoding: "utf8" });

function whyNot({ error, stderr }: Ran): string {
  if (error !== undefined) return `git cannot be run here (${error.message})`;
  const said = stderr.trim().split("\n")[0] ?? "";
  return `the history of this checkout does not hold ${RELEASE_BEFORE} (git: ${said}); in a shallow clone run git fetch --unshallow`;
}

function demand(what: string, { status, stderr, error }: Ran): void {
  if (status !== 0) throw new Error(`${what} failed: ${error?.message ?? stderr.trim()}`);
}
