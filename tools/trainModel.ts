import { writeFileSync } from "node:fs";
import { learn } from "./training/learn.ts";
import { readPhrases } from "./training/phrases.ts";
import { modelFile } from "./training/ship.ts";

const FILE = "src/understand/modelData.ts";
const phrases = readPhrases("workflows/phrases");
const text = modelFile(learn(phrases));
writeFileSync(FILE, text);
console.log(`${FILE}: ${phrases.length} phrases, ${Math.round(text.length / 1024)} KiB`);
