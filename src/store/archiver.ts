import { randomUUID } from "node:crypto";
import { MINUTE_MS } from "../clock.ts";
import { RefereeError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { RedisClient } from "../redis/client.ts";
import { type ArchiveState, archivesOf, installationOf, requireOurs } from "./archived.ts";
import { decodeEntry, type Entry, encodeEntry, encodeHeader, headAfter } from "./archiveFile.ts";
import { type ArchiveFolder, cut } from "./archiveFolder.ts";
import { type Candidate, candidates, remove } from "./archiveScripts.ts";
import { readPacked, verifyPacked } from "./packed.ts";
import { onRedis } from "./redisErrors.ts";
import { defineScript } from "./script.ts";

/** Whoever archives has the right to for so long after their last sign of life. */
const LEASE_MS = 10 * MINUTE_MS;
/** So many are written, synced and read back together. */
const TOGETHER = 100;

/** Named moments between two steps; tests stop the world there. */
export type ArchiveMoment = "created" | "written" | "readBack" | "removed";

export type ArchiverOptions = {
  readonly redis: RedisClient;
  readonly prefix: string;
  readonly folder: ArchiveFolder;
  /** How long after the last thing happened to it a request is archived, ms of plant time. */
  readonly afterMs: number;
  readonly log: Pick<Log, "error">;
  readonly checkpoint?: (moment: ArchiveMoment) => Promise<void>;
};

export type Archiver = {
  /**
   * Archives what is over for long enough: written, synced, read back, and only then taken out of Redis.
   *
   * @param isStopped asked between any hundred of them. Default: all of them are archived
   * @returns how many were; null while another process does it
   * @throws RefereeError `ARCHIVE_UNWRITABLE` or `ARCHIVE_UNREADABLE`, with the file and what to do: what is not archived stays
   */
  archiveDue(isStopped?: () => boolean): Promise<number | null>;
};

/** An archive that this process began. Nobody else ever writes to it, so a process that was frozen for hours spoils nothing. */
type Begun = { readonly number: number; readonly state: ArchiveState; readonly texts: ReadonlySet<string> };

export function createArchiver(options: ArchiverOptions): Archiver {
  const token = randomUUID();
  const begun = new Map<string, Begun>();
  return {
    archiveDue: async (isStopped = () => false) => {
      if (!(await holds(options, token))) return null;
      await requireFolder(options);
      let archived = 0;
      for (let skipped = 0; ; ) {
        const { looked, due } = await candidates(options.redis, options.prefix, {
          ...options,
          skipped,
          most: TOGETHER,
        });
        const intact = due.filter((each) => isIntact(each, options.log));
        skipped += looked - intact.length;
        const count = await archiveSome({ ...options, token, begun }, intact);
        archived += count;
        // What something happened to meanwhile, and what comes after it, is looked at anew in an hour.
        const isDone = isStopped() || looked < TOGETHER || count < intact.length;
        if (isDone || !(await holds(options, token))) return archived;
      }
    },
  };
}

/** @returns how many were archived, before the first that could not be */
async function archiveSome(archiving: Archiving, some: readonly Candidate[]): Promise<number> {
  let archived = 0;
  for (const [month, each] of byMonth(some)) {
    const count = await archiveMonth(archiving, month, each);
    archived += count;
    if (count < each.length) break;
  }
  return archived;
}

const holdScript = defineScript(`
local holder = redis.call('GET', P .. 'archiving')
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', P .. 'archiving', ARGV[1], 'PX', ARGV[2])
return 1`);

async function holds({ redis, prefix }: ArchiverOptions, token: string): Promise<boolean> {
  return (await onRedis(() => holdScript(redis, prefix, [token, LEASE_MS]))) === 1;
}

/**
 * The newest archive stands in the folder, as far as it counts: else it is another folder, or nothing is mounted there, and what
 * went into it would be missed once the right one is back.
 */
async function requireFolder({ redis, prefix, folder }: ArchiverOptions): Promise<void> {
  const newest = (await archivesOf(redis, prefix)).at(-1);
  if (newest === undefined) return;
  await requireOurs(folder, newest);
  const { name, bytes } = newest.archive;
  const last = await folder.read(name, bytes - 1, 1);
  if (last.length === 0) throw cut(`${folder.path}/${name}`, bytes);
}

function isIntact({ request, texts }: Candidate, log: ArchiverOptions["log"]): boolean {
  const packed = readPacked(request.stream, request.element);
  if (packed !== null && verifyPacked(packed, texts).type === "intact") return true;
  log.error("a request is not what was written, and stays where it is: npm run audit says at which event", {
    stream: request.stream,
  });
  return false;
}

function byMonth(some: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const months = new Map<string, Candidate[]>();
  for (const each of some) {
    const month = new Date(each.request.at).toISOString().slice(0, "2026-09".length);
    months.set(month, [...(months.get(month) ?? []), each]);
  }
  return months;
}

type Archiving = ArchiverOptions & { readonly token: string; readonly begun: Map<string, Begun> };

/** @returns how many were archived: fewer when something happened to one of them meanwhile, or another process archives by now */
async function archiveMonth(archiving: Archiving, month: string, some: readonly Candidate[]): Promise<number> {
  const { folder, checkpoint } = archiving;
  const file = (await ownOf(archiving, month)) ?? (await begin(archiving, month));
  const { name, bytes } = file.state;
  const planned = plan(file, some);
  const all = Buffer.concat(planned.map((each) => each.bytes));
  await folder.append(name, bytes, all);
  await checkpoint?.("written");
  requireSame(folder, name, all, await folder.read(name, bytes, all.length));
  await checkpoint?.("readBack");
  return removeEach(archiving, month, planned);
}

/**
 * Unless all of them went, this process begins another archive the next time: Redis may have taken what its answer was lost of,
 * and what counts is never written over.
 */
async function removeEach(
  { redis, prefix, token, begun, checkpoint }: Archiving,
  month: string,
  planned: readonly Planned[],
): Promise<number> {
  begun.delete(month);
  let archived = 0;
  for (const { candidate, after, at, bytes } of planned) {
    if (candidate === null) continue;
    const { request, seen } = candidate;
    const version = readPacked(request.stream, request.element)?.version ?? 0;
    const removal = { stream: request.stream, seen, number: after.number, archive: after.state, version };
    const removed = await remove(redis, prefix, token, { ...removal, at, length: bytes.length });
    if (removed !== "archived") return archived;
    archived += 1;
    await checkpoint?.("removed");
  }
  const last = planned.at(-1);
  if (last !== undefined) begun.set(month, last.after);
  return archived;
}

/** The archive of a month that this process began, where Redis knows of it what this process does. */
async function ownOf({ redis, prefix, begun }: Archiving, month: string): Promise<Begun | null> {
  const own = begun.get(month);
  if (own === undefined) return null;
  const known = await onRedis(() => redis.hget(`${prefix}archives`, String(own.number)));
  const isSame = known === null ? own.state.requests === 0 : known === JSON.stringify(own.state);
  return isSame ? own : null;
}

type Planned = {
  readonly bytes: Buffer;
  readonly at: number;
  /** Null for a text that the next of them share. */
  readonly candidate: Candidate | null;
  /** What the archive is with it. */
  readonly after: Begun;
};

/** Everything that is to be written, each text before the first request that has it. */
function plan(begun: Begun, some: readonly Candidate[]): readonly Planned[] {
  const planned: Planned[] = [];
  let file = begun;
  const add = (entry: Entry, candidate: Candidate | null) => {
    const bytes = encodeEntry(entry);
    const { name, bytes: at, requests, head } = file.state;
    const state = {
      name,
      bytes: at + bytes.length,
      requests: requests + (candidate === null ? 0 : 1),
      head: headAfter(head, bytes),
    };
    const texts = entry.type === "shared" ? new Set([...file.texts, entry.name]) : file.texts;
    file = { ...file, state, texts };
    planned.push({ bytes, at, candidate, after: file });
  };
  for (const candidate of some) {
    const names = readPacked(candidate.request.stream, candidate.request.element)?.texts ?? [];
    for (const [n, name] of names.entries())
      if (!file.texts.has(name)) add({ type: "shared", name, text: candidate.texts[n] ?? "" }, null);
    add(candidate.request, candidate);
  }
  return planned;
}

/** The installation's tag, by which people tell its archives from others'. */
function tagOf(prefix: string): string {
  return /^\{([^}]*)\}/.exec(prefix)?.[1] ?? "referee";
}

/** Begins an archive of a month under a number that none has. */
async function begin(archiving: Archiving, month: string): Promise<Begun> {
  const { redis, prefix, folder, begun, checkpoint } = archiving;
  const installation = await installationOf(redis, prefix);
  for (;;) {
    const number = await onRedis(() => redis.incr(`${prefix}archives:last`));
    const name = `${tagOf(prefix)}-${month}-${number}.archive`;
    const header = encodeHeader({ installation, month, number });
    // There is one where Redis was set back to an older backup: it may have what is missing now, and stays.
    if (!(await folder.create(name, header))) continue;
    await checkpoint?.("created");
    const state = { name, bytes: header.length, requests: 0, head: headAfter("", header) };
    const file = { number, state, texts: new Set<string>() };
    begun.set(month, file);
    return file;
  }
}

/** What the disk gives back is what was written, and reads as what it is. @throws RefereeError `ARCHIVE_UNWRITABLE` */
function requireSame(folder: ArchiveFolder, name: string, written: Buffer, back: Buffer): void {
  if (written.equals(back) && isReadable(back)) return;
  throw new RefereeError(
    "ARCHIVE_UNWRITABLE",
    `${folder.path}/${name} reads otherwise than it was written. Look after the disk of ARCHIVE_DIR; what was to go there stays in Redis.`,
  );
}

/** Every entry of it, up to its end; each request with its chain. */
function isReadable(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; ) {
    const found = decodeEntry(bytes, at);
    if (found === null) return false;
    at = found.end;
  }
  return true;
}
