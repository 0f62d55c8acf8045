import { dirname, join } from "node:path";
import { Composer, type Document, LineCounter, Parser, YAMLParseError } from "yaml";
import type { Problem } from "../problem.ts";
import { type BoundedLexemes, withinBounds } from "./yamlBounds.ts";
import { placesIn } from "./yamlPlaces.ts";
import { type SyntaxRemark, syntaxRemarks } from "./yamlSyntax.ts";

export type Path = readonly PropertyKey[];

/** Something wrong at a path of a file, before its line is known. */
export type Finding = Pick<Problem, "what" | "todo"> & {
  readonly path: Path;
  readonly severity?: Problem["severity"];
  /** Whether the key is meant, not what stands behind it. */
  readonly atKey?: boolean;
  /** Where it stands, if not in this file: a file beside it. */
  readonly beside?: { readonly file: string; readonly line: number };
};

/** A YAML text with the place of everything in it. */
export type YamlFile = {
  readonly value: unknown;
  /** What keeps the text from being YAML, and keys written twice. */
  readonly problems: readonly Problem[];
  /** Whether the value can be trusted to be what was meant: after a wrong indentation everything seems to be missing. */
  readonly isSound: boolean;
  /** The finding with its place; what is missing is placed at the nearest thing around it that is there. */
  readonly locate: (finding: Finding) => Problem;
};

/** Reads YAML 1.2, where `06:00` is a text and `no` is not false. Never throws; refuses what is too long or too deep. */
export function readYaml(text: string, file: string): YamlFile {
  const { lexemes, beyond } = withinBounds(text);
  const lines = new LineCounter();
  const document = documentOf(lexemes, lines, text.length);
  const isBeyond = beyond();
  if (isBeyond !== null) return refused(text, file, isBeyond);
  const places = placesIn(document);
  const at = (offset: number, { what, todo }: SyntaxRemark, severity: Problem["severity"] = "error"): Problem => {
    const { line, col } = lines.linePos(offset);
    return { severity, file, line: Math.max(1, line), column: Math.max(1, col), what, todo };
  };
  const locate = ({ path, what, todo, severity = "error", atKey = false, beside }: Finding): Problem =>
    beside === undefined
      ? at(places.offsetOf(path, atKey), { what, todo }, severity)
      : { severity, file: join(dirname(file), beside.file), line: beside.line, column: 1, what, todo };
  const syntax = syntaxRemarks(text, document.errors).map((remark) => at(remark.offset, remark));
  const repeated = syntax.length > 0 ? [] : places.repeatedKeys.map(({ key, offset }) => at(offset, sayRepeated(key)));
  const { value, problem } = read(document, locate);
  const problems = [...syntax, ...repeated, ...(problem === null ? [] : [problem])];
  return { value, problems, isSound: problem === null && syntax.length === 0, locate };
}

/** As the library's own `parseDocument`, from lexemes: whether it may be parsed is seen on the way, and it is lexed once. */
function documentOf(lexemes: Iterable<string>, lines: LineCounter, length: number): Document.Parsed {
  const parser = new Parser(lines.addNewLine);
  const tokens = function* () {
    lines.addNewLine(0);
    for (const lexeme of lexemes) yield* parser.next(lexeme);
    yield* parser.end();
  };
  const composer = new Composer({
    // The composer compares each key of a block with all others; keys that stand twice are found by an index instead.
    uniqueKeys: false,
    // What is wrong is a finding with its line, never a warning that the library prints.
    logLevel: "error",
  });
  let first: Document.Parsed | null = null;
  for (const document of composer.compose(tokens(), true, length)) {
    if (first !== null) {
      first.errors.push(new YAMLParseError([document.range[0], document.range[1]], "MULTIPLE_DOCS", SEVERAL));
      break;
    }
    first = document;
  }
  if (first === null) throw new Error("A composer that is told to gives a document for every text");
  return first;
}

const SEVERAL = "Source contains multiple documents";

/** Of a text that is not parsed, nothing can be placed but why. */
function refused(
  text: string,
  file: string,
  { offset, what, todo }: NonNullable<ReturnType<BoundedLexemes["beyond"]>>,
) {
  const before = text.slice(0, offset).split("\n");
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const locate = ({ severity = "error", ...finding }: Finding): Problem => ({
    ...{ severity, what: finding.what, todo: finding.todo, file, line: 1, column: 1 },
  });
  return { value: undefined, problems: [{ severity: "error" as const, ...place, what, todo }], isSound: false, locate };
}

function sayRepeated(key: string): SyntaxRemark {
  return { what: `"${key}" stands here a second time`, todo: "give one of both its own id" };
}

function read(document: Document, locate: YamlFile["locate"]): { value: unknown; problem: Problem | null } {
  try {
    return { value: document.toJS(), problem: null };
  } catch (cause) {
    // The parser throws for references it cannot follow (*name without &name, or thousands of them).
    const what = `this is not usable YAML: ${cause instanceof Error ? cause.message : String(cause)}`;
    return {
      value: undefined,
      problem: locate({ path: [], what, todo: "write the value out instead of referring to it" }),
    };
  }
}
