import { type FileHandle, open, readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { RefereeError } from "../errors.ts";
import { isSystemError } from "../redis/systemError.ts";

/** A folder of archives. Whatever is written is on the disk when a promise resolves; what went wrong names the file. */
export type ArchiveFolder = {
  /** @returns false where there is such a file. @throws RefereeError `ARCHIVE_UNWRITABLE` */
  create(name: string, bytes: Buffer): Promise<boolean>;
  /** What stood behind `at` is gone. @throws RefereeError `ARCHIVE_UNWRITABLE` also where the file is shorter than `at` */
  append(name: string, at: number, bytes: Buffer): Promise<void>;
  /** As many bytes as there are. @throws RefereeError `ARCHIVE_UNREADABLE` */
  read(name: string, at: number, length: number): Promise<Buffer>;
  /** The folder's own name, for whoever is told of it. */
  readonly path: string;
};

export function openArchiveFolder(path: string): ArchiveFolder {
  const fileIn = (name: string) => join(path, name);
  return {
    path,
    create: async (name, bytes) => {
      try {
        await withFile(fileIn(name), "wx", (file) => firstBytes(file, fileIn(name), bytes));
      } catch (cause) {
        if (isSystemError(cause, "EEXIST")) return false;
        throw unwritable(fileIn(name), cause);
      }
      await syncFolder(path);
      return true;
    },
    append: async (name, at, bytes) => {
      try {
        await withFile(fileIn(name), "r+", async (file) => {
          const { size } = await file.stat();
          if (size < at) throw cut(fileIn(name), at);
          if (size > at) await file.truncate(at);
          await writeAll(file, bytes, at);
          await file.sync();
        });
      } catch (cause) {
        throw unwritable(fileIn(name), cause);
      }
    },
    read: async (name, at, length) => {
      try {
        return await withFile(fileIn(name), "r", (file) => readAll(file, at, length));
      } catch (cause) {
        throw unreadable(fileIn(name), cause);
      }
    },
  };
}

/** Whether archives can be kept there: null, or what is in the way. */
export async function faultOfFolder(path: string): Promise<string | null> {
  try {
    await readdir(path);
    return null;
  } catch (cause) {
    return isSystemError(cause, "ENOENT")
      ? `There is no folder ${path}. Make it, or mount it; Referee does not, since an empty folder would look like lost archives.`
      : `The folder ${path} cannot be read (${codeOf(cause)}). Give the user that runs Referee the right to read and write it.`;
  }
}

/** @throws RefereeError `ARCHIVE_UNREADABLE`: the file is shorter than what was written to it */
export function cut(file: string, written: number): RefereeError {
  return new RefereeError(
    "ARCHIVE_UNREADABLE",
    `The archive ${file} was cut: it has fewer than the ${written} bytes that were written. Put back the file from the newest copy; nothing is archived meanwhile.`,
  );
}

async function withFile<T>(file: string, flags: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, flags, 0o600);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

/** A disk that is full for days does not fill with empty files. */
async function firstBytes(file: FileHandle, path: string, bytes: Buffer): Promise<void> {
  try {
    await writeAll(file, bytes, 0);
    await file.sync();
  } catch (error) {
    await unlink(path);
    throw error;
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

async function readAll(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

/** A new name is on the disk once its folder is. */
async function syncFolder(path: string): Promise<void> {
  try {
    await withFile(path, "r", (folder) => folder.sync());
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

function unwritable(file: string, cause: unknown): RefereeError {
  if (cause instanceof RefereeError) return cause;
  const why = isSystemError(cause, "ENOSPC", "EDQUOT")
    ? "the disk is full. Make room"
    : `${codeOf(cause)}. Look after the disk, the mount and the rights of ARCHIVE_DIR`;
  return new RefereeError(
    "ARCHIVE_UNWRITABLE",
    `The archive ${file} cannot be written: ${why}. What was to go there stays in Redis; it is tried again within the hour.`,
    { cause },
  );
}

function unreadable(file: string, cause: unknown): RefereeError {
  const why = isSystemError(cause, "ENOENT")
    ? "is not there. Is the folder mounted? Else put the file back from the newest copy"
    : `cannot be read (${codeOf(cause)}). Look after the disk, the mount and the rights of ARCHIVE_DIR`;
  return new RefereeError("ARCHIVE_UNREADABLE", `The archive ${file} ${why}.`, { cause });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";
}
