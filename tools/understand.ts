import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { systemClock } from "../src/clock.ts";
import { readPlant } from "../src/plant/read.ts";
import { outputOf } from "../src/understand/output.ts";
import { type Context, understand } from "../src/understand/understand.ts";
import { NO_VOCABULARY, type Vocabulary, vocabularyOf } from "../src/understand/vocabulary.ts";
import { instantOf, Now, Zone } from "./now.ts";

// JSON lines {"id","text"} on standard input become JSON lines of readings on standard output, in the same order. A line
// may say "now" ("2026-11-23T08:00+01:00", with or without "[Europe/Berlin]"), "timeZone" and "language"; what it does not
// say is now, and as the plant's file has it.

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

const known = vocabulary();

function contextFor({ now, timeZone, language }: Line): Context {
  const zone = timeZone ?? now?.zone ?? known.timeZone;
  const names = { ...known, timeZone: zone, language: language ?? known.language };
  return { vocabulary: names, now: now === undefined ? systemClock() : instantOf(now, zone) };
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === "") continue;
  const said = Line.parse(JSON.parse(line));
  const context = contextFor(said);
  const reading = understand(said.text, context);
  process.stdout.write(`${JSON.stringify(outputOf(said.id, reading, context.vocabulary.timeZone))}\n`);
}
