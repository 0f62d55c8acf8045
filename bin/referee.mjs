#!/usr/bin/env node
// `referee <command>`: Referee and its tools as they were built, with the settings of `.env` in this folder. What the shell has
// set wins. Needs nothing but Node and what is packed beside it.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { checkNode } from "../scripts/checkNode.mjs";
import { giveUp, run } from "../scripts/run.mjs";

const COMMANDS = {
  start: ["main.js", "runs Referee until it is told to stop"],
  doctor: ["tools/doctor.js", "tries what is configured, and says what to do"],
  "check-plant": ["tools/checkPlant.js", "finds every mistake in plant files and request types"],
  directory: ["tools/directory.js", "who has left as the directory says, and an administrator's word where many do"],
  import: [
    "tools/import.js",
    "shows, and with --write does, what a CSV of people, teams or assets changes in a plant file",
  ],
  "publish-plant": ["tools/publishPlant.js", "compares plant files with the record, or has one come into force"],
  rulings: ["tools/rulings.js", "prints what Ops ruled on whose assets are, as a change of the plant files"],
  "on-call": ["tools/onCall.js", "who is on call for a team, turn by turn"],
  audit: ["tools/audit.js", "computes every chain of the record again, or prints one request"],
  backup: ["tools/backup.js", "copies the record into a file, and tries whether it can be restored"],
  restore: ["tools/restore.js", "writes a backup into an empty Redis, while Referee is stopped"],
  "accept-record": ["tools/acceptRecord.js", "goes on with an older record, on an administrator's word"],
  "teams-package": ["tools/teamsPackage.js", "makes the app that a Teams administrator uploads"],
};

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const [wanted = "help", ...rest] = process.argv.slice(2);

checkNode();
if (["help", "--help", "-h"].includes(wanted)) console.log(usage());
else if (["version", "--version", "-v"].includes(wanted)) console.log(version());
else if (Object.hasOwn(COMMANDS, wanted)) await perform(wanted);
else giveUp(`There is no command "${wanted}".\n\n${usage()}`);

async function perform(command) {
  const file = join(root, "dist", COMMANDS[command][0]);
  if (!existsSync(file)) giveUp("This is not built: npm run build, or use what npm run package made.");
  const certificates = process.env.NODE_EXTRA_CA_CERTS;
  if (existsSync(".env")) process.loadEnvFile(".env");
  // Node reads it when it starts, so whoever has it in .env needs another start.
  if (process.env.NODE_EXTRA_CA_CERTS !== certificates) {
    process.exitCode = await run(process.execPath, [fileURLToPath(import.meta.url), command, ...rest]);
    return;
  }
  // Plant files are the plant's own; request types come with Referee where there are no others.
  if (!process.env.WORKFLOWS_DIR && !existsSync("workflows")) process.env.WORKFLOWS_DIR = join(root, "workflows");
  process.argv = [process.execPath, file, ...rest];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(file).href);
}

function usage() {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, [, does]]) => `  ${name.padEnd(width)}  ${does}`);
  return `referee <command>, in the folder with your .env and plants/:\n\n${lines.join("\n")}\n\nSee docs/installing.md in ${root}.`;
}

function version() {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
}
