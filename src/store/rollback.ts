import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { RefereeError } from "../errors.ts";
import { keepNewest } from "../recent.ts";
import { isSystemError } from "../redis/systemError.ts";
import type { StreamId } from "./types.ts";

/** Histories whose length this process remembers; enough for the open requests of many plants. */
const REMEMBERED_STREAMS = 10_000;
const WRITE_EVERY_MS = 5_000;

const Anchor = z.object({ counter: z.int().nonnegative() });

/**
 * Notices that Redis now holds less than was seen: a restored backup, a failover to a replica that lagged, a list cut
 * at its end. The chain of hashes cannot show that, since a chain cut at its end is still a valid chain.
 */
export type RollbackWatch = {
  /** The highest counter seen; ask before the command whose answer is then given to `sawCounter`. */
  counterSeen(): number;
  /** `seenBefore`: answers of two connections may cross, so only what was seen before asking may be held against them. */
  sawCounter(counter: number, seenBefore: number): void;
  versionSeen(stream: StreamId): number;
  sawVersion(stream: StreamId, version: number): void;
  /** It ends by itself: nothing that was seen of it is missed. */
  forget(stream: StreamId): void;
  report(error: RefereeError): void;
  /** What was reported so far, each finding once, for whoever asks whether Referee may be relied on. */
  findings(): readonly string[];
  /** Compares with what the last process of this machine had seen. */
  start(): Promise<void>;
  /** Writes the anchor for the next process. */
  stop(): Promise<void>;
};

export type RollbackOptions = {
  /** A small file outside Redis that survives this process; null keeps nothing. */
  readonly anchorFile: string | null;
  /** The installation's counter now. */
  readonly readCounter: () => Promise<number>;
  /** Told once for each finding, with what to do. */
  readonly onRollback: (error: RefereeError) => void;
};

export function createRollbackWatch({ anchorFile, readCounter, onRollback }: RollbackOptions): RollbackWatch {
  const versions = new Map<StreamId, number>();
  let highest = 0;
  let written = 0;
  let timer: NodeJS.Timeout | undefined;
  const found = new Map<string, string>();
  const report = once(found, onRollback);
  const write = async () => {
    if (anchorFile === null || highest <= written) return;
    written = highest;
    await writeAnchor(anchorFile, highest);
  };
  const sawCounter = (counter: number, seenBefore: number) => {
    if (counter < seenBefore) report(fewerAppends(counter, seenBefore, anchorFile));
    highest = Math.max(highest, counter);
  };
  return {
    counterSeen: () => highest,
    sawCounter,
    versionSeen: (stream) => versions.get(stream) ?? 0,
    sawVersion: (stream, version) => rememberVersion(versions, stream, version),
    forget: (stream) => void versions.delete(stream),
    report,
    findings: () => [...found.values()],
    start: async () => {
      const anchored = anchorFile === null ? 0 : await readAnchor(anchorFile);
      written = anchored;
      highest = Math.max(highest, anchored);
      sawCounter(await readCounter(), anchored);
      timer = setInterval(() => write().catch(onWriteFailed), WRITE_EVERY_MS);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await write();
    },
  };

  function onWriteFailed(cause: unknown) {
    report(new RefereeError("CONFIG_INVALID", `Cannot write ${anchorFile}. Check the disk and its rights.`, { cause }));
  }
}

function fewerAppends(counter: number, seen: number, anchorFile: string | null): RefereeError {
  const undo = anchorFile === null ? "" : ` If Redis was emptied on purpose, delete ${anchorFile}.`;
  return new RefereeError(
    "CHAIN_BROKEN",
    `Redis holds ${counter} appends, but ${seen} were seen before: recent decisions may be missing. ` +
      `Compare with the backup or the archive before anybody goes on.${undo}`,
  );
}

function rememberVersion(versions: Map<StreamId, number>, stream: StreamId, version: number): void {
  keepNewest(versions, stream, Math.max(version, versions.get(stream) ?? 0), REMEMBERED_STREAMS);
}

async function readAnchor(file: string): Promise<number> {
  try {
    return Anchor.parse(JSON.parse(await readFile(file, "utf8"))).counter;
  } catch (cause) {
    if (isSystemError(cause, "ENOENT")) return 0; // the first start on this machine
    if (isSystemError(cause, ...NOT_OURS)) throw noDataDir(dirname(file), cause);
    throw new RefereeError("CONFIG_INVALID", `${file} is not readable. Delete it if Redis is known to be complete.`, {
      cause,
    });
  }
}

/** The folder is another user's, is no folder, or stands on a disk that may only be read. */
const NOT_OURS = ["EACCES", "EPERM", "ENOTDIR", "EROFS"];

function noDataDir(folder: string, cause: unknown): RefereeError {
  const todo = "Give the user that runs Referee the right to read and write it, or set DATA_DIR to another folder.";
  return new RefereeError("CONFIG_INVALID", `The folder ${folder} cannot be used. ${todo}`, { cause });
}

/** Written beside and renamed, so that a crash leaves the old one or the new one. */
async function writeAnchor(file: string, counter: number): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify({ counter }));
  await rename(`${file}.new`, file);
}

/**
 * Each finding is said once, whatever counts stand in it: a watch that shouts for every command is switched off. Two
 * requests from which something is missing are two findings.
 */
function once(found: Map<string, string>, tell: (error: RefereeError) => void): (error: RefereeError) => void {
  return (error) => {
    const finding = `${error.code} ${error.message.replace(/\b\d+\b/g, "#")}`;
    if (found.has(finding)) return;
    found.set(finding, error.message);
    tell(error);
  };
}
