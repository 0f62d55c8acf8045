import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { systemClock } from "../src/clock.ts";
import { readPlant } from "../src/plant/read.ts";
import { outputOf } from "../src/understand/output.ts";
import { understand } from "../src/understand/understand.ts";
import { NO_VOCABULARY, type Vocabulary, vocabularyOf } from "../src/understand/vocabulary.ts";

// JSON lines {"id","text"} on standard input become JSON lines of readings on standard output, in the same order.

const PLANT = "plants/demo.yaml";
const Line = z.object({ id: z.union([z.string(), z.number()]).transform(String), text: z.string() });

/** The names of the demo plant; without its file, none: texts are read all the same. */
function vocabulary(): Vocabulary {
  if (!existsSync(PLANT)) return NO_VOCABULARY;
  const reading = readPlant(readFileSync(PLANT, "utf8"), PLANT);
  if (reading.ok) return vocabularyOf(reading.plant);
  console.error(`${PLANT} has problems (npm run check-plant); reading without its names.`);
  return NO_VOCABULARY;
}

const context = { vocabulary: vocabulary(), now: systemClock() };
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === "") continue;
  const { id, text } = Line.parse(JSON.parse(line));
  process.stdout.write(`${JSON.stringify(outputOf(id, understand(text, context)))}\n`);
}
