import { z } from "zod";
import { RefereeError } from "../errors.ts";
import type { RedisClient } from "../redis/client.ts";
import { type ArchiveState, archivesOf, type KnownArchive, requireOurs, writeLocated } from "./archived.ts";
import { type ArchivedRequest, decodeEntry, decodeHeader, headAfter } from "./archiveFile.ts";
import type { ArchiveFolder } from "./archiveFolder.ts";
import { readPacked, verifyPacked } from "./packed.ts";
import { onRedis } from "./redisErrors.ts";

/** What looking through all archives came to. `problems`: a line each, with the file and what to do. */
export type ArchiveAudit = { readonly intact: number; readonly problems: readonly string[] };

/**
 * Reads every archive that Redis knows, up to where it counts: whose it is, the hash over all of it, the chain of each request; and
 * whether each request that lies in one is there.
 */
export async function auditArchives(redis: RedisClient, prefix: string, folder: ArchiveFolder): Promise<ArchiveAudit> {
  // Before the archives are: what is archived meanwhile lies behind what is read of them.
  const archived = z.record(z.string(), z.string()).parse(await onRedis(() => redis.hgetall(`${prefix}archived`)));
  const found = new Set<string>();
  const problems: string[] = [];
  let intact = 0;
  for (const known of await archivesOf(redis, prefix)) {
    const audited = await auditArchive(folder, known);
    problems.push(...audited.problems);
    intact += audited.places.length;
    for (const place of audited.places) found.add(place);
    if (audited.problems.length > 0) found.add(skipped(known.number));
  }
  for (const [stream, place] of Object.entries(archived)) {
    // Of an archive that is not whole it is said already.
    if (found.has(`${stream} ${place}`) || found.has(skipped(Number(place.split(":")[0])))) continue;
    problems.push(`${stream}: is in none of the archives, and Redis says that it lies in ${place}`);
  }
  return { intact, problems };
}

/** Looks whether an archive stands in the folder as far as it counts. @returns what is wrong, with what to do; null for nothing */
export async function auditNewest(folder: ArchiveFolder, known: KnownArchive): Promise<string | null> {
  return (await auditArchive(folder, known)).problems[0] ?? null;
}

const skipped = (number: number) => `archive ${number}`;

type Audited = { readonly places: readonly string[]; readonly problems: readonly string[] };

async function auditArchive(folder: ArchiveFolder, known: KnownArchive): Promise<Audited> {
  const { name, bytes } = known.archive;
  try {
    await requireOurs(folder, known);
    return auditBytes(known, await folder.read(name, 0, bytes), `${folder.path}/${name}`);
  } catch (error) {
    if (error instanceof RefereeError && error.code === "ARCHIVE_UNREADABLE")
      return { places: [], problems: [error.message] };
    throw error;
  }
}

function auditBytes({ number, archive }: KnownArchive, bytes: Buffer, path: string): Audited {
  const begins = decodeHeader(bytes)?.length ?? 0;
  const texts = new Map<string, string>();
  const places: string[] = [];
  const problems: string[] = [];
  let head = headAfter("", bytes.subarray(0, begins));
  let requests = 0;
  let at = begins;
  for (let found = decodeEntry(bytes, at); found !== null; found = decodeEntry(bytes, at)) {
    const { entry, end } = found;
    if (entry.type === "shared") texts.set(entry.name, entry.text);
    else {
      requests += 1;
      const version = intactVersion(entry, texts);
      if (version === null) problems.push(`${entry.stream}: its chain is broken in ${path} at byte ${at}. ${PUT_BACK}`);
      else places.push(`${entry.stream} ${writeLocated({ number, at, length: end - at, version })}`);
    }
    head = headAfter(head, bytes.subarray(at, end));
    at = end;
  }
  if (at < archive.bytes) problems.push(sayCut(path, archive, at));
  else if (head !== archive.head || requests !== archive.requests)
    problems.push(
      `The archive ${path} is not the one that was written: the hash over all of it is another. ${PUT_BACK}`,
    );
  return { places, problems };
}

const PUT_BACK = "Put back the file from the newest copy.";

function sayCut(path: string, { bytes }: ArchiveState, at: number): string {
  return `The archive ${path} cannot be read from byte ${at} on, and ${bytes} were written: it was cut or changed. ${PUT_BACK}`;
}

/** How many events it has; null where one of them is not what was written. */
function intactVersion({ stream, element }: ArchivedRequest, texts: ReadonlyMap<string, string>): number | null {
  const packed = readPacked(stream, element);
  if (packed === null) return null;
  const report = verifyPacked(
    packed,
    packed.texts.map((name) => texts.get(name) ?? ""),
  );
  return report.type === "intact" ? report.version : null;
}
