import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { systemClock } from "../src/clock.ts";
import { readPlant } from "../src/plant/file/read.ts";
import { outputOf } from "../src/understand/output.ts";
import { NO_VOCABULARY, type Vocabulary, vocabularyOf } from "../src/understand/text/vocabulary.ts";
import { type Context, understand } from "../src/understand/understand.ts";
import { argumentsOf, optionsOf } from "./arguments.ts";
import { instantOf, Now, Zone } from "./now.ts";
import { ROLES, type Role, threadOutput } from "./threadRole.ts";

// JSON lines {"id","text"} on standard input become JSON lines of readings on standard output, in the same order. A line
// may say "now" ("2026-11-23T08:00+01:00", with or without "[Europe/Berlin]"), "timeZone" and "language"; what it does not
// say is now, and as the plant's file has it. With `-- --thread approver` (doer, confirmer, requester, ops, other) lines are
// read as written in the thread of a sent request by whoever has that part in it.

const PLANT = "plants/demo.yaml";
const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  now: Now.optional(),
  timeZone: Zone.optional(),
  language: z.enum(["en", "de", "es"]).optional(),
});
type Line = z.infer<typeof Line>;

/** The names of the demo plant; without its file, none: texts are read all the same. */
function vocabulary(): Vocabulary {
  if (!existsSync(PLANT)) return NO_VOCABULARY;
  const reading = readPlant(readFileSync(PLANT, "utf8"), PLANT);
  if (reading.ok) return vocabularyOf(reading.plant);
  console.error(`${PLANT} has problems (npm run check-plant); reading without its names.`);
  return NO_VOCABULARY;
}

/** Null unless the lines are to be read as written in the thread of a sent request: `--thread approver`. */
function roleAsked(): Role | null {
  const takes = `[--thread ${ROLES.join("|")}]`;
  const { thread } = optionsOf(takes, { thread: { type: "string" } });
  const known = ROLES.find((each) => each === thread);
  if (thread !== undefined && known === undefined) argumentsOf({ takes }, [thread]);
  return known ?? null;
}

const role = roleAsked();
const known = vocabulary();

function contextFor({ now, timeZone, language }: Line): Context {
  const zone = timeZone ?? now?.zone ?? known.timeZone;
  const names = { ...known, timeZone: zone, language: language ?? known.language };
  return { vocabulary: names, now: now === undefined ? systemClock() : instantOf(now, zone) };
}

/** What a line says; ends the command where it says nothing that can be read, since its answer would be missing. */
function lineIn(text: string, number: number): Line {
  try {
    return Line.parse(JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : "it is no JSON.";
    console.error(
      `Line ${number} cannot be read: ${why}\nEach is {"id": "1", "text": "can we open port 502 to PLC-12?"}.`,
    );
    return process.exit(1);
  }
}

let number = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number += 1;
  if (line.trim() === "") continue;
  const said = lineIn(line, number);
  const context = contextFor(said);
  const output =
    role === null
      ? outputOf(said.id, understand(said.text, context), context.vocabulary.timeZone)
      : threadOutput(said.id, said.text, role, context.vocabulary.code);
  process.stdout.write(`${JSON.stringify(output)}\n`);
}
