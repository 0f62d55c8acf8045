import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { systemClock } from "../src/clock.ts";
import { readPlant, sayProblem } from "../src/plant/file/read.ts";
import { loadRequestTypes } from "../src/workflow/read.ts";
import { argumentsOf } from "./arguments.ts";
import { Line, type ReadLine } from "./values/line.ts";
import { type ReadContext, readLine } from "./values/readLine.ts";

// JSON lines {"id","kind","raw","before","language","now","timeZone"} on standard input become JSON lines
// {"id","ok","value","shown","problem"} on standard output, in the same order: what a form makes of its inputs. `raw` is
// null for an input that was left as it was shown. A line that cannot be read is answered with what is wrong with it.

const PLANT = "plants/demo.yaml";
/** Whose limits a limit is looked for in. */
const TYPE = "open-port";

async function contextOf(): Promise<ReadContext> {
  const reading = readPlant(readFileSync(PLANT, "utf8"), PLANT);
  if (!reading.ok) throw new Error(reading.problems.map(sayProblem).join("\n"));
  const types = await loadRequestTypes("workflows");
  const limits = types.ok ? [...types.types.values()].find(({ type }) => type === TYPE)?.limits : undefined;
  return { plant: reading.plant, limits: limits ?? [], now: systemClock() };
}

function answer(text: string, number: number, context: ReadContext): ReadLine {
  const json = jsonIn(text);
  const line = Line.safeParse(json);
  if (line.success) return readLine(line.data, context);
  const id = Line.pick({ id: true }).safeParse(json).data?.id ?? null;
  const problems = line.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim());
  const problem = `Line ${number}: ${json === undefined ? "no JSON" : problems.join("; ")}`;
  return { id, ok: false, value: null, shown: null, problem };
}

function jsonIn(text: string): unknown {
  try {
    return z.json().parse(JSON.parse(text));
  } catch (caught) {
    if (caught instanceof SyntaxError) return undefined;
    throw caught;
  }
}

const context = await contextOf();
let number = 0;
argumentsOf({ takes: "" });
for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number += 1;
  if (text.trim() !== "") process.stdout.write(`${JSON.stringify(answer(text, number, context))}\n`);
}
