import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { oneLine } from "../../src/plainText.ts";
import type { Problem } from "../../src/plant/problem.ts";

/** A row of a table: the line on which it begins, counted from 1, and its cells by the names of their columns. */
export type Row = { readonly line: number; readonly cells: ReadonlyMap<string, string> };

/** A table of another tool, and what is wrong with it. */
export type Table = {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
};

/** Larger files are no list of a plant's people or machines. Bytes, rows, columns, characters of a cell. */
export const MOST = { bytes: 20 * 1024 * 1024, rows: 50_000, columns: 500, cell: 2_000 } as const;

/** Says what is wrong in a line of the table. */
export type Say = (line: number, what: string, todo: string, severity?: Problem["severity"]) => Problem;

export function sayOf(file: string): Say {
  return (line, what, todo, severity = "error") => ({ severity, file, line, column: 1, what, todo });
}

/** Reads comma, semicolon or tab, UTF-8 with or without its mark, UTF-16 as Excel writes it, and Latin-1. Never throws for bad input. */
export function readTable(bytes: Uint8Array, file: string): Table {
  const say = sayOf(file);
  const none = (problem: Problem): Table => ({ columns: [], rows: [], problems: [problem] });
  if (bytes.length > MOST.bytes)
    return none(say(1, `the file has more than ${MOST.bytes / 1024 / 1024} MB`, "export fewer columns, or in parts"));
  const { text, isLatin } = decoded(bytes);
  const { body, delimiter, skipped } = delimited(text);
  const records = recordsOf(body, delimiter);
  if ("error" in records) return none(say(records.line + skipped, records.error, "export it again, or mend this line"));
  const [head, ...rest] = records.records;
  if (head === undefined)
    return none(say(1, "the file is empty", "export it again, with a first line of column names"));
  if (rest.length > MOST.rows) return none(say(1, `the file has more than ${MOST.rows} rows`, "export it in parts"));
  if (head.record.length > MOST.columns)
    return none(say(1, `the first line has more than ${MOST.columns} columns`, "see whether it is the right file"));
  const columns = head.record.map((name) => name.trim());
  const problems = [
    ...(isLatin
      ? [say(1, "this is not UTF-8 and was read as Latin-1", "look at a name with ä, ñ or é below", "warning")]
      : []),
    ...repeatedColumns(columns).map((name) => say(1, `two columns are called "${name}"`, "take one of them out")),
    ...rest.flatMap(({ record, info }) => lineProblems(record, columns, lineOf(record, info.lines) + skipped, say)),
  ];
  const rows = rest
    .filter(({ record }) => record.length === columns.length && record.some((cell) => cell.trim() !== ""))
    .map(({ record, info }) => ({ line: lineOf(record, info.lines) + skipped, cells: cellsOf(columns, record) }));
  return { columns, rows, problems };
}

function cellsOf(columns: readonly string[], record: readonly string[]): ReadonlyMap<string, string> {
  return new Map(columns.map((name, at) => [name, seen(unguarded(record[at] ?? ""))]));
}

/** Nothing of a cell is hidden, and several lines in it are several things. */
function seen(cell: string): string {
  const lines = cell.split(/\r\n|\n|\r/).map(oneLine);
  return lines.filter((line) => line !== "").join(" | ");
}

/** Tools put an apostrophe before what a spreadsheet would compute. */
function unguarded(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, "");
}

const Parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));
type Records = { readonly records: z.infer<typeof Parsed> } | { readonly error: string; readonly line: number };

function recordsOf(body: string, delimiter: string): Records {
  try {
    const options = { delimiter, info: true, relax_column_count: true, skip_empty_lines: true, bom: true } as const;
    return { records: Parsed.parse(parse(body, { ...options, to: MOST.rows + 2, max_record_size: 200_000 })) };
  } catch (cause) {
    // By its class: not all of its codes begin alike.
    if (!(cause instanceof CsvError)) throw cause;
    return { error: `this is not readable as CSV: ${cause.message}`, line: Number(cause.lines ?? 1) };
  }
}

/** The parser tells the last line of a record; a cell may have line breaks. */
function lineOf(record: readonly string[], last: number): number {
  return last - record.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function lineProblems(
  record: readonly string[],
  columns: readonly string[],
  line: number,
  say: Say,
): readonly Problem[] {
  if (record.length !== columns.length) {
    if (record.every((cell) => cell.trim() === "")) return [];
    const what = `this line has ${record.length} cells, the first one has ${columns.length}`;
    return [say(line, what, "put a cell with the separator in it into quotes")];
  }
  return record.flatMap((raw, at) => {
    const cell = unguarded(raw);
    const column = columns[at] ?? "";
    if (cell.length > MOST.cell) return [say(line, `"${column}" has more than ${MOST.cell} characters`, "shorten it")];
    if (isFormula(cell))
      return [say(line, `"${column}" holds a formula`, "write the text itself: a formula is never taken")];
    return [];
  });
}

/** What a spreadsheet computes. A phone number begins with + and has nothing but digits and what groups them. */
function isFormula(cell: string): boolean {
  if (/^[+-]/.test(cell)) return !/^[+-]?[\d\s().,/+-]*$/.test(cell);
  return /^=/.test(cell) || /^@\w+\s*\(/.test(cell);
}

function decoded(bytes: Uint8Array): { readonly text: string; readonly isLatin: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder("utf-16le").decode(bytes), isLatin: false };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isLatin: false };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return { text: new TextDecoder("windows-1252").decode(bytes), isLatin: true };
  }
}

/** The separator is what the line of column names has most of, outside of quotes; Excel may say it in a line of its own. */
function delimited(text: string): { readonly body: string; readonly delimiter: string; readonly skipped: number } {
  const said = /^sep=([,;\t|])\r?\n/.exec(text);
  if (said !== null) return { body: text.slice(said[0].length), delimiter: said[1] ?? ",", skipped: 1 };
  const head = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (sign: string) => head.split(sign).length;
  const delimiter = [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  return { body: text, delimiter, skipped: 0 };
}

function repeatedColumns(columns: readonly string[]): readonly string[] {
  return [...new Set(columns.filter((name, at) => name !== "" && columns.indexOf(name) !== at))];
}
