import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile, rename } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { RefereeError } from "../../src/errors.ts";
import { isSystemError } from "../../src/redis/systemError.ts";

/** What stands beside a backup, in `<file>.json`. */
export const About = z.object({
  tag: z.string(),
  release: z.string(),
  takenAt: z.string(),
  /** Appends to the record so far. */
  counter: z.int().nonnegative(),
  /** The archives that go with it: none before there were any. */
  archives: z.array(z.object({ name: z.string(), bytes: z.int() })).default([]),
  sha256: z.string(),
});
export type About = z.infer<typeof About>;

export async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** Puts a text beside and in place, on the disk before it has its name. */
export async function writeSafely(file: string, text: string): Promise<void> {
  const beside = await open(`${file}.part`, "w", 0o600);
  try {
    await beside.writeFile(text);
    await beside.sync();
  } finally {
    await beside.close();
  }
  await rename(`${file}.part`, file);
}

/** @throws RefereeError `STORE_UNSAFE` when the file is not what was written */
export async function checkedAbout(file: string): Promise<About> {
  try {
    const about = About.parse(JSON.parse(await readFile(`${file}.json`, "utf8")));
    if (about.sha256 === (await digestOf(file))) return about;
  } catch (cause) {
    if (!isSystemError(cause, "ENOENT")) throw unsound(file, cause);
    throw new RefereeError("STORE_UNSAFE", `${file} and ${file}.json are both needed, and one is not there.`, {
      cause,
    });
  }
  throw unsound(file);
}

function unsound(file: string, cause?: unknown): RefereeError {
  return new RefereeError(
    "STORE_UNSAFE",
    `${file} is not the backup that ${file}.json is about: it was cut or changed.`,
    {
      cause,
    },
  );
}
