import { INDEX } from "../src/referee/requestProjection.ts";
import { NUMBER_GUARD } from "../src/referee/requests.ts";
import { verifyAcceptances } from "../src/store/acceptance.ts";
import { type ArchiveAudit, auditArchives } from "../src/store/archiveAudit.ts";
import { archivesOf } from "../src/store/archived.ts";
import { type Missing, missingHistories, missingNumbers } from "../src/store/missing.ts";
import { streamsOf, type ToolRecord } from "./record.ts";

/**
 * Computes every chain again, those in archives too; prints each that is broken, cut short or gone, and the sums.
 *
 * @param beside archives are beside the point: what is wrong with them is printed, and no more. Default: it counts
 * @returns 1 when there is any
 */
export async function verifyRecord(record: ToolRecord, beside: "archives" | null = null): Promise<0 | 1> {
  let intact = 0;
  let broken = 0;
  for await (const stream of streamsOf(record)) {
    const report = await record.store.verifyChain(stream);
    if (report.type === "intact") intact++;
    else {
      broken++;
      console.log(`${stream}: broken at event ${report.brokenAt}`);
    }
  }
  if ((await verifyAcceptances(record.redis, record.prefix)).type === "broken") {
    broken++;
    console.log("what administrators said of older records: broken");
  }
  const archives = await auditedArchives(record);
  intact += archives.intact;
  for (const line of archives.problems) console.log(line);
  const missing = [...(await missingHistories(record.redis, record.prefix)).map(sayMissing), ...(await gapsIn(record))];
  for (const line of missing) console.log(line);
  console.log(`${intact} chains intact, ${broken} broken, ${missing.length} missing or cut short`);
  const unsound = broken + missing.length + (beside === null ? archives.problems.length : 0);
  return unsound === 0 ? 0 : 1;
}

/** Every archive, and who cannot look at them says so: what nobody looked at is not intact. */
async function auditedArchives({ redis, prefix, archives: folder }: ToolRecord): Promise<ArchiveAudit> {
  if (folder !== null) return auditArchives(redis, prefix, folder);
  const known = await archivesOf(redis, prefix);
  if (known.length === 0) return { intact: 0, problems: [] };
  const requests = known.reduce((sum, { archive }) => sum + archive.requests, 0);
  const names = known.map(({ archive }) => archive.name).join(", ");
  return {
    intact: 0,
    problems: [
      `${requests} requests lie in archives that were not looked at: set ARCHIVE_DIR to the folder with ${names}`,
    ],
  };
}

function sayMissing({ stream, what }: Missing): string {
  return `${stream}: ${what}`;
}

/** Keys that were given and lead nowhere, by plant. */
async function gapsIn({ redis, prefix }: ToolRecord): Promise<readonly string[]> {
  const guards = (await redis.hkeys(`${prefix}guards`)).filter((name) => name.startsWith(NUMBER_GUARD));
  const gaps = guards.map(async (guard) => {
    const plant = guard.slice(NUMBER_GUARD.length);
    const numbers = await missingNumbers(redis, prefix, { guard, keyIndex: INDEX.key(plant) });
    return numbers.map((number) => `${plant}-${number}: was given, and is not in the record`);
  });
  return (await Promise.all(gaps)).flat();
}
