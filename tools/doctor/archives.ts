import { constants } from "node:fs";
import { access } from "node:fs/promises";
import type { Record } from "../../host/installation.ts";
import type { ArchiveConfig } from "../../src/config/archive.ts";
import { auditNewest } from "../../src/store/archiveAudit.ts";
import { archivesOf } from "../../src/store/archived.ts";
import { faultOfFolder, openArchiveFolder } from "../../src/store/archiveFolder.ts";
import { bad, type Finding, ok, whyOf } from "./finding.ts";

const ABOUT = "Archives";

/** Whether what is over can be archived, and what was can be read. Writes nothing; `npm run audit` looks at all of them. */
export async function examineArchives(
  config: ArchiveConfig | null,
  record: Pick<Record, "web" | "prefix"> | null,
): Promise<readonly Finding[]> {
  const known = record === null ? [] : await archivesOf(record.web, record.prefix);
  if (config === null) {
    if (known.length === 0) return [];
    const todo = "set ARCHIVE_DIR to the folder that has them, in every process";
    return [bad(ABOUT, `there are ${known.length}, and this process was told of no folder`, todo)];
  }
  const fault = (await faultOfFolder(config.dir)) ?? (await faultOfRights(config.dir));
  if (fault !== null) return [bad(ABOUT, fault, "until then what is over stays in Redis")];
  const newest = known.at(-1);
  const problem = newest === undefined ? null : await auditNewest(openArchiveFolder(config.dir), newest);
  if (problem !== null) return [bad(ABOUT, problem, "npm run audit looks at all of them")];
  return [ok(ABOUT, `${known.length} in ${config.dir}; what is over for long can go there`)];
}

async function faultOfRights(dir: string): Promise<string | null> {
  try {
    await access(dir, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return `the folder ${dir} cannot be written: ${whyOf(error)}`;
  }
}
