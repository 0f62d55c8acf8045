import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { isSystemError } from "./systemError.ts";

/** A process as the machine knows it. A number is used again after a while; number and start together are not. */
export type RunningProcess = { readonly startedAt: string; readonly command: string };

const GLANCE_MS = 20;

/** The living process of that number, or null. One that ended and was not yet collected by its parent has ended. */
export async function runningProcess(pid: number): Promise<RunningProcess | null> {
  return process.platform === "linux" ? await fromProc(pid) : await fromPs(pid);
}

/** Waits for a process to end. @returns false when it still runs after `withinMs` */
export async function hasEnded(pid: number, withinMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs <= withinMs; waitedMs += GLANCE_MS) {
    if ((await runningProcess(pid)) === null) return true;
    await sleep(GLANCE_MS);
  }
  return false;
}

// The fields behind the name in /proc/<pid>/stat, from proc(5): 3 is the state, 22 the start in ticks since boot.
async function fromProc(pid: number): Promise<RunningProcess | null> {
  const stat = await unlessGone(readFile(`/proc/${pid}/stat`, "utf8"));
  const command = await unlessGone(readFile(`/proc/${pid}/cmdline`, "utf8"));
  const [state, ...fields] = (stat ?? "").slice((stat ?? "").lastIndexOf(")") + 2).split(" ");
  const startedAt = fields[18];
  if (command === null || startedAt === undefined || state === "Z" || state === "X") return null;
  return { startedAt, command: command.replaceAll("\0", " ") };
}

const PS_START_LENGTH = "Sun Nov 22 16:38:00 2026".length;

async function fromPs(pid: number): Promise<RunningProcess | null> {
  const printed = await promisify(execFile)("ps", ["-ww", "-o", "lstart=", "-o", "args=", "-p", String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => "", // ps fails when there is no such process
  );
  if (printed === "") return null;
  return { startedAt: printed.slice(0, PS_START_LENGTH), command: printed.slice(PS_START_LENGTH).trim() };
}

// A process can end between two looks; Linux then answers "no such file", or "no such process" while reading.
async function unlessGone(reading: Promise<string>): Promise<string | null> {
  return await reading.catch((error: unknown) => {
    if (isSystemError(error, "ENOENT", "ESRCH")) return null;
    throw error;
  });
}
