import { randomUUID } from "node:crypto";
import { z } from "zod";
import { RefereeError } from "../errors.ts";
import type { RedisClient } from "../redis/client.ts";
import { type ArchivedRequest, decodeEntry, decodeHeader } from "./archiveFile.ts";
import { type ArchiveFolder, cut } from "./archiveFolder.ts";
import { type Packed, readPacked } from "./packed.ts";
import { onRedis } from "./redisErrors.ts";
import { counted, defineScript } from "./script.ts";
import { KNOW_THREADS, threadArgsOf } from "./threads.ts";
import type { StreamId } from "./types.ts";

/** What Redis knows of an archive: how far it counts, in bytes; what was put into it; and the hash over all of that. */
export const ArchiveState = z.object({
  name: z.string(),
  bytes: z.int().nonnegative(),
  requests: z.int().nonnegative(),
  head: z.string(),
});
export type ArchiveState = z.infer<typeof ArchiveState>;

/** Where a request lies: in which archive, from which byte, how long, and of how many events. */
export type Located = {
  readonly number: number;
  readonly at: number;
  readonly length: number;
  readonly version: number;
  readonly archive: ArchiveState;
  readonly installation: string;
  /** As Redis has it. */
  readonly text: string;
};

/** An archive of which something counts. */
export type KnownArchive = Pick<Located, "number" | "archive" | "installation">;

export function writeLocated({ number, at, length, version }: Pick<Located, "number" | "at" | "length" | "version">) {
  return [number, at, length, version].join(":");
}

/** Lua: where a stream lies, as texts; nothing for one that is in no archive. */
export const LOCATED = `
local function locatedOf(stream)
  local found = redis.call('HGET', P .. 'archived', stream)
  if not found then return {} end
  return {found, redis.call('HGET', P .. 'archives', string.match(found, '^%d+')) or '', redis.call('GET', P .. 'archives:id') or ''}
end
`;

/** What `locatedOf` found. @throws RefereeError `ARCHIVE_UNREADABLE` for an archive that Redis does not know */
export function readLocated(stream: StreamId, found: readonly string[]): Located | null {
  const [text, archive = "", installation = ""] = found;
  if (text === undefined) return null;
  if (archive === "")
    throw new RefereeError(
      "ARCHIVE_UNREADABLE",
      `${stream} lies in archive ${text.split(":")[0]}, of which this Redis knows nothing: restore it from a backup.`,
    );
  const [number = 0, at = 0, length = 0, version = 0] = text.split(":").map(Number);
  return { number, at, length, version, archive: ArchiveState.parse(JSON.parse(archive)), installation, text };
}

const locateScript = defineScript(`${LOCATED}
return locatedOf(ARGV[1])`);

/** Where a stream lies; null for one that is in no archive. */
export async function locate(redis: RedisClient, prefix: string, stream: StreamId): Promise<Located | null> {
  const found = z.array(z.string()).parse(await onRedis(() => locateScript(redis, prefix, [stream])));
  return readLocated(stream, found);
}

/** What is known of every archive, by number. */
export async function archivesOf(redis: RedisClient, prefix: string): Promise<readonly KnownArchive[]> {
  const [kept, installation] = await Promise.all([
    onRedis(() => redis.hgetall(`${prefix}archives`)),
    onRedis(() => redis.get(`${prefix}archives:id`)),
  ]);
  return Object.entries(kept)
    .map(([number, text]) => ({
      number: Number(number),
      archive: ArchiveState.parse(JSON.parse(text)),
      installation: installation ?? "",
    }))
    .toSorted((a, b) => a.number - b.number);
}

/** By this name an installation's archives are told from others', for good. */
export async function installationOf(redis: RedisClient, prefix: string): Promise<string> {
  const key = `${prefix}archives:id`;
  const [made, before] = [randomUUID(), await onRedis(() => redis.get(key))];
  if (before !== null) return before;
  await onRedis(() => redis.set(key, made, "NX"));
  return (await onRedis(() => redis.get(key))) ?? made;
}

/** Reads what lies in archives. @throws RefereeError `ARCHIVE_UNREADABLE`, with the file and what to do */
export type ArchiveReader = (stream: StreamId, located: Located) => Promise<ArchivedRequest>;

/** A process without the folder says so, with the name of the file. */
export const NO_ARCHIVES: ArchiveReader = async (stream, { archive }) => {
  throw new RefereeError(
    "ARCHIVE_UNREADABLE",
    `${stream} lies in the archive ${archive.name}, and this process was told of no folder. Set ARCHIVE_DIR to the folder that has it.`,
  );
};

export function createArchiveReader(folder: ArchiveFolder): ArchiveReader {
  const known = new Set<string>();
  return async (stream, located) => {
    const { archive, at, length } = located;
    if (!known.has(archive.name)) {
      await requireOurs(folder, located);
      known.add(archive.name);
    }
    const bytes = await folder.read(archive.name, at, length);
    if (bytes.length < length) throw cut(`${folder.path}/${archive.name}`, archive.bytes);
    const found = decodeEntry(bytes)?.entry;
    if (found?.type === "request" && found.stream === stream) return found;
    throw damaged(folder, archive.name, `at byte ${at}, where ${stream} was`);
  };
}

/** Longer than the line that says whose it is. */
const HEADER_BYTES = 500;

/** @throws RefereeError `ARCHIVE_UNREADABLE` for a file that is not there, is no archive, or is another installation's */
export async function requireOurs(
  folder: ArchiveFolder,
  { archive, number, installation }: KnownArchive,
): Promise<void> {
  const found = decodeHeader(await folder.read(archive.name, 0, HEADER_BYTES));
  if (found === null) throw damaged(folder, archive.name, "in its first line, which says whose it is");
  if (found.header.installation === installation && found.header.number === number) return;
  throw new RefereeError(
    "ARCHIVE_UNREADABLE",
    `The archive ${folder.path}/${archive.name} is of another installation, or another file of this one under its name. Give each installation a folder of its own, and put the right file back from the newest copy.`,
  );
}

export function damaged(folder: ArchiveFolder, name: string, where: string): RefereeError {
  return new RefereeError(
    "ARCHIVE_UNREADABLE",
    `The archive ${folder.path}/${name} is not what was written to it, ${where}. Put back the file from the newest copy.`,
  );
}

const restoreScript = defineScript(`
local i = 0
local function take() i = i + 1 return ARGV[i] end
local stream, located, element, at = take(), take(), take(), take()
if redis.call('HGET', P .. 'archived', stream) ~= located or redis.call('EXISTS', P .. 's:' .. stream) == 1 then return 0 end
redis.call('RPUSH', P .. 's:' .. stream, element)
for _ = 1, tonumber(take()) do redis.call('HSET', P .. 'p:' .. stream, take(), take()) end
for _ = 1, tonumber(take()) do redis.call('HSET', P .. 'k:' .. stream, take(), '') end
${KNOW_THREADS}
redis.call('ZADD', P .. 'packed', at, stream)
redis.call('HDEL', P .. 'archived', stream)
return 1`);

/**
 * Has an archived request in Redis again, packed, so that something can be appended. What lies in the archive stays there, and
 * counts no more. Nothing where somebody else was quicker.
 */
export async function bringBack(redis: RedisClient, prefix: string, read: ArchiveReader, stream: StreamId) {
  const located = await locate(redis, prefix, stream);
  if (located === null) return;
  const { element, fields, commands, at } = await read(stream, located);
  const args = [
    ...[stream, located.text, element, at],
    ...counted(Object.entries(fields)),
    ...counted(commands.map((command) => [command])),
    ...threadArgsOf(stream, element),
  ];
  await onRedis(() => restoreScript(redis, prefix, args));
}

/** What was read of an archived request, as one that is packed; and the texts it shares. */
export type ArchivedHistory = {
  readonly request: ArchivedRequest;
  readonly packed: Packed;
  readonly texts: readonly string[];
};

export async function readArchived(
  redis: RedisClient,
  prefix: string,
  read: ArchiveReader,
  { stream, located }: { readonly stream: StreamId; readonly located: Located },
): Promise<ArchivedHistory> {
  const request = await read(stream, located);
  const packed = readPacked(stream, request.element);
  if (packed === null)
    throw new RefereeError(
      "STREAM_UNREADABLE",
      `${stream} lies in ${located.archive.name} in a form that is not known here.`,
    );
  const texts = await Promise.all(packed.texts.map((name) => onRedis(() => redis.get(`${prefix}shared:${name}`))));
  return { request, packed, texts: texts.map((text) => text ?? "") };
}
