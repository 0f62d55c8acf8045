import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "@swc/core";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** One import, seen from the project's folder: `{ from: "src/work/lane.ts", to: "src/clock.ts" }`, or to a package. */
export type Import = { readonly from: string; readonly to: string };

/** The project's own TypeScript files below a folder, or the file itself, as paths from the project's folder. */
export function sourcesUnder(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => {
    if (folder.endsWith(".ts")) return [folder];
    const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    const own = names.filter((name) => /\.tsx?$/.test(name) && !name.includes("node_modules"));
    return own.map((name) => join(folder, name));
  });
}

/** What each file imports, types included, however it is written: `import`, `export … from`, `import()`. */
export function importsOf(files: readonly string[]): readonly Import[] {
  return files.flatMap((from) =>
    [...factsOf(from).imports].map((to) => ({
      from,
      to: to.startsWith(".") ? relative(root, join(root, dirname(from), to)) : to,
    })),
  );
}

/** The files that read one of these, e.g. `Date.now`; `new Date` stands for the present, not for `new Date(at)`. */
export function readersOf(files: readonly string[], ...names: readonly string[]): readonly string[] {
  return files.filter((file) => names.some((name) => factsOf(file).reads.has(name)));
}

type Facts = { readonly imports: Set<string>; readonly reads: Set<string> };

const known = new Map<string, Facts>();

function factsOf(file: string): Facts {
  const facts = known.get(file) ?? { imports: new Set<string>(), reads: new Set<string>() };
  if (known.has(file)) return facts;
  known.set(file, facts);
  collect(parseSync(readFileSync(join(root, file), "utf8"), { syntax: "typescript", tsx: file.endsWith("x") }), facts);
  return facts;
}

// Asks the tree by path, as a schema for each of some hundred thousand nodes would take the whole suite's time.
function collect(node: unknown, facts: Facts): void {
  if (typeof node !== "object" || node === null) return;
  const imported = importedBy(node);
  if (typeof imported === "string") facts.imports.add(imported);
  if (at(node, "type") === "MemberExpression")
    facts.reads.add(`${at(node, "object", "value")}.${at(node, "property", "value")}`);
  if (at(node, "type") === "NewExpression" && at(node, "arguments", "length") === 0)
    facts.reads.add(`new ${at(node, "callee", "value")}`);
  for (const inner of Object.values(node)) collect(inner, facts);
}

function importedBy(node: object): unknown {
  if (at(node, "callee", "type") === "Import") return at(node, "arguments", "0", "expression", "value");
  if (at(node, "type") === "TsImportType") return at(node, "argument", "value");
  const declarations = ["ImportDeclaration", "ExportNamedDeclaration", "ExportAllDeclaration"];
  return declarations.some((type) => type === at(node, "type")) ? at(node, "source", "value") : undefined;
}

function at(node: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined),
    node,
  );
}

/** A regular expression that a file writes out. */
export type Written = { readonly file: string; readonly pattern: string; readonly flags: string };

/** Every regular expression written in these files; those put together from texts when they run are not. */
export function regexesOf(files: readonly string[]): readonly Written[] {
  return files.flatMap((file) => {
    const found: Written[] = [];
    findRegexes(
      parseSync(readFileSync(join(root, file), "utf8"), { syntax: "typescript", tsx: file.endsWith("x") }),
      (node) => found.push({ file, pattern: String(at(node, "pattern")), flags: String(at(node, "flags")) }),
    );
    return found;
  });
}

function findRegexes(node: unknown, tell: (node: object) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (at(node, "type") === "RegExpLiteral") tell(node);
  for (const inner of Object.values(node)) findRegexes(inner, tell);
}
