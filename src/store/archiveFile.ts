import { createHash } from "node:crypto";
import { z } from "zod";
import { RequestId } from "../request/ids.ts";
import type { StreamId } from "./types.ts";

// An archive is a line that says whose it is, and then what was put into it, one behind the other, never changed:
//
//   referee-archive 1 {"installation":"…","month":"2026-09","number":3}
//   <bytes of what follows> <its SHA-256>
//   {"stream":"req_…","fields":{…},"commands":[…],"at":…}
//   <the packed history, see packed.ts>
//
// A text that packed histories share (see shared.ts) stands before the first that has it, as {"shared":"<name>"} and the text, so
// that a file can be read by itself. How far a file counts, and a hash over all of it, is in Redis: what stands behind that was
// never finished, and is written again.

/** The form that is written, and the only one there is yet. */
const FORM = 1;
const NEWLINE = 10;

/** Whose a file is: an installation's, of one month in which requests ended (UTC), by its number. */
export const ArchiveHeader = z.object({
  installation: z.string(),
  month: z.string().regex(/^\d{4}-\d{2}$/),
  number: z.int().positive(),
});
export type ArchiveHeader = z.infer<typeof ArchiveHeader>;

const Meta = z.union([
  z.object({
    stream: RequestId,
    fields: z.record(z.string(), z.string()),
    commands: z.array(z.string()),
    at: z.int(),
  }),
  z.object({ shared: z.string() }),
]);

/** A request in an archive. `fields`: its projection; `commands`: those that came for it after it was packed. */
export type ArchivedRequest = {
  readonly type: "request";
  readonly stream: StreamId;
  readonly fields: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
  /** When something last happened to it. */
  readonly at: number;
  readonly element: Buffer;
};
export type Entry = ArchivedRequest | { readonly type: "shared"; readonly name: string; readonly text: string };

export function encodeHeader(header: ArchiveHeader): Buffer {
  return Buffer.from(`referee-archive ${FORM} ${JSON.stringify(header)}\n`);
}

/** Null for what is no archive, or of a form that this release does not know. */
export function decodeHeader(bytes: Buffer): { readonly header: ArchiveHeader; readonly length: number } | null {
  const end = bytes.indexOf(NEWLINE);
  const [line, json] = /^referee-archive 1 (\{.*\})$/.exec(bytes.toString("utf8", 0, Math.max(end, 0))) ?? [];
  if (line === undefined || json === undefined) return null;
  const header = ArchiveHeader.safeParse(parsed(json));
  return header.success ? { header: header.data, length: end + 1 } : null;
}

export function encodeEntry(entry: Entry): Buffer {
  const [meta, content] =
    entry.type === "shared" ? [{ shared: entry.name }, Buffer.from(entry.text)] : [metaOf(entry), entry.element];
  const payload = Buffer.concat([Buffer.from(`${JSON.stringify(meta)}\n`), content]);
  return Buffer.concat([Buffer.from(`${payload.length} ${digestOf(payload)}\n`), payload, Buffer.from("\n")]);
}

function metaOf({ stream, fields, commands, at }: ArchivedRequest) {
  return { stream, fields, commands, at };
}

/** What stands at a byte of a file, and where the next begins; null for what is not what was written. */
export function decodeEntry(bytes: Buffer, at = 0): { readonly entry: Entry; readonly end: number } | null {
  const lineEnd = bytes.indexOf(NEWLINE, at);
  const [, length, digest] =
    /^(\d{1,9}) ([0-9a-f]{64})$/.exec(bytes.toString("latin1", at, Math.max(lineEnd, at))) ?? [];
  if (length === undefined) return null;
  const from = lineEnd + 1;
  const end = from + Number(length);
  const payload = bytes.subarray(from, end);
  if (bytes.length <= end || bytes[end] !== NEWLINE || digestOf(payload) !== digest) return null;
  const metaEnd = payload.indexOf(NEWLINE);
  const meta = Meta.safeParse(parsed(payload.toString("utf8", 0, Math.max(metaEnd, 0))));
  if (!meta.success) return null;
  const content = payload.subarray(metaEnd + 1);
  const entry: Entry =
    "shared" in meta.data
      ? { type: "shared", name: meta.data.shared, text: content.toString() }
      : { type: "request", ...meta.data, element: Buffer.from(content) };
  return { entry, end: end + 1 };
}

/** A hash over everything in a file so far: over the one before it and what was added. The first follows nothing. */
export function headAfter(head: string, added: Buffer): string {
  return createHash("sha256").update(head).update(added).digest("hex");
}

function digestOf(payload: Buffer): string {
  return createHash("sha256").update(payload).digest("hex");
}

/** Undefined for what is no JSON. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
