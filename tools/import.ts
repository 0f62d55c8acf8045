import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "../src/clock.ts";
import { RefereeError } from "../src/errors.ts";
import { type Problem, readCalendars, readPlant, sayProblem } from "../src/plant/file/read.ts";
import { readYaml } from "../src/plant/file/yamlFile.ts";
import { isSystemError } from "../src/redis/systemError.ts";
import { problemsBetween } from "../src/workflow/plantFit.ts";
import { loadRequestTypes } from "../src/workflow/read.ts";
import { sayEntries } from "./import/change.ts";
import { KINDS, type Kind } from "./import/columns.ts";
import { MOST } from "./import/csvFile.ts";
import { edited } from "./import/edit.ts";
import { type Plan, planOf, type Where } from "./import/plan.ts";
import { PlantNow } from "./import/plantFile.ts";
import { writeBack } from "./import/writeBack.ts";
import { runTool } from "./record.ts";

// `npm run import -- people staff.csv`: shows what a table of another tool would change in the plant file, and changes nothing.
// With --write it is changed, if check-plant finds nothing wrong with what comes of it. Adds and changes, never removes.
const USAGE = `npm run import -- <${KINDS.join("|")}> <file.csv> [--plant plants/mine.yaml] [--where "column=value,value"] [--known] [--write]`;

await runTool(main);

async function main(): Promise<0 | 1> {
  const { kind, table, options } = readArguments();
  const plantFile = await plantFileOf(options.plant);
  const before = await textOf(plantFile);
  const plan = planOf(await bytesOf(table), table, plantNow(before, plantFile), {
    kind,
    where: options.where,
    known: options.known,
  });
  for (const problem of plan.problems) console.log(sayProblem(problem));
  const after = isSound(plan.problems) ? edited(before, plan.entries) : before;
  const found = after === before ? [] : await check(after, before, plantFile);
  for (const problem of found) console.log(sayProblem(problem));
  for (const line of sayEntries(plan.entries)) console.log(line);
  const counts = count(plan);
  if (!isSound([...plan.problems, ...found]))
    return say(`${counts} Nothing was written: mend what is wrong above first.`, 1);
  if (after === before) return say(`${counts} ${plantFile} says all of it already.`, 0);
  if (!options.write) return say(`${counts} Nothing was written: --write changes ${plantFile}.`, 0);
  await writeBack(plantFile, before, after);
  return say(`${counts} ${plantFile} was written.`, 0);
}

function say(line: string, code: 0 | 1): 0 | 1 {
  console.log(line);
  return code;
}

type Options = {
  readonly plant: string | null;
  readonly where: Where | null;
  readonly known: boolean;
  readonly write: boolean;
};

function readArguments(): { readonly kind: Kind; readonly table: string; readonly options: Options } {
  const { values, positionals } = argumentsGiven();
  const [first, table, ...more] = positionals;
  const kind = KINDS.find((each) => each === first);
  if (kind === undefined || table === undefined || more.length > 0) throw new RefereeError("CONFIG_INVALID", USAGE);
  const { plant = null, known, write } = values;
  return { kind, table, options: { plant, known, write, where: whereOf(values.where ?? null) } };
}

function argumentsGiven() {
  try {
    const flag = { type: "boolean", default: false } as const;
    const options = { plant: { type: "string" }, where: { type: "string" }, known: flag, write: flag } as const;
    return parseArgs({ allowPositionals: true, options });
  } catch (cause) {
    throw new RefereeError("CONFIG_INVALID", `${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`, {
      cause,
    });
  }
}

function whereOf(text: string | null): Where | null {
  if (text === null) return null;
  const at = text.indexOf("=");
  if (at < 1) throw new RefereeError("CONFIG_INVALID", `--where is written "column=value,value".\n${USAGE}`);
  return {
    column: text.slice(0, at),
    values: text
      .slice(at + 1)
      .split(",")
      .map((each) => each.trim()),
  };
}

/** The one that was named, else the only one there is. */
async function plantFileOf(named: string | null): Promise<string> {
  if (named !== null) return named;
  const directory = process.env.PLANTS_DIR ?? "plants";
  const names = (await readdir(directory).catch(() => [])).filter((name) => /\.ya?ml$/i.test(name));
  const [only] = names;
  if (only !== undefined && names.length === 1) return join(directory, only);
  throw new RefereeError("PLANT_INVALID", `"${directory}" has ${names.length} plant files: name one by --plant.`);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** Of a file that is too large only as much as shows that it is. */
async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    return size > MOST.bytes ? new Uint8Array(MOST.bytes + 1) : await readFile(file);
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function unreadable(file: string, cause: unknown): Error {
  if (!isSystemError(cause, "ENOENT", "EACCES", "EISDIR"))
    return cause instanceof Error ? cause : new Error(String(cause));
  return new RefereeError("PLANT_INVALID", `${file} cannot be read: ${String(cause)}`, { cause });
}

function plantNow(text: string, file: string): PlantNow {
  const { value, problems } = readYaml(text, file);
  const parsed = PlantNow.safeParse(value);
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new RefereeError(
    "PLANT_INVALID",
    `${file} cannot be changed as it is. npm run check-plant says what to mend first.`,
  );
}

/** What check-plant says of the text, in the lines it will have; warnings only where they are new. */
async function check(text: string, before: string, file: string): Promise<readonly Problem[]> {
  const now = systemClock();
  const included = await readCalendars(dirname(file));
  const reading = readPlant(text, file, included, now);
  if (!reading.ok) return reading.problems;
  const old = readPlant(before, file, included, now);
  const known = new Set((old.ok ? old.warnings : []).map(({ what }) => what));
  const types = await loadRequestTypes(process.env.WORKFLOWS_DIR ?? "workflows");
  const between = types.ok
    ? problemsBetween(reading.plant, { file, text, included: reading.included }, types)
    : types.problems;
  return [...reading.warnings, ...between].filter(({ severity, what }) => severity === "error" || !known.has(what));
}

function isSound(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity !== "error");
}

function count({ entries, problems }: Plan): string {
  const added = entries.filter(({ isNew }) => isNew).length;
  const changed = entries.filter(({ isNew, changes }) => !isNew && changes.length > 0).length;
  const warned = problems.filter(({ severity }) => severity === "warning").length;
  const wrong = problems.length - warned;
  return `${added} new, ${changed} changed, ${entries.length - added - changed} as they are; ${warned} to look at, ${wrong} wrong.`;
}
