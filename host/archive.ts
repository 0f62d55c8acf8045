import type { ArchiveConfig } from "../src/config/archive.ts";
import type { Log } from "../src/log.ts";
import { type ArchiveReader, createArchiveReader, NO_ARCHIVES } from "../src/store/archived.ts";
import { type ArchiveFolder, faultOfFolder, openArchiveFolder } from "../src/store/archiveFolder.ts";
import type { RecordForm } from "../src/store/form.ts";

/** The archives of an installation as this process has them. `keeps`: null where it archives nothing. */
export type Archives = {
  readonly read: ArchiveReader;
  readonly keeps: { readonly folder: ArchiveFolder; readonly afterMs: number } | null;
};

/** What is in the way of the folder is said, and keeps nobody from starting: what would go there stays in Redis. */
export async function openArchives(config: ArchiveConfig | null, form: RecordForm, log: Log): Promise<Archives> {
  if (config === null) return { read: NO_ARCHIVES, keeps: null };
  const fault = await faultOfFolder(config.dir);
  if (fault !== null) log.error("requests that are over cannot be archived", { fault });
  if (!form.packs) log.warn("nothing is archived before the record is compact: set RECORD_COMPACT=yes as well");
  const folder = openArchiveFolder(config.dir);
  return { read: createArchiveReader(folder), keeps: form.packs ? { folder, afterMs: config.afterMs } : null };
}
