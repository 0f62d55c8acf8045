import { open, readFile, realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { RefereeError } from "../../src/errors.ts";
import { isSystemError } from "../../src/redis/systemError.ts";

/**
 * Puts a text in the place of a file: whole, on the disk before it has its name, with the file's own rights. A Referee that
 * reads the folder never sees half of it.
 * @param before what the file held when it was read
 * @throws RefereeError `PLANT_INVALID` when somebody changed it since, or it cannot be written
 */
export async function writeBack(file: string, before: string, text: string): Promise<void> {
  const real = await realpath(file);
  // No name that Referee takes for a plant file.
  const beside = join(dirname(real), `.${basename(real)}.${process.pid}.part`);
  try {
    const { mode } = await stat(real);
    const part = await open(beside, "wx", mode);
    try {
      await part.writeFile(text);
      await part.sync();
    } finally {
      await part.close();
    }
    if ((await readFile(real, "utf8")) !== before)
      throw new RefereeError("PLANT_INVALID", `${file} was changed meanwhile. Nothing was written: run it again.`);
    await rename(beside, real);
  } catch (cause) {
    await unlink(beside).catch((error: unknown) => {
      if (!isSystemError(error, "ENOENT")) throw error;
    });
    if (!isSystemError(cause, "EACCES", "EPERM", "EROFS", "ENOSPC", "EEXIST")) throw cause;
    throw new RefereeError("PLANT_INVALID", `${file} cannot be written: ${String(cause)}`, { cause });
  }
}
