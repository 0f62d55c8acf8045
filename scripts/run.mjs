import { spawn, spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** True when this file is what node was asked to run, not merely imported. */
export function isMain(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}

/** Ends the program with a line that says what to do. For mistakes a person can mend, so without a stack. */
export function giveUp(message) {
  console.error(message);
  process.exit(1);
}

/**
 * Runs a program in this terminal and answers its exit code; 127 when there is no such program.
 *
 * Ctrl-C reaches the program by itself, as it is in the same process group: we only have to outlive it. SIGTERM is sent
 * to one process, so it is handed on.
 */
export function run(program, args, { env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "inherit", env, shell: needsShell(program) });
    const outlive = () => undefined;
    const handOn = () => child.kill("SIGTERM");
    process.on("SIGINT", outlive).on("SIGTERM", handOn);
    const done = (code) => {
      process.off("SIGINT", outlive).off("SIGTERM", handOn);
      resolve(code);
    };
    child.once("error", () => done(127));
    child.once("exit", (code) => done(code ?? 1));
  });
}

/** What a program prints when it ends well, or null when it is missing or fails. */
export function outputOf(program, args) {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout : null;
}

// On Windows npm is a batch file, which only a shell can start.
function needsShell(program) {
  return process.platform === "win32" && program === "npm";
}
