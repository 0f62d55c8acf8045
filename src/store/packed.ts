import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { RefereeError } from "../errors.ts";
import { RELEASE } from "../release.ts";
import { bytesOf, link, seal } from "./chain.ts";
import { DICTIONARY } from "./packedWords.ts";
import { gapOf, type Shared, withGap } from "./shared.ts";
import { type ChainReport, type PlaceId, placeId, type StreamId } from "./types.ts";

// A history of which nothing is due any more is kept as one element in place of its events, with the places that show it and the
// commands that are known for good:
//
//   <hash of the last event>~<form> <events> <commands> <texts> <commands…><texts…><marks…><deflated>
//
// Redis reads all but the last two, which are bytes. The name of a command has 16 letters, that of a shared text (`shared.ts`) 22.
// A mark is the first three bytes of an event's hash: all hashes can be computed again, and where the last of them is not the one
// that stands here, the marks tell which event was changed. What is deflated are the places, as JSON, and the events in their order,
// with a byte 0 between any two.

/** The form that is written, and the only one there is yet. A release that does not know a form refuses it. */
const FORM = 1;
const HASH_CHARS = 64;
const COMMAND_CHARS = 16;
const TEXT_CHARS = 22;
const MARK_BYTES = 3;
const MARK_CHARS = 2 * MARK_BYTES;
/** Longer than the four counts can be. */
const COUNTS_CHARS = 60;

/** A place as it is kept: what it has, by field. */
export type PackedPlace = { readonly place: PlaceId; readonly fields: Readonly<Record<string, string>> };

/** What is packed. `elements`: at least one, as Redis has them, `<hash> <bytes>` or with a gap where a shared text was. */
export type Unpacked = {
  readonly elements: readonly string[];
  readonly places: readonly PackedPlace[];
  readonly commands: readonly string[];
};

/** A packed element, taken apart. `texts`: names of the shared ones that its events have. */
export type Packed = {
  readonly stream: StreamId;
  readonly head: string;
  readonly version: number;
  readonly commands: readonly string[];
  readonly texts: readonly string[];
  readonly marks: Buffer;
  readonly deflated: Buffer;
};

/** Lua: what a packed element says of itself, nil for an event; and how many events a history has, packed, archived or neither. */
export const PACKED = `
local function packedIn(element)
  local form, events, commands, texts, at = string.match(element, '^~(%d+) (%d+) (%d+) (%d+) ()', ${HASH_CHARS + 1})
  return form and {events = tonumber(events), commands = tonumber(commands), texts = tonumber(texts), at = at, element = element}
end
local function packedOf(stream)
  local list = P .. 's:' .. stream
  return redis.call('LLEN', list) == 1 and packedIn(redis.call('LINDEX', list, 0)) or nil
end
local function lengthOf(stream)
  local length = redis.call('LLEN', P .. 's:' .. stream)
  if length == 0 then return tonumber(string.match(redis.call('HGET', P .. 'archived', stream) or ':0', ':(%d+)$')) end
  local packed = length == 1 and packedOf(stream)
  return packed and packed.events or length
end
local function namesIn(packed, from, count, chars)
  local names = {}
  for n = 1, count do names[n] = string.sub(packed.element, from + (n - 1) * chars, from + n * chars - 1) end
  return names
end
local function commandsIn(packed) return namesIn(packed, packed.at, packed.commands, ${COMMAND_CHARS}) end
local function textsIn(packed)
  local texts = namesIn(packed, packed.at + packed.commands * ${COMMAND_CHARS}, packed.texts, ${TEXT_CHARS})
  for n, name in ipairs(texts) do texts[n] = redis.call('GET', P .. 'shared:' .. name) or '' end
  return texts
end
`;

/** Whether the name of a command can be packed; every release since answers are kept by their hash has given such names. */
export function isCommandName(name: string): boolean {
  return /^[\w-]+$/.test(name) && name.length === COMMAND_CHARS;
}

/** One element in place of all of these. The same gives the same, byte by byte. */
export function pack({ elements, places, commands }: Unpacked): Buffer {
  const texts = [...new Set(elements.flatMap((element) => gapOf(element)?.name ?? []))];
  const head = (elements.at(-1) ?? "").slice(0, HASH_CHARS);
  const counts = [FORM, elements.length, commands.length, texts.length].join(" ");
  const parts = [
    JSON.stringify(places.map(({ place, fields }) => [place.slice(place.indexOf(".") + 1), fields])),
    ...elements.map((element) => separable(numbered(element, texts))),
  ];
  return Buffer.concat([
    Buffer.from(`${head}~${counts} ${commands.join("")}${texts.join("")}`, "latin1"),
    ...elements.map((element) => Buffer.from(element.slice(0, MARK_CHARS), "hex")),
    deflateRawSync(Buffer.from(parts.join("\0")), { level: 9, dictionary: DICTIONARY }),
  ]);
}

/** Null for an event. @throws RefereeError `STREAM_UNREADABLE` for a form that this release does not know */
export function readPacked(stream: StreamId, element: Buffer | undefined): Packed | null {
  const head = element?.toString("latin1", 0, HASH_CHARS + COUNTS_CHARS) ?? "";
  const found = /^~(\d+) (\d+) (\d+) (\d+) /.exec(head.slice(HASH_CHARS));
  if (element === undefined || found === null) return null;
  const [form = 0, version = 0, commands = 0, texts = 0] = found.slice(1).map(Number);
  if (form !== FORM) throw unknownForm(stream, form);
  const commandsAt = HASH_CHARS + found[0].length;
  const textsAt = commandsAt + commands * COMMAND_CHARS;
  const marksAt = textsAt + texts * TEXT_CHARS;
  const deflatedAt = marksAt + version * MARK_BYTES;
  return {
    stream,
    version,
    head: head.slice(0, HASH_CHARS),
    commands: cut(element.toString("latin1", commandsAt, textsAt), COMMAND_CHARS),
    texts: cut(element.toString("latin1", textsAt, marksAt), TEXT_CHARS),
    marks: element.subarray(marksAt, deflatedAt),
    deflated: element.subarray(deflatedAt),
  };
}

const Places = z.array(z.tuple([z.string(), z.record(z.string(), z.string())]));

/** The places it was packed with. @throws RefereeError `CHAIN_BROKEN` for what cannot be read */
export function placesIn(packed: Packed): readonly PackedPlace[] {
  const [places = ""] = partsOf(packed);
  try {
    return Places.parse(JSON.parse(places)).map(([name, fields]) => ({ place: placeId(packed.stream, name), fields }));
  } catch (cause) {
    throw broken(packed.stream, "the places it was packed with cannot be read", cause);
  }
}

/**
 * The bytes of its events, as they were written.
 * @param texts those named in it, in their order; "" for one that is gone
 * @throws RefereeError `CHAIN_BROKEN` for what cannot be read
 */
export function eventsIn(packed: Packed, texts: readonly string[]): readonly string[] {
  return restsOf(packed).map((rest) => wholeOf(packed, rest, texts));
}

/**
 * What Redis had before: each event with its hash, gaps and all.
 * @throws RefereeError `CHAIN_BROKEN` also when one is not what was written: its hash would say that it is
 */
export function elementsIn(packed: Packed, texts: readonly string[]): readonly string[] {
  const report = verifyPacked(packed, texts);
  if (report.type === "broken") throw broken(packed.stream, `its chain is broken at event ${report.brokenAt}`);
  const { elements } = seal(packed.stream, eventsIn(packed, texts));
  return restsOf(packed).map((rest, at) => `${elements[at]?.slice(0, HASH_CHARS)}${named(rest, packed.texts)}`);
}

/** Computes every hash again. */
export function verifyPacked(packed: Packed, texts: readonly string[]): ChainReport {
  const events = readable(() => eventsIn(packed, texts));
  if (events === null) return { type: "broken", brokenAt: 1 };
  let head: string = packed.stream;
  for (const [at, bytes] of events.entries()) {
    head = link(head, bytes);
    const mark = packed.marks.toString("hex", at * MARK_BYTES, (at + 1) * MARK_BYTES);
    if (mark !== head.slice(0, MARK_CHARS)) return { type: "broken", brokenAt: at + 1 };
  }
  if (events.length < packed.version) return { type: "broken", brokenAt: events.length + 1 };
  return head === packed.head
    ? { type: "intact", version: packed.version, head }
    : { type: "broken", brokenAt: packed.version };
}

function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RefereeError && error.code === "CHAIN_BROKEN") return null;
    throw error;
  }
}

function partsOf({ stream, deflated }: Packed): readonly string[] {
  try {
    return inflateRawSync(deflated, { dictionary: DICTIONARY }).toString().split("\0");
  } catch (cause) {
    throw broken(stream, "what was packed of it cannot be unpacked", cause);
  }
}

function restsOf(packed: Packed): readonly string[] {
  return partsOf(packed).slice(1).map(joined);
}

// Of a stored event without its hash a packed one has ` <bytes>`, or `&<number of the text>,<where> <bytes without it>`.

function numbered(element: string, texts: readonly string[]): string {
  const gap = gapOf(element);
  return gap === null ? ` ${bytesOf(element)}` : `&${texts.indexOf(gap.name)},${gap.at} ${gap.rest}`;
}

function named(rest: string, texts: readonly string[]): string {
  const gap = numberedGap(rest);
  return gap === null ? rest : withGap({ ...gap, name: texts[gap.text] ?? "" });
}

function wholeOf({ texts: names }: Packed, rest: string, texts: readonly string[]): string {
  const gap = numberedGap(rest);
  if (gap === null) return rest.slice(1);
  const shared: Shared = { name: names[gap.text] ?? "", text: texts[gap.text] ?? "" };
  const bytes = Buffer.from(gap.rest);
  return `${bytes.toString("utf8", 0, gap.at)}${shared.text}${bytes.toString("utf8", gap.at)}`;
}

function numberedGap(rest: string): { readonly text: number; readonly at: number; readonly rest: string } | null {
  const found = /^&(\d+),(\d+) /.exec(rest);
  return found === null ? null : { text: Number(found[1]), at: Number(found[2]), rest: rest.slice(found[0].length) };
}

/** Without a byte 0; JSON has none, so this is for what is not JSON. */
function separable(text: string): string {
  return text.replaceAll("\u0001", "\u00011").replaceAll("\0", "\u00010");
}

function joined(text: string): string {
  return text.replaceAll("\u00010", "\0").replaceAll("\u00011", "\u0001");
}

function cut(text: string, chars: number): readonly string[] {
  return Array.from({ length: text.length / chars }, (_, at) => text.slice(at * chars, (at + 1) * chars));
}

/** What to say, and do, of a history that is not what was written. */
export function broken(stream: StreamId, why: string, cause?: unknown): RefereeError {
  const todo = "Redis lost or changed data: restore it from a backup.";
  return new RefereeError("CHAIN_BROKEN", `${stream}: ${why}. ${todo}`, { cause });
}

function unknownForm(stream: StreamId, form: number): RefereeError {
  const todo = "Start the release that packed it, or a newer one.";
  return new RefereeError(
    "STREAM_UNREADABLE",
    `${stream} is packed in form ${form}, and release ${RELEASE} reads form ${FORM} only. ${todo}`,
  );
}
