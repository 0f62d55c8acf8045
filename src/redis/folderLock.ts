import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { RefereeError } from "../errors.ts";
import { runningProcess } from "./processes.ts";
import { isSystemError } from "./systemError.ts";

/** What a lock file says of its holder: number and start of the process, "4711 8812345". */
const HOLDER = /^(\d+) (.+)$/;

export type FolderLock = { release(): Promise<void> };

const ATTEMPTS = 5;
// Time enough for the program that has just made the file to write into it.
const WRITING_MS = 50;

/**
 * Keeps every other Referee out of a folder until released, or until this process ends, however it ends: a lock whose
 * holder no longer runs counts for nothing.
 *
 * @throws RefereeError `STORE_UNSAFE` when a running process holds it
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = join(folder, "lock");
  const me = await describeMe();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await create(file, me)) return { release: () => release(file, me) };
    const found = (await content(file)) || (await sleep(WRITING_MS).then(() => content(file)));
    const holder = await livingHolder(found);
    if (holder !== null) throw inUse(folder, holder);
    await takeAway(file, found);
  }
  throw new RefereeError("STORE_UNSAFE", `Several programs are starting in ${folder} at once. Start one.`);
}

function inUse(folder: string, pid: number): RefereeError {
  return new RefereeError(
    "STORE_UNSAFE",
    `Another Referee (process ${pid}) already uses ${folder}. Stop it first, or give this one its own DATA_DIR.`,
  );
}

async function describeMe(): Promise<string> {
  const me = await runningProcess(process.pid);
  return `${process.pid} ${me?.startedAt}`;
}

async function create(file: string, me: string): Promise<boolean> {
  return await writeFile(file, me, { flag: "wx" }).then(
    () => true,
    (error: unknown) => {
      if (isSystemError(error, "EEXIST")) return false;
      throw error;
    },
  );
}

async function livingHolder(found: string): Promise<number | null> {
  const [, pid, startedAt] = HOLDER.exec(found) ?? [];
  const running = pid === undefined ? null : await runningProcess(Number(pid));
  return running !== null && running.startedAt === startedAt ? Number(pid) : null;
}

async function content(file: string): Promise<string> {
  return await readFile(file, "utf8").catch(() => "");
}

// Moved aside before it is removed: when somebody else was faster and the file is already theirs, it is put back.
async function takeAway(file: string, expected: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readFile(aside, "utf8").catch(() => expected);
  if (moved !== expected) await create(file, moved);
  await rm(aside, { force: true });
}

async function release(file: string, me: string): Promise<void> {
  if ((await content(file)) === me) await rm(file, { force: true });
}
