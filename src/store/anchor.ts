import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { RefereeError } from "../errors.ts";
import { isSystemError } from "../redis/systemError.ts";
import { StreamId } from "./types.ts";

/** What a process has seen of the record, kept outside Redis for the next one. */
export const Anchor = z.object({
  /** The highest counter. */
  counter: z.int().nonnegative(),
  /** How often the record had been accepted as it is; absent for never. */
  accepted: z.int().nonnegative().default(0),
  /** The histories seen last, with how many events; absent for none. */
  streams: z.array(z.tuple([StreamId, z.int().nonnegative()])).default([]),
});
export type Anchor = z.infer<typeof Anchor>;

/** Null on the first start on this machine. @throws RefereeError `CONFIG_INVALID` */
export async function readAnchor(file: string): Promise<Anchor | null> {
  try {
    return Anchor.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    if (isSystemError(cause, "ENOENT")) return null;
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
export async function writeAnchor(file: string, { counter, accepted, streams }: Anchor): Promise<void> {
  const text = JSON.stringify({
    counter,
    ...(accepted > 0 && { accepted }),
    ...(streams.length > 0 && { streams }),
  });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
