import { isDeepStrictEqual } from "node:util";
import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { RefereeError } from "../../src/errors.ts";
import { isRecord } from "../../src/json.ts";
import type { Change, Entry } from "./change.ts";
import type { Value } from "./wanted.ts";

type Splice = { readonly from: number; readonly to: number; readonly text: string };

/**
 * The plant file with the changes, and every byte of the rest as it was: comments, order, quotes and lines. The result is read
 * again and compared with what was meant.
 * @throws RefereeError `PLANT_INVALID` where the file is written in a way in which that cannot be done, e.g. by references
 */
export function edited(text: string, entries: readonly Entry[]): string {
  const changed = entries.filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return text;
  const writer = new Writer(text);
  for (const entry of changed) writer.write(entry);
  const result = writer.result();
  const wanted = withChanges(parse(text).toJS(), changed);
  if (!isDeepStrictEqual(parse(result).toJS(), wanted))
    throw new RefereeError(
      "PLANT_INVALID",
      "This plant file is written in a way that import cannot change (references, or merged blocks). Write those entries out, or change them by hand.",
    );
  return result;
}

const parse = (text: string) => parseDocument(text, { uniqueKeys: false, logLevel: "error" });

class Writer {
  readonly #text: string;
  readonly #splices: Splice[] = [];
  readonly #newline: string;
  /** New sections, and new entries of one that is written in one line: made whole at the end. */
  readonly #sections = new Map<string, Map<string, Record<string, unknown>>>();
  readonly #root: YAMLMap;

  constructor(text: string) {
    this.#text = text;
    this.#newline = text.includes("\r\n") ? "\r\n" : "\n";
    const { contents } = parse(text);
    if (!isMap(contents)) throw new RefereeError("PLANT_INVALID", "The plant file holds no plant.");
    this.#root = contents;
  }

  write({ wanted: { section, id }, isNew, changes }: Entry): void {
    const block = inside(this.#root, section);
    if (isNew && (!isMap(block) || block.items.length === 0)) {
      const entries = this.#sections.get(section) ?? new Map<string, Record<string, unknown>>();
      this.#sections.set(section, entries.set(id, nested(changes)));
    } else if (isNew && isMap(block)) this.#addTo(block, id, nested(changes));
    else for (const change of changes) this.#change(change);
  }

  #change({ path, before, after }: Change): void {
    const { map, key, rest } = this.#blockOf(path);
    const value = inside(map, key);
    if (rest.length === 0 && isSeq(value) && Array.isArray(after))
      this.#append(value, after.slice(Array.isArray(before) ? before.length : 0));
    else this.#set(map, key, deep(rest, after));
  }

  /** The innermost block of a path that is there; what is not there yet is the rest. */
  #blockOf(path: readonly string[]): { readonly map: YAMLMap; readonly key: string; readonly rest: readonly string[] } {
    let map = this.#root;
    for (const [at, key] of path.slice(0, -1).entries()) {
      const value = inside(map, key);
      if (!isMap(value) || (value.items.length === 0 && value.flow !== true))
        return { map, key, rest: path.slice(at + 1) };
      map = value;
    }
    return { map, key: path.at(-1) ?? "", rest: [] };
  }

  #set(map: YAMLMap, key: string, value: unknown): void {
    const pair = pairOf(map, key);
    if (pair === undefined) this.#addTo(map, key, value);
    else {
      const [from = 0, to = from] = nodeOf(pair.value)?.range ?? [];
      this.#put(from, to, `${from === to ? " " : ""}${inFlow(value)}`);
    }
  }

  #addTo(map: YAMLMap, key: string, value: unknown): void {
    const last = map.items.at(-1);
    if (map.flow === true) {
      this.#addToFlow(map, last === undefined ? null : endOf(last), `${inFlow(key)}: ${inFlow(value)}`);
      return;
    }
    const [start = 0] = nodeOf(map.items[0]?.key)?.range ?? [];
    const indent = start - (this.#text.lastIndexOf("\n", start - 1) + 1);
    this.#addLines(last === undefined ? start : endOf(last), inBlock(key, value, indent, this.#newline));
  }

  #append(seq: YAMLSeq, items: readonly string[]): void {
    const last = nodeOf(seq.items.at(-1));
    if (seq.flow === true) {
      this.#addToFlow(seq, last === null ? null : ending(last), items.map(inFlow).join(", "));
      return;
    }
    const [start = 0] = nodeOf(seq.items[0])?.range ?? [];
    const before = this.#text.slice(this.#text.lastIndexOf("\n", start - 1) + 1, start);
    const indent = before.length - before.trimStart().length;
    const lines = items.map((item) => `${" ".repeat(indent)}- ${inFlow(item)}`);
    this.#addLines(last === null ? start : ending(last), lines.join(this.#newline));
  }

  #put(from: number, to: number, text: string): void {
    this.#splices.push({ from, to, text });
  }

  #addToFlow(flow: YAMLMap | YAMLSeq, end: number | null, text: string): void {
    const [start = 0] = flow.range ?? [];
    const from = end ?? start + 1;
    this.#put(from, from, end === null ? text : `, ${text}`);
  }

  /** Below the line in which something ends, with what is written behind it. */
  #addLines(end: number, lines: string): void {
    if (this.#text[end - 1] === "\n") {
      this.#put(end, end, `${lines}${this.#newline}`);
      return;
    }
    const found = this.#text.indexOf("\n", end);
    const eol = found === -1 ? this.#text.length : found;
    const from = this.#text[eol - 1] === "\r" ? eol - 1 : eol;
    this.#put(from, from, `${this.#newline}${lines}`);
  }

  result(): string {
    for (const [section, entries] of this.#sections) this.#writeSection(section, Object.fromEntries(entries));
    // What is put in at one place stays in its order.
    const sorted = this.#splices
      .map((splice, at) => ({ ...splice, at }))
      .sort((a, b) => a.from - b.from || a.at - b.at);
    let done = 0;
    const parts: string[] = [];
    for (const { from, to, text } of sorted) {
      parts.push(this.#text.slice(done, from), text);
      done = Math.max(done, to);
    }
    return parts.join("") + this.#text.slice(done);
  }

  #writeSection(section: string, entries: Record<string, unknown>): void {
    const pair = pairOf(this.#root, section);
    if (pair === undefined) {
      const gap = this.#text.endsWith("\n") ? "" : this.#newline;
      const end = this.#text.length;
      this.#put(end, end, `${gap}${this.#newline}${inBlock(section, entries, 0, this.#newline)}${this.#newline}`);
      return;
    }
    const lines = Object.entries(entries).map(([id, entry]) => inBlock(id, entry, 2, this.#newline));
    const [from = 0, to = from] = nodeOf(pair.value)?.range ?? [];
    this.#put(from, to, "");
    this.#addLines(to, lines.join(this.#newline));
  }
}

const nodeOf = (value: unknown): Node | null => (isScalar(value) || isCollection(value) ? value : null);
const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
const inside = (map: YAMLMap, key: string): unknown => pairOf(map, key)?.value;

function endOf({ key, value }: Pair): number {
  const node = nodeOf(value) ?? nodeOf(key);
  return node === null ? 0 : ending(node);
}

/** Where a block really ends: comments and empty lines behind it are not its own. */
function ending(node: Node): number {
  const last = isCollection(node) && node.flow !== true ? node.items.at(-1) : undefined;
  if (isPair(last)) return endOf(last);
  const item = nodeOf(last);
  return item === null ? (node.range?.[1] ?? 0) : ending(item);
}

function nested(changes: readonly Change[]): Record<string, unknown> {
  return withChanges({}, [{ changes: changes.map((change) => ({ ...change, path: change.path.slice(2) })) }]);
}

function deep(path: readonly string[], value: Value): unknown {
  return path.reduceRight<unknown>((within, key) => ({ [key]: within }), value);
}

function withChanges(value: unknown, entries: readonly Pick<Entry, "changes">[]): Record<string, unknown> {
  const whole: unknown = structuredClone(value);
  if (!isRecord(whole)) return {};
  for (const { path, after } of entries.flatMap(({ changes }) => changes)) {
    let block = whole;
    for (const key of path.slice(0, -1)) {
      const there = block[key];
      const next = isRecord(there) ? there : {};
      block[key] = next;
      block = next;
    }
    block[path.at(-1) ?? ""] = after;
  }
  return whole;
}

/** Within brackets, and behind a key: quoted wherever it could be taken for something else. */
function inFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${inFlow(key)}: ${inFlow(each)}`)
      .join(", ")} }`;
  const text = String(value);
  if (typeof value === "number") return text;
  return /^\p{L}(?:[\p{L}\p{N} @._/+()-]*[\p{L}\p{N}.)])?$/u.test(text) &&
    !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function inBlock(key: string, value: unknown, indent: number, newline: string): string {
  const room = " ".repeat(indent);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return `${room}${inFlow(key)}: ${inFlow(value)}`;
  const isShort = Object.values(value).every((each) => typeof each !== "object");
  const line = `${room}${inFlow(key)}: ${inFlow(value)}`;
  if (isShort && indent > 2 && line.length < 100) return line;
  return [
    `${room}${inFlow(key)}:`,
    ...Object.entries(value).map(([name, each]) => inBlock(name, each, indent + 2, newline)),
  ].join(newline);
}
