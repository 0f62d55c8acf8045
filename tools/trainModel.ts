import { readFileSync, writeFileSync } from "node:fs";
import { argumentsOf } from "./arguments.ts";
import { learn } from "./training/learn.ts";
import { readPhrases } from "./training/phrases.ts";
import { modelFile } from "./training/ship.ts";

// `npm run train-model` writes the model that the phrases make; with `-- --check` it only says whether it is the shipped one.
const wishes = argumentsOf({ takes: "[--check]", flags: ["--check"] });
const FILE = "src/understand/model/modelData.ts";
const phrases = readPhrases("workflows/phrases");
const text = modelFile(learn(phrases));
if (wishes.includes("--check")) check();
else ship();

function ship(): void {
  writeFileSync(FILE, text);
  console.log(`${FILE}: ${phrases.length} phrases, ${Math.round(text.length / 1024)} KiB`);
}

/** Training takes too long for `npm test`; CI asks this of every change. */
function check(): void {
  const isCurrent = readFileSync(FILE, "utf8") === text;
  console.log(isCurrent ? `${FILE} is current` : `${FILE} is not what the phrases make: run npm run train-model`);
  process.exitCode = isCurrent ? 0 : 1;
}
