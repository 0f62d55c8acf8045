// `npm run test:mutants -- src/request [--minutes 20]`: changes the code of a folder or file in small ways, one at a time,
// and says which changes no test of that folder notices. What the time does not suffice for is tried first the next time.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { bringDependencies } from "../../scripts/dependencies.mjs";
import { giveUp, run } from "../../scripts/run.mjs";
import { root, setUp } from "../../scripts/setup.mjs";

/** As many lines at once as take about a minute or two: what was tried is kept after each. */
const PIECE_LINES = 200;
/** A file is cut once a part of it has so many. */
const PART_LINES = 80;

const MINUTE_MS = 60_000;

/** @typedef {{ readonly mutatorName: string, readonly status: string, readonly replacement?: string, readonly location: { readonly start: { readonly line: number, readonly column: number } } }} Mutant */

const args = process.argv.slice(2);
const path = args.find((arg) => arg.startsWith("src/"))?.replace(/\/$/, "");
const minutes = Number(args[args.indexOf("--minutes") + 1] ?? 20) || 20;
if (path === undefined || !existsSync(join(root, path)))
  giveUp("Name a folder or file of src, such as: npm run test:mutants -- src/request --minutes 20");

const [, part] = path.split("/");
const tests = `test/${part}`;
if (!existsSync(join(root, tests))) giveUp(`${path} has no tests of its own in ${tests}.`);
const kept = join(root, ".referee", "mutants");
const found = join(kept, `${part}.json`);
const triedAt = join(kept, `${part}.tried.json`);

await setUp();
// With an own list of packages: nobody who starts or tests Referee waits for Stryker's hundred.
const own = join(root, "test", "mutants");
await bringDependencies(own);
mkdirSync(kept, { recursive: true });
const end = Date.now() + minutes * MINUTE_MS;
const pieces = inPieces(longestAgoFirst(filesIn(path).flatMap(inParts)));
let left = pieces.length;
for (const piece of pieces) {
  if (Date.now() > end) break;
  const code = await tryMutantsOf(piece);
  if (code !== 0) giveUp(`Stryker ended with ${code}, see above.`);
  writeJson(triedAt, { ...readJson(triedAt, {}), ...Object.fromEntries(piece.map((each) => [each, Date.now()])) });
  left--;
}
tell();
if (left > 0)
  console.log(`\nThe ${minutes} minutes are over: ${left} of ${pieces.length} pieces were not tried this time.`);

function tryMutantsOf(parts) {
  const stryker = join(own, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  const env = {
    ...process.env,
    MUTANTS_OF: parts.join(","),
    MUTANTS_TESTS: tests,
    MUTANTS_FOUND: relative(root, found),
  };
  console.log(`\n${parts.join(" ")}`);
  return run(process.execPath, [stryker, "run", "test/mutants/stryker.config.mjs"], { env });
}

/** One line per mutant that lives, then how many of each file do not. */
function tell() {
  const { files } = readJson(found, { files: {} });
  const rows = {};
  for (const [file, { mutants, source }] of Object.entries(files).sort()) {
    if (file !== path && !file.startsWith(`${path}/`)) continue;
    const lines = source.split("\n");
    for (const mutant of mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage"))
      console.log(`${file}:${mutant.location.start.line}  ${mutant.status}  ${change(mutant, lines)}`);
    rows[file] = counted(mutants);
  }
  rows.together = counted(Object.entries(files).flatMap(([file, { mutants }]) => (file in rows ? mutants : [])));
  console.table(rows);
}

/** @param {Mutant} mutant */
function change({ location: { start, end: to }, replacement = "" }, lines) {
  const was = start.line === to.line ? lines[start.line - 1].slice(start.column - 1, to.column - 1) : "{…}";
  return `${was}  →  ${replacement.replaceAll(/\s+/g, " ").slice(0, 120)}`;
}

/** What is worked out while a module is imported is left out: it would take a process of its own for every mutant. */
function counted(mutants) {
  const of = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  const [killed, lives, untested] = [of("Killed", "Timeout"), of("Survived"), of("NoCoverage")];
  const all = killed + lives + untested;
  return { killed, lives, untested, percent: all === 0 ? 100 : Math.round((1000 * killed) / all) / 10 };
}

function filesIn(at) {
  if (statSync(join(root, at)).isFile()) return [at];
  const all = readdirSync(join(root, at), { recursive: true }).map((file) => `${at}/${file.replaceAll("\\", "/")}`);
  return all.filter((file) => file.endsWith(".ts")).sort();
}

function longestAgoFirst(parts) {
  const tried = readJson(triedAt, {});
  return parts.sort((a, b) => (tried[a] ?? 0) - (tried[b] ?? 0));
}

/** A file as `file:1-120`, `file:121-200`: a long one is cut where one thing of a module ends and the next begins. */
function inParts(file) {
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  const cuts = [0];
  for (const [at, line] of lines.entries())
    if (line === "" && at - cuts.at(-1) >= PART_LINES && lines[at + 1]?.match(/^[^\s}]/)) cuts.push(at + 1);
  return cuts.map((from, nth) => `${file}:${from + 1}-${cuts[nth + 1] ?? lines.length}`);
}

function inPieces(parts) {
  const all = [];
  let lines = PIECE_LINES;
  for (const part of parts) {
    if (lines >= PIECE_LINES) {
      all.push([]);
      lines = 0;
    }
    all.at(-1).push(part);
    const [from, to] = part.slice(part.lastIndexOf(":") + 1).split("-");
    lines += to - from + 1;
  }
  return all;
}

function readJson(file, otherwise) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : otherwise;
}

function writeJson(file, value) {
  writeFileSync(file, JSON.stringify(value));
}
