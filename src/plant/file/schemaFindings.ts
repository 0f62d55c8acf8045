import { z } from "zod";
import { closestTo } from "../problem.ts";
import { remarkOn } from "./remedies.ts";
import type { Finding, Path } from "./yamlFile.ts";

type Issue = z.core.$ZodIssue;

/** What a schema refuses in a file, said to the person who wrote it. One finding for each thing to mend. */
export function findingsOf(error: z.ZodError, schema: z.ZodType, value: unknown): readonly Finding[] {
  const shape = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return error.issues.flatMap((issue) => findingsOfIssue(issue, shape, value));
}

function findingsOfIssue(issue: Issue, shape: Shape, value: unknown): readonly Finding[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, path, shape));
  if (issue.code === "invalid_key") {
    return [
      {
        path,
        what: `"${String(path.at(-1))}" cannot stand here: ${issue.issues[0]?.message}`,
        todo: "write it that way",
      },
    ];
  }
  const written = valueAt(value, path);
  const name = String(path.at(-1) ?? "the file");
  if (written === undefined)
    return [{ path, what: `"${name}" is missing`, todo: `add it to ${say(path.slice(0, -1))}` }];
  if (written === null) return [{ path, atKey: true, what: `"${name}" is empty`, todo: "fill it in, or remove it" }];
  const options = optionsOf(issue);
  if (options.length > 0) return [wrongChoice(options, path, written)];
  const { what, todo } = remarkOn(issue, written);
  return [{ path, what: `${sayWritten(path, written)}: ${what}`, todo }];
}

function unknownKey(key: string, path: Path, shape: Shape): Finding {
  const known = shapesAt(shape, path).flatMap((each) => Object.keys(each.properties ?? {}));
  const meant = closestTo(key, known);
  const todo =
    meant === null ? `remove it; known here are ${[...new Set(known)].join(", ")}` : `did you mean "${meant}"?`;
  return { path: [...path, key], atKey: true, what: `"${key}" is not known in ${say(path)}`, todo };
}

function optionsOf(issue: Issue): readonly string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  const isKind = issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options);
  return isKind ? issue.options.map(String) : [];
}

function wrongChoice(choices: readonly string[], path: Path, written: unknown): Finding {
  const meant = closestTo(String(written), choices);
  const todo = meant === null ? `write one of: ${choices.join(", ")}` : `did you mean "${meant}"?`;
  return { path, what: `${say(path)} cannot be ${quote(written)}`, todo };
}

/** A path as people read it: `teams.ot-controls.lead`. */
export function say(path: Path): string {
  return path.length === 0 ? "the file" : path.map(String).join(".");
}

function sayWritten(path: Path, written: unknown): string {
  return isBlock(written) ? say(path) : `${say(path)} ${quote(written)}`;
}

function quote(value: unknown): string {
  return isBlock(value) ? "a block" : `"${String(value)}"`;
}

/** What stands at a path of a value, undefined where nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (isBlock(at) && Object.hasOwn(at, key) ? at[key] : undefined), value);
}

function isBlock(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null;
}

type Shape = z.core.JSONSchema.BaseSchema;

/** The parts of a JSON Schema that describe a path; several where it branches. */
function shapesAt(shape: Shape, path: Path): readonly Shape[] {
  const branches = [shape, ...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].filter(isShape);
  const [key, ...rest] = path;
  if (key === undefined) return branches;
  return branches.flatMap((branch) => {
    const inner =
      typeof key === "number" ? branch.items : (branch.properties?.[String(key)] ?? branch.additionalProperties);
    return isShape(inner) ? shapesAt(inner, rest) : [];
  });
}

function isShape(value: unknown): value is Shape {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
