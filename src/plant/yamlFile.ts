import { type Document, isMap, isScalar, LineCounter, parseDocument, type YAMLError } from "yaml";
import type { Problem } from "./problem.ts";

export type Path = readonly PropertyKey[];

/** Something wrong at a path of a file, before its line is known. */
export type Finding = Pick<Problem, "what" | "todo"> & {
  readonly path: Path;
  readonly severity?: Problem["severity"];
  /** Whether the key is meant, not what stands behind it. */
  readonly atKey?: boolean;
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

/** Reads YAML 1.2, where `06:00` is a text and `no` is not false. Never throws. */
export function readYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const locate = ({ path, what, todo, severity = "error", atKey = false }: Finding): Problem => {
    const { line, col } = lines.linePos(offsetOf(document, path, atKey));
    return { severity, file, line: Math.max(1, line), column: Math.max(1, col), what, todo };
  };
  const problems = document.errors.filter(isCause).map(({ code, message, pos }): Problem => {
    const { line, col } = lines.linePos(pos[0]);
    return { severity: "error", file, line, column: col, ...sayYamlError(code, message, wordAt(text, pos[0])) };
  });
  const { value, problem } = read(document, locate);
  const isSound = problem === null && document.errors.every(({ code }) => code === "DUPLICATE_KEY");
  return { value, problems: problem === null ? problems : [...problems, problem], isSound, locate };
}

/** One wrong indentation makes an error of every line below it; the first of each kind tells enough. */
function isCause({ code }: YAMLError, at: number, all: readonly YAMLError[]): boolean {
  return code === "DUPLICATE_KEY" || all.findIndex((each) => each.code === code) === at;
}

function wordAt(text: string, offset: number): string {
  return /^["']?([^\s:,"'{}[\]]*)/.exec(text.slice(offset, offset + 80))?.[1] ?? "";
}

function sayYamlError(code: string, message: string, where: string) {
  if (code === "DUPLICATE_KEY")
    return { what: `"${where}" stands here a second time`, todo: "give one of both its own id" };
  return { what: `this is not YAML: ${message}`, todo: "mend the indentation, quotes or brackets here" };
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

/** Where a path stands: the value itself if it is a word or a number, else its key, else what is around it. */
function offsetOf(document: Document, path: Path, atKey: boolean): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const key = keyOf(document, path.slice(0, length));
    const found = isScalar(node) && length === path.length && !atKey ? node.range : (key?.range ?? rangeOf(node));
    if (found) return found[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOf(document: Document, path: Path) {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  return isScalar(pair?.key) ? pair.key : undefined;
}

function rangeOf(node: unknown) {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)
    ? node.range
    : undefined;
}
