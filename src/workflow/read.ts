import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { readText } from "../plant/file/readText.ts";
import { findingsOf } from "../plant/file/schemaFindings.ts";
import { type Finding, readYaml, type YamlFile } from "../plant/file/yamlFile.ts";
import type { Problem } from "../plant/problem.ts";
import { isSystemError } from "../redis/systemError.ts";
import { contradictionsIn } from "./check.ts";
import { RequestType, type TypeId } from "./requestType.ts";
import { soundPartOf } from "./soundPart.ts";

export type { Problem } from "../plant/problem.ts";
export { sayProblem } from "../plant/problem.ts";

/** A request type's text, and its name in problems as people find it, e.g. `workflows/open-port.yaml`. */
export type TypeSource = { readonly file: string; readonly text: string };

/** The request types of an installation, or everything that must be mended before any of them can be used. */
export type TypesReading = SoundTypes | { readonly ok: false; readonly problems: readonly Problem[] };

export type SoundTypes = {
  readonly ok: true;
  readonly types: ReadonlyMap<TypeId, RequestType>;
  /** What each was read from. */
  readonly sources: ReadonlyMap<TypeId, TypeSource>;
};

/** Reads request types, one from each file, and finds everything wrong with them at once. */
export function readRequestTypes(sources: readonly TypeSource[]): TypesReading {
  const readings = sources.map(readOne);
  const problems = readings.flatMap((reading) => reading.problems);
  if (problems.length > 0) return { ok: false, problems };
  const sound = readings.flatMap(({ type, source }) => (type === null ? [] : [{ type, source }]));
  return {
    ok: true,
    types: new Map(sound.map(({ type }) => [type.type, type])),
    sources: new Map(sound.map(({ type, source }) => [type.type, source])),
  };
}

/** Reads all `*.yaml` files of a directory; a directory without any is a problem too. */
export async function loadRequestTypes(directory: string): Promise<TypesReading> {
  const names = await namesIn(directory);
  if (names.length === 0) return { ok: false, problems: [nothingIn(directory)] };
  const sources = names.map(async (name) => {
    const file = join(directory, name);
    return { file, text: await readText(file) };
  });
  return readRequestTypes(await Promise.all(sources));
}

type Reading = {
  readonly source: TypeSource;
  readonly type: RequestType | null;
  readonly problems: readonly Problem[];
};

function readOne(source: TypeSource): Reading {
  const { file, text } = source;
  const yaml = readYaml(text, file);
  const parsed = RequestType.safeParse(yaml.value);
  const type = parsed.success ? parsed.data : soundPartOf(yaml.value, parsed.error);
  const findings: readonly Finding[] = [
    ...(parsed.success ? [] : findingsOf(parsed.error, RequestType, yaml.value)),
    ...(type === null ? [] : contradictionsIn(type)),
    ...(parsed.success ? misnamed(parsed.data, file) : []),
  ];
  return { source, type: parsed.success ? parsed.data : null, problems: problemsOf(yaml, findings) };
}

function problemsOf(yaml: YamlFile, findings: readonly Finding[]): readonly Problem[] {
  const all = [...yaml.problems, ...findings.map(yaml.locate)];
  return all.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The file is named after its type: so no type can be described twice, and people find it. */
function misnamed({ type }: RequestType, file: string): readonly Finding[] {
  const name = basename(file).replace(/\.ya?ml$/, "");
  if (name === type) return [];
  return [
    {
      path: ["type"],
      what: `${basename(file)} describes "${type}"`,
      todo: `call the file ${type}.yaml, or the type ${name}`,
    },
  ];
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    const names = await readdir(directory);
    return names.filter((name) => /\.ya?ml$/.test(name)).sort();
  } catch (cause) {
    if (isSystemError(cause, "ENOENT")) return [];
    throw cause;
  }
}

function nothingIn(directory: string): Problem {
  const what = "no request type (*.yaml) is here";
  return { severity: "error", file: directory, line: 1, column: 1, what, todo: "set WORKFLOWS_DIR, or add one" };
}
